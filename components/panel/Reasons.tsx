import type { FindingView } from './view.ts';
import { useSay } from './words.ts';

/** Why the rule exists, where it is written and what breaking it costs, as far as the pack says. */
export function Reasons({ finding }: { finding: FindingView }) {
  const say = useSay();
  return (
    <div class="reasons">
      <p>{finding.why}</p>
      {finding.clause && <p>{say('find.clause', { clause: finding.clause })}</p>}
      {finding.penalty && <p>{say('find.penalty', { penalty: finding.penalty })}</p>}
    </div>
  );
}
