// First: it tells zod that our pages may not make functions of text.
import '../../core/event.schema.ts';

import '../../components/ui/page.css';
import '../../components/desk/desk.css';
import { render } from 'preact';
import { speakOn } from '../../components/i18n/speak-on.ts';
import { DeskDb } from '../../storage/cases/db.ts';
import { LogDb } from '../../storage/log/db.ts';
import { readSettings } from '../../storage/settings.ts';
import { Desk } from './Desk.tsx';

const db = new LogDb();
const { language } = await readSettings(db);
speakOn(document, language, 'page.desk');
render(<Desk db={db} desk={new DeskDb()} />, document.body);
