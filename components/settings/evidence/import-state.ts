// The files of one import, one after the other: read, reviewed, kept or discarded.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Choice, ImportView, KeptCell } from '../../../lib/evidence/importer/views';
import { say } from '../../../lib/words/words';
import type { Got, ImportDoors, ReadCell } from './doors';

type ItemState =
  | { readonly is: 'waiting' | 'reading' | 'discarded' }
  | { readonly is: 'refused'; readonly reason: string }
  /** It does not say which cell it is. */
  | { readonly is: 'unplaced'; readonly read: ReadCell }
  | {
      readonly is: 'open' | 'keeping';
      readonly read: ReadCell;
      readonly view: ImportView;
      /** Why it could not be stored when that was tried. */
      readonly failed: string | null;
    }
  | { readonly is: 'kept'; readonly cell: string; readonly kept: KeptCounts };

type KeptCounts = Readonly<Record<keyof Omit<KeptCell, 'cell'>, number>>;

export interface Item {
  readonly key: number;
  readonly name: string;
  readonly state: ItemState;
}

export interface Import {
  readonly items: readonly Item[];
  add(files: readonly File[]): void;
  addTab(id: number, title: string): void;
  /** The reader's choice of cell. */
  place(item: Item, cell: string): void;
  keep(item: Item, choice: Choice): void;
  discard(item: Item): void;
  /** Clears the list for another import. */
  startAgain(): void;
}

type Read = () => Promise<Got<ReadCell>>;

/** `handed`: a page was handed over from the toolbar. */
export function useImport(doors: ImportDoors, handed: boolean): Import {
  const [items, setItems] = useState<readonly Item[]>([]);
  const last = useRef(0);
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const set = useCallback((key: number, state: ItemState, name?: string) => {
    setItems((before) =>
      before.map((item) => (item.key === key ? { ...item, name: name ?? item.name, state } : item)),
    );
  }, []);

  const review = useCallback(
    async (key: number, read: ReadCell, cell: string | null) => {
      if (cell === null && read.cell.id === null) {
        set(key, { is: 'unplaced', read });
        return;
      }
      const got = await doors.review(read, cell);
      if (got.ok) set(key, { is: 'open', read, view: got.value, failed: null });
      else set(key, { is: 'refused', reason: got.reason });
    },
    [doors, set],
  );

  const queue = useCallback(
    (name: string, how: Read) => {
      last.current++;
      const key = last.current;
      setItems((before) => [...before, { key, name, state: { is: 'waiting' } }]);
      line.current = line.current.then(async () => {
        set(key, { is: 'reading' });
        // Reading holds the page up for a moment: what is going on is painted first.
        await new Promise((resolve) => setTimeout(resolve));
        const got = await how();
        if (!got.ok) {
          set(key, { is: 'refused', reason: got.reason });
          return;
        }
        set(key, { is: 'reading' }, got.value.name);
        await review(key, got.value, null);
      });
    },
    [review, set],
  );

  useEffect(() => {
    if (!handed) return;
    queue(say('The page from the toolbar'), async () => {
      const got = await doors.readHanded();
      return (
        got ?? {
          ok: false,
          reason: say(
            'The page that you sent here is no longer at hand. Nothing was changed. Go back to its tab, click the toolbar button and choose “Add this cell” again.',
          ),
        }
      );
    });
  }, [doors, handed, queue]);

  return {
    items,
    add: (files) => {
      for (const file of files) queue(file.name, () => doors.readFile(file));
    },
    addTab: (id, title) => queue(title, () => doors.readTab(id)),
    place(item, cell) {
      if ('read' in item.state) void review(item.key, item.state.read, cell);
    },
    keep(item, choice) {
      const { state } = item;
      if (state.is !== 'open') return;
      const { read, view } = state;
      set(item.key, { ...state, is: 'keeping' });
      void doors.keep(read, view, choice).then((got) => {
        const cell = view.review.cell.id;
        if (got.ok) set(item.key, { is: 'kept', cell, kept: countsOf(view, choice) });
        else set(item.key, { is: 'open', read, view, failed: got.reason });
      });
    },
    discard: (item) => set(item.key, { is: 'discarded' }),
    startAgain: () => setItems([]),
  };
}

function countsOf({ review }: ImportView, { ids }: Choice): KeptCounts {
  const kept = (rows: readonly { id: string }[]) => rows.filter(({ id }) => ids.has(id)).length;
  return { entries: kept(review.entries), passages: kept(review.passages) };
}
