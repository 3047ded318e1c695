import { FileUp } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

const filesOf = (list: FileList | null | undefined): File[] => (list ? [...list] : []);

/** Takes files: dropped anywhere on it, or chosen with a button that a keyboard reaches too. */
export function FileDrop({
  words,
  accept,
  take,
  big = false,
  multiple = false,
}: {
  words: { readonly drop: string; readonly now: string; readonly choose: string };
  accept: string;
  take: (files: File[]) => void;
  big?: boolean;
  multiple?: boolean;
}) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const taken = (files: File[]) => {
    if (files.length > 0) take(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everyone's
    <div
      class="drop"
      data-big={big}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        taken(filesOf(event.dataTransfer?.files));
      }}
    >
      <Icon node={FileUp} size={big ? 28 : 16} />
      <span>{over ? words.now : words.drop}</span>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        accept={accept}
        hidden
        onChange={(event) => {
          taken(filesOf(event.currentTarget.files));
          event.currentTarget.value = '';
        }}
      />
      <Button look={big ? 'main' : 'plain'} onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
    </div>
  );
}
