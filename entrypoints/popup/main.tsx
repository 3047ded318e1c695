// First: it tells zod that our pages may not make functions of text.
import '../../core/event.schema.ts';

import '../../components/ui/page.css';
import '../../components/ui/popup.css';
import { render } from 'preact';
import { adapters } from '../../adapters/registry.ts';
import { mergeToday } from '../../components/desk/today.ts';
import { speakOn } from '../../components/i18n/speak-on.ts';
import { Popup } from '../../components/ui/Popup.tsx';
import { call } from '../../messaging/call.ts';
import { LogDb } from '../../storage/log/db.ts';
import { readPerson, readSettings } from '../../storage/settings.ts';

const db = new LogDb();
const [{ language }, person] = await Promise.all([readSettings(db), readPerson(db)]);
speakOn(document, language, 'page.desk');

async function open(page: 'desk' | 'supervisor' | 'options'): Promise<void> {
  await call('page.open', { page });
  window.close();
}

const draw = (conversations: number | null) =>
  render(
    <Popup person={person} conversations={conversations} onOpen={(page) => void open(page)} />,
    document.body,
  );

draw(null);
const answers = await Promise.allSettled(adapters.map(({ id }) => call('today', { console: id })));
const today = mergeToday(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])));
draw(today?.conversations ?? null);
