import type { Case } from '../../core/cases.ts';
import { type CaseKey, caseText } from '../i18n/case.ts';
import { say, spoken } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { moment } from '../ui/format.ts';

/** Lets an open case go on in another one: those of the same buyer first, then of the same order, then the latest. */
export function MergeCase({
  one,
  all,
  onMerge,
}: {
  one: Case;
  all: readonly Case[];
  onMerge: (into: Case) => void;
}) {
  const words = caseText(spoken());
  const nearness = (other: Case): number =>
    Number(other.conversation === one.conversation) * 2 +
    Number(one.fields.order !== undefined && other.fields.order === one.fields.order);
  const others = all
    .filter(({ id, closed }) => id !== one.id && closed === null)
    .sort((a, b) => nearness(b) - nearness(a) || b.openedAt - a.openedAt);
  if (others.length === 0) return null;
  return (
    <form
      class="merge"
      onSubmit={(event) => {
        event.preventDefault();
        const into = new FormData(event.currentTarget).get('into');
        const found = others.find(({ id }) => id === into);
        if (found) onMerge(found);
      }}
    >
      <label>
        {say('cases.merge')}{' '}
        <select name="into" required>
          <option value="">{say('cases.mergeInto')}</option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {[
                moment(other.openedAt),
                words(`case.${other.category}` as CaseKey),
                other.fields.order,
                other.fields.question,
              ]
                .filter(Boolean)
                .join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <Button submit>{say('cases.mergeDo')}</Button>
    </form>
  );
}
