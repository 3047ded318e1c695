import { adapters } from '../../adapters/registry.ts';
import type { MetricProfile } from '../../core/profile.ts';
import { type Caller, Refusal } from '../../messaging/serve.ts';

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

/** The profile that a console's live timer follows; the manuals' own definition where there is none. */
export function profileFor(profiles: readonly MetricProfile[], console: string): MetricProfile {
  const metric = adapters.find(({ id }) => id === console)?.metric;
  const found = [metric, GENERAL_PROFILE].flatMap((wanted) => profiles.filter(({ id }) => id === wanted))[0];
  if (!found) throw new Error(`no metric profile ${GENERAL_PROFILE} is built in`);
  return found;
}
