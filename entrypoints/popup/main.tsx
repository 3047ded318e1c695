// First: it tells zod that our pages may not make functions of text.
import '../../core/event.schema.ts';

import '../../components/ui/page.css';
import '../../components/ui/popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { adapters } from '../../adapters/registry.ts';
import { mergeToday } from '../../components/desk/today.ts';
import { speakOn } from '../../components/i18n/speak-on.ts';
import { Popup } from '../../components/ui/Popup.tsx';
import { call } from '../../messaging/call.ts';
import { LogDb } from '../../storage/log/db.ts';
import { readPerson, readSettings } from '../../storage/settings.ts';
import { hereTab } from './here.ts';

const db = new LogDb();
const [{ language }, person, { here, tab, origin }] = await Promise.all([
  readSettings(db),
  readPerson(db),
  hereTab(),
]);
speakOn(document, language, 'page.desk');

async function open(page: 'desk' | 'manual' | 'supervisor' | 'options'): Promise<void> {
  await call('page.open', { page });
  window.close();
}

interface Chromium {
  readonly chrome?: { readonly sidePanel?: { open(where: { windowId: number }): Promise<void> } };
}
const panelOf = (globalThis as Chromium).chrome?.sidePanel;
const { id: windowId } = await browser.windows.getCurrent();
const side =
  panelOf && windowId !== undefined ? () => panelOf.open({ windowId }).then(() => window.close()) : null;

const draw = (conversations: number | null) =>
  render(
    <Popup
      person={person}
      conversations={conversations}
      here={here}
      onOpen={(page) => void open(page)}
      // The browser may close this popup to ask: the background takes it from there.
      onAllow={() => void browser.permissions.request({ origins: [origin] }).then(() => window.close())}
      onPoint={() => void call('chat.point', { tab }).then(() => window.close())}
      onSide={side && (() => void side())}
    />,
    document.body,
  );

draw(null);
const answers = await Promise.allSettled(adapters.map(({ id }) => call('today', { console: id })));
const today = mergeToday(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])));
draw(today?.conversations ?? null);
