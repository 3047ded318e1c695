import { waiterText } from '../i18n/waiters.ts';
import { clockFace } from '../panel/clock-face.ts';
import { MUTE_MINUTES, type OnWaiters, type WaitersView } from './view.ts';

/** The one line that names the longest waiter. It makes no sound, and goes by itself when nobody is late. */
export function Waiters({ view, on }: { view: WaitersView; on: OnWaiters }) {
  const { late, key, trouble } = view;
  const say = waiterText(view.language);
  if (late === null && trouble === null) return null;
  const name = late?.name ?? say('waiters.unnamed');
  return (
    <section class="waiters" aria-label={say('waiters.title')}>
      {late && (
        <p class="row">
          <span role="status">
            {late.count > 1 ? say('waiters.many', { n: late.count, name }) : say('waiters.one', { name })}
          </span>
          <b role="timer">{clockFace(late.seconds)}</b>
          {key !== null && (
            <small>
              {say('waiters.open')} <kbd>{key}</kbd>
            </small>
          )}
        </p>
      )}
      {trouble && <p role="alert">{say(`waiters.${trouble}`)}</p>}
      {late && (
        <p class="row">
          <button type="button" class="plain" onClick={(event) => on('mute-one', event)}>
            {say('waiters.muteOne')}
          </button>
          <button type="button" class="plain" onClick={(event) => on('mute-all', event)}>
            {say('waiters.muteAll', { n: MUTE_MINUTES })}
          </button>
        </p>
      )}
    </section>
  );
}
