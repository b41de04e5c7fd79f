// A reviewed import as the reader sees it: every entry and passage with its state, its doubts and whether it is ticked.
import type { Entry } from '../model';
import type { ImportedCell } from './model';
import { probableKind } from './probable-kind';
import type { EntryRow, Held, ImportReview, ImportView, PassageRow } from './views';

/** `imported` and `held` are what `review` was made from. */
export function importView(imported: ImportedCell, review: ImportReview, held: Held): ImportView {
  const older = olderThan(review, held);
  const titles = new Map([...held.entries, ...review.entries].map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  return {
    review,
    held,
    legend: imported.legend,
    older,
    entries: review.entries.flatMap((entry, i): EntryRow[] => {
      const difference = review.entryDifferences[i];
      if (!difference) return [];
      // Lines of their own come first, in the order of the list.
      const line = imported.entries[i]?.line ?? null;
      const heldEntry = held.entries.find(({ id }) => id === entry.id);
      const noKind = line !== null && entry.kind === null && !heldEntry?.kind;
      const doubts = doubtsOf(entry, line, imported.problems);
      return [
        {
          entry,
          difference,
          line,
          doubts,
          kindMissing: noKind ? { probably: probableKind(imported.entries, i) } : null,
          relations: entry.relations.map(({ label, to }) => ({ label, title: titleOf(to) })),
          ticked: difference.state !== 'same' && doubts.length === 0 && !noKind && !older,
        },
      ];
    }),
    passages: review.passages.flatMap((passage, i): PassageRow[] => {
      const difference = review.passageDifferences[i];
      if (!difference) return [];
      return [
        {
          passage,
          held: held.passages.find(({ id }) => id === passage.id) ?? null,
          difference,
          discusses: passage.entries.map(titleOf),
          ticked: difference.state !== 'same' && !older,
        },
      ];
    }),
    missing: held.entries.filter(({ id }) => review.missing.includes(id)),
  };
}

function olderThan({ cell }: ImportReview, held: Held): ImportView['older'] {
  const before = held.cells.find(({ id }) => id === cell.id)?.revised;
  if (!before || cell.revised === null || cell.revised >= before) return null;
  return { imported: cell.revised, held: before };
}

/** What the importer said of the entry's own line, and what its line should say and does not. A missing kind is asked for apart. */
function doubtsOf(entry: Entry, line: number | null, problems: readonly string[]): string[] {
  if (line === null) return [];
  const ofLine = problems.filter(
    (problem) => problem.startsWith(`line ${line}: `) && !/kind letter/.test(problem),
  );
  const said = ofLine.map((problem) => problem.slice(problem.indexOf(': ') + 2));
  return entry.year === null ? [...said, 'no year was found in its line.'] : said;
}
