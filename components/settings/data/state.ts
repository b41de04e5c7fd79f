// The data section at work: one thing at a time, and what came of it in words.
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { say, written } from '../../../lib/words/words';
import type { Got } from '../evidence/doors';
import type { CheckedBackup, DataDoors, KeptView } from './doors';

export interface DataState {
  readonly kept: Got<KeptView> | null;
  /** What is going on, in words. */
  readonly busy: string | null;
  readonly said: { readonly words: string; readonly failed: boolean } | null;
  readonly checked: { readonly name: string; readonly backup: CheckedBackup } | null;
  /** The reader was asked whether all is to be deleted. */
  readonly deleting: boolean;
  keepForGood(): void;
  backUp(): void;
  check(file: File): void;
  restore(): void;
  notNow(): void;
  askDelete(): void;
  keep(): void;
  deleteAll(): void;
}

export function useData(doors: DataDoors): DataState {
  const [kept, setKept] = useState<DataState['kept']>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<DataState['said']>(null);
  const [checked, setChecked] = useState<DataState['checked']>(null);
  const [deleting, setDeleting] = useState(false);
  const reload = useCallback(() => void doors.kept().then(setKept), [doors]);
  useEffect(reload, [reload]);
  useEffect(() => doors.onChanged?.(reload), [doors, reload]);
  return useMemo(() => {
    const run = async <T>(words: string, work: Promise<Got<T>>): Promise<T | null> => {
      setBusy(words);
      setSaid(null);
      const got = await work;
      setBusy(null);
      if (got.ok) return got.value;
      setSaid({ words: got.reason, failed: true });
      return null;
    };
    const tell = (words: string, failed = false) => setSaid({ words, failed });
    return {
      ...{ kept, busy, said, checked, deleting },
      async keepForGood() {
        if (await doors.keepForGood()) tell(say('The browser keeps it until you delete it.'));
        else
          tell(
            say(
              'The browser did not promise it. Nothing was changed; a saved backup is the safe way.',
            ),
          );
        reload();
      },
      async backUp() {
        const made = await run(say('Gathering everything…'), doors.backUp());
        if (!made) return;
        doors.save(made.name, made.file);
        tell(
          say('Saved as “{name}”, {size}.', { name: made.name, size: sizeWords(made.file.size) }),
        );
      },
      async check(file) {
        setChecked(null);
        setDeleting(false);
        const backup = await run(say('Checking “{name}”…', { name: file.name }), doors.check(file));
        if (backup) setChecked({ name: file.name, backup });
      },
      async restore() {
        if (!checked) return;
        const put = await run(say('Putting everything in place…'), checked.backup.restore());
        if (!put) return;
        setChecked(null);
        tell(say('Everything is as it was when the backup was saved.'));
        reload();
      },
      notNow: () => {
        setChecked(null);
        tell(say('Nothing was changed.'));
      },
      askDelete: () => setDeleting(true),
      keep: () => {
        setDeleting(false);
        tell(say('Nothing was deleted.'));
      },
      async deleteAll() {
        const gone = await run(say('Deleting…'), doors.deleteAll());
        setDeleting(false);
        if (gone) tell(say('Everything was deleted.'));
        reload();
      },
    };
  }, [doors, kept, busy, said, checked, deleting, reload]);
}

/** Bytes in kB or MB, as people know them. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${written(Math.ceil(bytes / 1000))} kB`;
  return `${written(Math.round(bytes / 100_000) / 10)} MB`;
}
