// What goes into the detector and what comes out of it. Pure data: no DOM, no browser, no database.
import * as z from 'zod/mini';

/** How a block stands in its document; polarity and relevance read it. */
export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'cell' | 'contents' | 'reference';

/** One run of text in which a mention may lie. A mention never crosses from one block into the next. */
export interface Block {
  readonly text: string;
  readonly kind: BlockKind;
  /** Heading depth, 1 to 6; only on headings. */
  readonly level?: number;
  /** Links inside the text, in order, with their absolute addresses. */
  readonly links?: readonly {
    readonly start: number;
    readonly end: number;
    readonly href: string;
  }[];
}

/** A whole document as the detector reads it. Offsets in all results are UTF-16 units into `block.text`. */
export interface DetectInput {
  readonly title: string;
  /** Host name of the page, '' for a file. */
  readonly host: string;
  readonly blocks: readonly Block[];
}

export const Polarity = z.enum(['asserted', 'excluded', 'other']);
/** asserted: provided, wanted or discussed; excluded: said not to be in scope; other: only named (contents, references). */
export type Polarity = z.infer<typeof Polarity>;

export const DocumentKind = z.enum([
  'tender notice',
  'specification',
  'needs assessment',
  'guidance',
  'legislation',
  'news',
  'page',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Is this document about drug or alcohol treatment and its commissioning? Reasons are plain sentences for the popup. */
export const Relevance = z.object({
  pass: z.boolean(),
  kind: DocumentKind,
  reasons: z.array(z.string()),
});
export type Relevance = z.infer<typeof Relevance>;

/** Why a mention was marked, in words for the card. */
export const Why = z.object({
  /** The term form that matched, as the vocabulary words it. */
  term: z.string(),
  /** What the words are read as, e.g. "AA as Alcoholics Anonymous"; null where the words have one sense only. */
  reading: z.nullable(z.string()),
  /** What decided it, e.g. "“meetings” beside it". */
  decidedBy: z.array(z.string()),
  /** What else the words could mean; null where nothing else is known. */
  couldBe: z.nullable(z.string()),
});
export type Why = z.infer<typeof Why>;

export interface Mention {
  /** Index into `DetectInput.blocks`. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly topic: string;
  readonly tier: 1 | 2;
  readonly polarity: Polarity;
  readonly why: Why;
}

/** Words that cite one of the matrix's entries or its newer guidance. May overlap a mention; the card opens on what is cited. */
export interface Reference {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Id of the entry or guidance. */
  readonly cites: string;
  readonly by: 'doi' | 'pmid' | 'number' | 'title' | 'link';
}

/** The result for a document. Where `relevance.pass` is false, `mentions` is empty unless asked for anyway. */
export interface Detection {
  readonly relevance: Relevance;
  /** In document order, never overlapping. */
  readonly mentions: readonly Mention[];
  /** In document order; empty where the page does not pass. */
  readonly references: readonly Reference[];
}
