import { useState } from 'preact/hooks';
import type { PackChange } from '../../scripts-library/pack-diff.ts';
import { CONSENTS, sayIssue } from '../../scripts-library/pack-issue.ts';
import { say, spoken } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { PackIssues } from './PackIssues.tsx';
import type { OfferedView, PackAct } from './view.ts';

/** A file before it is installed: what is wrong with it, or what it would change and who vouches for it. */
export function Offered({ offered, busy, act }: { offered: OfferedView; busy: boolean; act: PackAct }) {
  const close = () => act({ kind: 'put-aside' });
  if (offered.kind === 'bad') {
    const [first] = offered.issues;
    return (
      <div class="offered" data-tone="bad" role="alert">
        <p>
          <b>{say('packs.bad', { file: offered.file, why: first ? sayIssue(first, spoken()).text : '' })}</b>{' '}
          {first && sayIssue(first, spoken()).hint} {say('packs.badNothing')}
        </p>
        <details>
          <summary>{say('packs.issues', { n: offered.issues.length })}</summary>
          <PackIssues issues={offered.issues} />
        </details>
        <Button onClick={close}>{say('page.close')}</Button>
      </div>
    );
  }
  return <Good key={`${offered.file} ${offered.to}`} offered={offered} busy={busy} act={act} />;
}

function Good({
  offered,
  busy,
  act,
}: {
  offered: Extract<OfferedView, { kind: 'good' }>;
  busy: boolean;
  act: PackAct;
}) {
  const [agreed, setAgreed] = useState(false);
  const { title, publisher, from, to, fingerprint, signedOff, issues, changes, same } = offered;
  const asks = issues.some(({ code }) => CONSENTS.some((one) => one === code));
  return (
    <section class="offered" aria-label={say('packs.offered', { title })}>
      <h3>{say('packs.offered', { title })}</h3>
      <p>
        {say('packs.by', { publisher })} · {say(`packs.layer.${offered.layer}`)} ·{' '}
        {from === null ? say('packs.fresh', { to }) : say('packs.fromTo', { from, to })}
        <br />
        {fingerprint === null ? say('packs.unsigned') : say('packs.key', { key: fingerprint })}
      </p>
      {signedOff.length > 0 && (
        <p class="muted">
          {signedOff.map(({ step, by, on }) => say(`packs.${step}`, { by, on })).join(' · ')}
        </p>
      )}
      {same ? <p>{say('packs.same')}</p> : <Changes changes={changes} />}
      {issues.length > 0 && <PackIssues issues={issues} />}
      {asks && !same && (
        <label class="consent">
          <input
            type="checkbox"
            checked={agreed}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
          />
          {say('packs.consent')}
        </label>
      )}
      <p class="acts">
        {!same && (
          <Button look="main" disabled={busy || (asks && !agreed)} onClick={() => act({ kind: 'install' })}>
            {say('packs.install')}
          </Button>
        )}
        <Button onClick={() => act({ kind: 'put-aside' })}>{say('page.cancel')}</Button>
      </p>
    </section>
  );
}

const KINDS = [
  ['added', 'packs.added'],
  ['changed', 'packs.changed'],
  ['removed', 'packs.gone'],
] as const;

function Changes({ changes }: { changes: readonly PackChange[] }) {
  if (changes.length === 0) return <p>{say('packs.unchanged')}</p>;
  return (
    <>
      {KINDS.map(([kind, word]) => {
        const these = changes.filter((one) => one.kind === kind);
        if (these.length === 0) return null;
        return (
          <details key={kind} open={these.length <= 12}>
            <summary>
              {say(word)} {these.length}
            </summary>
            <ul>
              {these.map(({ section, id, title }) => (
                <li key={`${section} ${id}`}>
                  <span class="muted">{say(`packs.section.${section}`)}</span> {title}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}
