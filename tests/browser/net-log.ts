import { z } from 'zod';

/** Something that a browser's network was asked for, and by whom: an origin, or '' for the browser itself. */
export interface Asked {
  readonly url: string;
  readonly initiator: string;
}

const netLog = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(
    z.object({
      type: z.number(),
      params: z.object({ url: z.string().optional(), initiator: z.string().optional() }).optional(),
    }),
  ),
});

/**
 * Every request in what Chromium's `--log-net-log` wrote, whichever tab, worker or extension made it: all of them go
 * through the one network service. Files of an extension's own package don't.
 */
export function requestsIn(text: string): Asked[] {
  const { constants, events } = netLog.parse(JSON.parse(text));
  const start = constants.logEventTypes.URL_REQUEST_START_JOB;
  if (start === undefined) throw new Error('this record knows no requests');
  return events.flatMap(({ type, params }) =>
    type === start && params?.url !== undefined
      ? [{ url: params.url, initiator: params.initiator === 'not an origin' ? '' : (params.initiator ?? '') }]
      : [],
  );
}
