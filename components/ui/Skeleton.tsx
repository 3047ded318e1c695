import { say } from '../i18n/say.ts';

/** Where rows will be. Shown by its style only after 200 ms, so that a quick answer does not flash. */
export function Skeleton() {
  return (
    <div class="skeleton" role="status">
      <span class="aloud">{say('page.loading')}</span>
      <span class="skeleton-row" />
      <span class="skeleton-row" />
      <span class="skeleton-row" />
    </div>
  );
}
