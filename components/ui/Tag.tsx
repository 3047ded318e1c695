import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

/** A short state in words with its icon: colour is never the only sign. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: 'plain' | 'fine' | 'care' | 'bad';
  icon?: IconNode;
  children: ComponentChildren;
}) {
  return (
    <span class="tag" data-tone={tone}>
      {icon && <Icon node={icon} size={12} />}
      {children}
    </span>
  );
}
