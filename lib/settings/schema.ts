// What the extension remembers of the reader's wishes. One schema, kept field by field in the browser's local storage.
import * as z from 'zod/mini';

/** A "not this sense" decision of the reader: these words are no longer marked for this topic. */
export const Dismissal = z.object({
  topic: z.string(),
  /** The words as they stood, folded to lower case. */
  words: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Host for which it holds; null: everywhere. */
  host: z.nullable(z.string()),
});
export type Dismissal = z.infer<typeof Dismissal>;

/** Whose work the matrix page shows first; everyone, researchers among them, sees all alike. */
export const Role = z.enum(['everyone', 'commissioner', 'manager', 'practitioner']);
export type Role = z.infer<typeof Role>;

/** A field that cannot be read falls back alone; the others keep what the reader chose. */
export const Settings = z.object({
  /** Hosts where the reader turned marking off, each with the moment (ISO date and time) it was done. */
  off: z.catch(z.record(z.string(), z.string()), {}),
  dismissals: z.catch(z.array(Dismissal), []),
  /** Topics of which tiers are marked. */
  tiers: z.catch(z.array(z.union([z.literal(1), z.literal(2)])).check(z.minLength(1)), [1]),
  role: z.catch(Role, 'everyone'),
});
export type Settings = z.infer<typeof Settings>;
