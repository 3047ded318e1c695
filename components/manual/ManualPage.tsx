import { useState } from 'preact/hooks';
import type { OverrideReason } from '../../core/event.ts';
import { CASE_CATEGORIES } from '../case/view.ts';
import { caseText } from '../i18n/case.ts';
import { say, spoken } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { moment } from '../ui/format.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { ManualAct, ManualView, TurnView } from './view.ts';

const REASONS: readonly OverrideReason[] = [
  'false-alarm',
  'quoting-buyer',
  'platform-allows',
  'supervisor-agreed',
  'other',
];

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const whose = (by: TurnView['by']) => (by === 'buyer' || by === 'agent' ? by : 'unknown');

function Paste({ act }: { act: ManualAct }) {
  const [text, setText] = useState('');
  const read = (words: string) => {
    act({ kind: 'paste', text: words });
    setText('');
  };
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        read(text);
      }}
    >
      <label for="paste">{say('manual.paste')}</label>
      <textarea
        id="paste"
        rows={3}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          if (text !== '' || pasted === '') return;
          // Into an empty box a paste is the whole of it: no second step.
          event.preventDefault();
          read(pasted);
        }}
      />
      <Button submit disabled={text.trim() === ''}>
        {say('manual.read')}
      </Button>
    </form>
  );
}

function Chat({ view, act }: { view: ManualView; act: ManualAct }) {
  return (
    <section>
      <h2>{say('manual.chat')}</h2>
      <div class="timer" role="timer" aria-live="off" data-running={view.waited !== null}>
        <b>
          {view.waited === null ? say('manual.idle') : say('manual.waiting', { time: clock(view.waited) })}
        </b>
        {view.waited === null ? (
          <Button onClick={() => act({ kind: 'start' })}>{say('manual.start')}</Button>
        ) : (
          <Button onClick={() => act({ kind: 'stop' })}>{say('manual.stop')}</Button>
        )}
      </div>
      {view.names.map(({ name, by }) => (
        <fieldset key={name} class="segments">
          <legend>{say('manual.whose', { name })}</legend>
          {(['buyer', 'agent'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`whose ${name}`}
                checked={by === one}
                onChange={() => act({ kind: 'whose', name, by: one })}
              />
              <span>{say(`manual.by.${one}`)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      {view.turns.length === 0 ? (
        <p class="muted">{say('manual.chatNone')}</p>
      ) : (
        <ol class="turns">
          {view.turns.map((turn) => (
            <li key={turn.id} data-by={whose(turn.by)}>
              <b>{say(`manual.by.${whose(turn.by)}`)}</b>
              <span>{turn.text}</span>
              {turn.at !== null && <small class="muted">{moment(turn.at)}</small>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Replies({ view, act }: { view: ManualView; act: ManualAct }) {
  return (
    <section>
      <h2>{say('manual.replies')}</h2>
      {view.replies === null ? (
        <Skeleton />
      ) : view.replies.length === 0 ? (
        <p class="muted">{say('manual.repliesNone')}</p>
      ) : (
        <ol class="replies">
          {view.replies.map(({ script, title, text, why }, index) => (
            <li key={script}>
              <button type="button" class="reply" onClick={() => act({ kind: 'reply', script })}>
                <kbd>Alt+{index + 1}</kbd>
                <b>{title}</b>
                <span>{text}</span>
                {why && <small class="muted">{why}</small>}
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Reply({ view, act }: { view: ManualView; act: ManualAct }) {
  return (
    <section>
      <h2>
        <label for="draft">{say('manual.reply')}</label>
      </h2>
      <textarea
        id="draft"
        rows={4}
        value={view.draft}
        onInput={(event) => act({ kind: 'draft', text: event.currentTarget.value })}
      />
      {view.findings.length > 0 && (
        <ul class="findings" aria-label={say('manual.findings')}>
          {view.findings.map((finding) => (
            <li key={finding.id} data-level={finding.level}>
              <b>{finding.title}</b> {finding.message}
              {finding.replacement !== null && (
                <Button look="quiet" onClick={() => act({ kind: 'replace', finding: finding.id })}>
                  {say('manual.use', { words: finding.replacement })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.held ? (
        <div class="held" role="alertdialog" aria-label={say('manual.held')}>
          <p>{say('manual.held')}</p>
          <div class="acts">
            <Button look="main" onClick={() => act({ kind: 'back' })}>
              {say('manual.back')}
            </Button>
            {REASONS.map((reason) => (
              <Button key={reason} onClick={() => act({ kind: 'override', reason })}>
                {say(`manual.reason.${reason}`)}
              </Button>
            ))}
          </div>
        </div>
      ) : (
        <div class="acts">
          <Button look="main" disabled={view.draft.trim() === ''} onClick={() => act({ kind: 'copy-send' })}>
            {say('manual.copySend')} <kbd>{say('manual.copySendKeys')}</kbd>
          </Button>
          <Button disabled={view.draft.trim() === ''} onClick={() => act({ kind: 'copy' })}>
            {say('manual.copy')}
          </Button>
        </div>
      )}
    </section>
  );
}

function CaseLine({ view, act }: { view: ManualView; act: ManualAct }) {
  const [category, setCategory] = useState<string>(CASE_CATEGORIES[0]);
  const words = caseText(spoken());
  const named = (one: string) =>
    (CASE_CATEGORIES as readonly string[]).includes(one)
      ? words(`case.${one as (typeof CASE_CATEGORIES)[number]}`)
      : one;
  return (
    <section>
      <h2>{say('manual.case')}</h2>
      {view.case !== null ? (
        <p>{say('manual.caseOpen', { category: named(view.case) })}</p>
      ) : (
        <div class="acts">
          <label for="category">{say('manual.caseCategory')}</label>
          <select id="category" value={category} onChange={(event) => setCategory(event.currentTarget.value)}>
            {CASE_CATEGORIES.map((one) => (
              <option key={one} value={one}>
                {named(one)}
              </option>
            ))}
          </select>
          <Button disabled={view.turns.length === 0} onClick={() => act({ kind: 'case', category })}>
            {say('manual.caseGo')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Chats that no page shows: what was pasted, who waits, what to answer, and a copy of the reply. */
export function ManualPage({ view, act }: { view: ManualView; act: ManualAct }) {
  return (
    <Page here="manual">
      <div class="manual">
        <h1>{say('page.manual')}</h1>
        <p class="muted">{say('manual.why')}</p>
        <div class="who">
          <label for="shop">{say('manual.shop')}</label>
          <input
            id="shop"
            maxLength={60}
            value={view.shop}
            onChange={(event) => act({ kind: 'shop', text: event.currentTarget.value })}
          />
          <label for="buyer">{say('manual.buyer')}</label>
          <input
            id="buyer"
            maxLength={60}
            value={view.buyer}
            onChange={(event) => act({ kind: 'buyer', text: event.currentTarget.value })}
          />
          <Button disabled={view.turns.length === 0} onClick={() => act({ kind: 'next' })}>
            {say('manual.next')}
          </Button>
        </div>
        <Paste act={act} />
        <Chat view={view} act={act} />
        <Replies view={view} act={act} />
        <Reply view={view} act={act} />
        <CaseLine view={view} act={act} />
        {view.unsaved > 0 && <p class="care">{say('manual.unsaved', { n: view.unsaved })}</p>}
      </div>
      <Notice
        notice={view.notice && { ...view.notice, undo: false }}
        onUndo={() => undefined}
        onClose={() => act({ kind: 'close-notice' })}
      />
    </Page>
  );
}
