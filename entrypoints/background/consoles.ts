import { adapters } from '../../adapters/registry.ts';
import type { MetricProfile } from '../../core/profile.ts';
import { type Caller, Refusal } from '../../messaging/serve.ts';

/** Which metric a console's own rating follows, so which one its live timer shows. */
const PROFILE_OF: Readonly<Record<string, string>> = {
  pinduoduo: 'pdd-3min-rate',
  feige: 'douyin-3min-rate-message',
};
/** The manuals' own definition, for consoles without a metric of their own. */
const GENERAL_PROFILE = 'manual-mean-response';

/** The consoles that live on an address's host. A page may have moved on inside its app, so paths are left aside. */
export function consolesAt(url: string): readonly string[] {
  const { protocol, hostname } = new URL(url);
  return adapters
    .filter(({ matches }) => matches.some((pattern) => new URL(pattern).hostname === hostname))
    .filter(() => protocol === 'https:')
    .map(({ id }) => id);
}

/** Lets a console's page speak for its own console alone; our pages may speak for each. */
export function mustSpeakFor(caller: Caller, console: string): void {
  if (caller.kind === 'console' && !consolesAt(caller.url).includes(console))
    throw new Refusal('not-allowed', 'another console');
}

export function profileFor(profiles: readonly MetricProfile[], console: string): MetricProfile {
  const wanted = PROFILE_OF[console] ?? GENERAL_PROFILE;
  const found = profiles.find(({ id }) => id === wanted) ?? profiles[0];
  if (!found) throw new Error('no metric profile is built in');
  return found;
}
