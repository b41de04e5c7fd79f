// The list of files opened before, as the reader page shows and changes it, and its end once it is not wanted any more.
import { askBackground } from '../platform/messages';
import { localArea, onStoredAny, sessionArea } from '../platform/storage';
import { ownTabIsPrivate } from '../platform/tabs';
import { isLocked } from '../settings/views';
import { say } from '../words/words';
import { RECENT, type RecentFile, recentFiles } from './recent-files';
import { wishes } from './wishes';

const SETTING = 'settings.recentFiles';

const store = (isPrivate: () => Promise<boolean>) =>
  recentFiles({
    ...{ local: localArea, session: sessionArea, isPrivate },
    isWanted: async () => (await wishes.read()).recentFiles,
    alone: (work) => navigator.locks.request(RECENT, work),
    now: () => new Date(),
  });

const failed = (error: unknown) => console.error('recent files:', error);

/** For the background: the list goes as soon as the setting, a restored backup or the organisation says so. */
export function recentDoor(): void {
  const all = store(async () => false);
  const clear = () => void all.clearUnlessWanted().catch(failed);
  onStoredAny((key) => key === SETTING, clear);
  // A policy may have come while the browser was closed.
  clear();
}

interface RecentView {
  readonly isPrivate: boolean;
  readonly on: boolean;
  readonly locked: boolean;
  readonly files: readonly RecentFile[];
  /** Why the last change could not be made; null where it could. */
  readonly trouble: string | null;
}

/** For the reader page; `changed` is called whenever the list may be another. */
export function readerRecent(changed: () => void) {
  const isPrivate = ownTabIsPrivate();
  const files = store(() => isPrivate);
  let view: RecentView | null = null;
  let trouble: string | null = null;
  const look = async () => {
    const [isPrivateTab, { settings, policy }, list] = await Promise.all([
      isPrivate,
      wishes.look(),
      files.list(),
    ]);
    const on = settings.recentFiles;
    view = {
      ...{ isPrivate: isPrivateTab, on, locked: isLocked(policy, 'recentFiles') },
      ...{ files: list, trouble },
    };
    changed();
  };
  const again = () => void look().catch(failed);
  onStoredAny((key) => key === SETTING || key === RECENT, again);
  again();
  return {
    /** Null until it is known. */
    view: () => view,
    opened: (file: Parameters<typeof files.opened>[0]) => void files.opened(file).catch(failed),
    keepSpot: (...spot: Parameters<typeof files.keepSpot>) =>
      void files.keepSpot(...spot).catch(failed),
    /** Null also where the browser cannot tell: the file is shown from its beginning. */
    spotOf: (hash: string) =>
      files.spotOf(hash).catch((error: unknown) => {
        failed(error);
        return null;
      }),
    forget: (hash: string) => void files.forget(hash).catch(failed),
    async setOn(value: boolean): Promise<void> {
      const reply = await askBackground('settings/set', { field: 'recentFiles', value });
      const answer = reply.ok ? reply.answer : reply;
      trouble = answer.ok
        ? null
        : (answer.reason ?? say('The extension did not answer. Nothing was changed.'));
      again();
    },
  };
}
