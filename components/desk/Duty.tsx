import { UserCheck, UserX } from 'lucide';
import { useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { DeskAct } from './view.ts';

function PersonForm({
  label,
  word,
  act,
  onDone,
}: {
  label: string;
  word: string;
  act: DeskAct;
  onDone?: () => void;
}) {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && name.trim() === '';
  return (
    <form
      class="person"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() === '') return;
        act({ kind: 'person', person: name.trim() });
        onDone?.();
      }}
    >
      <label class="field">
        <span class="muted">{label}</span>
        <input
          maxLength={40}
          autocomplete="off"
          value={name}
          aria-invalid={missing}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <Button look="main" submit>
        {word}
      </Button>
      {onDone && (
        <Button look="quiet" onClick={onDone}>
          {say('page.cancel')}
        </Button>
      )}
      <span class="wrong" role="alert">
        {missing ? say('desk.personNeeded') : null}
      </span>
    </form>
  );
}

/** 上岗, 交班 and 下班: whose replies the log counts from now on. Handing over is one step. */
export function Duty({ person, act }: { person: string | null; act: DeskAct }) {
  const [handing, setHanding] = useState(false);
  if (person === null)
    return (
      <section class="duty" data-on="false">
        <Icon node={UserX} size={20} />
        <div>
          <h2>{say('desk.nobody')}</h2>
          <p class="muted">{say('desk.nobodyWhy')}</p>
          <PersonForm label={say('desk.person')} word={say('desk.on')} act={act} />
        </div>
      </section>
    );
  return (
    <section class="duty" data-on="true">
      <Icon node={UserCheck} size={20} />
      <div>
        <h2>{say('desk.onDuty', { person })}</h2>
        {handing && (
          <PersonForm
            label={say('desk.handOverTo')}
            word={say('desk.handOver')}
            act={act}
            onDone={() => setHanding(false)}
          />
        )}
      </div>
      {!handing && (
        <div class="acts">
          <Button onClick={() => setHanding(true)}>{say('desk.handOver')}</Button>
          <Button look="quiet" onClick={() => act({ kind: 'person', person: null })}>
            {say('desk.off')}
          </Button>
        </div>
      )}
    </section>
  );
}
