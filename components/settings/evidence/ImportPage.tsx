// Bringing in cells of the matrix from the reader's own copies: files or an open tab, then the review.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MapView } from '../../../lib/evidence/views';
import { counted, phrase, say } from '../../../lib/words/words';
import { Sentence } from '../../shared/Sentence';
import { useFocusKept } from '../focus';
import { matrixCellName } from './cell-names';
import type { CellTab, ImportDoors } from './doors';
import { FileDrop } from './FileDrop';
import { ImportReview } from './ImportReview';
import { type Import, type Item, useImport } from './import-state';
import { PlaceChoice } from './PlaceChoice';

interface ImportPageProps {
  doors: ImportDoors;
  /** A page was handed over from the toolbar. */
  handed: boolean;
}

export function ImportPage({ doors, handed }: ImportPageProps) {
  const work = useImport(doors, handed);
  const [tabs, setTabs] = useState<readonly CellTab[]>([]);
  const [map, setMap] = useState<MapView | null>(null);
  useEffect(() => {
    void doors.tabs().then(setTabs);
    void doors.map().then((got) => got.ok && setMap(got.value));
  }, [doors]);
  const { items } = work;
  const open = items.find(({ state }) => OPEN.has(state.is));
  const list = useRef<HTMLUListElement>(null);
  useFocusKept(list, items.map(({ key, state }) => `${key} ${state.is}`).join());
  const done = items.length > 0 && !open && !items.some(({ state }) => BUSY.has(state.is));
  return (
    <section>
      <p class="sm">
        <a href="#/evidence">
          <span aria-hidden="true">‹ </span>
          {say('Evidence on this computer')}
        </a>
      </p>
      <h2 tabIndex={-1}>{say('Bring in a cell')}</h2>
      <p>
        {say(
          'If you have a copy of a cell of the treatment matrix, its entries and commentary can stand beside the evidence that came with the extension. You see what would change before anything is kept.',
        )}
      </p>
      <p class="sm dim">
        {say(
          'Your copy is read on this computer and stays here. It is sent nowhere, and is not part of what you save for others unless you say so.',
        )}
      </p>
      {(items.length === 0 || done) && (
        <Chooser
          work={work}
          tabs={tabs}
          label={items.length === 0 ? say('Choose files…') : say('Choose more files…')}
        />
      )}
      {items.length > 0 && (
        <ul
          ref={list}
          class="files"
          aria-label={say('Your files')}
          aria-live="polite"
          tabIndex={-1}
        >
          {items.map((item) => (
            <Line key={item.key} item={item} map={map} here={item === open && items.length > 1} />
          ))}
        </ul>
      )}
      {open && <Open key={open.key} work={work} item={open} map={map} />}
    </section>
  );
}

const OPEN: ReadonlySet<string> = new Set(['open', 'keeping', 'unplaced']);
const BUSY: ReadonlySet<string> = new Set(['waiting', 'reading']);

interface ChooserProps {
  work: Import;
  tabs: readonly CellTab[];
  label: string;
}

function Chooser({ work, tabs, label }: ChooserProps) {
  return (
    <>
      <FileDrop
        label={label}
        hint={say(
          'Or drop them here: text, Markdown or saved web pages (.txt, .md, .html), one cell a file.',
        )}
        accept=".txt,.md,.markdown,.html,.htm,.xhtml"
        multiple
        onFiles={work.add}
      />
      {tabs.length > 0 ? (
        <p class="btns">
          {tabs.map(({ id, title }) => (
            <button key={id} type="button" class="btn wrap" onClick={() => work.addTab(id, title)}>
              {say('Read the open tab: {title}', { title })}
            </button>
          ))}
        </p>
      ) : (
        <p class="sm dim">
          {say(
            'Is the cell open in a tab? Go there, click the extension’s toolbar button and choose “Add this cell to the evidence on this computer”.',
          )}
        </p>
      )}
    </>
  );
}

function Line({ item, map, here }: { item: Item; map: MapView | null; here: boolean }) {
  const { state } = item;
  return (
    <li>
      <p>
        <b class="name">{item.name}</b>{' '}
        <span class="sm dim">
          {here && state.is !== 'keeping' ? say('shown below') : say(STATES[state.is])}
        </span>
      </p>
      {state.is === 'refused' && <p role="alert">{state.reason}</p>}
      {state.is === 'kept' && (
        <p>
          <Sentence
            words="{entries} and {passages} of <a>{cell}</a> are now part of the evidence on this computer."
            values={{
              entries: counted(state.kept.entries, '{count} entry', '{count} entries'),
              passages: counted(state.kept.passages, '{count} passage', '{count} passages'),
              cell: matrixCellName(map, state.cell),
            }}
            parts={{ a: (cell) => <a href={`/matrix.html#/${state.cell}`}>{cell}</a> }}
          />{' '}
          <span class="dim">
            <Sentence
              words="You can take them out again under <a>Evidence</a>."
              parts={{ a: (inner) => <a href="#/evidence">{inner}</a> }}
            />
          </span>
        </p>
      )}
    </li>
  );
}

const STATES: Readonly<Record<Item['state']['is'], string>> = {
  waiting: phrase('waits for its turn'),
  reading: phrase('is being read…'),
  refused: phrase('was not used'),
  unplaced: phrase('read'),
  open: phrase('read'),
  keeping: phrase('is being put in place…'),
  kept: phrase('kept'),
  discarded: phrase('discarded; nothing was changed'),
};

function Open({ work, item, map }: { work: Import; item: Item; map: MapView | null }) {
  const { state } = item;
  if (state.is === 'unplaced')
    return (
      <section class="box" aria-labelledby="which">
        <h3 id="which">{say('Which cell is this?')}</h3>
        <p>
          {counted(
            state.read.cell.entries.length,
            '{count} entry was found, but neither the text nor the file’s name says which cell it is. Nothing was changed.',
            '{count} entries were found, but neither the text nor the file’s name says which cell it is. Nothing was changed.',
          )}
        </p>
        <PlaceChoice map={map} cell={null} choose={(cell) => work.place(item, cell)} />
        <p class="btns">
          <button type="button" class="btn" onClick={() => work.discard(item)}>
            {say('Discard')}
          </button>
        </p>
      </section>
    );
  if (state.is !== 'open' && state.is !== 'keeping') return null;
  return (
    <ImportReview
      key={state.view.review.cell.id}
      view={state.view}
      map={map}
      busy={state.is === 'keeping'}
      failed={state.failed}
      place={(cell) => work.place(item, cell)}
      keep={(choice) => work.keep(item, choice)}
      discard={() => work.discard(item)}
    />
  );
}
