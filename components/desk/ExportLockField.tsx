import { say } from '../i18n/say.ts';
import { Choice } from '../ui/Choice.tsx';
import { ReceiverPick } from './ReceiverPick.tsx';
import type { ExportLock, ReceiversView, ReceiverWish } from './view.ts';

/** A shorter one is guessed, however slow each guess is made. */
const PASSPHRASE_LEAST = 8;

/** Whether a file can be locked so: a passphrase is long enough, a key is chosen and known here. */
export const isLockable = (lock: ExportLock, { known }: ReceiversView): boolean =>
  lock.kind === 'none' ||
  (lock.kind === 'passphrase'
    ? lock.passphrase.length >= PASSPHRASE_LEAST
    : known.some(({ id }) => id === lock.id));

const begun = (kind: ExportLock['kind'], { known }: ReceiversView): ExportLock => {
  if (kind === 'passphrase') return { kind, passphrase: '' };
  const [only, ...others] = known;
  return kind === 'key' ? { kind, id: only && others.length === 0 ? only.id : null } : { kind };
};

/** Who will be able to open the file. */
export function ExportLockField({
  lock,
  receivers,
  onChange,
  act,
}: {
  lock: ExportLock;
  receivers: ReceiversView;
  onChange: (lock: ExportLock) => void;
  act: (wish: ReceiverWish) => void;
}) {
  return (
    <div class="field">
      <span class="muted">{say('lock.title')}</span>
      <Choice
        name="lock"
        label={say('lock.title')}
        value={lock.kind}
        options={(['none', 'passphrase', 'key'] as const).map((value) => ({
          value,
          label: say(`lock.${value}`),
        }))}
        onChange={(kind) => onChange(begun(kind, receivers))}
      />
      {lock.kind === 'passphrase' && (
        <label class="field">
          <span class="muted">{say('desk.exportPassphrase')}</span>
          <input
            autoComplete="off"
            spellcheck={false}
            required
            minLength={PASSPHRASE_LEAST}
            maxLength={200}
            value={lock.passphrase}
            onInput={(event) => onChange({ kind: 'passphrase', passphrase: event.currentTarget.value })}
          />
        </label>
      )}
      <p class="muted" role="status">
        {lock.kind === 'passphrase'
          ? say('desk.exportPassphraseWhat', { n: PASSPHRASE_LEAST })
          : say(lock.kind === 'key' ? 'lock.keyWhat' : 'lock.noneWhat')}
      </p>
      {lock.kind === 'key' && (
        <ReceiverPick
          receivers={receivers}
          chosen={lock.id}
          onChoose={(id) => onChange({ kind: 'key', id })}
          act={act}
        />
      )}
    </div>
  );
}
