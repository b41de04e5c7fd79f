// The forms of the hand-written files in data/sources/, from which the shipped pack is put together (docs/data.md).
import * as z from 'zod/mini';
import { Cell, Entry, Guidance, Matrix, Passage, Relation, Statement } from '../model';

const text = z.string().check(z.minLength(1));
const { shape: entry } = Entry;

/** A relation as one side states it; the other side is written from `back`. */
export const SourceRelation = z.strictObject({
  from: text,
  type: Relation.shape.type,
  to: text,
  label: text,
  back: text,
});
export type SourceRelation = z.infer<typeof SourceRelation>;

/** Entries known by their line in the list only. */
const ListedEntry = z.strictObject({
  id: entry.id,
  kind: entry.kind,
  title: entry.title,
  year: entry.year,
  country: entry.country,
  publisher: entry.publisher,
  edition: entry.edition,
  topics: entry.topics,
  /** Where its line was seen, if not where the rest of the cell was. */
  source: z.optional(text),
});

/** `matrix-facts.json` */
export const MatrixFacts = z.strictObject({
  about: text,
  retrieved: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  matrices: z.array(Matrix),
  cells: z.array(z.strictObject({ ...Cell.shape, entries: z.array(ListedEntry) })),
  /** Entries that are one document, and which facts show it. */
  same: z.array(z.strictObject({ because: text, entries: z.array(text).check(z.minLength(2)) })),
});
export type MatrixFacts = z.infer<typeof MatrixFacts>;

/** Entries read whole, or documents named beside them. */
const ReadEntry = z.strictObject({
  slug: text,
  kind: entry.kind,
  kindInferred: z.optional(z.boolean()),
  role: entry.role,
  title: entry.title,
  year: entry.year,
  country: entry.country,
  nation: entry.nation,
  publisher: entry.publisher,
  summary: text,
  findings: entry.findings,
  caution: entry.caution,
  topics: entry.topics,
  links: entry.links,
  citation: entry.citation,
  source: entry.source,
});

/** `drug-E4.json`: a cell that was read whole. */
export const ReadCell = z.strictObject({
  about: text,
  cell: Cell.shape.id,
  entries: z.array(ReadEntry),
  relations: z.array(SourceRelation),
  passages: z.array(
    z.strictObject({
      slug: text,
      heading: Passage.shape.heading,
      kind: Passage.shape.kind,
      paragraphs: Passage.shape.paragraphs,
      more: Passage.shape.more,
      entries: Passage.shape.entries,
      topics: Passage.shape.topics,
    }),
  ),
});
export type ReadCell = z.infer<typeof ReadCell>;

/** `guidance.json` */
export const GuidanceFile = z.strictObject({ about: text, guidance: z.array(Guidance) });
export type GuidanceFile = z.infer<typeof GuidanceFile>;

/** `statements.json`: a record for every topic; `says` is null where the evidence held says nothing. */
export const StatementsFile = z.strictObject({
  about: text,
  statements: z.array(
    z.strictObject({
      topic: Statement.shape.topic,
      lead: Statement.shape.lead,
      says: z.nullable(text),
      question: Statement.shape.question,
      basis: z.array(text),
    }),
  ),
});
export type StatementsFile = z.infer<typeof StatementsFile>;
