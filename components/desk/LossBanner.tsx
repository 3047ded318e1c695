import { Unplug } from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { count, moment } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import type { DeskAct, LossView } from './view.ts';

/** Says that the browser lost entries, how many, what was kept and what to do; stays until somebody has read it. */
export function LossBanner({ loss, act }: { loss: LossView; act: DeskAct }) {
  return (
    <section class="loss" role="alert">
      <p>
        <Icon node={Unplug} />
        {say(loss.all ? 'desk.lossAll' : 'desk.lossSome', {
          n: count(loss.lost),
          at: moment(loss.knownAt),
        })}
      </p>
      <p>{say('desk.lossWhat')}</p>
      <div class="acts">
        <Button onClick={() => act({ kind: 'section', section: 'backup' })}>{say('restore.from')}</Button>
        <Button onClick={() => act({ kind: 'loss-read' })}>{say('desk.lossRead')}</Button>
      </div>
    </section>
  );
}
