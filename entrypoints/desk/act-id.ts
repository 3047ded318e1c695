const boot = [...crypto.getRandomValues(new Uint8Array(8))]
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('');
let counter = 0;

/** An id for an act of this page: asked for twice, it is kept once. */
export const newActId = (): string => `${boot}-${(counter++).toString(36)}`;
