import { ChartNoAxesColumn, ChevronRight, Headset, type IconNode, Settings } from 'lucide';
import { say } from '../i18n/say.ts';
import { count } from './format.ts';
import { Icon } from './Icon.tsx';

type Target = 'desk' | 'supervisor' | 'options';

const links: readonly { readonly page: Target; readonly icon: IconNode }[] = [
  { page: 'desk', icon: Headset },
  { page: 'supervisor', icon: ChartNoAxesColumn },
  { page: 'options', icon: Settings },
];

/** The toolbar's popup: who is on duty, how the day goes, and the three ways on. */
export function Popup({
  person,
  conversations,
  onOpen,
}: {
  person: string | null;
  /** Today's; null until known. */
  conversations: number | null;
  onOpen: (page: Target) => void;
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
      </ul>
    </main>
  );
}
