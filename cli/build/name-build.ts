import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** What decides how packs, rules and indexes look once they are made. */
const MAKERS = ['core', 'scripts-library', 'seeds/packs'];

/** A name that changes whenever that code or data does. */
export function nameBuild(): string {
  const hash = createHash('sha256');
  for (const folder of MAKERS)
    for (const path of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(ts|yml)$/.test(path) && !path.includes('.test.'))
        hash.update(path).update(readFileSync(join(ROOT, folder, path)));
  return hash.digest('hex').slice(0, 16);
}
