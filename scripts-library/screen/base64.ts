/** Numbers as base64 of their little-endian bytes, so that they travel inside JSON. */
export function pack(numbers: Uint8Array | Uint16Array | Uint32Array): string {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function unpack8(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

export const unpack16 = (base64: string): Uint16Array => new Uint16Array(unpack8(base64).buffer);
export const unpack32 = (base64: string): Uint32Array => new Uint32Array(unpack8(base64).buffer);
