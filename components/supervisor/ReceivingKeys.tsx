import { say } from '../i18n/say.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { KeyRow } from './KeyRow.tsx';
import { MakeKey } from './MakeKey.tsx';
import type { Act, KeysView } from './view.ts';

/** The keys that agents encrypt their logs to, and what becomes of what they open. */
export function ReceivingKeys({ keys, act }: { keys: KeysView; act: Act }) {
  const { list, told } = keys;
  return (
    <Dialog title={say('keys.title')} place="side" onClose={() => act({ kind: 'open-keys', open: false })}>
      <div class="dialog-body">
        <p>{say('keys.what')}</p>
        <p class="key-only">{say('keys.only')}</p>
        <p class="muted">{say('keys.lost')}</p>
        <MakeKey act={act} />
        <p role="status" class={told?.tone === 'trouble' ? 'bad' : undefined}>
          {told?.text}
        </p>
        {list === null && <Skeleton />}
        {list?.length === 0 && <p class="muted">{say('keys.none')}</p>}
        {list && list.length > 0 && (
          <ul class="own-keys">
            {list.map((own) => (
              <KeyRow key={own.id} own={own} act={act} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
