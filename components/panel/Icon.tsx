import type { IconNode } from 'lucide';
import { h } from 'preact';

/** A Lucide icon, drawn element by element: no markup strings reach the page. Decorative; words stand beside it. */
export function Icon({ node, size = 14 }: { node: IconNode; size?: number }) {
  return (
    <svg
      class="icon"
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
