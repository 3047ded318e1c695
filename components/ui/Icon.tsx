import type { IconNode } from 'lucide';
import { h } from 'preact';

/**
 * A kept icon (the lucide set, ISC licence), drawn inline in the colour of its text. It always stands beside a
 * word or inside a labelled control, so readers of the page aloud skip it.
 */
export function Icon({ node, size = 16 }: { node: IconNode; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {node.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }))}
    </svg>
  );
}
