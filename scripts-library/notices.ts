import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../core/canonical.ts';
import type { Notice, Valid } from './pack-sections.ts';

/** A notice as a console's page gets it. */
export interface PostedNotice extends Valid {
  /** Names these very words: once they change, the notice is to be read anew. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly mustRead: boolean;
}

const keyOf = (notice: Notice): string =>
  `${notice.id}.${bytesToHex(sha256(utf8ToBytes(canonical([notice.title, notice.body])))).slice(0, 12)}`;

/** The notices of a console that have not ended: what must be read first, and among equals the latest. */
export function postedNotices(
  notices: readonly Notice[],
  { platform, now }: { readonly platform: string; readonly now: string },
): PostedNotice[] {
  return notices
    .filter(
      ({ expiry, platforms }) =>
        (expiry === undefined || now < expiry) && (platforms ?? [platform]).includes(platform),
    )
    .sort(
      (a, b) =>
        Number(b.mustRead ?? false) - Number(a.mustRead ?? false) ||
        ((a.effective ?? '') < (b.effective ?? '') ? 1 : -1),
    )
    .map((notice) => {
      const { id: _, platforms: _all, mustRead = false, ...rest } = notice;
      return { ...rest, mustRead, key: keyOf(notice) };
    });
}
