import type { IconNode } from 'lucide';
import { h } from 'preact';

/** A Lucide icon, drawn element by element: no markup strings reach the page. Decorative; words stand beside it. */
export function Icon({ node }: { node: IconNode }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24">
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
