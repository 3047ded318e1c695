import type { Slices } from './slices.ts';

/** Numbers as base64 of their little-endian bytes, so that they travel inside JSON. */
export function pack(numbers: Uint8Array | Uint16Array | Uint32Array): string {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Characters to a slice; a multiple of four, so that each decodes by itself. */
const SLICE = 1 << 16;

function* unpack8(base64: string): Slices<Uint8Array<ArrayBuffer>> {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  for (let from = 0, to = 0; from < base64.length; from += SLICE) {
    const binary = atob(base64.slice(from, from + SLICE));
    for (let i = 0; i < binary.length; i++) bytes[to++] = binary.charCodeAt(i);
    yield;
  }
  return bytes;
}

export function* unpack16(base64: string): Slices<Uint16Array> {
  return new Uint16Array((yield* unpack8(base64)).buffer);
}

export function* unpack32(base64: string): Slices<Uint32Array> {
  return new Uint32Array((yield* unpack8(base64)).buffer);
}
