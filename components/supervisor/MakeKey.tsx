import { KeyRound } from 'lucide';
import { useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import type { Act } from './view.ts';

export const LABEL_MOST = 40;

/** Makes a key under a name that agents will read. */
export function MakeKey({ act }: { act: Act }) {
  const [label, setLabel] = useState('');
  return (
    <form
      class="key-make"
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() === '') return;
        act({ kind: 'key-make', label });
        setLabel('');
      }}
    >
      <label class="field">
        <span class="muted">{say('keys.label')}</span>
        <input
          required
          maxLength={LABEL_MOST}
          placeholder={say('keys.labelHint')}
          value={label}
          onInput={(event) => setLabel(event.currentTarget.value)}
        />
      </label>
      <Button look="main" icon={KeyRound} submit disabled={label.trim() === ''}>
        {say('keys.make')}
      </Button>
    </form>
  );
}
