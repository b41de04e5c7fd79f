// What the evidence is made of: matrices, cells, entries, passages, topics, newer guidance, and the pack that holds them.
import * as z from 'zod/mini';
import { NotGroup, Sense, TermGroup, TopicTerms, WordClasses } from '../vocabulary/schema';

const text = z.string().check(z.minLength(1));
const id = z.string().check(z.regex(/^[a-z0-9]+([-/][A-Za-z0-9]+)*$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const year = z.nullable(z.int().check(z.minimum(1900), z.maximum(2100)));
/** Only web addresses: a `javascript:` or `data:` link, or one with a name before the host, is refused. */
const url = z
  .string()
  .check(z.maxLength(2000), z.regex(/^https?:\/\/[^\s"'<>@/\\?#]+([/?#][^\s"'<>]*)?$/));

export const MatrixId = z.enum(['drug', 'alcohol']);
export type MatrixId = z.infer<typeof MatrixId>;
export const Level = z.enum(['A', 'B', 'C', 'D', 'E']);
export type Level = z.infer<typeof Level>;
export const CellId = z.string().check(z.regex(/^(drug|alcohol)\/[A-E][1-5]$/));

export const Matrix = z.strictObject({
  id: MatrixId,
  title: text,
  url,
  levels: z.array(z.strictObject({ code: Level, title: text })).check(z.length(5)),
  types: z
    .array(z.strictObject({ code: text, title: text, rowTitle: z.nullable(text) }))
    .check(z.length(5)),
});
export type Matrix = z.infer<typeof Matrix>;

export const Cell = z.strictObject({
  id: CellId,
  title: text,
  url,
  /** The address follows the site's pattern but the page itself was not seen. */
  urlDerived: z.optional(z.boolean()),
  /** Heading of the cell's commentary, where one was seen. */
  biteTitle: z.nullable(text),
  /** Date of the cell's last known revision; null where none was seen. */
  revised: z.nullable(day),
  questions: z.array(text),
  /** `full`: the whole entry list was read; `part`: only some entries were seen; `none`: no entry was seen. */
  completeness: z.enum(['full', 'part', 'none']),
  source: text,
});
export type Cell = z.infer<typeof Cell>;

export const Kind = z.enum(['seminal', 'key', 'review', 'guidance']);
export type Kind = z.infer<typeof Kind>;

export const Direction = z.enum(['better', 'mixed', 'same', 'worse', 'not-effects']);
/** better: helps; same: no clear difference; not-effects: the document is not a study of effects. */
export type Direction = z.infer<typeof Direction>;

export const Finding = z.strictObject({
  outcome: text,
  direction: Direction,
  /** A few words after the direction, such as "modestly"; null where there is nothing to add. */
  detail: z.nullable(text),
});
export type Finding = z.infer<typeof Finding>;

export const Link = z.strictObject({
  kind: z.enum(['analysis', 'original', 'free', 'library']),
  /** Said instead of the kind's usual words where those would mislead ("PubMed record"). */
  label: z.optional(text),
  url,
  /** How sure it is that the link is the document the entry speaks of. */
  confidence: z.enum(['confirmed', 'likely']),
});
export type Link = z.infer<typeof Link>;

export const Citation = z.strictObject({
  authors: z.array(text),
  title: text,
  container: z.nullable(text),
  year,
  locator: z.nullable(text),
  doi: z.nullable(z.string().check(z.regex(/^10\.\d{4,9}\/\S+$/))),
  pmid: z.nullable(z.string().check(z.regex(/^\d{1,9}$/))),
  confidence: z.enum(['confirmed', 'likely']),
});
export type Citation = z.infer<typeof Citation>;

export const Relation = z.strictObject({
  type: z.enum([
    'corresponds-to',
    'secondary-of',
    'has-secondary',
    'earlier-version-of',
    'later-version-of',
    'implements',
    'implemented-by',
    'related',
    'same-document',
    'listed-also-in',
  ]),
  /** Id of an entry. */
  to: id,
  /** In words, e.g. "Corresponding US study". */
  label: text,
});
export type Relation = z.infer<typeof Relation>;

export const Entry = z.strictObject({
  /** Cell of first listing and a slug: `drug/E4/determining-who-needs-residential-care`. */
  id,
  cells: z.array(CellId).check(z.minLength(1)),
  kind: z.nullable(Kind),
  /** The kind's letter was missing in the source and is inferred from its place or its wording. */
  kindInferred: z.boolean(),
  /**
   * main: a line of its own in the cell; secondary: a document named inside another entry's line;
   * commentary: a document that only the cell's commentary names (its kind is then null).
   */
  role: z.enum(['main', 'secondary', 'commentary']),
  /** Place among the entries held of the cell, from 1, in the cell's order; null for documents without a line of their own. */
  order: z.nullable(z.int()),
  title: text,
  year,
  country: z.nullable(text),
  /** Where guidance holds for one nation of its country only ("Scotland"); shown in place of the country. */
  nation: z.optional(text),
  publisher: z.nullable(text),
  /** Our own words; null where only title, year and kind are known. */
  summary: z.nullable(text),
  findings: z.array(Finding),
  caution: z.nullable(text),
  links: z.array(Link),
  citation: z.nullable(Citation),
  relations: z.array(Relation),
  topics: z.array(id),
  /** full: read and summarised; title-only: only the listing line is known. */
  completeness: z.enum(['full', 'title-only']),
  /** older: seen only in an earlier revision of the cell, which may have dropped it since. */
  edition: z.enum(['latest', 'older']),
  /** Where the facts come from, for checking. */
  source: text,
});
export type Entry = z.infer<typeof Entry>;

export const Passage = z.strictObject({
  /** `drug/E4/passage/who-needs-residential-care`. */
  id,
  cell: CellId,
  order: z.int(),
  heading: text,
  kind: z.enum(['about', 'start', 'highlighted', 'issue']),
  /** Own-words paragraphs, the first of them the gist. */
  paragraphs: z.array(text).check(z.minLength(1)),
  /** Own-words paragraphs that the original folds away; may be empty. */
  more: z.array(text),
  entries: z.array(id),
  topics: z.array(id),
});
export type Passage = z.infer<typeof Passage>;

export const Guidance = z.strictObject({
  id,
  title: text,
  publisher: text,
  year,
  nation: text,
  url: z.nullable(url),
  urlKind: z.nullable(z.enum(['official', 'library', 'news'])),
  topics: z.array(id),
  /** Entries on whose subject it is newer; no claim of formal replacement. */
  entries: z.array(id),
  note: z.nullable(text),
  source: text,
});
export type Guidance = z.infer<typeof Guidance>;

/** What the evidence says of a topic, in one or two plain lines. */
export const Statement = z.strictObject({
  topic: id,
  /** Said first where it holds: the evidence is mixed or thin. */
  lead: z.nullable(z.enum(['Mixed', 'Thin'])),
  says: text,
  /** A question for the commissioner, and the passage that discusses it. */
  question: z.nullable(z.strictObject({ text, passage: z.nullable(id) })),
  /** Ids of the entries and passages it rests on; what a copied paragraph cites. */
  basis: z.optional(z.array(id)),
});
export type Statement = z.infer<typeof Statement>;

/**
 * shipped: the treatment matrices, as the extension brings them or in a newer version; organisation: what an
 * organisation adds beside them; own: what the reader imported on this computer.
 */
export const PackRole = z.enum(['shipped', 'organisation', 'own']);
export type PackRole = z.infer<typeof PackRole>;

const packId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));

/** Further words for a topic of another pack. */
export const Addition = z.strictObject({
  topic: id,
  terms: z.array(TermGroup),
  senses: z.record(z.string(), Sense),
  not: z.array(NotGroup),
});
export type Addition = z.infer<typeof Addition>;

/** Earlier forms are brought up by `packs/schema-versions.ts`. */
export const PACK_SCHEMA = 2;

export const Pack = z.strictObject({
  schema: z.literal(PACK_SCHEMA),
  role: PackRole,
  id: packId,
  /** Ids of the packs whose cells, topics and entries this one may name; none for the shipped one. */
  extends: z.array(packId),
  title: text,
  version: z.string().check(z.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)),
  language: z.string().check(z.regex(/^[a-z]{2}$/)),
  licence: text,
  /** Day on which the evidence was put together. */
  revised: day,
  matrices: z.array(Matrix),
  cells: z.array(Cell),
  entries: z.array(Entry),
  passages: z.array(Passage),
  guidance: z.array(Guidance),
  statements: z.array(Statement),
  vocabulary: z.strictObject({
    classes: WordClasses,
    topics: z.array(TopicTerms),
    additions: z.array(Addition),
  }),
});
export type Pack = z.infer<typeof Pack>;

export { DIRECTION_WORDS, KIND_WORDS } from './words';
