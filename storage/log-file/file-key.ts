/** How the key of one encrypted file came about. */
export interface FileKey {
  /** Version of the form: `1` is a passphrase, `2` the public half of somebody's key. */
  readonly version: '1' | '2';
  /** What the file's head says of it, in clear: all that its other side needs beside the secret. */
  readonly says: Uint8Array<ArrayBuffer>;
  /** AES-GCM, 256 bits, of this file alone. */
  readonly key: CryptoKey;
}

/** Makes the key of a new file. */
export type Lock = () => Promise<FileKey>;

/** The algorithm of every file key. */
export const FILE_KEY = { name: 'AES-GCM', length: 256 } as const;
