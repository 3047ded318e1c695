import { isError, type PackIssue, sayIssue, sayPlace } from '../../scripts-library/pack-issue.ts';
import { spoken } from '../i18n/say.ts';

/** What was found in a file, each with its place, its sentence and what to do; the code for whoever asks. */
export function PackIssues({ issues }: { issues: readonly PackIssue[] }) {
  const language = spoken();
  return (
    <ul class="pack-issues">
      {issues.map((one) => {
        const { text, hint } = sayIssue(one, language);
        const place = sayPlace(one, language);
        return (
          <li key={`${one.code} ${one.path} ${one.message}`} data-tone={isError(one) ? 'bad' : 'plain'}>
            {place !== '' && <span class="muted">{place} </span>}
            {text}
            <span class="muted">
              {' '}
              {hint} <span class="ci">{one.code}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
