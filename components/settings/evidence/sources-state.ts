// The evidence sources as the reader changes them: one long thing at a time, with how far it has come and a way to stop it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type {
  HeldPack,
  PackAnswer,
  PackFailure,
  PackInput,
  Progress,
  Review,
  SourcesView,
  Watch,
} from '../../../lib/evidence/packs/model';
import { counted, say } from '../../../lib/words/words';
import { packTitle } from './cell-names';
import type { Got, SourceDoors } from './doors';

/** What is going on, in words, and how far it has come. */
export interface Busy {
  readonly words: string;
  readonly progress: Progress | null;
  /** It can be stopped; what was held then stays. */
  readonly cancel: (() => void) | null;
}

export interface Refused {
  /** Of the file or address. */
  readonly name: string;
  readonly failure: PackFailure;
}

/** Said after something was done; `undo` takes it back. */
export interface Done {
  readonly words: string;
  readonly undo: (() => void) | null;
}

export interface Sources {
  /** Null while it is being opened. */
  readonly view: Got<SourcesView> | null;
  readonly busy: Busy | null;
  readonly review: { readonly name: string; readonly review: Review } | null;
  readonly refused: Refused | null;
  readonly done: Done | null;
  look(input: PackInput, name: string): void;
  use(): void;
  notNow(): void;
  rollBack(pack: HeldPack): void;
  remove(pack: HeldPack): void;
  removeCell(cell: string, name: string): void;
  save(what: { pack: HeldPack } | { own: boolean }): void;
  subscription(work: () => Promise<Got<object>>, words: string, after: string): void;
  reload(): void;
}

export function useSources(doors: SourceDoors): Sources {
  const [view, setView] = useState<Got<SourcesView> | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [review, setReview] = useState<Sources['review']>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const running = useRef<AbortController | null>(null);

  const reload = useCallback(() => {
    void doors.sources().then(setView);
  }, [doors]);
  useEffect(reload, [reload]);
  useEffect(() => () => running.current?.abort(), []);

  return useMemo(() => {
    /** Runs one thing; a failure is shown under `name`, and what was held is as it was. */
    const run = async <T>(
      words: string,
      name: string,
      work: (watch: Watch) => Promise<PackAnswer<T>>,
      stoppable = true,
    ): Promise<T | null> => {
      const stop = new AbortController();
      running.current = stop;
      const cancel = stoppable ? () => stop.abort() : null;
      setBusy({ words, progress: null, cancel });
      setRefused(null);
      setDone(null);
      const progress = (at: Progress) => setBusy({ words, progress: at, cancel });
      try {
        const got = await work({ progress, signal: stop.signal });
        if (got.ok) return got.value;
        if (got.code === 'cancelled') setDone({ words: got.reason, undo: null });
        else setRefused({ name, failure: got });
        return null;
      } finally {
        setBusy(null);
      }
    };
    const changed = (next: SourcesView, words: string, undo: Done['undo'] = null) => {
      setView({ ok: true, value: next });
      setDone({ words, undo });
    };
    const putBack = async (pack: HeldPack) => {
      const { id } = pack;
      const title = packTitle(pack);
      const next = await run(say('Putting “{title}” back', { title }), title, (watch) =>
        doors.putBack(id, watch),
      );
      if (next) changed(next, say('“{title}” is back.', { title }));
    };
    return {
      view,
      busy,
      review,
      refused,
      done,
      reload,
      async look(input, name) {
        setReview(null);
        const got = await run(say('Reading “{name}”', { name }), name, (watch) =>
          doors.review(input, watch),
        );
        if (got) setReview({ name, review: got });
      },
      async use() {
        if (!review) return;
        const { name, review: reviewed } = review;
        const next = await run(say('Putting “{name}” in place', { name }), name, (watch) =>
          doors.apply(reviewed.ticket, watch),
        );
        // Stopped or failed, it may be tried again as it was reviewed.
        if (!next) return;
        setReview(null);
        const titles = reviewed.packs
          .map((pack) => `“${pack.next.title}”`)
          .reduce((a, b) => say('{a} and {b}', { a, b }));
        const { length } = reviewed.packs;
        changed(
          next,
          counted(length, '{titles} is in use now.', '{titles} are in use now.', { titles }),
        );
      },
      notNow() {
        setReview(null);
        setDone({ words: say('Nothing was changed.'), undo: null });
      },
      async rollBack(pack) {
        const { previous } = pack;
        const title = packTitle(pack);
        const next = await run(say('Going back'), title, (watch) => doors.rollBack(pack.id, watch));
        if (next)
          changed(
            next,
            say(
              '“{title}” is version {version} again. The version you left is kept, so you can return to it.',
              { title, version: previous?.version ?? '' },
            ),
          );
      },
      async remove(pack) {
        const title = packTitle(pack);
        const next = await run(say('Taking “{title}” out', { title }), title, (watch) =>
          doors.remove(pack.id, watch),
        );
        if (!next) return;
        changed(next, say('“{title}” was taken out.', { title }), () => void putBack(pack));
      },
      async removeCell(cell, name) {
        const next = await run(say('Taking your copy of {name} out', { name }), name, (watch) =>
          doors.removeCell(cell, watch),
        );
        if (next) changed(next, say('Your copy of {name} was taken out.', { name }));
      },
      async save(what) {
        const name = 'pack' in what ? packTitle(what.pack) : say('All evidence');
        const got = await run(
          say('Getting the file ready'),
          name,
          () => ('pack' in what ? doors.exportPack(what.pack.id) : doors.exportAll(what)),
          false,
        );
        if (!got) return;
        doors.save(got.name, got.file);
        setDone({
          words: say('Saved as {name}, {size}.', {
            name: got.name,
            size: sizeWords(got.file.size),
          }),
          undo: null,
        });
      },
      async subscription(work, words, after) {
        // Begun at once: the browser asks for a permission only straight after a click.
        const begun = work();
        const got = await run(
          words,
          words,
          async () => {
            const said = await begun;
            return said.ok ? said : { ok: false, code: 'broken', reason: said.reason };
          },
          false,
        );
        if (got && after) setDone({ words: after, undo: null });
        reload();
      },
    };
  }, [view, busy, review, refused, done, doors, reload]);
}

/** "84 kB", "1.3 MB"; a kilobyte is 1,000 bytes, as browsers show it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return say('{bytes} bytes', { bytes });
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
