// Which entries and passages speak of the same thing: shared words, the rarer the more they count.

const STOPWORDS = new Set(
  `about above after again against alcohol all also although among another any are as at be because been being below best
   better between both but by can click could did do document does drug each effect entry even few findings first for from
   further had has have help helps here highlighted how however if in into is it its itself just listed less like link
   many may might more most much must need needs new no not of often on one only or other our out over own patient
   patients research result results review reviews same see seem should show showed shows since so some studies study
   such than that the their them then there these they this those though through to too treatment trial trials
   under until up us use used user users using very was way ways were what when where whether which while who whose
   why will with within without would you your`.split(/\s+/),
);
const STEM = 6;

/** Folded beginnings of the words that tell something, each once. Names in capitals ("NICE") stay whole. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const [word] of text.slice(0, 20_000).matchAll(/\p{L}[\p{L}\p{N}]*/gu)) {
    const lower = word.toLowerCase();
    if (
      word.length > 1 &&
      word.length < 8 &&
      word === word.toUpperCase() &&
      !/^(?:UK|US|USA)$/.test(word)
    )
      stems.add(word);
    else if (lower.length > 2 && !STOPWORDS.has(lower)) stems.add(lower.slice(0, STEM));
  }
  return stems;
}

/** How telling each stem is among the texts: `ln(1 + texts / texts that hold it)`. */
export class Weights {
  private readonly seen = new Map<string, number>();

  constructor(private readonly texts: readonly ReadonlySet<string>[]) {
    for (const stems of texts)
      for (const stem of stems) this.seen.set(stem, (this.seen.get(stem) ?? 0) + 1);
  }

  /** Sum of the weights of what both hold; a name in capitals counts double. */
  shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let sum = 0;
    for (const stem of small) {
      const seen = this.seen.get(stem);
      if (seen === undefined || !large.has(stem)) continue;
      const name = stem === stem.toUpperCase() ? 2 : 1;
      sum += name * Math.log(1 + this.texts.length / seen);
    }
    return sum;
  }
}

/** Sentences with where each begins; "e.g.", initials and the like do not end one. */
export function sentencesOf(text: string): { readonly start: number; readonly text: string }[] {
  const sentences: { start: number; text: string }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]["”’)\]]*\s+(?=[\p{Lu}‘“"'[(►])/gu)) {
    if (
      /(?:^|[\s(])(?:St|Dr|Mr|Mrs|Ms|Prof|vs|No|Vol|pp?|etc|e\.g|i\.e|cf|al|[A-Z])$/.test(
        text.slice(Math.max(start, match.index - 8), match.index),
      )
    )
      continue;
    const end = match.index + match[0].length;
    sentences.push({ start, text: text.slice(start, end).trimEnd() });
    start = end;
  }
  if (start < text.length) sentences.push({ start, text: text.slice(start) });
  return sentences;
}
