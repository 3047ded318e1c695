import type { HandOver } from '../../core/hand-over.ts';
import { download } from '../ui/download.ts';

/** Saves a case for whoever takes it over. The name says nothing about the case: downloads are seen by others. */
export function saveHandOver(file: HandOver): void {
  const text = `${JSON.stringify(file, null, 2)}\n`;
  download(new Blob([text], { type: 'application/json' }), `counterside-handover-${file.hand}.json`);
}
