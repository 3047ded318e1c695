import type { OfferedView } from '../../components/packs/view.ts';
import { openPackFile } from '../../scripts-library/importers/file.ts';
import { trips } from '../../scripts-library/lint.ts';
import { type Pack, scriptsOf } from '../../scripts-library/pack.ts';
import { packDiff } from '../../scripts-library/pack-diff.ts';
import { isError, issue, type PackIssue } from '../../scripts-library/pack-issue.ts';
import { mergePacks } from '../../scripts-library/pack-layers.ts';
import { trustIssues } from '../../scripts-library/pack-trust.ts';
import type { FoundPack } from '../../scripts-library/read-pack.ts';
import { compileRules } from '../../scripts-library/screen/compile.ts';
import { loadRules } from '../../scripts-library/screen/scan.ts';
import { fingerprint, packText } from '../../scripts-library/sign.ts';
import type { PacksDb } from '../../storage/packs/db.ts';
import { knownPack, packsInUse, trustedKeys } from '../../storage/packs/store.ts';

/** A file that was looked at, and the text that the background would install. */
export interface Offer {
  readonly view: OfferedView;
  readonly text: string | null;
}

/** Reads a file to the end; a file that is gone or locked by then is an answer too. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Looks at a file as a pack and says what installing it would change. Changes nothing. */
export async function offerOf(
  file: File,
  { db, base, appVersion, day }: { db: PacksDb; base: Pack; appVersion: string; day: string },
): Promise<Offer> {
  const bad = (issues: readonly PackIssue[]): Offer => ({
    view: { kind: 'bad', file: file.name, issues },
    text: null,
  });
  const bytes = await bytesOf(file);
  if (!bytes) return bad([issue('E_READ', '')]);
  const highest = async (id: string) => (await knownPack(db, id))?.highest ?? 0;
  const found = await openPackFile(bytes, { name: file.name, day, highest });
  if (!found.ok) return bad(found.errors);
  const [inUse, known, trusted] = await Promise.all([
    packsInUse(db),
    knownPack(db, found.pack.id),
    trustedKeys(db),
  ]);
  const taken = found.pack.id === base.id ? [issue('E_DUPLICATE_ID', 'id', base.id)] : [];
  const issues = [...taken, ...found.notes, ...trustIssues(found, known, { trusted, appVersion, day })];
  const errors = issues.filter(isError);
  if (errors.length > 0) return bad(errors);
  const others = inUse.filter(({ active }) => active.id !== found.pack.id);
  const before = inUse.find(({ active }) => active.id === found.pack.id) ?? null;
  const together = [
    { pack: base, off: new Set<string>() },
    ...others.map(({ active, found: { pack } }) => ({ pack, off: new Set(active.off) })),
    { pack: found.pack, off: new Set(before?.active.off ?? []) },
  ];
  const view = viewOf(file.name, found, before?.found ?? null, [
    ...issues,
    ...issuesTogether(found.pack, together, day),
  ]);
  const { pack, signature } = found;
  return { view, text: packText(signature ? { ...pack, signature } : pack) };
}

/** What only shows beside the other packs: two that claim one id, wording that another's rule forbids, loose links. */
function issuesTogether(pack: Pack, together: Parameters<typeof mergePacks>[0], day: string): PackIssue[] {
  const merged = mergePacks(together, day);
  const engine = loadRules(compileRules(merged.pack.rules, { packHash: '' }));
  const ids = new Set(scriptsOf(merged.pack).map(({ id }) => id));
  const loose = (pack.products ?? []).flatMap(({ id, scripts }) =>
    (scripts ?? [])
      .filter((one) => !ids.has(one))
      .map((one) => issue('W_LINK_OUTSIDE', `products/${id}`, `${id} → ${one}`)),
  );
  const tripping = scriptsOf(pack).flatMap((script) =>
    trips(engine, merged.pack, script).map((words) => issue('W_TRIPS_OTHER', `scripts/${script.id}`, words)),
  );
  return [...merged.conflicts, ...tripping, ...loose];
}

function viewOf(
  file: string,
  { pack, hash, signature }: FoundPack,
  before: FoundPack | null,
  issues: readonly PackIssue[],
): OfferedView {
  const steps = ['prepared', 'reviewed', 'approved'] as const;
  return {
    kind: 'good',
    file,
    title: pack.title,
    publisher: pack.publisher,
    layer: pack.layer ?? 'shop',
    from: before?.pack.version ?? null,
    to: pack.version,
    fingerprint: signature ? fingerprint(signature.key) : null,
    signedOff: steps.flatMap((step) => {
      const done = pack[step];
      return done ? [{ step, ...done }] : [];
    }),
    changes: packDiff(before?.pack ?? null, pack),
    issues,
    same: before?.hash === hash,
  };
}
