/** What was worked out for the units of a text, forgotten at the next one without giving its room back. */
export class Memo<T> {
  readonly #of: (T | undefined)[] = [];
  readonly #kept: number[] = [];

  get(unit: number): T | undefined {
    return this.#of[unit];
  }

  set(unit: number, value: T): T {
    while (this.#of.length <= unit) this.#of.push(undefined);
    this.#of[unit] = value;
    this.#kept.push(unit);
    return value;
  }

  clear(): void {
    while (this.#kept.length > 0) this.#of[this.#kept.pop() ?? 0] = undefined;
  }
}
