import { pseudonyms } from '../../core/redact/pseudonym.ts';
import { redact } from '../../core/redact/redact.ts';
import type { ConversationOf } from '../../messaging/contract.ts';
import type { Caller, Handlers } from '../../messaging/serve.ts';
import { pseudonymKey } from '../../storage/keys.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { dropProposal, keepProposal, type ProposalDb } from '../../storage/proposals.ts';
import { readPerson } from '../../storage/settings.ts';
import type { PackShelf } from './packs.ts';

interface ProposalParts {
  readonly db: LogDb;
  readonly proposals: ProposalDb;
  readonly packs: Pick<PackShelf, 'engine'>;
  readonly mustSpeak: (caller: Caller, console: string) => Promise<void>;
  readonly kept: <T>(work: Promise<T>) => Promise<T>;
}

/** 存为话术: what an agent has sent well waits, without personal values, for whoever keeps the pack. */
export function proposalHandlers({
  db,
  proposals,
  packs,
  mustSpeak,
  kept,
}: ProposalParts): Pick<Handlers, `proposal.${'keep' | 'drop' | 'restore'}`> {
  const nameOf = async (home: ConversationOf) =>
    pseudonyms(await pseudonymKey(db)).conversation(home.place, home.conversation);

  return {
    'proposal.keep': async ({ id, home, asked, text }, caller) => {
      await mustSpeak(caller, home.place.console);
      const { signals } = await packs.engine();
      if (signals(text, 'text').script !== undefined) return { outcome: 'known' };
      const row = {
        id,
        at: Date.now(),
        console: home.place.console,
        person: await readPerson(db),
        conversation: await nameOf(home),
        asked: redact(asked).text,
        text: redact(text).text,
      };
      return { outcome: (await kept(keepProposal(proposals, row))) ? 'kept' : 'waiting' };
    },
    'proposal.drop': async ({ id, home }, caller) => {
      if (caller.kind === 'page') await kept(dropProposal(proposals, id));
      else if (home) {
        await mustSpeak(caller, home.place.console);
        await kept(dropProposal(proposals, id, await nameOf(home)));
      }
      return null;
    },
    'proposal.restore': async ({ row }) => {
      await kept(keepProposal(proposals, row));
      return null;
    },
  };
}
