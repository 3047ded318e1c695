import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

interface ButtonProps {
  readonly onClick?: () => void;
  readonly children?: ComponentChildren;
  readonly icon?: IconNode;
  /** `main` is the one thing to do here; `quiet` is a word that can be clicked; `danger` cannot be taken back. */
  readonly look?: 'main' | 'plain' | 'quiet' | 'danger';
  readonly disabled?: boolean;
  /** Submits its form, so that Enter in a field does the same. */
  readonly submit?: boolean;
  /** Spoken name where the button shows only an icon. */
  readonly label?: string;
  readonly pressed?: boolean;
}

/** Every button of our pages: a real button, so that Enter, Space and focus come with it. */
export function Button({
  onClick,
  children,
  icon,
  look = 'plain',
  disabled,
  submit,
  label,
  pressed,
}: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class="button"
      data-look={look}
      disabled={disabled ?? false}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {icon && <Icon node={icon} />}
      {children}
    </button>
  );
}
