// Files that the reader page had open, by name and hash, newest first: kept only where the reader wants it, and never in a private window.
import * as z from 'zod/mini';
import type { StorageArea } from '../platform/storage';
import type { Spot } from '../reader/model';

/** In storage.local. Backups leave it out (data-work.ts). */
export const RECENT = 'recent.files';
const MOST = 20;
/** Names are cut after so many letters. */
const LONGEST = 300;

const SpotShape = z.object({
  position: z.string().check(z.maxLength(40)),
  zoom: z.union([z.enum(['auto', 'width', 'page']), z.number().check(z.gte(0.1), z.lte(10))]),
});

const RecentFile = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(LONGEST)),
  /** SHA-256 of the whole file, hexadecimal. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  kind: z.enum(['pdf', 'docx', 'html', 'markdown', 'text']),
  /** 0 for files without pages. */
  pages: z.int().check(z.gte(0)),
  /** When it was opened last, ISO 8601 in UTC. */
  when: z.string().check(z.maxLength(40)),
  spot: z.nullable(SpotShape),
});
export type RecentFile = z.infer<typeof RecentFile>;

export interface RecentWorld {
  readonly local: StorageArea;
  readonly session: StorageArea;
  /** The reader, or their organisation, wants the list. */
  isWanted(): Promise<boolean>;
  isPrivate(): Promise<boolean>;
  /** Runs work that no other page of the extension may run meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  now(): Date;
}

/** Lines that cannot be read are passed over, the others hold. */
export function recentIn(raw: unknown): RecentFile[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((one) => RecentFile.safeParse(one).data ?? []).slice(0, MOST);
}

export function recentFiles({ local, session, isWanted, isPrivate, alone, now }: RecentWorld) {
  /** Spots of a private window, gone with its page. */
  const here = new Map<string, Spot>();
  const spotKey = (hash: string) => `reader.spot.${hash}`;
  const stored = async () => recentIn((await local.get([RECENT]))[RECENT]);
  const isKept = async () => !(await isPrivate()) && (await isWanted());

  /** Whether it is wanted is asked inside, so that nothing is written after it was turned off. */
  const change = (how: (before: readonly RecentFile[]) => readonly RecentFile[]) =>
    alone(async () => {
      if (!(await isKept())) return;
      await local.set({ [RECENT]: how(await stored()).slice(0, MOST) });
    });

  return {
    async list(): Promise<readonly RecentFile[]> {
      return (await isKept()) ? stored() : [];
    },

    /** A file was opened: it comes first, with the spot known of it. */
    opened: (file: Pick<RecentFile, 'name' | 'hash' | 'kind' | 'pages'>) =>
      change((before) => {
        const spot = before.find(({ hash }) => hash === file.hash)?.spot ?? null;
        const name = file.name.slice(0, LONGEST);
        const line = { ...file, name, when: now().toISOString(), spot };
        return [line, ...before.filter(({ hash }) => hash !== file.hash)];
      }),

    /** Where the reader is in a file, until the browser is closed, and beyond for one in the list. */
    async keepSpot(hash: string, spot: Spot): Promise<void> {
      if (await isPrivate()) {
        here.set(hash, spot);
        return;
      }
      await session.set({ [spotKey(hash)]: spot });
      await change((before) => before.map((one) => (one.hash === hash ? { ...one, spot } : one)));
    },

    async spotOf(hash: string): Promise<Spot | null> {
      if (await isPrivate()) return here.get(hash) ?? null;
      const held = SpotShape.safeParse((await session.get([spotKey(hash)]))[spotKey(hash)]);
      if (held.success) return held.data;
      const list = (await isWanted()) ? await stored() : [];
      return list.find((one) => one.hash === hash)?.spot ?? null;
    },

    forget: (hash: string) => change((before) => before.filter((one) => one.hash !== hash)),

    clearUnlessWanted: () =>
      alone(async () => {
        if (!(await isWanted())) await local.remove([RECENT]);
      }),
  };
}
