import { say } from '../i18n/say.ts';
import { FileDrop } from '../ui/FileDrop.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Offered } from './Offered.tsx';
import { PackCard } from './PackCard.tsx';
import { PackIssues } from './PackIssues.tsx';
import type { PackAct, PacksView } from './view.ts';

/** 话术包: what is in use, how to bring another in, and how to go back. */
export function Packs({ view, act }: { view: PacksView; act: PackAct }) {
  const words = { drop: say('packs.drop'), now: say('packs.dropNow'), choose: say('packs.choose') };
  return (
    <>
      <p class="muted">{say('packs.why')}</p>
      {view.packs === null ? (
        <Skeleton />
      ) : (
        <ul class="packs">
          {view.packs.map((pack) => (
            <PackCard key={pack.id} pack={pack} act={act} />
          ))}
        </ul>
      )}
      {view.conflicts.length > 0 && (
        <details>
          <summary>
            {say('packs.conflicts')} ({view.conflicts.length})
          </summary>
          <PackIssues issues={view.conflicts} />
        </details>
      )}
      {view.offered && <Offered offered={view.offered} busy={view.busy} act={act} />}
      <FileDrop
        words={words}
        accept=".cspack,.json,.yml,.yaml,.csv,.tsv,.txt,.xlsx"
        take={(files) => act({ kind: 'offer', files })}
      />
      <p class="muted">{say('packs.kinds')}</p>
    </>
  );
}
