import { useState } from 'preact/hooks';
import { type Chord, chordOf, PANEL_CHORDS, printed } from '../../core/chord.ts';
import { say } from '../i18n/say.ts';
import type { OptionsView } from './view.ts';

/** A field that takes the key that is pressed in it, unless the panel has it, and says which console has it. */
export function KeyField({
  id,
  chord,
  owners,
  save,
}: {
  id: string;
  chord: Chord;
  owners: OptionsView['keyOwners'];
  save: (chord: Chord) => void;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Alt' || event.key === 'Shift') return;
    event.preventDefault();
    const pressed = event.key === 'Backspace' || event.key === 'Delete' ? '' : chordOf(event);
    if (pressed === null) return setRefused(say('options.keyWrong'));
    if (PANEL_CHORDS.includes(pressed)) return setRefused(say('options.keyOurs', { key: printed(pressed) }));
    setRefused(null);
    save(pressed);
  };
  const consoles = owners[chord];
  const theirs = consoles && say('options.keyTheirs', { key: printed(chord), consoles: consoles.join('、') });
  return (
    <div>
      <input
        id={id}
        aria-describedby={`${id}-why ${id}-said`}
        size={10}
        readOnly
        value={chord === '' ? say('options.keyNone') : printed(chord)}
        onKeyDown={press}
      />
      <p class="muted" id={`${id}-said`} role="status">
        {refused ?? theirs}
      </p>
    </div>
  );
}
