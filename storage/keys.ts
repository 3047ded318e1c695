import type { LogDb } from './log/db.ts';

/** Where the two are kept. */
export const PSEUDONYM_KEY = 'pseudonym-key';
export const INSTALL_ID = 'install-id';

const KEY_BYTES = 32;

/**
 * The key of this installation's pseudonyms, 32 random bytes, made on first use. It never leaves this database:
 * with it, buyers' accounts could be tried until one fits.
 */
export function pseudonymKey(db: LogDb): Promise<Uint8Array> {
  return once(db, PSEUDONYM_KEY, isKey, () => crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

/** A random name of this installation, the same for ever: two logs of one machine are told to belong together. */
export function installId(db: LogDb): Promise<string> {
  return once(db, INSTALL_ID, isText, () => crypto.randomUUID());
}

const isKey = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.length === KEY_BYTES;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A value made once. In one transaction, so that two first questions at the same time get the same answer. */
async function once<T>(
  db: LogDb,
  key: string,
  is: (value: unknown) => value is T,
  make: () => T,
): Promise<T> {
  const known = (await db.values.get(key))?.value;
  if (is(known)) return known;
  db.assertWritable();
  return db.transaction('rw!', db.values, async () => {
    const again = (await db.values.get(key))?.value;
    if (is(again)) return again;
    const value = make();
    await db.values.put({ key, value });
    return value;
  });
}
