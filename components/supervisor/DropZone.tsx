import { FileUp } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Act } from './view.ts';

const filesOf = (list: FileList | null | undefined): File[] => (list ? [...list] : []);

/** Takes log files: dropped anywhere on it, or chosen with a button that a keyboard reaches too. */
export function DropZone({ big, act }: { big: boolean; act: Act }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: File[]) => {
    if (files.length > 0) act({ kind: 'import', files });
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
        take(filesOf(event.dataTransfer?.files));
      }}
    >
      <Icon node={FileUp} size={big ? 28 : 16} />
      <span>{say(over ? 'sup.dropNow' : 'sup.drop')}</span>
      <input
        ref={input}
        type="file"
        multiple
        accept=".cslog"
        hidden
        onChange={(event) => {
          take(filesOf(event.currentTarget.files));
          event.currentTarget.value = '';
        }}
      />
      <Button look={big ? 'main' : 'plain'} onClick={() => input.current?.click()}>
        {say('sup.choose')}
      </Button>
    </div>
  );
}
