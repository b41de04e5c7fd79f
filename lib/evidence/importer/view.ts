// A reviewed import as the reader sees it: every entry and passage with its state, its doubts and whether it is ticked.
import { say } from '../../words/words';
import type { Entry } from '../model';
import { UNTITLED } from './convert';
import { KIND_LETTERS } from './entry';
import type { ImportedCell } from './model';
import { isOwn } from './own';
import { probableKind } from './probable-kind';
import { isSaid, saidOf } from './problems';
import { proposedTopics } from './topics';
import type {
  Difference,
  Effect,
  EntryRow,
  Held,
  ImportReview,
  ImportView,
  PassageRow,
  TopicsOfTitles,
} from './views';

/** `imported` and `held` are what `review` was made from. */
export function importView(
  imported: ImportedCell,
  review: ImportReview,
  held: Held,
  topicsOf: TopicsOfTitles,
): ImportView {
  const older = olderThan(review, held);
  const titles = new Map([...held.entries, ...review.entries].map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? id;
  const heldCell = held.cells.find(({ id }) => id === review.cell.id);
  const heldEntries = new Map(held.entries.map((entry) => [entry.id, entry]));
  const topics = proposedTopics(review.cell.id, review.entries, heldEntries, topicsOf);
  return {
    review,
    held,
    legend: imported.legend,
    older,
    cellEffect: effectOf(review.cellDifference, heldCell),
    entries: review.entries.flatMap((entry, i): EntryRow[] => {
      const difference = review.entryDifferences[i];
      if (!difference) return [];
      // Lines of their own come first, in the order of the list.
      const line = imported.entries[i]?.line ?? null;
      const heldEntry = heldEntries.get(entry.id);
      const noKind = line !== null && entry.kind === null && !heldEntry?.kind;
      const doubts = doubtsOf(entry, line, imported.problems);
      const proposed = topics[i] ?? [];
      // A copy kept before can be given a topic that it was kept without.
      const moreTopics = proposed.some(({ general, ticked }) => !general && !ticked);
      const plain = effectOf(difference, heldEntry);
      const effect = plain === 'none' && moreTopics ? 'replaces' : plain;
      return [
        {
          entry,
          difference,
          effect,
          line,
          doubts,
          kindMissing: noKind ? { probably: probableKind(imported.entries, i) } : null,
          relations: entry.relations.map(({ label, to }) => ({ label, title: titleOf(to) })),
          topics: proposed,
          ticked: plain !== 'none' && doubts.length === 0 && !noKind && !older,
        },
      ];
    }),
    passages: review.passages.flatMap((passage, i): PassageRow[] => {
      const difference = review.passageDifferences[i];
      if (!difference) return [];
      const replaced = held.passages.some(({ id }) => id === passage.id);
      const effect = difference.state === 'same' ? 'none' : replaced ? 'replaces' : 'adds';
      return [
        {
          passage,
          held: held.passages.find(({ id }) => id === difference.heldId) ?? null,
          difference,
          effect,
          discusses: passage.entries.map(titleOf),
          ticked: effect !== 'none' && !older,
        },
      ];
    }),
    missing: held.entries.filter(({ id }) => review.missing.includes(id)),
  };
}

function effectOf(
  { state, changes }: Difference,
  held: { readonly from?: string | undefined } | undefined,
): Effect {
  if (!held) return 'adds';
  if (state === 'same') return 'none';
  if (isOwn(held)) return 'replaces';
  return changes.some((change) => isGap(change.held)) ? 'fills' : 'none';
}

/** Nothing is held there, so a copy may fill it in. */
function isGap(held: string | number | null): boolean {
  return held === null || held === '';
}

function olderThan({ cell }: ImportReview, held: Held): ImportView['older'] {
  const before = held.cells.find(({ id }) => id === cell.id)?.revised;
  if (!before || cell.revised === null || cell.revised >= before) return null;
  return { imported: cell.revised, held: before };
}

/** What the importer said of the entry's own line, and what its line should say and does not. A missing kind is asked for apart. */
function doubtsOf(entry: Entry, line: number | null, problems: readonly string[]): string[] {
  if (line === null)
    return entry.title.startsWith(UNTITLED) ? [say('the line does not give its title.')] : [];
  const said = problems
    .map((problem) => saidOf(line, problem))
    .filter((words) => words !== null)
    .filter((words) => !Object.values(KIND_LETTERS).some((letters) => isSaid(letters, words)));
  return entry.year === null ? [...said, say('no year was found in its line.')] : said;
}
