// Labelled text as the project measures against it, and what one document came to. Pure data.
import * as z from 'zod/mini';
import { Polarity, type Relevance } from '../detect/model';

export const GoldMention = z.object({
  start: z.int().check(z.minimum(0)),
  end: z.int().check(z.minimum(1)),
  quote: z.string().check(z.minLength(1)),
  topic: z.string().check(z.minLength(1)),
  polarity: Polarity,
});
export type GoldMention = z.infer<typeof GoldMention>;

/** A line of a labelled file. Its text is in the record itself or in a `TextRecord` of the same id. */
export const GoldRecord = z.object({
  id: z.string().check(z.minLength(1)),
  kind: z.optional(z.string()),
  title: z.optional(z.string()),
  text: z.optional(z.string()),
  mentions: z.array(GoldMention),
});
export type GoldRecord = z.infer<typeof GoldRecord>;

/** A line of a file of texts without mention labels. */
export const TextRecord = z.object({
  id: z.string().check(z.minLength(1)),
  kind: z.optional(z.string()),
  /** Records of one group are near-copies of each other. */
  group: z.optional(z.string()),
  url: z.optional(z.string()),
  title: z.optional(z.string()),
  text: z.string(),
});
export type TextRecord = z.infer<typeof TextRecord>;

/** One text to run the detector over. */
export interface Sample {
  readonly id: string;
  readonly corpus: string;
  readonly kind: string;
  readonly title: string;
  /** Host name of the page that it was taken from; '' where there is none. */
  readonly host: string;
  readonly text: string;
  /** What near-copies and the split go by. */
  readonly group: string;
  /** A piece of a longer document: measured past the relevance gate. */
  readonly passage: boolean;
  readonly keptAside: boolean;
  /** Null where only the kind of page is labelled. */
  readonly gold: readonly GoldMention[] | null;
}

/** A mark of the detector, with offsets in UTF-16 units of the whole text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly topic: string;
  readonly polarity: Polarity;
  /** The term that matched, for the list of errors. */
  readonly term: string;
}

export interface Measured {
  readonly sample: Sample;
  readonly relevance: Relevance;
  readonly marks: readonly Mark[];
}

export type Tier = 1 | 2;
