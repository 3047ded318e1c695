import { ByteReader, BytesError, ByteWriter } from './bytes.ts';
import { HASH_BYTES } from './chain.ts';
import { type Decoded, decode, MAX_PACKED } from './decode.ts';
import { encode } from './encode.ts';

/** Bytes of each entry's chain value that a segment keeps, so that a break is found where it is. */
export const MARK_BYTES = 4;

/** A segment as kept: entries packed and deflated, and the first bytes of the chain after each of them. */
export interface Unpacked extends Decoded {
  readonly marks: Uint8Array;
}

/**
 * Packs entries (canonical texts, one a line, see `linesOf`) with the chain's value after each, 32 bytes each. Awaits
 * the platform's deflate: never inside a transaction.
 */
export async function pack(lines: Uint8Array, chain: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { packed, raw, count } = encode(lines);
  const deflated = await deflate(packed);
  const out = new ByteWriter();
  out.varint(deflated.length);
  out.bytes(deflated);
  for (let at = 0; at < count; at++) out.piece(chain, at * HASH_BYTES, at * HASH_BYTES + MARK_BYTES);
  out.bytes(raw);
  return out.done();
}

/** @throws {BytesError} for bytes that {@link pack} did not make */
export async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  const reader = new ByteReader(bytes);
  const packed = await inflate(reader.bytes(reader.varint()));
  const count = new ByteReader(packed).varint();
  const marks = reader.bytes(count * MARK_BYTES);
  return { ...decode(packed, reader.bytes(reader.left)), marks };
}

/** Deflates without a header (RFC 1951). */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packer = new CompressionStream('deflate-raw');
  const writer = packer.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const out = await gather(packer.readable, Number.MAX_SAFE_INTEGER);
  await written;
  return out;
}

/** Inflates, counting real bytes. @throws {BytesError} */
export async function inflate(bytes: Uint8Array, most = MAX_PACKED): Promise<Uint8Array<ArrayBuffer>> {
  const packer = new DecompressionStream('deflate-raw');
  const writer = packer.writable.getWriter();
  const written = writer.write(new Uint8Array(bytes)).then(() => writer.close());
  // The reading side tells what is wrong; the writing side only echoes it.
  written.catch(() => undefined);
  try {
    return await gather(packer.readable, most);
  } catch (cause) {
    if (cause instanceof BytesError) throw cause;
    throw new BytesError('not deflated', { cause });
  }
}

async function gather(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const out = new ByteWriter();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return out.done();
    out.bytes(value);
    if (out.length > most) {
      await reader.cancel();
      throw new BytesError('more than may be');
    }
  }
}
