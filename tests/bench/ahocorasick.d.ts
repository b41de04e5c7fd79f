// The package ahocorasick has no types of its own; only what the benchmark calls.
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: string[]);
    /** [index of the last character, keywords that end there] */
    search(text: string): [number, string[]][];
  }
}
