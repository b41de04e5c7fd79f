// An imported cell as `npm run cell` shows it: one JSON object, or a table for people.
import { KIND_WORDS } from '../words';
import type { ImportedCell, ImportedRelation } from './model';

/** The form of `npm run cell -- --json` (one object a file). */
export function cellRow(file: string, cell: ImportedCell) {
  return {
    file,
    cell: cell.id,
    revised: cell.revised,
    entries: cell.entries.map((entry) => ({
      kind: entry.kind,
      kindFlagged: entry.kind === null,
      title: entry.title,
      year: entry.year,
      country: entry.country,
      publisher: entry.publisher,
      secondary: entry.secondary.map(({ title, year }) => ({ title, year })),
      relations: entry.relations.map((relation) => ({
        to: targetWords(relation, cell),
        type: relation.type,
      })),
    })),
    passages: cell.passages.map(({ heading, entries }) => ({
      heading,
      entries: entries.flatMap((i) => cell.entries[i]?.title ?? []),
    })),
    problems: cell.problems,
  };
}

/** Title of the entry, `cell drug/E3`, or `passage: heading`. */
function targetWords({ target }: ImportedRelation, cell: ImportedCell): string {
  if (target.kind === 'entry') return cell.entries[target.index]?.title ?? '';
  if (target.kind === 'passage') return `passage: ${cell.passages[target.index]?.heading ?? ''}`;
  if (target.kind === 'section') return `passage: ${target.heading}`;
  return `cell ${target.matrix === null ? '' : `${target.matrix}/`}${target.code}`;
}

/** Lines for a terminal. */
export function cellLines(file: string, cell: ImportedCell): string[] {
  const lines = [
    file,
    `${cell.id ?? 'Cell not known'}${cell.title === null ? '' : `: ${cell.title}`}. ${
      cell.revised === null ? 'No date of revision' : `Last revised ${cell.revised}`
    }. ${count(cell.entries.length, 'entry', 'entries')}, ${count(cell.passages.length, 'passage', 'passages')}.`,
  ];
  for (const [i, entry] of cell.entries.entries()) {
    const kind = entry.kind === null ? 'KIND NOT GIVEN' : KIND_WORDS[entry.kind];
    const where = [entry.nation ?? entry.country, entry.publisher].filter((part) => part !== null);
    lines.push(
      '',
      `${String(i + 1).padStart(3)}  ${kind} · ${entry.year ?? 'no year'} · ${entry.title}`,
    );
    if (where.length > 0) lines.push(`       ${where.join(' · ')}`);
    for (const { title, year, publisher } of entry.secondary)
      lines.push(
        `       also names: “${title}” (${[publisher, year ?? 'no year'].filter(Boolean).join(', ')})`,
      );
    for (const relation of entry.relations)
      lines.push(`       ${relation.type.replaceAll('-', ' ')}: ${targetWords(relation, cell)}`);
  }
  for (const { heading, entries } of cell.passages) {
    lines.push('', `  ►  ${heading}`);
    for (const i of entries) lines.push(`       discusses: ${cell.entries[i]?.title ?? ''}`);
  }
  if (cell.problems.length > 0) lines.push('', 'To check:');
  for (const problem of cell.problems) lines.push(`  - ${problem}`);
  return lines;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
