// Every message between the parts of the extension, typed and checked where it arrives. Names are `room/verb`.
import * as z from 'zod/mini';
import { DocumentKind, Relevance } from '../detect/model';
import { TopicEvidence } from '../evidence/views';
import { MentionAsk, MentionList, Went } from '../panel/model';
import { Dismissal, PageWishes, Settings } from '../settings/schema';
import { Citable } from '../vocabulary/schema';
import type { Catalogue } from '../words/words';

export type { MentionAsk, MentionList, PageWishes, Went };
export { Dismissal };

/** The words of a language; null: English. They were checked where they were read (lib/background/speaking.ts). */
const Words = z.custom<Catalogue | null>((value) => typeof value === 'object');

/** What the content script needs before it reads a page. */
export const PageStart = z.discriminatedUnion('on', [
  z.object({
    on: z.literal(true),
    /** The compiled terms, see `lib/vocabulary/packed.ts`. */
    matcher: z.string(),
    topics: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        tier: z.union([z.literal(1), z.literal(2)]),
        cells: z.array(z.string()),
      }),
    ),
    /** What a document may cite, and the topic whose card shows it. */
    citables: z.array(Citable),
    wishes: PageWishes,
    words: Words,
  }),
  z.object({ on: z.literal(false) }),
]);
export type PageStart = z.infer<typeof PageStart>;

/** The page at a glance, for the badge and the popup. */
export const PageSummary = z.object({
  state: z.enum(['reading', 'done', 'off']),
  title: z.string(),
  relevance: z.nullable(Relevance),
  kind: DocumentKind,
  /** Marked anyway at the reader's wish, though the page did not pass. */
  anyway: z.boolean(),
  /** Share of the page read so far, 0 to 1. */
  progress: z.number(),
  /** Topics by number of mentions, most first. */
  topics: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      tier: z.union([z.literal(1), z.literal(2)]),
      asserted: z.int(),
      excluded: z.int(),
      other: z.int(),
    }),
  ),
  /** Said to the reader where something was left out ("the page is longer than …"). */
  leftOut: z.nullable(z.string()),
});
export type PageSummary = z.infer<typeof PageSummary>;

const EvidenceAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), evidence: TopicEvidence }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);

const done = z.object({ ok: z.boolean(), reason: z.optional(z.string()) });

/** Sent by a content script or an extension page, answered by the background. */
export const toBackground = {
  'page/start': { ask: z.object({}), answer: PageStart },
  'page/report': { ask: z.object({ summary: PageSummary }), answer: done },
  'card/load': { ask: z.object({}), answer: done },
  'evidence/topic': { ask: z.object({ topic: z.string() }), answer: EvidenceAnswer },
  /** The reader copied a reference to these entries. */
  'evidence/cited': {
    ask: z.object({ ids: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(200)) }),
    answer: done,
  },
  /** Opens the extension's matrix page at a path such as `/drug/E4/…`, in a new tab. */
  'matrix/open': {
    ask: z.object({ path: z.string().check(z.regex(/^\/[\w/?=,&.-]*$/), z.maxLength(300)) }),
    answer: done,
  },
  'sense/dismiss': { ask: z.object({ dismissal: Dismissal }), answer: done },
  'sense/restore': { ask: z.object({ dismissal: Dismissal }), answer: done },
  /** Turns marking on or off for a host, in every open tab of it. */
  'site/turn': { ask: z.object({ host: z.string(), on: z.boolean() }), answer: done },
  /** A site that the reader wishes to be marked, or no longer: a match pattern. The browser is asked by whoever sends this. */
  'site/want': {
    ask: z.object({ pattern: z.string().check(z.maxLength(300)), on: z.boolean() }),
    answer: done,
  },
  /** Turns marking on or off everywhere, in every open tab. */
  'everywhere/turn': { ask: z.object({ on: z.boolean() }), answer: done },
  /** One setting, from now on and in every page that is open. Its value is checked by the field's own shape. */
  'settings/set': {
    ask: z.object({ field: z.keyof(z.object(Settings.shape)), value: z.unknown() }),
    answer: done,
  },
  /** Everything that is stored was replaced or deleted: what is open and registered is to follow. */
  'settings/follow': { ask: z.object({}), answer: done },
  /** Reads one tab at the reader's wish, without a lasting permission. */
  'tab/mark-once': { ask: z.object({ tab: z.int() }), answer: done },
  /** Opens the evidence, filling the database where it is empty. */
  'evidence/ready': { ask: z.object({}), answer: done },
} as const;

/** Messages that only the extension's own pages may send; a content script that sends one gets no answer. */
export const onlyFromOwnPages: ReadonlySet<string> = new Set<keyof typeof toBackground>([
  'site/turn',
  'everywhere/turn',
  'site/want',
  'settings/set',
  'settings/follow',
  'tab/mark-once',
  'evidence/ready',
]);

/** Sent by the background or the popup, answered by the content script of a tab. */
export const toPage = {
  'page/summary': { ask: z.object({}), answer: PageSummary },
  'page/mark-anyway': { ask: z.object({}), answer: PageSummary },
  'page/turn': { ask: z.object({ on: z.boolean() }), answer: done },
  /** The reader's wishes have changed. */
  'page/wishes': { ask: z.object({ wishes: PageWishes, words: Words }), answer: done },
  'page/mentions': { ask: MentionAsk, answer: MentionList },
  'mark/next': { ask: z.object({ backwards: z.boolean() }), answer: done },
  /** To a mention by its id, or to the `next` or `previous` one, opening its card; `none` closes the card. */
  'mark/go': { ask: z.object({ to: z.string() }), answer: Went },
} as const;

export type BackgroundMap = typeof toBackground;
export type PageMap = typeof toPage;
export type Ask<M, K extends keyof M> = M[K] extends { ask: infer S extends z.ZodMiniType }
  ? z.infer<S>
  : never;
export type Answer<M, K extends keyof M> = M[K] extends { answer: infer S extends z.ZodMiniType }
  ? z.infer<S>
  : never;
