// Follows an entry's references to the entries that they mean: by links where they lead somewhere, else by their words.

import { say } from '../../words/words';
import type { Relation } from '../model';
import { INVERSE } from '../packs/integrity';
import { documentOf, placeInPage } from './addresses';
import type { Place } from './countries';
import type { DraftEntry } from './entry';
import type { ImportedRelation, RelationType, Target } from './model';
import { atLine } from './problems';
import type { ListReference, References } from './references';
import { stemsOf, Weights } from './words';

/** Where the places of a page lead: the entry or passage that holds each id. */
export type Places = ReadonlyMap<string, Target>;

export interface Resolved {
  readonly relations: readonly (readonly ImportedRelation[])[];
  readonly problems: readonly string[];
}

/** A document counts as meant beside the best one from this share of its score. */
const AS_GOOD = 0.6;
/** Two candidates this near to each other cannot be told apart by their words. */
const TOO_NEAR = 0.85;
const RECIPROCAL = 6;
const MOST_MEANT = 3;

export function resolveList(
  entries: readonly DraftEntry[],
  references: readonly References[],
  places: Places,
  own: string | null,
): Resolved {
  const resolver = new Resolver(entries, references, places, own);
  const relations = entries.map((_, i) => resolver.relationsOf(i));
  return {
    relations: relations.map((mine, i) => told(mine, i, relations)),
    problems: resolver.problems,
  };
}

/** A plain "related" takes the meaning that the other side gives it ("Implementation guidance below"). */
function told(
  mine: readonly ImportedRelation[],
  at: number,
  all: readonly (readonly ImportedRelation[])[],
): ImportedRelation[] {
  return mine.map((relation) => {
    const { target, type } = relation;
    if (type !== 'related' || target.kind !== 'entry') return relation;
    const back = all[target.index]?.find(
      (other) =>
        other.target.kind === 'entry' && other.target.index === at && other.type !== 'related',
    );
    return back && isListType(back.type) ? { ...relation, type: INVERSE[back.type] } : relation;
  });
}

function isListType(type: RelationType): type is Relation['type'] {
  return type !== 'discussed-in';
}

class Resolver {
  readonly problems: string[] = [];
  private readonly titles: readonly Set<string>[];
  private readonly texts: readonly Set<string>[];
  private readonly weights: Weights;
  private readonly byDocument = new Map<string, number>();

  constructor(
    private readonly entries: readonly DraftEntry[],
    private readonly references: readonly References[],
    private readonly places: Places,
    private readonly own: string | null,
  ) {
    this.titles = entries.map(({ title }) => stemsOf(title));
    this.texts = entries.map(({ title, body }) => stemsOf(`${title} ${body.text}`));
    this.weights = new Weights(this.texts);
    for (const [i, { href }] of entries.entries()) {
      const document = documentOf(href);
      if (document !== null && !this.byDocument.has(document)) this.byDocument.set(document, i);
    }
  }

  relationsOf(at: number): ImportedRelation[] {
    const found = new Map<string, ImportedRelation>();
    const add = (relation: ImportedRelation) => {
      const { target } = relation;
      if (target.kind === 'entry' && target.index === at) return;
      const key = JSON.stringify(target);
      const held = found.get(key);
      if (!held || held.type === 'related') found.set(key, relation);
    };
    for (const { type, matrix, code, words } of this.references[at]?.cells ?? [])
      add({ type, target: { kind: 'cell', matrix, code }, words });
    for (const reference of this.references[at]?.list ?? [])
      for (const target of this.targetsOf(at, reference))
        add({ type: reference.type, target, words: reference.words });
    for (const { href, start, end } of this.entries[at]?.body.links ?? []) {
      const target = this.linked(href);
      if (target?.kind === 'entry')
        add({
          type: 'related',
          target,
          words: this.entries[at]?.body.text.slice(start, end) ?? '',
        });
    }
    return [...found.values()];
  }

  /** Where a link leads within the page. */
  private linked(href: string): Target | null {
    const place = placeInPage(href, this.own);
    if (place !== null) return this.places.get(place) ?? null;
    const index = this.byDocument.get(documentOf(href) ?? '');
    return index === undefined ? null : { kind: 'entry', index };
  }

  private targetsOf(at: number, reference: ListReference): Target[] {
    const linked = reference.links.flatMap(({ href }) => this.linked(href) ?? []);
    const entries = linked.filter((target) => target.kind === 'entry' && target.index !== at);
    if (entries.length > 0) return entries;
    const wants = wantsOf(reference);
    const targets = wants.flatMap((want) => this.candidates(at, reference, want));
    if (targets.length === 0) {
      const line = this.entries[at]?.line ?? 0;
      this.problems.push(
        atLine(line, say('no entry was found for “{words}”.', { words: short(reference.words) })),
      );
    }
    return [...new Set(targets)].map((index): Target => ({ kind: 'entry', index }));
  }

  private candidates(at: number, reference: ListReference, want: ListReference): number[] {
    const fitting = this.entries.flatMap((entry, i) => {
      if (reference.direction === 'above' ? i >= at : i <= at) return [];
      return fits(entry, want) ? [{ i, entry }] : [];
    });
    const exact = fitting.filter(({ entry }) => want.places.length > 0 && entry.place !== null);
    const scored = (exact.length > 0 ? exact : fitting)
      .map(({ i }) => ({ i, score: this.score(at, i, want) }))
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (!best) return [];
    if (reference.plural && wantsOf(reference).length === 1)
      return scored
        .filter(({ score }) => score >= best.score * AS_GOOD)
        .slice(0, MOST_MEANT)
        .map(({ i }) => i);
    if (second && second.score >= best.score * TOO_NEAR)
      this.problems.push(
        atLine(
          this.entries[at]?.line ?? 0,
          say('“{words}” was taken for “{title}”; it may be “{other}”.', {
            words: short(want.words),
            title: this.entries[best.i]?.title ?? '',
            other: this.entries[second.i]?.title ?? '',
          }),
        ),
      );
    return [best.i];
  }

  private score(at: number, other: number, want: ListReference): number {
    const mine = this.texts[at] ?? new Set();
    const theirs = this.texts[other] ?? new Set();
    const size = Math.sqrt(theirs.size + 10);
    const shared = this.weights.shared(mine, theirs) / size;
    const titles = this.weights.shared(
      this.titles[at] ?? new Set(),
      this.titles[other] ?? new Set(),
    );
    const said = this.weights.shared(stemsOf(want.words), theirs) / size;
    const near = 0.15 / Math.abs(at - other);
    return (
      shared * 2 +
      titles * 0.5 +
      said * 2 +
      near +
      (this.answers(other, at, want) ? RECIPROCAL : 0) +
      0.5
    );
  }

  /** The other entry speaks back: in the other direction, of this kind and place. */
  private answers(other: number, at: number, want: ListReference): boolean {
    const me = this.entries[at];
    return (this.references[other]?.list ?? []).some(
      (back) =>
        back.direction !== want.direction &&
        me !== undefined &&
        fits(me, { ...back, kinds: [back.kinds.flat()] }) &&
        (back.type === want.type || back.type === 'related' || want.type === 'related'),
    );
  }
}

/** "trials from the UK and USA", "review and guidance": one want for each document that is meant. */
function wantsOf(reference: ListReference): ListReference[] {
  const kinds = [reference.kinds.flat()];
  if (reference.places.length > 1)
    return reference.places.map((place) => ({ ...reference, kinds, places: [place] }));
  if (reference.kinds.length > 1)
    return reference.kinds.map((kind) => ({ ...reference, kinds: [kind] }));
  return [{ ...reference, kinds }];
}

/** Kind and place as far as both sides say them; what is not known fits. */
function fits(entry: DraftEntry, { kinds: [kinds = []], places }: ListReference): boolean {
  if (kinds.length > 0 && entry.kind !== null && !kinds.includes(entry.kind)) return false;
  const [place] = places;
  return !place || !entry.place || samePlace(entry.place, place);
}

function samePlace(a: Place, b: Place): boolean {
  if (a.country !== b.country) return false;
  return a.nation === null || b.nation === null || a.nation === b.nation;
}

function short(words: string): string {
  return words.length > 90 ? `${words.slice(0, 89)}…` : words;
}
