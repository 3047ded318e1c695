import { Download, Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { say, spoken } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { day } from '../ui/days.ts';
import { count } from '../ui/format.ts';
import { Tag } from '../ui/Tag.tsx';
import { useFocus } from '../ui/use-focus.ts';
import { LABEL_MOST } from './MakeKey.tsx';
import type { Act, OwnKeyView } from './view.ts';

type Asking = 'nothing' | 'name' | 'remove';

/** Where the focus goes; never to what deletes, which Enter would press at once. */
const FOCUS: Readonly<Record<Asking, string>> = {
  nothing: '.button',
  name: 'input',
  remove: '.button:last-child',
};

function Rename({ own, act, done }: { own: OwnKeyView; act: Act; done: () => void }) {
  const [label, setLabel] = useState(own.label);
  return (
    <form
      class="acts"
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() === '') return;
        act({ kind: 'key-rename', id: own.id, label });
        done();
      }}
    >
      <input
        required
        maxLength={LABEL_MOST}
        aria-label={say('keys.label')}
        value={label}
        onInput={(event) => setLabel(event.currentTarget.value)}
      />
      <Button look="main" submit>
        {say('page.save')}
      </Button>
      <Button onClick={done}>{say('page.cancel')}</Button>
    </form>
  );
}

function Remove({ own, act, done }: { own: OwnKeyView; act: Act; done: () => void }) {
  const { id, label, files } = own;
  return (
    <div class="key-ask" role="alert">
      <p>{say('keys.removeWhat', { label })}</p>
      {files.length > 0 && (
        <p>
          {say('keys.removeFiles', {
            n: count(files.length),
            files: new Intl.ListFormat(spoken()).format(files),
          })}
        </p>
      )}
      <div class="acts">
        <Button look="danger" icon={Trash2} onClick={() => act({ kind: 'key-remove', id })}>
          {say('keys.removeGo')}
        </Button>
        <Button onClick={done}>{say('page.cancel')}</Button>
      </div>
    </div>
  );
}

/** One key: what it is called, how to compare it, what it opened, and what can be done with it. */
export function KeyRow({ own, act }: { own: OwnKeyView; act: Act }) {
  const [asking, setAsking] = useState<Asking>('nothing');
  const { id, label, retired } = own;
  const done = () => setAsking('nothing');
  const part = useFocus<HTMLLIElement>(asking, FOCUS[asking]);
  return (
    <li ref={part}>
      <p class="acts">
        <b>{label}</b>
        {retired && <Tag tone="care">{say('keys.retired')}</Tag>}
      </p>
      <p>
        <span class="muted">{say('keys.print')}</span> <span class="print">{own.fingerprint}</span>
      </p>
      <p class="ci">
        {say('keys.madeAt', { at: day(own.madeAt) })}
        {own.files.length > 0 && ` · ${say('keys.opened', { n: count(own.files.length) })}`}
      </p>
      {asking === 'name' && <Rename own={own} act={act} done={done} />}
      {asking === 'remove' && <Remove own={own} act={act} done={done} />}
      {asking === 'nothing' && (
        <div class="acts">
          {!retired && (
            <Button icon={Download} onClick={() => act({ kind: 'key-save', id })}>
              {say('keys.save')}
            </Button>
          )}
          <Button look="quiet" icon={Pencil} onClick={() => setAsking('name')}>
            {say('keys.rename')}
          </Button>
          <Button look="quiet" onClick={() => act({ kind: 'key-retire', id, retired: !retired })}>
            {say(retired ? 'keys.reuse' : 'keys.retire')}
          </Button>
          <Button look="quiet" icon={Trash2} onClick={() => setAsking('remove')}>
            {say('keys.remove')}
          </Button>
        </div>
      )}
    </li>
  );
}
