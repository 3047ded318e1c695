// First: it tells zod that our pages may not make functions of text.
import '../../core/event.schema.ts';

import '../../components/ui/page.css';
import '../../components/options/options.css';
import '../../components/packs/packs.css';
import '../../components/proposals/proposals.css';
import { render } from 'preact';
import { LogDb } from '../../storage/log/db.ts';
import { PacksDb } from '../../storage/packs/db.ts';
import { ProposalDb } from '../../storage/proposals.ts';
import { Options } from './Options.tsx';

render(<Options db={new LogDb()} packsDb={new PacksDb()} proposalDb={new ProposalDb()} />, document.body);
