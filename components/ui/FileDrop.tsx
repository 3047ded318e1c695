import { FileUp } from 'lucide';
import { useState } from 'preact/hooks';
import { FilePick } from './FilePick.tsx';
import { Icon } from './Icon.tsx';

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
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) take(files);
      }}
    >
      <Icon node={FileUp} size={big ? 28 : 16} />
      <span>{over ? words.now : words.drop}</span>
      <FilePick
        accept={accept}
        multiple={multiple}
        look={big ? 'main' : 'plain'}
        onFiles={(files) => take([...files])}
      >
        {words.choose}
      </FilePick>
    </div>
  );
}
