// The index: every word with the things that hold it, in flat arrays that a browser stores and reads back in one piece.
import { FOUND_KINDS, FOUND_TYPES, type SearchDoc } from './model';
import { eachWord, isCommon, lettersOf } from './words';

export interface SearchIndex {
  /** Sorted by UTF-16 units. */
  readonly words: readonly string[];
  /** Letters of each word, one bit a letter. */
  readonly letters: Uint32Array;
  /** Where the things of word i stand in `docs`: from `at[i]` to `at[i + 1]`. */
  readonly at: Uint32Array;
  readonly docs: Uint32Array;
  readonly weights: Uint8Array;
  /** What is known of each thing, by number. */
  readonly ids: readonly string[];
  readonly types: Uint8Array;
  readonly kinds: Uint8Array;
  readonly cellAt: Uint32Array;
  readonly cellOf: Uint8Array;
  readonly cells: readonly string[];
  /** Things that bear on each topic. */
  readonly topics: readonly string[];
  readonly topicAt: Uint32Array;
  readonly topicDocs: Uint32Array;
}

/** The most a word can weigh in one thing. */
const HEAVIEST = 255;

/** Takes things in one by one, so that a large set can be read in slices; `finish` gives the index. */
export class IndexBuilder {
  /** Word → row of number × 256 + weight. */
  readonly #rows = new Map<string, number[]>();
  readonly #ids: string[] = [];
  readonly #types: number[] = [];
  readonly #kinds: number[] = [];
  readonly #cellAt: number[] = [0];
  readonly #cellOf: number[] = [];
  readonly #cells = new Map<string, number>();
  readonly #topics = new Map<string, number[]>();

  get count(): number {
    return this.#ids.length;
  }

  add(doc: SearchDoc): void {
    const number = this.#ids.length;
    this.#ids.push(doc.id);
    this.#types.push(FOUND_TYPES.indexOf(doc.type));
    this.#kinds.push(FOUND_KINDS.indexOf(doc.kind));
    for (const cell of doc.cells) {
      const known = this.#cells.get(cell) ?? this.#cells.size;
      this.#cells.set(cell, known);
      this.#cellOf.push(known);
    }
    this.#cellAt.push(this.#cellOf.length);
    for (const topic of doc.topics) {
      const row = this.#topics.get(topic);
      if (row) row.push(number);
      else this.#topics.set(topic, [number]);
    }
    for (const [text, weight] of doc.fields) this.#take(number, text, weight);
  }

  #take(number: number, text: string, weight: number): void {
    // A word in a short title says more of it than one in a long title.
    const heavy = Math.min(
      HEAVIEST,
      Math.max(1, Math.round(weight * (8 + 24 / (2 + text.length / 16)))),
    );
    eachWord(text, (word, _start, _end, joined) => {
      if (isCommon(word)) return;
      const weighs = joined ? Math.max(1, heavy >> 1) : heavy;
      const row = this.#rows.get(word);
      if (!row) {
        this.#rows.set(word, [number * 256 + weighs]);
        return;
      }
      const last = row[row.length - 1] ?? 0;
      // The same thing again: its heaviest place counts.
      if (Math.floor(last / 256) !== number) row.push(number * 256 + weighs);
      else if (last % 256 < weighs) row[row.length - 1] = number * 256 + weighs;
    });
  }

  finish(): SearchIndex {
    const words = [...this.#rows.keys()].sort();
    const at = new Uint32Array(words.length + 1);
    let total = 0;
    for (const row of this.#rows.values()) total += row.length;
    const docs = new Uint32Array(total);
    const weights = new Uint8Array(total);
    let place = 0;
    for (const [i, word] of words.entries()) {
      for (const posting of this.#rows.get(word) ?? []) {
        docs[place] = Math.floor(posting / 256);
        weights[place] = posting % 256;
        place++;
      }
      at[i + 1] = place;
    }
    const topics = [...this.#topics.keys()];
    const topicAt = new Uint32Array(topics.length + 1);
    for (const [i, topic] of topics.entries())
      topicAt[i + 1] = (topicAt[i] ?? 0) + (this.#topics.get(topic)?.length ?? 0);
    return {
      words,
      letters: Uint32Array.from(words, lettersOf),
      at,
      docs,
      weights,
      ids: this.#ids,
      types: Uint8Array.from(this.#types),
      kinds: Uint8Array.from(this.#kinds),
      cellAt: Uint32Array.from(this.#cellAt),
      cellOf: Uint8Array.from(this.#cellOf),
      cells: [...this.#cells.keys()],
      topics,
      topicAt,
      topicDocs: Uint32Array.from(topics.flatMap((topic) => this.#topics.get(topic) ?? [])),
    };
  }
}

/** Place of the first word that is not before `word` in the order. */
export function placeOf(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
