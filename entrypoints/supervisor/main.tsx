// First: it tells zod that our pages may not make functions of text.
import '../../core/event.schema.ts';

import '../../components/ui/page.css';
import '../../components/supervisor/supervisor.css';
import { render } from 'preact';
import { speakOn } from '../../components/i18n/speak-on.ts';
import { LogDb } from '../../storage/log/db.ts';
import { OwnKeysDb } from '../../storage/receiving/own-keys.ts';
import { readSettings } from '../../storage/settings.ts';
import { SupervisorDb } from '../../storage/supervisor/store.ts';
import { Supervisor } from './Supervisor.tsx';

const life = new AbortController();
addEventListener('pagehide', () => life.abort());

const { language } = await readSettings(new LogDb());
speakOn(document, language, 'page.supervisor');
render(<Supervisor db={new SupervisorDb()} keys={new OwnKeysDb()} signal={life.signal} />, document.body);
