import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../../core/canonical.ts';
import type { InstallAnswer } from '../../messaging/contract.ts';
import { type PostedNotice, postedNotices } from '../../scripts-library/notices.ts';
import { type Pack, packHash } from '../../scripts-library/pack.ts';
import { CONSENTS, type Consent, isError, issue, type PackIssue } from '../../scripts-library/pack-issue.ts';
import { type InstalledPack, mergePacks } from '../../scripts-library/pack-layers.ts';
import { trustIssues } from '../../scripts-library/pack-trust.ts';
import { readPack } from '../../scripts-library/read-pack.ts';
import { type CompiledRules, compileRules } from '../../scripts-library/screen/compile.ts';
import type { Remembered } from '../../scripts-library/suggest/remember.ts';
import type { PacksDb } from '../../storage/packs/db.ts';
import {
  installPack,
  keptMerged,
  knownPack,
  markRead,
  packsInUse,
  readOnes,
  removePack,
  stateOfUse,
  switchItem,
  trustedKeys,
  usePack,
} from '../../storage/packs/store.ts';
import { createEngine, type Engine } from './engine.ts';
import { localDay, localMinute } from './now.ts';

/** The packs of this machine: what they say together, and every way to change that. */
export interface PackShelf {
  /** What is in use now, made ready. Made anew once a pack begins or ends. */
  engine(): Promise<Engine>;
  /** Makes what is in use anew at the next call: what was learned has changed. */
  rebuild(): void;
  /** What the person on duty has still to read on a console, and what is to come. */
  notices(platform: string, person: string | null): Promise<readonly PostedNotice[]>;
  read(person: string | null, notice: string): Promise<void>;
  install(file: string, consents: readonly Consent[]): Promise<InstallAnswer>;
  use(pack: string, hash: string): Promise<boolean>;
  remove(pack: string): Promise<void>;
  switchItem(pack: string, item: string, on: boolean): Promise<void>;
}

/** What all packs say together, and the day on which that changes. */
interface Merged {
  readonly pack: Pack;
  readonly rules: CompiledRules;
  readonly changesOn: string | null;
}

interface Ready {
  readonly engine: Engine;
  readonly changesOn: string | null;
}

const lacksConsent = ({ code }: PackIssue, given: readonly Consent[]): boolean =>
  CONSENTS.some((needed) => needed === code && !given.includes(needed));

const digest = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

export function packShelf({
  db,
  base,
  baseRules,
  build,
  appVersion,
  changed,
  memory = async () => ({ kept: null, fresh: [], shelf: null }),
  now = () => new Date(),
  compile = compileRules,
}: {
  readonly db: PacksDb;
  readonly base: Pack;
  readonly baseRules: CompiledRules;
  /** Names the code and the built-in packs of this build: what another build has kept is made anew. */
  readonly build: string;
  readonly appVersion: string;
  /** Told after what is in use has changed and is ready. */
  readonly changed: () => void;
  /** What this team answered so far. */
  readonly memory?: () => Promise<Remembered>;
  readonly now?: () => Date;
  readonly compile?: typeof compileRules;
}): PackShelf {
  let ready: Promise<Ready> | undefined;

  const inUse = async (): Promise<InstalledPack[]> => {
    const [own, packs] = await Promise.all([db.active.get(base.id), packsInUse(db)]);
    return [
      { pack: base, off: new Set(own?.off ?? []) },
      ...packs.map(({ active, found }) => ({ pack: found.pack, off: new Set(active.off) })),
    ];
  };

  /** Compiling takes most of a second, so what was compiled is kept until rules or engine are others. */
  const rulesFor = async (
    pack: Pack,
  ): Promise<{ readonly rules: CompiledRules; readonly of: string | null }> => {
    const of = digest(pack.rules);
    if (of === digest(base.rules)) return { rules: baseRules, of: null };
    const key = `${build} ${of}`;
    const kept = await db.compiled.get('rules');
    if (kept?.key === 'rules' && kept.of === key) return { rules: kept.rules, of: key };
    const rules = compile(pack.rules, { packHash: packHash(pack) });
    db.assertWritable();
    await db.compiled.put({ key: 'rules', of: key, rules });
    return { rules, of: key };
  };

  /** Reading and merging packs takes as long as an agent should wait for a reply, so the outcome is kept too. */
  const merge = async (of: string): Promise<Merged> => {
    const kept = await keptMerged(db, of);
    if (kept) {
      const { pack, changesOn, packHash } = kept.merged;
      return { pack, changesOn, rules: { ...(kept.rules ?? baseRules), packHash } };
    }
    const packs = await inUse();
    if (packs.length === 1 && packs[0]?.off.size === 0)
      return { pack: base, rules: baseRules, changesOn: null };
    const { pack, changesOn } = mergePacks(packs, localDay(now()));
    const [hash, rules] = [packHash(pack), await rulesFor(pack)];
    db.assertWritable();
    await db.compiled.put({ key: 'merged', of, pack, packHash: hash, changesOn, rules: rules.of });
    return { pack, changesOn, rules: { ...rules.rules, packHash: hash } };
  };

  const make = async (): Promise<Ready> => {
    const [use, learned] = await Promise.all([stateOfUse(db), memory()]);
    const { pack, rules, changesOn } = await merge(JSON.stringify([build, localDay(now()), use]));
    return { engine: createEngine(pack, rules, learned, build), changesOn };
  };

  const current = async (): Promise<Ready> => {
    ready ??= make();
    const made = ready;
    try {
      const value = await made;
      if (value.changesOn === null || localDay(now()) < value.changesOn) return value;
    } catch (error) {
      if (ready === made) ready = undefined;
      throw error;
    }
    if (ready === made) {
      ready = make();
      void ready.then(changed, () => undefined);
    }
    return ready;
  };

  const change = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    ready = make();
    await ready;
    changed();
    return result;
  };

  return {
    engine: async () => (await current()).engine,
    rebuild: () => {
      ready = undefined;
    },
    notices: async (platform, person) => {
      const { engine } = await current();
      const posted = postedNotices(engine.pack.notices ?? [], { platform, now: localMinute(now()) });
      const read = await readOnes(
        db,
        person,
        posted.map(({ key }) => key),
      );
      return posted.filter(({ key }) => !read.has(key));
    },
    read: (person, notice) => markRead(db, person, notice, now().getTime()),
    install: async (file, consents) => {
      const found = await readPack(new TextEncoder().encode(file));
      if (!found.ok) return { ok: false, issues: found.errors };
      const { pack } = found;
      if (pack.id === base.id) return { ok: false, issues: [issue('E_DUPLICATE_ID', 'id', pack.id)] };
      const [known, trusted] = await Promise.all([knownPack(db, pack.id), trustedKeys(db)]);
      const about = { trusted, appVersion, day: localDay(now()) };
      const issues = [...found.notes, ...trustIssues(found, known, about)];
      const refused = issues.filter((one) => isError(one) || lacksConsent(one, consents));
      if (refused.length > 0) return { ok: false, issues: refused };
      await change(installPack(db, found, now().getTime()));
      return { ok: true, id: pack.id, version: pack.version, hash: found.hash };
    },
    use: (pack, hash) => change(usePack(db, pack, hash)),
    remove: (pack) => change(removePack(db, pack)),
    switchItem: (pack, item, on) => change(switchItem(db, { pack, item, on, at: now().getTime() })),
  };
}
