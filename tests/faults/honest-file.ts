import { gzipSync } from 'node:zlib';
import { log } from '../../core/clock/log.fixture.ts';
import type { ChatEvent } from '../../core/event.ts';
import { LOG_FORMAT } from '../../storage/log-file/header.ts';
import { writeLog } from '../../storage/log-file/write.ts';

/** A small honest log file; `stored` packs without deflating, so that changes reach the lines themselves. */
export async function honestFile({ stored }: { stored: boolean }): Promise<Uint8Array<ArrayBuffer>> {
  const [event] = log({ at: '10:00:00', page: '10:00:00', id: 'asked' });
  const events = Array.from({ length: 120 }, (_, n) => ({
    ...(event as ChatEvent),
    id: `e${n}`,
    seq: n,
    text: `第${n}句`,
  }));
  async function* all() {
    yield events as ChatEvent[];
  }
  const header = {
    format: LOG_FORMAT,
    app: '1.0.0',
    exportedAt: 2e12,
    agent: { label: '小李', install: 'i' },
    keyId: 'k',
    range: { from: 0, to: 2e12 },
    counts: { events: events.length },
    packHashes: [],
  } as const;
  const stream = writeLog({ ...header, packHashes: [] }, all()) as ReadableStream<Uint8Array<ArrayBuffer>>;
  const packed = await new Response(stream).arrayBuffer();
  if (!stored) return new Uint8Array(packed);
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(gzipSync(new Uint8Array(await new Response(plain).arrayBuffer()), { level: 0 }));
}
