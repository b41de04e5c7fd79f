// Keeps the best of many, without sorting them all: a heap whose worst stands on top.

export class Best {
  /** How many were met in all. */
  total = 0;
  readonly #limit: number;
  readonly #docs: number[] = [];
  readonly #scores: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Of equal scores the earlier one stays. Things must come in the order of their numbers. */
  take(doc: number, score: number): void {
    this.total++;
    if (this.#docs.length < this.#limit) {
      this.#docs.push(doc);
      this.#scores.push(score);
      this.#up(this.#docs.length - 1);
    } else if (this.#limit > 0 && score > (this.#scores[0] as number)) {
      this.#docs[0] = doc;
      this.#scores[0] = score;
      this.#down(0);
    }
  }

  /** Numbers of the things kept, best first, of equal ones the earlier first. */
  docs(): number[] {
    return this.#docs
      .map((doc, i) => ({ doc, score: this.#scores[i] as number }))
      .sort((a, b) => b.score - a.score || a.doc - b.doc)
      .map(({ doc }) => doc);
  }

  #worse(a: number, b: number): boolean {
    const by = (this.#scores[a] as number) - (this.#scores[b] as number);
    return by === 0 ? (this.#docs[a] as number) > (this.#docs[b] as number) : by < 0;
  }

  #swap(a: number, b: number): void {
    [this.#docs[a], this.#docs[b]] = [this.#docs[b] as number, this.#docs[a] as number];
    [this.#scores[a], this.#scores[b]] = [this.#scores[b] as number, this.#scores[a] as number];
  }

  #up(from: number): void {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.#worse(i, parent)) return;
      this.#swap(i, parent);
      i = parent;
    }
  }

  #down(from: number): void {
    for (let i = from; ; ) {
      let worst = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < this.#docs.length && this.#worse(child, worst)) worst = child;
      if (worst === i) return;
      this.#swap(i, worst);
      i = worst;
    }
  }
}
