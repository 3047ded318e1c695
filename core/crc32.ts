const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** What a CRC-32 (ISO-HDLC, as zip and gzip use it) begins with. */
export const CRC_START = 0xffffffff;

/** Takes more bytes into a running CRC-32. */
export function crcOn(crc: number, bytes: Uint8Array): number {
  let value = crc;
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0);
  return value >>> 0;
}

/** The CRC-32 of everything that was taken in. */
export const crcEnd = (crc: number): number => (crc ^ CRC_START) >>> 0;
