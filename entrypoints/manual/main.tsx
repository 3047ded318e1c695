// First: it tells zod that our pages may not make functions of text.
import '../../core/event.schema.ts';

import '../../components/ui/page.css';
import '../../components/manual/manual.css';
import { render } from 'preact';
import { speakOn } from '../../components/i18n/speak-on.ts';
import { ManualPage } from '../../components/manual/ManualPage.tsx';
import { LogDb } from '../../storage/log/db.ts';
import { readSettings } from '../../storage/settings.ts';
import { createManual } from './manual.ts';

const { language } = await readSettings(new LogDb());
speakOn(document, language, 'page.manual');

const manual = createManual((view) => render(<ManualPage view={view} act={manual.act} />, document.body));
document.addEventListener('keydown', manual.onKey);
manual.begin();
