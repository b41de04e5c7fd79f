// The form of data/sites.json: the sites that the extension may ask to read, and what they are to a commissioner.
import * as z from 'zod/mini';

/** A match pattern of one named site: https only, no path, never every site of a public suffix's parent. */
export const HostPattern = z
  .string()
  .check(z.regex(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/));

export const SiteKind = z.enum(['tenders', 'guidance', 'evidence', 'parliament']);
export type SiteKind = z.infer<typeof SiteKind>;

export const Site = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  name: z.string().check(z.minLength(1)),
  hosts: z.array(HostPattern).check(z.minLength(1)),
  kind: SiteKind,
  nation: z.enum([
    'UK',
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'Ireland',
    'Europe',
    'US',
  ]),
  /** Ticked at first run. */
  suggested: z.boolean(),
});
export type Site = z.infer<typeof Site>;

export const Sites = z.array(Site);
