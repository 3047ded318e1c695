/** Numbers as base64 of their little-endian bytes, so that they travel inside JSON. */
export function pack(numbers: Uint16Array | Uint32Array): string {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function bytesOf(base64: string): ArrayBuffer {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

export const unpack16 = (base64: string): Uint16Array => new Uint16Array(bytesOf(base64));
export const unpack32 = (base64: string): Uint32Array => new Uint32Array(bytesOf(base64));
