import { CircleAlert, CircleCheck, X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** One line after an act: what happened, and the way back where there is one. */
export interface NoticeView {
  readonly text: string;
  readonly tone: 'fine' | 'trouble';
  readonly undo: boolean;
}

/** How long good news stays. Trouble stays until somebody closed it. */
const SHOWN_MS = 10_000;

export function Notice({
  notice,
  onUndo,
  onClose,
}: {
  notice: NoticeView | null;
  onUndo: () => void;
  onClose: () => void;
}) {
  const close = useRef(onClose);
  close.current = onClose;
  const passing = notice?.tone === 'fine' ? notice.text : null;
  useEffect(() => {
    if (passing === null) return undefined;
    const timer = setTimeout(() => close.current(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [passing]);
  return (
    <div class="notice-place" role="status" aria-live="polite">
      {notice && (
        <div class="notice" data-tone={notice.tone}>
          <Icon node={notice.tone === 'fine' ? CircleCheck : CircleAlert} />
          <span>{notice.text}</span>
          {notice.undo && (
            <Button look="quiet" onClick={onUndo}>
              {say('page.undo')}
            </Button>
          )}
          <Button look="quiet" icon={X} label={say('page.close')} onClick={onClose} />
        </div>
      )}
    </div>
  );
}
