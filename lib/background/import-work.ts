// What the import does with files, tabs and the evidence held. Runs in the settings page, which alone has the browser's parser.
import { importHtml } from '../evidence/importer/cell';
import { importBytes } from '../evidence/importer/file';
import type { ImportedCell } from '../evidence/importer/model';
import { reviewImport } from '../evidence/importer/review';
import { importView } from '../evidence/importer/view';
import type { Held, ImportView } from '../evidence/importer/views';
import { cellView, vocabulary } from '../evidence/queries';
import { localDay } from '../evidence/words';
import { pageOf, type TabPage } from '../platform/scripts';
import { sessionArea } from '../platform/storage';
import { tabsOf } from '../platform/tabs';
import { matrixHosts } from '../sites/sites';
import { say } from '../words/words';
import { handedPage } from './handed-page';
import { topicsInTitles } from './import-topics';
import type { pageEvidence, Told } from './page-evidence';

interface Read {
  readonly name: string;
  readonly cell: ImportedCell;
  readonly base?: string;
}

/**
 * The browser's own parser runs no script, but complains of every handler written into a page, since our pages allow none.
 * The importer reads where a click leads to under the other name as well.
 */
const parser = {
  parseFromString: (html: string, type: 'text/html') =>
    new DOMParser().parseFromString(
      html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\son(?=[a-z]+\s*=)/gi, ' data-on')),
      type,
    ),
};

/** A cell takes about 0.1 MB; saved pages with their pictures inside are larger. */
const MAX_BYTES = 10_000_000;

export async function readCellFile(file: File): Promise<Told<Read>> {
  if (file.size > MAX_BYTES)
    return no(
      say('The file is larger ({size} MB) than a cell can be (10 MB). Nothing was changed.', {
        size: Math.round(file.size / 1e6),
      }),
    );
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return no(
      say(
        'The browser could not read this. It may be a folder, or was moved or changed since you chose it. Nothing was changed.',
      ),
    );
  }
  if (bytes.length === 0) return no(say('The file is empty. Nothing was changed.'));
  return withEntries({ name: file.name, cell: importBytes(bytes, file.name, parser) });
}

/** Null where no page was handed over from the toolbar. */
export async function readHandedCell(): Promise<Told<Read> | null> {
  const page = await handedPage(sessionArea);
  return page && fromPage(page);
}

export async function readCellTab(tab: number): Promise<Told<Read>> {
  const page = await pageOf(tab);
  return page
    ? fromPage(page)
    : no(
        say(
          'The browser did not let the extension read that tab. It may be closed. Nothing was changed.',
        ),
      );
}

/** Open tabs of the matrices' site; none where the reader has not allowed the site. */
export async function cellTabs(): Promise<{ id: number; title: string }[]> {
  const tabs = await tabsOf(matrixHosts);
  return tabs.map(({ id, title, url }) => ({ id, title: title || url }));
}

function fromPage({ html, address }: TabPage): Told<Read> {
  const cell = importHtml(html, parser, [address]);
  return withEntries({ name: address, cell, base: address });
}

function withEntries(read: Read): Told<Read> {
  if (read.cell.entries.length > 0) return { ok: true, value: read };
  const [first] = read.cell.problems;
  return no(
    `${first ?? say('No entries were found: this does not look like a matrix cell.')} ${say('Nothing was changed.')}`,
  );
}

/** What the cell would change, against what is held of it. `cell` is the reader's own choice of cell. */
export async function reviewCell(
  ask: ReturnType<typeof pageEvidence>,
  { name, cell: imported, base }: Read,
  cell: string | null,
): Promise<Told<ImportView>> {
  const id = cell ?? imported.id ?? '';
  const got = await ask((db) => cellView(db, id));
  if (!got.ok) return got;
  const held: Held = {
    cells: got.value ? [got.value.cell] : [],
    entries: got.value ? [...got.value.entries, ...got.value.named] : [],
    passages: got.value?.passages ?? [],
  };
  const reviewed = reviewImport(imported, held, {
    file: name,
    date: localDay(new Date()),
    ...(cell === null ? {} : { cellId: cell }),
    ...(base === undefined ? {} : { base }),
  });
  if (!reviewed.ok) return reviewed;
  const terms = await ask(vocabulary);
  if (!terms.ok) return terms;
  const topicsOf = topicsInTitles(terms.value, reviewed.review.cell.title);
  return { ok: true, value: importView(imported, reviewed.review, held, topicsOf) };
}

const no = (reason: string) => ({ ok: false as const, reason });
