import Dexie from 'dexie';
import { ReadOnlyError } from './trouble.ts';

/**
 * A database with one writer in each life of the extension. When a newer version opens it, this connection closes and
 * stays closed: Dexie alone would open again and let old code write into the new form.
 */
export abstract class WrittenDb extends Dexie {
  #stale = false;

  protected constructor(...[name, options]: ConstructorParameters<typeof Dexie>) {
    super(name, options);
    this.on('versionchange', ({ newVersion }) => {
      if (newVersion === null) return undefined;
      this.#stale = true;
      this.close({ disableAutoOpen: true });
      return false;
    });
  }

  /** @throws {ReadOnlyError} once a newer version has taken the database over */
  assertWritable(): void {
    if (this.#stale) throw new ReadOnlyError(`a newer version has taken ${this.name} over`);
  }
}
