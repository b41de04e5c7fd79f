// What an organisation sets for its computers (the browser's managed storage). Read key by key: one that is unknown or
// cannot be read is named and passed over, the others hold. docs/policy.md says what each does.
import * as z from 'zod/mini';
import { CardWhen, Language, MarkStyle, Role, Tiers } from './schema';

/** Settings that an organisation may give a value, and lock. */
const PolicySettings = z.partial(
  z.object({
    tiers: Tiers,
    topicsOff: z.array(z.string()),
    markStyle: MarkStyle,
    markExcluded: z.boolean(),
    cardWhen: CardWhen,
    cardDelay: z.int().check(z.gte(200), z.lte(3000)),
    role: Role,
    language: Language,
    recentFiles: z.boolean(),
  }),
);
type PolicySettings = z.infer<typeof PolicySettings>;
export type PolicyField = keyof PolicySettings;

/** What an organisation may turn off. */
export const Feature = z.enum(['welcome', 'any-site', 'evidence-files', 'evidence-addresses']);
export type Feature = z.infer<typeof Feature>;

/** A host, `www.example.gov.uk`, or all under one, `*.example.gov.uk`. */
const Host = z.string().check(z.regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/));
const Line = z.string().check(z.minLength(1), z.maxLength(200));

const EvidenceAddress = z.object({
  title: Line,
  address: z.string().check(z.regex(/^https:\/\/[^\s/]+\/\S*$/), z.maxLength(2000)),
});
type EvidenceAddress = z.infer<typeof EvidenceAddress>;

const PolicyKeys = {
  organisation: Line,
  contact: Line,
  sites: z.array(Host),
  sitesOff: z.array(Host),
  evidence: z.array(EvidenceAddress),
  locked: z.array(z.keyof(z.object(PolicySettings.shape))),
  featuresOff: z.array(Feature),
};

export interface Policy {
  /** Nothing is managed: the browser holds no policy for the extension. */
  readonly none: boolean;
  readonly organisation: string | null;
  /** Whom to ask. */
  readonly contact: string | null;
  /** Hosts that are to be marked beside those of the list; the reader still gives the browser leave. */
  readonly sites: readonly string[];
  readonly sitesOff: readonly string[];
  readonly evidence: readonly EvidenceAddress[];
  readonly settings: PolicySettings;
  readonly locked: readonly PolicyField[];
  readonly featuresOff: readonly Feature[];
  /** Keys that this version does not know. */
  readonly unknown: readonly string[];
  /** Keys whose value could not be read. */
  readonly unread: readonly string[];
}

export const NO_POLICY: Policy = {
  none: true,
  organisation: null,
  contact: null,
  sites: [],
  sitesOff: [],
  evidence: [],
  settings: {},
  locked: [],
  featuresOff: [],
  unknown: [],
  unread: [],
};

/** Never throws; `raw` is what the browser holds, or nothing. */
export function readPolicy(raw: unknown): Policy {
  if (raw === null || raw === undefined) return NO_POLICY;
  if (typeof raw !== 'object' || Array.isArray(raw))
    return { ...NO_POLICY, none: false, unread: ['(all)'] };
  if (Object.keys(raw).length === 0) return NO_POLICY;
  const top = byKey({ ...PolicyKeys, settings: z.record(z.string(), z.unknown()) }, raw);
  const inner = byKey(PolicySettings.shape, top.read.settings ?? {});
  const named = (keys: readonly string[]) => keys.map((key) => `settings.${key}`);
  const { settings: _raw, ...given } = top.read;
  return {
    ...NO_POLICY,
    ...given,
    none: false,
    settings: inner.read,
    unknown: [...top.unknown, ...named(inner.unknown)],
    unread: [...top.unread, ...named(inner.unread)],
  };
}

type Shape = Readonly<Record<string, z.ZodMiniType>>;
type Read<S extends Shape> = { -readonly [K in keyof S]?: z.infer<S[K]> };

function byKey<S extends Shape>(
  shape: S,
  raw: object,
): { read: Read<S>; unknown: string[]; unread: string[] } {
  const read: Record<string, unknown> = {};
  const unknown: string[] = [];
  const unread: string[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const wanted = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const got = wanted?.safeParse(value);
    if (!got) unknown.push(key);
    else if (!got.success) unread.push(key);
    else if (got.data !== undefined) read[key] = got.data;
  }
  return { read: read as Read<S>, unknown, unread };
}

/** Does a host, or all under one (`*.example.org`), cover this host name? */
export function coversHost(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}
