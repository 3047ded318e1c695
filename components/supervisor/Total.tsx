import { say } from '../i18n/say.ts';
import { decimal } from '../ui/format.ts';
import type { TotalView } from './view.ts';

/**
 * Points of the weight that was judged. While something is still to be entered the judged weight stands beside
 * it: a part is never stretched to look like a whole.
 */
export function Total({ total, big = false }: { total: TotalView | null; big?: boolean }) {
  if (!total || total.judged === 0)
    return (
      <span class="total" data-big={big}>
        <span class="total-points">–</span>
        <span class="ci">{say('sup.judged', { n: 0, of: total?.weight ?? 100 })}</span>
      </span>
    );
  const whole = total.judged === total.weight;
  return (
    <span class="total" data-big={big} data-part={!whole}>
      <span class="total-points">{decimal(total.points)}</span>
      {(big || !whole) && <span class="total-of">{say('sup.of', { n: decimal(total.judged) })}</span>}
      {!whole && (
        <span class="ci">
          {say(big ? 'sup.partly' : 'sup.judged', { n: decimal(total.judged), of: decimal(total.weight) })}
        </span>
      )}
    </span>
  );
}
