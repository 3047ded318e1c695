declare module 'fastscan' {
  export default class FastScanner {
    constructor(words: string[]);
    search(text: string): readonly (readonly [offset: number, word: string])[];
  }
}
