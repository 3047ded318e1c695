import { say } from '../i18n/say.ts';
import { FileDrop } from '../ui/FileDrop.tsx';
import type { Act } from './view.ts';

/** Takes log files. */
export function DropZone({ big, act }: { big: boolean; act: Act }) {
  const words = { drop: say('sup.drop'), now: say('sup.dropNow'), choose: say('sup.choose') };
  return (
    <FileDrop
      words={words}
      accept=".cslog"
      big={big}
      multiple
      take={(files) => act({ kind: 'import', files })}
    />
  );
}
