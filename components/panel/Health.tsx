import { Action } from './Action.tsx';
import { Skeleton } from './Skeleton.tsx';
import type { Ui } from './ui.ts';
import type { PageView } from './view.ts';

/** A page that we cannot work on: what happened, what was kept, what to do. */
export function Health({ page, ui }: { page: Exclude<PageView, { kind: 'ready' }>; ui: Ui }) {
  if (page.kind === 'loading') return <Skeleton word="page.loading" ui={ui} />;
  const subject = page.kind === 'unusable' ? page.reason : page.kind;
  return (
    <section class={page.kind === 'no-conversation' ? 'empty' : 'find warn'}>
      <h2 class="strong tone">{ui.say(`page.${subject}`)}</h2>
      <p>{ui.say(`page.${subject}-do`)}</p>
      {page.kind === 'unusable' && page.shown && (
        <p class="note">{ui.say('page.shown', { shown: page.shown })}</p>
      )}
      {page.kind === 'broken' && (
        <>
          <p class="note">{ui.say('page.missing', { missing: page.missing.join('、') })}</p>
          <div class="acts">
            <Action ui={ui} word="page.point" wish={{ kind: 'point' }} />
            <Action ui={ui} word="page.copy" wish={{ kind: 'copy-health' }} />
          </div>
        </>
      )}
    </section>
  );
}
