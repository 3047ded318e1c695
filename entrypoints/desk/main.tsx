// First: it tells zod that our pages may not make functions of text.
import '../../core/event.schema.ts';

import '../../components/ui/page.css';
import '../../components/desk/desk.css';
import catalogue from 'virtual:seeds/desk';
import { render } from 'preact';
import { speakOn } from '../../components/i18n/speak-on.ts';
import { DeskDb } from '../../storage/cases/db.ts';
import { LogDb } from '../../storage/log/db.ts';
import { readSettings } from '../../storage/settings.ts';
import { Desk } from './Desk.tsx';
import { glanceAtDay } from './use-day.ts';

const db = new LogDb();
const desk = new DeskDb();
// What takes longest begins first; the page is drawn meanwhile.
const first = glanceAtDay({ db, desk }, catalogue);
first.catch(() => undefined);
const { language } = await readSettings(db);
speakOn(document, language, 'page.desk');
render(<Desk db={db} desk={desk} first={first} />, document.body);
