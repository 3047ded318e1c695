import type { IconNode } from 'lucide';
import { h } from 'preact';

/** A Lucide icon, drawn element by element: no markup strings reach the page. `flip`: the other way round. */
export function Icon({ node, flip }: { node: IconNode; flip?: boolean }) {
  return (
    <svg class={flip ? 'flip' : ''} aria-hidden="true" viewBox="0 0 24 24">
      {node.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
