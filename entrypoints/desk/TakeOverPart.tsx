import { useState } from 'preact/hooks';
import { type Taking, takeOver } from '../../components/case/take-over.ts';
import { TakeOver } from '../../components/desk/TakeOver.tsx';
import { caseText } from '../../components/i18n/case.ts';
import { say, spoken } from '../../components/i18n/say.ts';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import { FilePick } from '../../components/ui/FilePick.tsx';
import type { NoticeView } from '../../components/ui/Notice.tsx';
import type { Case } from '../../core/cases.ts';
import type { DeskCatalogue } from '../../core/desk.ts';
import type { HandOver } from '../../core/hand-over.ts';
import { call } from '../../messaging/call.ts';
import { HandOverError, readHandOver } from '../../storage/cases/read-hand-over.ts';
import { newActId } from './act-id.ts';

interface Read {
  readonly file: HandOver;
  readonly taking: Taking;
  /** The act's id: pressed twice, the case is opened once. */
  readonly act: string;
}

/** Takes a case over from a file that another desk saved: read whole or not at all, shown, then kept in one act. */
export function TakeOverPart({
  casesNow,
  catalogue,
  say: tell,
  taken,
  failed,
}: {
  /** All cases as they are now, to know a file that was taken before. */
  casesNow: () => Promise<readonly Case[]>;
  catalogue: DeskCatalogue;
  say: (notice: NoticeView) => void;
  /** Called with the conversation of the case that is now here. */
  taken: (conversation: string) => Promise<void>;
  failed: (error: unknown) => void;
}) {
  const [read, setRead] = useState<Read | null>(null);
  const trouble = (text: string) => tell({ text, tone: 'trouble', undo: false });

  /** Whether the file's hand-over is in this log already; says so if it is. */
  async function isHere({ hand }: HandOver): Promise<boolean> {
    const found = (await casesNow()).flatMap(({ handed }) => handed).find((one) => one.hand === hand);
    if (found) trouble(say(found.kind === 'from' ? 'take.already' : 'take.own'));
    return found !== undefined;
  }

  async function pick(picked: File): Promise<void> {
    try {
      const file = await readHandOver(picked);
      if (await isHere(file)) return;
      const words = { say: caseText(spoken()), language: spoken(), timeZone: PAGE_ZONE };
      const act = newActId();
      setRead({ file, act, taking: takeOver(file, catalogue, `${act}.case`, Date.now(), words) });
    } catch (error) {
      if (!(error instanceof HandOverError)) throw error;
      trouble(say(`take.${error.code}`, { where: error.where }));
    }
  }

  async function take({ file, taking, act }: Read): Promise<void> {
    setRead(null);
    if (await isHere(file)) return;
    const card = await call('desk.act', { id: act, home: null, acts: taking.acts });
    tell({ text: say('take.taken'), tone: 'fine', undo: false });
    if (card) await taken(card.conversation);
  }

  return (
    <>
      <FilePick accept=".json" onFiles={([file]) => void pick(file).catch(failed)}>
        {say('take.pick')}
      </FilePick>
      {read && (
        <TakeOver
          file={read.file}
          taking={read.taking}
          onTake={() => void take(read).catch(failed)}
          onLeave={() => setRead(null)}
        />
      )}
    </>
  );
}
