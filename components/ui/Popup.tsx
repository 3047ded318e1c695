import {
  ChartNoAxesColumn,
  ChevronRight,
  ClipboardPaste,
  Headset,
  type IconNode,
  PanelRight,
  Settings,
} from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from './Button.tsx';
import { count } from './format.ts';
import { Icon } from './Icon.tsx';

type Target = 'desk' | 'manual' | 'supervisor' | 'options';

/** The site that the popup was opened over: none of ours to read, one that may be allowed, or one that is. */
export type Here =
  | { readonly kind: 'none' }
  | { readonly kind: 'askable' | 'allowed' | 'read'; readonly host: string };

const links: readonly { readonly page: Target; readonly icon: IconNode }[] = [
  { page: 'desk', icon: Headset },
  { page: 'manual', icon: ClipboardPaste },
  { page: 'supervisor', icon: ChartNoAxesColumn },
  { page: 'options', icon: Settings },
];

/** The toolbar's popup: who is on duty, how the day goes, and the three ways on. */
export function Popup({
  person,
  conversations,
  here,
  onOpen,
  onAllow,
  onPoint,
  onSide,
}: {
  person: string | null;
  /** Today's; null until known. */
  conversations: number | null;
  here: Here;
  onOpen: (page: Target) => void;
  onAllow: () => void;
  onPoint: () => void;
  /** Null where the browser has no side panel of ours. */
  onSide: (() => void) | null;
}) {
  return (
    <main class="popup">
      <header>
        <span class="dot" data-on={person !== null} />
        <b>{person === null ? say('popup.nobody') : say('popup.onDuty', { person })}</b>
        <p class="muted">
          {conversations ? say('popup.today', { n: count(conversations) }) : say('popup.none')}
        </p>
      </header>
      {here.kind !== 'none' && (
        <section class="here">
          <p class="muted">{say('popup.here', { host: here.host })}</p>
          {here.kind === 'askable' ? (
            <>
              <Button look="main" onClick={onAllow}>
                {say('popup.allow')}
              </Button>
              <p class="muted">{say('popup.allowWhy')}</p>
            </>
          ) : (
            <Button onClick={onPoint}>{say(here.kind === 'read' ? 'popup.again' : 'popup.point')}</Button>
          )}
        </section>
      )}
      <ul>
        {links.map(({ page, icon }) => (
          <li key={page}>
            <button type="button" onClick={() => onOpen(page)}>
              <Icon node={icon} />
              {say(`page.${page}`)}
              <span class="grow" />
              <Icon node={ChevronRight} size={14} />
            </button>
          </li>
        ))}
        {onSide && (
          <li>
            <button type="button" onClick={onSide}>
              <Icon node={PanelRight} />
              {say('popup.manualSide')}
            </button>
          </li>
        )}
      </ul>
    </main>
  );
}
