// Inline Markdown → text with its links and bold words; one pass, linear in the line's length.
import type { Link, Span } from './model';

export interface Inline {
  readonly text: string;
  readonly links: readonly Link[];
  readonly strong: readonly Span[];
}

/** Longest words of a link and longest address, in UTF-16 units; keeps a line of brackets linear. */
const MAX_LINK = 600;
const MAX_HREF = 2000;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  pound: '£',
  eacute: 'é',
};
const ENTITY = /&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;

export function readInline(source: string): Inline {
  if (source.search(MARK) < 0) return { text: decodeEntities(source), links: [], strong: [] };
  const reader = new Reader(source);
  reader.run();
  return { text: reader.text, links: reader.links, strong: reader.strong };
}

/** `&rsquo;`, `&#8217;` → the character; what is not known stays as it is. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

class Reader {
  text = '';
  readonly links: Link[] = [];
  readonly strong: Span[] = [];
  private boldFrom: number | null = null;

  constructor(private readonly source: string) {}

  run(): void {
    const { source } = this;
    let at = 0;
    while (at < source.length) {
      const plain = nextMark(source, at);
      if (plain > at) {
        this.text += decodeEntities(source.slice(at, plain));
        at = plain;
        continue;
      }
      at = this.mark(at);
    }
  }

  /** Reads one mark; returns where reading goes on. */
  private mark(at: number): number {
    const { source } = this;
    const unit = source.charAt(at);
    const next = source.charAt(at + 1);
    if (unit === '\\' && /[!-/:-@[-`{-~]/.test(next)) return this.put(next, at + 2);
    if (unit === '!' && next === '[') {
      const picture = linkAt(source, at + 1);
      if (picture) return this.put(picture.words, picture.end);
    }
    if (unit === '[') {
      const link = linkAt(source, at);
      if (link) return this.link(link);
    }
    if (unit === '<') {
      const auto = /^<(https?:\/\/[^<>\s]{1,2000})>/.exec(source.slice(at, at + MAX_HREF));
      if (auto) return this.put(auto[1] ?? '', at + auto[0].length);
      const tag = /^<\/?([a-z]{1,10})(?:\s[^<>]{0,300})?\/?>/i.exec(source.slice(at, at + 330));
      if (tag) return at + tag[0].length;
    }
    if ((unit === '*' || unit === '_') && this.emphasis(at, unit)) {
      const length = next === unit ? 2 : 1;
      if (length === 2) this.bold();
      return at + length;
    }
    return this.put(unit, at + 1);
  }

  private put(words: string, next: number): number {
    this.text += words;
    return next;
  }

  private link({ words, href, note, end }: LinkSource): number {
    const inside = readInline(words);
    const start = this.text.length;
    this.text += inside.text;
    this.links.push({ start, end: this.text.length, href, note });
    for (const span of inside.strong)
      this.strong.push({ start: span.start + start, end: span.end + start });
    return end;
  }

  private bold(): void {
    if (this.boldFrom === null) this.boldFrom = this.text.length;
    else {
      if (this.text.length > this.boldFrom)
        this.strong.push({ start: this.boldFrom, end: this.text.length });
      this.boldFrom = null;
    }
  }

  /** A star or underscore that is markup: it touches a word on one side only, or closes what is open. */
  private emphasis(at: number, unit: string): boolean {
    const before = this.source.charAt(at - 1);
    const run = this.source.charAt(at + 1) === unit ? 2 : 1;
    const after = this.source.charAt(at + run);
    if (unit === '_') return /[\s([“‘]|^$/.test(before) !== /[\s.,;:)\]”’!?]|^$/.test(after);
    return !(/^\s?$/.test(before) && /^\s?$/.test(after));
  }
}

interface LinkSource {
  readonly words: string;
  readonly href: string;
  readonly note: string | null;
  readonly end: number;
}

/** `[words](address "note")` or `[words][reference]` at `at`; null where there is none. */
function linkAt(source: string, at: number): LinkSource | null {
  const close = closing(source, at);
  if (close < 0) return null;
  const words = source.slice(at + 1, close);
  const rest = source.slice(close + 1, close + 1 + MAX_HREF);
  const inline =
    /^\(\s*<?((?:[^\s()<>\\]|\\.|\([^\s()]{0,300}\)){0,1900})>?(?:\s+["'“]([^"”]{0,400})["'”])?\s*\)/.exec(
      rest,
    );
  if (inline)
    return {
      words,
      href: decodeEntities((inline[1] ?? '').replace(/\\(.)/g, '$1')),
      note: inline[2] === undefined ? null : decodeEntities(inline[2]),
      end: close + 1 + inline[0].length,
    };
  const reference = /^\[[\w-]{0,40}\]/.exec(rest);
  return reference ? { words, href: '', note: null, end: close + 1 + reference[0].length } : null;
}

/** The bracket that closes the one at `at`, over nested pairs; -1 where there is none nearby. */
function closing(source: string, at: number): number {
  let depth = 0;
  const reach = Math.min(source.length, at + MAX_LINK);
  for (let i = at; i < reach; i++) {
    const unit = source.charAt(i);
    if (unit === '\\') i++;
    else if (unit === '[') {
      // Deeper brackets than any title's: not a link, and the search stays short.
      if (++depth > 4) return -1;
    } else if (unit === ']' && --depth === 0) return i;
  }
  return -1;
}

/** The next unit that may be markup, from `at`. */
function nextMark(source: string, at: number): number {
  MARK.lastIndex = at;
  return MARK.exec(source)?.index ?? source.length;
}
const MARK = /[\\![<*_]/g;
