// What the extension remembers of the reader's wishes. One schema; each field is kept under a key of its own in the browser's local storage.
import * as z from 'zod/mini';

/** A "not this sense" decision of the reader: these words are no longer marked for this topic. */
export const Dismissal = z.object({
  topic: z.string(),
  /** The words as they stood, folded to lower case. */
  words: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Host for which it holds; null: everywhere. */
  host: z.nullable(z.string()),
  /** When it was decided, ISO date and time; missing in those of before this was kept. */
  at: z.optional(z.string()),
});
export type Dismissal = z.infer<typeof Dismissal>;

/** Whose work the matrix page shows first; everyone, researchers among them, sees all alike. */
export const Role = z.enum(['everyone', 'commissioner', 'manager', 'practitioner']);
export type Role = z.infer<typeof Role>;

/** Underline and tint, one of them, a dotted line; `none`: nothing is painted, the side panel still lists all. */
export const MarkStyle = z.enum(['both', 'underline', 'background', 'dotted', 'none']);
export type MarkStyle = z.infer<typeof MarkStyle>;

export const Tiers = z.array(z.union([z.literal(1), z.literal(2)])).check(z.minLength(1));

/** The pointer rests on a mark; a click; the pointer rests while Alt is held. The keyboard's commands always open it. */
export const CardWhen = z.enum(['hover', 'click', 'alt-hover']);
export type CardWhen = z.infer<typeof CardWhen>;

/** BCP 47. */
export const Language = z.enum(['en', 'cy']);
export type Language = z.infer<typeof Language>;

const Moment = z.string().check(z.maxLength(40));

/** A value that cannot be read falls back alone; the others keep what the reader chose. */
export const Settings = z.object({
  /** Hosts where the reader turned marking off, each with the moment (ISO date and time) it was done. */
  off: z.catch(z.record(z.string(), z.string()), {}),
  /** Since when nothing is marked anywhere; null: marking is on. */
  offEverywhere: z.catch(z.nullable(Moment), null),
  /** Match patterns of the sites that the reader allowed, so that one taken back in the browser is noticed. */
  sites: z.catch(z.array(z.string().check(z.maxLength(300))), []),
  dismissals: z.catch(z.array(Dismissal), []),
  /** Topics of which tiers are marked. */
  tiers: z.catch(Tiers, [1]),
  /** Ids of topics that are not marked. */
  topicsOff: z.catch(z.array(z.string()), []),
  markStyle: z.catch(MarkStyle, 'both'),
  /** Mentions that the text rules out are marked too. */
  markExcluded: z.catch(z.boolean(), true),
  cardWhen: z.catch(CardWhen, 'hover'),
  /** How long the pointer rests before the card opens, in ms. */
  cardDelay: z.catch(z.int().check(z.gte(200), z.lte(3000)), 500),
  role: z.catch(Role, 'everyone'),
  language: z.catch(Language, 'en'),
  /** Files opened in the reader page are remembered by name and hash. */
  recentFiles: z.catch(z.boolean(), false),
});
export type Settings = z.infer<typeof Settings>;
export type Field = keyof Settings;

/** What a page needs to know of them; sent with its start, and again when it changes. */
export const PageWishes = z.object({
  tiers: Tiers,
  topicsOff: z.array(z.string()),
  dismissals: z.array(Dismissal),
  markStyle: MarkStyle,
  markExcluded: z.boolean(),
  cardWhen: CardWhen,
  cardDelay: z.int(),
});
export type PageWishes = z.infer<typeof PageWishes>;

/** By whose wish nothing is marked on a host, and since when. */
export type Off =
  | { readonly by: 'site' | 'everywhere'; readonly since: string }
  | { readonly by: 'organisation'; readonly who: string | null; readonly contact: string | null };

/** How far turning off reaches: this page until it is loaded again, its host, all pages. */
export type Reach = 'page' | 'site' | 'everywhere';
