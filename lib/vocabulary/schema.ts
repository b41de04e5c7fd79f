// The form of the term data in data/topics/ and data/classes.json. docs/vocabulary.md explains it with examples.
import * as z from 'zod/mini';

const TermKind = z.enum(['preferred', 'alternative', 'hidden', 'abbreviation']);

/**
 * Where a condition looks: so many words either side, the sentence, the sentence or the neighbouring items of its list,
 * the block, the headings above it, or the document.
 */
const Within = z.enum(['phrase', 'sentence', 'list', 'block', 'heading', 'document']);

export const Condition = z.strictObject({
  within: Within,
  /** Patterns of which one must be there (or, in `not`, must not). */
  words: z.optional(z.array(z.string().check(z.minLength(1)))),
  /** Topics of which an unambiguous mention must be there (or, in `not`, must not); "*" stands for every topic. */
  topics: z.optional(z.array(z.string())),
  /** Words either side for `phrase`; 6 if absent. */
  reach: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
  /** Only before or only after the words in question; both if absent. */
  side: z.optional(z.enum(['before', 'after'])),
  /** How many different hits are needed; 1 if absent. */
  atLeast: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
});
export type Condition = z.infer<typeof Condition>;

/** What must, and must not, stand near words that have more than one sense. */
export const Sense = z.strictObject({
  /** One of these must hold. */
  needs: z.optional(z.array(Condition)),
  /** All of these must hold. */
  all: z.optional(z.array(Condition)),
  /** None of these may hold. */
  not: z.optional(z.array(Condition)),
  /** For the card: what the words are read as. */
  reading: z.string(),
  /** For the card: what else they could mean. */
  couldBe: z.string(),
});
export type Sense = z.infer<typeof Sense>;

/** Forms that share a kind, a case rule and a sense. */
export const TermGroup = z.strictObject({
  kind: TermKind,
  forms: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  /** Name of a rule in `senses`; absent where the forms have one sense only. */
  sense: z.optional(z.string()),
  /** `upper`: only in capitals; `exact`: only as written; absent: any case. */
  case: z.optional(z.enum(['upper', 'exact'])),
});
export type TermGroup = z.infer<typeof TermGroup>;

/** Longer words that hold a form but mean something else; they consume the text and mark nothing. */
export const NotGroup = z.strictObject({
  forms: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  reason: z.string(),
});

export const TopicTerms = z.strictObject({
  id: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  label: z.strictObject({ en: z.string(), cy: z.nullable(z.string()) }),
  tier: z.union([z.literal(1), z.literal(2)]),
  definition: z.string(),
  scope: z.string(),
  /** Main cell first. */
  cells: z.array(z.string().check(z.regex(/^(drug|alcohol)\/[A-E][1-5]$/))).check(z.minLength(1)),
  broader: z.array(z.string()),
  related: z.array(z.string()),
  terms: z.array(TermGroup).check(z.minLength(1)),
  senses: z.record(z.string(), Sense),
  not: z.array(NotGroup),
});
export type TopicTerms = z.infer<typeof TopicTerms>;

/** Word classes for the slots of patterns: name → member patterns (members may not hold slots of other classes). */
export const WordClasses = z.record(
  z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
);
export type WordClasses = z.infer<typeof WordClasses>;

export const Vocabulary = z.strictObject({
  classes: WordClasses,
  topics: z.array(TopicTerms),
});
export type Vocabulary = z.infer<typeof Vocabulary>;

/** How one entry or one piece of newer guidance is cited; made from the pack's own data by `lib/evidence/references.ts`. */
export const Citable = z.strictObject({
  /** Id of the entry or guidance. */
  id: z.string(),
  /** Topic whose card shows it. */
  topic: z.string(),
  /** Full or clearly shortened titles, at least four words each. */
  titles: z.array(z.string()),
  /** Words of which one must stand in the sentence for a title that could be plain prose (publisher, year, guideline number). */
  titleNeeds: z.array(z.string()),
  /** Guideline numbers without space: CG51, QS23. */
  numbers: z.array(z.string()),
  dois: z.array(z.string()),
  pmids: z.array(z.string()),
  urls: z.array(z.string()),
});
export type Citable = z.infer<typeof Citable>;
