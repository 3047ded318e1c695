import { CircleAlert, CircleCheck, X } from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** One line after an act: what happened, and the way back where there is one. Spoken politely, gone on request. */
export interface NoticeView {
  readonly text: string;
  readonly tone: 'fine' | 'trouble';
  readonly undo: boolean;
}

export function Notice({
  notice,
  onUndo,
  onClose,
}: {
  notice: NoticeView | null;
  onUndo: () => void;
  onClose: () => void;
}) {
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
