/** Bytes as a stream that asks for them when it is read; cancelling it ends `bytes`. */
export function streamOf(
  bytes: AsyncGenerator<Uint8Array<ArrayBuffer>, undefined>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const next = await bytes.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}

/** All of a stream. Fails with what the stream failed with, which a response would hide behind an error of its own. */
export async function blobOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
  return new Blob(pieces);
}

/** Reads a stream in pieces of the size that is asked for. */
export class Portions {
  readonly #source: ReadableStreamDefaultReader<Uint8Array>;
  #piece: Uint8Array = new Uint8Array(0);

  constructor(source: ReadableStream<Uint8Array>) {
    this.#source = source.getReader();
  }

  /** The next `size` bytes; fewer only at the end, where all after it are empty. */
  async take(size: number): Promise<Uint8Array<ArrayBuffer>> {
    const taken = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      if (this.#piece.length === 0) {
        const { done, value } = await this.#source.read();
        if (done) break;
        this.#piece = value;
      }
      const some = this.#piece.subarray(0, size - at);
      taken.set(some, at);
      at += some.length;
      this.#piece = this.#piece.subarray(some.length);
    }
    return taken.subarray(0, at);
  }

  /** Lets the source go. */
  async end(): Promise<void> {
    await this.#source.cancel();
  }
}
