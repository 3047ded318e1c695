import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from './Button.tsx';

/** A button that takes files from this machine. The same file can be picked again: it may have been mended meanwhile. */
export function FilePick({
  accept,
  multiple = false,
  look = 'plain',
  onFiles,
  children,
}: {
  accept: string;
  multiple?: boolean;
  look?: 'main' | 'plain';
  onFiles: (files: readonly [File, ...File[]]) => void;
  children: ComponentChildren;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        onChange={(event) => {
          const [first, ...others] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (first) onFiles([first, ...others]);
        }}
      />
      <Button look={look} onClick={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
