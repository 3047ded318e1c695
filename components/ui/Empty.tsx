import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

/** What will appear here, and how to get it. */
export function Empty({
  icon,
  title,
  children,
}: {
  icon: IconNode;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <Icon node={icon} size={28} />
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
