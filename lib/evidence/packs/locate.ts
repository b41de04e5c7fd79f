// Finds the line on which a value stands in JSON text, so that a refusal can name it.
import type { JsonPath } from './json';

/**
 * Line (from 1) of the value at `path` in `text`, which must be valid JSON; the line of the nearest
 * value around it where the path leads nowhere.
 */
export function lineOf(text: string, path: JsonPath): number {
  const reader = new Reader(text);
  reader.gap();
  let start = reader.at;
  for (const step of path) {
    if (!reader.enter(step)) break;
    start = reader.at;
  }
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < start; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

class Reader {
  at = 0;
  constructor(private readonly text: string) {}

  gap(): void {
    while (/[\s,:\ufeff]/.test(this.text.charAt(this.at))) this.at++;
  }

  /** From the start of an object or array to the start of one member; false where there is none. */
  enter(step: string | number): boolean {
    const open = this.text.charAt(this.at);
    if (open !== (typeof step === 'number' ? '[' : '{')) return false;
    const start = this.at;
    this.at++;
    for (let i = 0; ; i++) {
      this.gap();
      const here = this.text.charAt(this.at);
      if (here === ']' || here === '}' || here === '') break;
      if (open === '[') {
        if (i === step) return true;
      } else {
        const from = this.at;
        this.skipString();
        const key: unknown = JSON.parse(this.text.slice(from, this.at));
        this.gap();
        if (key === step) return true;
      }
      this.skip();
    }
    this.at = start;
    return false;
  }

  private skip(): void {
    let depth = 0;
    do {
      this.gap();
      const here = this.text.charAt(this.at);
      if (here === '') return;
      if (here === '"') this.skipString();
      else if (here === '{' || here === '[') {
        depth++;
        this.at++;
      } else if (here === '}' || here === ']') {
        depth--;
        this.at++;
      } else while (/[^\s,\]}]/.test(this.text.charAt(this.at))) this.at++;
      this.gap();
    } while (depth > 0);
  }

  private skipString(): void {
    this.at++;
    while (this.at < this.text.length && this.text.charAt(this.at) !== '"')
      this.at += this.text.charAt(this.at) === '\\' ? 2 : 1;
    this.at++;
  }
}
