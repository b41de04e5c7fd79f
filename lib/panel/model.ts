// What the side panel lists of a document, whatever sort of document it is: mentions in steps, and going to one.
import * as z from 'zod/mini';
import { Polarity } from '../detect/model';

/** Most mentions that are asked for at once: each has its sentence cut out, and the page is not to feel it. */
export const MOST_AT_ONCE = 100;

/** Which mentions: of one topic or all (null), of these stances, in document order. */
export const MentionAsk = z.object({
  topic: z.nullable(z.string()),
  stances: z.array(Polarity),
  /** Number of mentions passed over. */
  from: z.int().check(z.minimum(0)),
  count: z.int().check(z.minimum(1), z.maximum(MOST_AT_ONCE)),
});
export type MentionAsk = z.infer<typeof MentionAsk>;

export const MentionLine = z.object({
  /** Stays the same as long as the document shows these words in this place. */
  id: z.string(),
  topic: z.string(),
  stance: Polarity,
  /** Words around the mention in its sentence, shortened by an ellipsis, and the words themselves. */
  before: z.string(),
  words: z.string(),
  after: z.string(),
  /** Words of the heading above it; null where there is none. */
  heading: z.nullable(z.string()),
  /** Id of the entry or guidance that the words cite. */
  cites: z.nullable(z.string()),
  /** Number among all marks of the document, from 1. */
  at: z.int(),
});
export type MentionLine = z.infer<typeof MentionLine>;

export const MentionList = z.object({
  /** How many there are in all. */
  total: z.int(),
  mentions: z.array(MentionLine),
});
export type MentionList = z.infer<typeof MentionList>;

/** Where going to a mention led; `at` of all `of` marks. */
export const Went = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.string(), at: z.int(), of: z.int() }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);
export type Went = z.infer<typeof Went>;

export type Listed =
  | { readonly ok: true; readonly list: MentionList }
  | { readonly ok: false; readonly reason: string };

/** The document in front of the reader, as the panel uses it: a page with its frames, or a file in a reader of ours. */
export interface DocumentInFront {
  mentions(ask: MentionAsk): Promise<Listed>;
  /** Brings a mention into view and opens its card. */
  go(id: string): Promise<Went>;
  /** The same with the next mention or the one before; from the one gone to last, else from what is in view. */
  step(backwards: boolean): Promise<Went>;
  /** Closes the card that is open. */
  closeCard(): Promise<void>;
}
