import type { ComponentChildren } from 'preact';

/** The cap of a key, as printed: `Alt ↵`. */
export function Key({ cap }: { cap: string }) {
  return <kbd class="key">{cap}</kbd>;
}

/** A button that shows its key. `kind`: main is the one to press, plain is a quiet one, link is text alone. */
export function Action({
  cap,
  kind = 'plain',
  onClick,
  children,
  expanded,
}: {
  cap?: string;
  kind?: 'main' | 'plain' | 'link';
  onClick: (event: Event) => void;
  children: ComponentChildren;
  /** For a button that opens something below it. */
  expanded?: boolean;
}) {
  return (
    <button type="button" class={`act ${kind}`} aria-expanded={expanded} onClick={onClick}>
      {cap && <Key cap={cap} />}
      {children}
    </button>
  );
}

/** A square button that is an icon alone; its words are its name and tooltip. */
export function IconAction({
  name,
  pressed,
  onClick,
  children,
}: {
  name: string;
  pressed?: boolean;
  onClick: (event: Event) => void;
  children: ComponentChildren;
}) {
  return (
    <button type="button" class="ic" aria-label={name} title={name} aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}
