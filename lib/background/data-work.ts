// All that is kept on this computer: how much, saved to a file, brought back whole or not at all, deleted. Runs in the settings page.
import { type Contents, type ReadBackup, readBackup, writeBackup } from '../backup/file';
import { type EvidenceDatabase, openEvidence } from '../evidence/database';
import {
  checkSaved,
  deleteSaved,
  putSaved,
  type SavedEvidence,
  savedParts,
  savedSizes,
} from '../evidence/packs/backup';
import type { Room } from '../platform/persistence';
import { bytesOf, type StorageArea } from '../platform/storage';
import { Settings } from '../settings/schema';
import { canRead } from '../settings/store';
import { counted, say, written } from '../words/words';
import type { Told } from './page-evidence';
import { RECENT, recentIn } from './recent-files';

/** What the work needs of the browser; tests bring their own. */
export interface DataWorld {
  readonly db: EvidenceDatabase;
  readonly local: StorageArea;
  readonly session: StorageArea;
  room(): Promise<Room>;
  version(): string;
  now(): Date;
  /** Open pages and registrations are to follow what is stored now. */
  follow(): Promise<unknown>;
}

interface Kept {
  readonly kinds: readonly {
    readonly name: string;
    readonly count: string;
    readonly bytes: number | null;
  }[];
  readonly room: Room;
}

/** A backup that was read and checked; `restore` puts it in place. */
interface Checked {
  /** When it was made, ISO 8601 in UTC. */
  readonly made: string;
  readonly by: string;
  readonly holds: readonly string[];
  restore(): Promise<Told<object>>;
}

export interface DataWork {
  kept(): Promise<Told<Kept>>;
  backUp(): Promise<Told<{ readonly name: string; readonly file: Blob }>>;
  /** Changes nothing. */
  check(file: Blob): Promise<Told<Checked>>;
  deleteAll(): Promise<Told<object>>;
}

const SETTINGS = 'settings';
/** Keys of the storage area as rooms of the extension name theirs. */
const KEY = /^[a-z]+\.[\w.:-]{1,200}$/;
/**
 * Stays out of backups. That the database was filled: it knows better itself after a restore. Files opened before: the
 * backup may go to another computer, and their names may be under embargo.
 */
const OURS_ALONE = /^(evidence|recent)\./;

const done: Told<object> = { ok: true, value: {} };
const no = (reason: string): Told<never> => ({ ok: false, reason });

export function dataWork(world: DataWorld): DataWork {
  const { db, local, session } = world;
  const stored = async () =>
    Object.fromEntries(
      Object.entries(await local.get(null)).filter(
        ([key]) => KEY.test(key) && !OURS_ALONE.test(key),
      ),
    );
  return {
    async kept() {
      const opened = await openEvidence(db);
      const sizes = opened.ok ? await savedSizes(db) : opened;
      if (!sizes.ok) return sizes;
      const { packs, bytes, cited, addresses } = sizes.value;
      const items = await stored();
      const senses = Settings.parse({ dismissals: items['settings.dismissals'] }).dismissals;
      const recent = recentIn((await local.get([RECENT]))[RECENT]);
      const kinds: Kept['kinds'] = [
        {
          name: say('Evidence'),
          count: counted(packs, '{count} set', '{count} sets'),
          bytes,
        },
        {
          name: say('References that you copied'),
          count: counted(cited, '{count} entry', '{count} entries'),
          bytes: null,
        },
        {
          name: say('Addresses followed for newer evidence'),
          count: counted(addresses, '{count} address', '{count} addresses'),
          bytes: null,
        },
        {
          name: say('Senses that you turned off'),
          count: counted(senses.length, '{count} decision', '{count} decisions'),
          bytes: senses.length === 0 ? null : bytesOf(senses),
        },
        {
          name: say('Names of files opened in the reader'),
          count: counted(recent.length, '{count} name', '{count} names'),
          bytes: recent.length === 0 ? null : bytesOf(recent),
        },
        {
          name: say('Settings'),
          count: counted(Object.keys(items).length, '{count} value', '{count} values'),
          bytes: bytesOf(items),
        },
      ];
      return { ok: true, value: { kinds, room: await world.room() } };
    },

    async backUp() {
      const opened = await openEvidence(db);
      const parts = opened.ok ? await savedParts(db) : opened;
      if (!parts.ok) return parts;
      const settings = new TextEncoder().encode(JSON.stringify(await stored()));
      const contents: Contents = new Map([[SETTINGS, settings], ...parts.value]);
      const made = world.now().toISOString();
      const file = await writeBackup(contents, { made, by: world.version() });
      return { ok: true, value: { name: `evidence-overlay-${made.slice(0, 10)}.backup`, file } };
    },

    async check(file) {
      const read = await readBackup(file);
      if (!read.ok) return no(faultWords(read));
      const items = itemsOf(read.contents);
      if (typeof items === 'string') return no(items);
      const evidence = await checkSaved(read.contents);
      if (typeof evidence === 'string')
        return no(
          say(
            'The part “{name}” of this backup is not sound, so none of it was used. Nothing was changed.',
            {
              name: evidence,
            },
          ),
        );
      const { made, by } = read;
      const restore = () => putBack(world, items, evidence);
      return { ok: true, value: { made, by, holds: holdsOf(items, evidence), restore } };
    },

    async deleteAll() {
      const opened = await openEvidence(db);
      const gone = opened.ok ? await deleteSaved(db) : opened;
      if (!gone.ok) return gone;
      for (const area of [session, local]) await area.remove(Object.keys(await area.get(null)));
      await world.follow();
      return done;
    },
  };
}

type Items = Readonly<Record<string, unknown>>;

/** The settings of a backup; a sentence where they are not sound. Fields of a later version are kept as they are. */
function itemsOf(contents: Contents): Items | string {
  const fault = (name: string) =>
    say(
      'The settings in this backup cannot be read (“{name}”), so none of it was used. Nothing was changed.',
      {
        name,
      },
    );
  const bytes = contents.get(SETTINGS);
  if (!bytes) return fault(SETTINGS);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return fault(SETTINGS);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fault(SETTINGS);
  for (const [key, value] of Object.entries(json)) {
    if (!KEY.test(key) || OURS_ALONE.test(key)) return fault(key.slice(0, 60));
    const field = key.startsWith('settings.') ? key.slice('settings.'.length) : '';
    const known = Object.keys(Settings.shape).find((one) => one === field);
    if (known && !canRead(known as keyof Settings, value)) return fault(field);
  }
  return json as Items;
}

/** All of it, or what was there before: what was written first is taken back where the rest fails. */
async function putBack(
  { db, local, follow }: DataWorld,
  items: Items,
  evidence: SavedEvidence | null,
): Promise<Told<object>> {
  const opened = await openEvidence(db);
  if (!opened.ok) return opened;
  const before = await local.get(null);
  const mine = Object.keys(before).filter((key) => KEY.test(key) && !OURS_ALONE.test(key));
  const undo = async () => {
    await local.remove(Object.keys(items));
    await local.set(before);
  };
  try {
    await local.set(items);
    await local.remove(mine.filter((key) => !Object.hasOwn(items, key)));
  } catch (error) {
    console.error('restore:', error);
    await undo();
    return no(
      say(
        'There is no room on this computer for what the backup holds. What was here before is unchanged. Free some disk space and try again.',
      ),
    );
  }
  const put = evidence ? await putSaved(db, evidence) : done;
  if (!put.ok) {
    await undo();
    return put;
  }
  await follow();
  return done;
}

function holdsOf(items: Items, evidence: SavedEvidence | null): string[] {
  const settings = Object.keys(items).length;
  return [
    counted(settings, '{count} setting', '{count} settings'),
    ...(evidence?.layers ?? []).map(({ held }) =>
      say('{title}, version {version}', { title: held.title, version: held.version }),
    ),
    ...(evidence
      ? [
          counted(
            evidence.cited.length,
            '{count} reference that you copied',
            '{count} references that you copied',
          ),
          counted(
            evidence.addresses.length,
            '{count} address followed',
            '{count} addresses followed',
          ),
        ]
      : []),
  ];
}

function faultWords(fault: Extract<ReadBackup, { ok: false }>): string {
  const kilobytes = (bytes = 0) => written(Math.ceil(bytes / 1000));
  switch (fault.what) {
    case 'other':
      return say(
        'This is not a backup of Evidence Overlay. Nothing was changed. A file of evidence belongs under “Evidence”.',
      );
    case 'newer':
      return say(
        'This backup was made by a newer version of the extension. Nothing was changed. Update the extension, then try again.',
      );
    case 'cut':
      return fault.promised === undefined
        ? say(
            'This backup ends early, so none of it was used. Nothing was changed. Copy the file again.',
          )
        : say(
            'This backup ends early: {there} kB of {promised} kB are there, so none of it was used. Nothing was changed. Copy the file again.',
            { there: kilobytes(fault.there), promised: kilobytes(fault.promised) },
          );
    case 'longer':
    case 'damaged':
      return fault.piece === undefined
        ? say(
            'This backup is damaged, so none of it was used. Nothing was changed. Use another copy.',
          )
        : say(
            'Part {piece} of {of} of this backup is damaged, so none of it was used. Nothing was changed. Use another copy.',
            { piece: fault.piece, of: fault.of ?? 0 },
          );
  }
}
