import { Trash2 } from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { FilePick } from '../ui/FilePick.tsx';
import { useFocus } from '../ui/use-focus.ts';
import type { ReceiversView, ReceiverWish } from './view.ts';

type Act = (wish: ReceiverWish) => void;

/** Shows a key that was just read in, to be compared with what its owner reads out. Nothing is kept before. */
function Check({ read, act }: { read: Extract<ReceiversView['read'], { kind: 'offer' }>; act: Act }) {
  const { label, made, fingerprint } = read.key;
  return (
    <div class="key-check" role="alert" tabIndex={-1}>
      <p>{say('lock.check', { label, made })}</p>
      <p class="print">{fingerprint}</p>
      {read.meets === 'clash' && <p class="care">{say('lock.checkClash', { label })}</p>}
      <p class="muted">{say(read.meets === 'same' ? 'lock.checkSame' : 'lock.checkHow')}</p>
      <div class="acts">
        <Button onClick={() => act({ kind: 'receiver-keep' })}>{say('lock.checkKeep')}</Button>
        <Button onClick={() => act({ kind: 'receiver-leave' })}>{say('lock.checkLeave')}</Button>
      </div>
    </div>
  );
}

/** The supervisors' keys that are known here: one is chosen, others are read in or removed. */
export function ReceiverPick({
  receivers,
  chosen,
  onChoose,
  act,
}: {
  receivers: ReceiversView;
  chosen: string | null;
  onChoose: (id: string) => void;
  act: Act;
}) {
  const { known, read } = receivers;
  const part = useFocus<HTMLDivElement>(
    read.kind,
    read.kind === 'offer' ? '.key-check' : 'input:checked, :scope > .button',
  );
  return (
    <div ref={part} class="receivers">
      {known.length === 0 ? (
        <p class="muted">{say('lock.keyNone')}</p>
      ) : (
        <fieldset class="keys">
          <legend class="aloud">{say('lock.keyWhose')}</legend>
          {known.map(({ id, label, fingerprint }) => (
            <div key={id} class="acts">
              <label class="acts">
                <input type="radio" name="key" checked={id === chosen} onChange={() => onChoose(id)} />
                <span>{label}</span>
                <span class="print">{fingerprint}</span>
              </label>
              <Button
                look="quiet"
                icon={Trash2}
                label={say('lock.keyForget', { label })}
                onClick={() => act({ kind: 'receiver-forget', id })}
              />
            </div>
          ))}
        </fieldset>
      )}
      {read.kind === 'offer' ? (
        <Check read={read} act={act} />
      ) : (
        <FilePick accept=".cskey" onFiles={([file]) => act({ kind: 'receiver-read', file })}>
          {say('lock.keyRead')}
        </FilePick>
      )}
      {read.kind === 'refused' && (
        <p class="wrong" role="alert">
          {read.why}
        </p>
      )}
    </div>
  );
}
