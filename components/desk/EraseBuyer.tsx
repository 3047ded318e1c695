import { Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import type { DeskAct } from './view.ts';

/** Erases what this machine holds of a buyer who asked for it: says first what goes and what stays. */
export function EraseBuyer({ act }: { act: DeskAct }) {
  const [buyer, setBuyer] = useState('');
  const [sure, setSure] = useState(false);
  const named = buyer.trim() !== '';
  return (
    <form
      class="erase"
      onSubmit={(event) => {
        event.preventDefault();
        if (!named) return;
        if (!sure) return setSure(true);
        act({ kind: 'erase-buyer', buyer: buyer.trim() });
        setBuyer('');
        setSure(false);
      }}
    >
      <label class="field">
        <span class="muted">{say('desk.eraseBuyer')}</span>
        <input
          maxLength={200}
          value={buyer}
          onInput={(event) => {
            setBuyer(event.currentTarget.value);
            setSure(false);
          }}
        />
      </label>
      {sure && <p role="alert">{say('desk.eraseWhat', { buyer: buyer.trim() })}</p>}
      <div class="acts">
        <Button icon={Trash2} submit disabled={!named}>
          {say(sure ? 'desk.eraseGo' : 'desk.erase')}
        </Button>
        {sure && <Button onClick={() => setSure(false)}>{say('page.cancel')}</Button>}
      </div>
    </form>
  );
}
