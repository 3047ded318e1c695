import { issue, type PackIssue } from './pack-issue.ts';
import type { FoundPack } from './read-pack.ts';
import { fingerprint } from './sign.ts';

/** What this machine remembers of a pack over its versions. */
export interface KnownPack {
  /** The key that it was last signed with; null for a pack that never was. */
  readonly key: string | null;
  /** The highest version that was ever installed, and the hash of each that was. */
  readonly highest: number;
  readonly hashes: Readonly<Record<number, string>>;
}

/** A version may not run ahead by more: it would shut out every honest one after it (TUF, fast-forward attack). */
const MOST_AHEAD = 10_000;
/** Days written as numbers (20261122) are versions too; more than this is no version. */
const MOST = 1_000_000_000;

/**
 * Whether a pack that reads well may take the place of what was installed before: who signed it, and that its version
 * goes forward. `trusted` are the keys of packs that are installed; `day` is today, `YYYY-MM-DD`.
 */
export function trustIssues(
  { pack, hash, signature }: FoundPack,
  known: KnownPack | null,
  about: { readonly trusted: ReadonlySet<string>; readonly appVersion: string; readonly day: string },
): PackIssue[] {
  const found: PackIssue[] = [];
  const { version, effective, expiry, minAppVersion } = pack;
  const before = known?.key ?? null;
  const key = signature?.key ?? null;
  if (before !== null && before !== key)
    found.push(
      issue(
        'E_SIGNER_CHANGED',
        'signature',
        `${fingerprint(before)} → ${key === null ? '–' : fingerprint(key)}`,
      ),
    );
  else if (key !== null && before === null && !about.trusted.has(key))
    found.push(issue('I_NEW_SIGNER', 'signature', fingerprint(key)));
  const highest = known?.highest ?? 0;
  if (version < highest) found.push(issue('E_ROLLBACK', 'version', `${version} < ${highest}`));
  else if (known && Object.hasOwn(known.hashes, version) && known.hashes[version] !== hash)
    found.push(issue('E_VERSION_REUSED', 'version', String(version)));
  else if (version > (known ? highest + MOST_AHEAD : MOST))
    found.push(issue('E_VERSION_JUMP', 'version', `${highest} → ${version}`));
  if (minAppVersion !== undefined && isNewer(minAppVersion, about.appVersion))
    found.push(issue('E_MIN_APP', 'minAppVersion', minAppVersion));
  if (expiry !== undefined && expiry <= about.day) found.push(issue('W_EXPIRED', 'expiry', expiry));
  if (effective > about.day) found.push(issue('W_NOT_YET', 'effective', effective));
  return found;
}

function isNewer(wanted: string, have: string): boolean {
  const [a, b] = [wanted, have].map((text) => text.split('.').map(Number));
  for (const [index, part] of (a ?? []).entries()) {
    const own = b?.[index] ?? 0;
    if (part !== own) return part > own;
  }
  return false;
}
