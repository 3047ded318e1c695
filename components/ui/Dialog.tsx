import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from './Button.tsx';

/**
 * A native modal dialog: the browser keeps the focus inside, Esc closes it and focus goes back to where it was.
 * `side` is a drawer at the right edge for what is read beside the page; `centre` asks something.
 */
export function Dialog({
  title,
  place,
  onClose,
  children,
}: {
  title: string;
  place: 'side' | 'centre';
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      data-place={place}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <Button look="quiet" icon={X} label={say('page.close')} onClick={onClose} />
      </header>
      {children}
    </dialog>
  );
}
