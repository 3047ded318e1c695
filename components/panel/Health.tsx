import { Action } from './Action.tsx';
import type { On, PageView } from './view.ts';
import { useSay } from './words.ts';

/** A page that we cannot work on: what happened, what was kept, what to do. */
export function Health({ page, on }: { page: Exclude<PageView, { kind: 'ready' }>; on: On }) {
  const say = useSay();
  if (page.kind === 'loading')
    return (
      <div class="skeleton late-in" role="status" aria-label={say('page.loading')}>
        <i />
        <i />
        <i />
      </div>
    );
  const subject = page.kind === 'unusable' ? page.reason : page.kind;
  return (
    <section class={page.kind === 'no-conversation' ? 'health' : 'health trouble'}>
      <h2>{say(`page.${subject}`)}</h2>
      <p>{say(`page.${subject}-do`)}</p>
      {page.kind === 'unusable' && page.shown && <p class="y">{say('page.shown', { shown: page.shown })}</p>}
      {page.kind === 'broken' && (
        <>
          <p class="y code">{say('page.missing', { missing: page.missing.join('、') })}</p>
          <div class="acts">
            <Action onClick={(event) => on({ kind: 'copy-health' }, event)}>{say('page.copy')}</Action>
          </div>
        </>
      )}
    </section>
  );
}
