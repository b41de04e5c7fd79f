// The commentary: its headings, its paragraphs, and which entries of the list each passage speaks of.
import { say } from '../../words/words';
import type { Kind, Passage } from '../model';
import { documentOf, placeInPage } from './addresses';
import { placesIn } from './countries';
import type { DraftEntry } from './entry';
import type { Line } from './model';
import { lastKind } from './nouns';
import { atLine } from './problems';
import type { Places } from './resolve';
import { sentencesOf, stemsOf, Weights } from './words';

/** A passage before it is known what it speaks of. */
export interface DraftPassage {
  readonly line: number;
  readonly heading: string;
  readonly kind: Passage['kind'];
  readonly blocks: Line[];
}

export interface Mentions {
  /** For each passage the entries that it speaks of, by their place in the list. */
  readonly entries: readonly ReadonlySet<number>[];
  readonly problems: readonly string[];
}

const LISTED =
  /\b(?:also |both |all |is |are )?listed (?:above|below|in this cell)\b|\b(?:stud(?:y|ies)|trials?|reviews?|guidance|guidelines?|monograph|document|entry) (?:above|in this cell)\b|\bin the list (?:above|below)\b/gi;
/** Longer stretches without a full stop are no sentences. */
const MAX_SENTENCE = 4000;
/** Words before "listed above" that may name the document, and after it where none stand before. */
const NEAR_BEFORE = 60;
const NEAR_AFTER = 70;
/** Least score at which the words of a passage are taken to mean an entry. */
const LEAST = 2.5;
const AS_GOOD = 0.6;

export function mentionsIn(
  passages: readonly DraftPassage[],
  entries: readonly DraftEntry[],
  places: Places,
  own: string | null,
): Mentions {
  const finder = new Finder(entries, places, own);
  const found = passages.map((passage) => finder.mentions(passage));
  return { entries: found, problems: finder.problems };
}

class Finder {
  readonly problems: string[] = [];
  private readonly titles: readonly Set<string>[];
  private readonly texts: readonly Set<string>[];
  private readonly weights: Weights;
  private readonly byDocument = new Map<string, number>();
  private readonly named: readonly string[];

  constructor(
    private readonly entries: readonly DraftEntry[],
    private readonly places: Places,
    private readonly own: string | null,
  ) {
    this.titles = entries.map(({ title }) => stemsOf(title));
    this.texts = entries.map(({ title, body }) => stemsOf(`${title} ${body.text}`));
    this.weights = new Weights(this.texts);
    this.named = entries.map(({ title }) => plainWords(title));
    for (const [i, { href }] of entries.entries()) {
      const document = documentOf(href);
      if (document !== null && !this.byDocument.has(document)) this.byDocument.set(document, i);
    }
  }

  mentions({ heading, blocks }: DraftPassage): Set<number> {
    const found = new Set<number>();
    const about = stemsOf(heading);
    for (const block of blocks) {
      for (const { href } of block.links) this.linked(href, found);
      const plain = plainWords(block.text);
      for (const [i, name] of this.named.entries())
        if (name.length >= 20 && name.includes(' ') && plain.includes(name)) found.add(i);
      const sentences = sentencesOf(block.text);
      for (const [i, sentence] of sentences.entries())
        if (sentence.text.length <= MAX_SENTENCE)
          this.listed(sentence.text, sentences[i - 1]?.text ?? '', about, block.number, found);
    }
    return found;
  }

  private linked(href: string, found: Set<number>): void {
    const place = placeInPage(href, this.own);
    const target = place === null ? null : (this.places.get(place) ?? null);
    if (target?.kind === 'entry') found.add(target.index);
    const index = this.byDocument.get(documentOf(href) ?? '');
    if (index !== undefined) found.add(index);
  }

  /** Each "listed above" of a sentence. */
  private listed(
    sentence: string,
    previous: string,
    about: Set<string>,
    line: number,
    found: Set<number>,
  ): void {
    let from = 0;
    for (const match of sentence.matchAll(LISTED)) {
      const end = match.index + match[0].length;
      const before = sentence.slice(Math.max(from, match.index - NEAR_BEFORE), match.index);
      const noun = /\s(?:above|in this cell)$/i.test(match[0]) ? match[0] : '';
      const after = sentence.slice(end, end + NEAR_AFTER);
      from = end;
      const several = howMany(match[0], before, after);
      const near = several > 1 ? `${previous} ${before}` : `${before} ${noun}`;
      const kinds = lastKind(near) ?? lastKind(after) ?? [];
      const places = placesIn(several > 1 ? before : near.split(/[,;(]/).slice(-2).join(' '));
      const all = several > 1 ? `${previous} ${sentence}` : sentence;
      const meant = this.best(
        all,
        `${near} ${after}`,
        about,
        kinds,
        places[0]?.country ?? null,
        several,
      );
      if (meant.length === 0)
        this.problems.push(
          atLine(
            line,
            say('no entry was found for “{words}”.', {
              words: short(`${before}${match[0]}${after}`),
            }),
          ),
        );
      for (const i of meant) found.add(i);
    }
  }

  private best(
    all: string,
    near: string,
    about: Set<string>,
    kinds: readonly Kind[],
    country: string | null,
    several: number,
  ): number[] {
    const allStems = stemsOf(all);
    const nearStems = stemsOf(near);
    const scored = this.entries
      .flatMap((entry, i) => {
        if (kinds.length > 0 && entry.kind !== null && !kinds.includes(entry.kind)) return [];
        if (country !== null && entry.place !== null && entry.place.country !== country) return [];
        const text = this.texts[i] ?? new Set<string>();
        const title = this.titles[i] ?? new Set<string>();
        const size = Math.sqrt(text.size + 10);
        const score =
          (this.weights.shared(allStems, text) * 3) / size +
          (this.weights.shared(about, text) * 2) / size +
          this.weights.shared(nearStems, title) +
          this.weights.shared(allStems, title) * 0.5 +
          (country !== null && entry.place?.country === country ? 2 : 0);
        return [{ i, score }];
      })
      .sort((a, b) => b.score - a.score);
    const top = scored[0]?.score ?? 0;
    if (top < LEAST) return [];
    return scored.slice(0, several).flatMap(({ i, score }) => (score >= top * AS_GOOD ? [i] : []));
  }
}

/** "Both are listed above", "listed above (1 2)", "studies listed above". */
function howMany(words: string, before: string, after: string): number {
  const numbered = /^\s*\(((?:\s*[\d,;]\s*)+)\)/.exec(after)?.[1]?.match(/\d/g)?.length ?? 0;
  const said = `${before.slice(-30)} ${words}`;
  if (numbered > 1) return numbered;
  if (/\bboth\b/i.test(said)) return 2;
  if (
    /\ball (?:three|listed|are)\b|\b(?:studies|trials|reviews) (?:also )?(?:are )?(?:listed )?(?:above|below)/i.test(
      said,
    )
  )
    return 3;
  return 1;
}

/** Lower case, words with one space between. */
function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function short(words: string): string {
  return words.length > 120 ? `${words.slice(0, 119)}…` : words;
}
