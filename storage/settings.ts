import { z } from 'zod';
import { layoutSchema, settingsSchema } from '../core/desk.schema.ts';
import type { PanelLayout, Settings, SettingsChange } from '../core/desk.ts';
import type { LogDb } from './log/db.ts';

/** What holds until a person says otherwise. The only place that knows. */
export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  salutation: '亲',
  keepText: true,
  keepRaw: false,
  holdAt: 'block',
  waiterKey: 'Alt+0',
};

/** Where they are kept; a layout's key ends with its console. */
export const SETTINGS = 'settings';
export const PERSON = 'person';
export const LAYOUT = 'layout ';

const personSchema = z.string().min(1).max(60);

async function read<T>(db: LogDb, key: string, schema: z.ZodType<T>): Promise<T | null> {
  const row = await db.values.get(key);
  const result = schema.safeParse(row?.value);
  return result.success ? result.data : null;
}

async function write(db: LogDb, key: string, value: unknown): Promise<void> {
  db.assertWritable();
  await db.values.put({ key, value });
}

/** The settings as they hold now: what was saved over the defaults, a field that makes no sense left out. */
export async function readSettings(db: LogDb): Promise<Settings> {
  const saved = (await db.values.get(SETTINGS))?.value;
  const result = settingsSchema.partial().safeParse(saved);
  return { ...DEFAULT_SETTINGS, ...(result.success ? present(result.data) : {}) };
}

/** Saves some settings and gives all as they hold now. */
export async function saveSettings(db: LogDb, change: SettingsChange): Promise<Settings> {
  const settings = { ...(await readSettings(db)), ...present(change) };
  await write(db, SETTINGS, settingsSchema.parse(settings));
  return settings;
}

const present = (some: SettingsChange): Partial<Settings> =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));

/** Where the panel sits on a console, or null if it was never moved. */
export const readLayout = (db: LogDb, console: string): Promise<PanelLayout | null> =>
  read(db, LAYOUT + console, layoutSchema);

export const saveLayout = (db: LogDb, console: string, layout: PanelLayout): Promise<void> =>
  write(db, LAYOUT + console, layoutSchema.parse(layout));

/** Who is on duty on this machine, or null if nobody said. */
export const readPerson = (db: LogDb): Promise<string | null> => read(db, PERSON, personSchema);

export const savePerson = (db: LogDb, person: string | null): Promise<void> =>
  write(db, PERSON, person === null ? null : personSchema.parse(person));
