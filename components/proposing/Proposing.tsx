import { proposingText } from '../i18n/proposing.ts';
import type { OnProposing, ProposingView } from './view.ts';

const SHOWN_LETTERS = 24;

/** Offers to hand in what was just sent as a script, in one line that goes when the buyer writes again. */
export function Proposing({ view: { language, line, key }, on }: { view: ProposingView; on: OnProposing }) {
  if (line.kind === 'none') return null;
  const say = proposingText(language);
  return (
    <section class="proposing" aria-label={say('proposing.title')}>
      {line.kind === 'offer' ? (
        <p class="row">
          <span class="words" title={line.text}>
            {say('proposing.offer', { text: cut(line.text) })}
          </span>
          <button type="button" class="plain" onClick={(event) => on('save', event)}>
            {say('proposing.save')} {key && <kbd>{key}</kbd>}
          </button>
          <button type="button" class="plain" onClick={(event) => on('not', event)}>
            {say('proposing.not')}
          </button>
        </p>
      ) : (
        <p class="row">
          <span role="status">{say(`proposing.${line.outcome}`)}</span>
          {line.outcome === 'kept' && (
            <button type="button" class="plain" onClick={(event) => on('undo', event)}>
              {say('proposing.undo')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

const cut = (text: string): string =>
  text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS)}…` : text;
