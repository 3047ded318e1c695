import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';

/** A reply's text with its slots marked: filled in jade, still to fill dashed. */
export function Slots({ text, slots }: Pick<Suggestion, 'text' | 'slots'>) {
  const ordered = [...slots].sort((a, b) => a.start - b.start);
  let from = 0;
  const pieces = ordered.map((slot) => {
    const before = text.slice(from, slot.start);
    from = slot.end;
    return [
      before,
      <span key={slot.start} class={`slot ${slot.state}`} title={slot.name}>
        {text.slice(slot.start, slot.end)}
      </span>,
    ];
  });
  return (
    <span class="tx">
      {pieces}
      {text.slice(from)}
    </span>
  );
}
