import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';

/** A reply's text with its slots marked: filled in jade, still to fill dashed. */
export function Slots({ text, slots }: Pick<Suggestion, 'text' | 'slots'>) {
  let from = 0;
  const pieces = [...slots]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, name, state }) => {
      const before = text.slice(from, start);
      from = end;
      return [
        before,
        <mark key={start} class={state} title={name}>
          {text.slice(start, end)}
        </mark>,
      ];
    });
  return (
    <span class="text">
      {pieces}
      {text.slice(from)}
    </span>
  );
}
