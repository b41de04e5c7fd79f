// A pack as lists of facts with their sources: rows for a program, lines for a person.
import { composeCells } from '../compose';
import { DIRECTION_WORDS, type Entry, KIND_WORDS, type Pack } from '../model';

/** One entry in the form that `npm run pack -- --json` promises. */
export function entryRow({
  id,
  cells,
  kind,
  title,
  year,
  country,
  topics,
  links,
  completeness,
  source,
}: Entry) {
  return { id, cells, kind, title, year, country, topics, links, completeness, source };
}

/** What a pack amounts to. */
export function packTotals(pack: Pack) {
  return {
    cells: pack.cells.length,
    entries: pack.entries.length,
    passages: pack.passages.length,
    topics: pack.vocabulary.topics.length,
  };
}

/** Every fact of a pack and where it comes from, cell by cell, for reading. */
export function factLines(pack: Pack): string[] {
  const cells = composeCells(pack).flatMap((cell) => [
    '',
    `${cell.id}  ${cell.title}  (${cell.counts.total} entries; list held: ${cell.completeness})`,
    ...(cell.biteTitle ? [`  headed: ${cell.biteTitle}`] : []),
    `  revised: ${cell.revised ?? 'not known'}; page: ${cell.url}${cell.urlDerived ? ' (not seen)' : ''}`,
    `  source: ${cell.source}`,
    ...pack.entries.filter(({ cells: [home] }) => home === cell.id).flatMap(entryLines),
    ...pack.passages
      .filter(({ cell: home }) => home === cell.id)
      .map(({ heading, topics }) => `  commentary: ${heading} [${topics.join(', ')}]`),
  ]);
  const held = new Set(pack.cells.map(({ id }) => id));
  const elsewhere = [
    ...pack.entries
      .filter(({ cells: [home = ''] }) => !held.has(home))
      .flatMap((entry) => [`  in ${entry.cells.join(', ')}`, ...entryLines(entry)]),
    ...pack.passages
      .filter(({ cell }) => !held.has(cell))
      .map(({ cell, heading, topics }) => `  in ${cell}: ${heading} [${topics.join(', ')}]`),
  ];
  const guidance = pack.guidance.flatMap((one) => [
    `  ${one.year ?? 'year not known'} · ${one.nation} · ${one.publisher} · ${one.title}`,
    `    ${one.url ?? 'no address'}; topics: ${one.topics.join(', ') || 'none'}; source: ${one.source}`,
  ]);
  const statements = pack.statements.map(
    ({ topic, lead, says, basis }) =>
      `  ${topic}: ${lead ? `${lead}. ` : ''}${says} [${(basis ?? []).join(', ')}]`,
  );
  return [
    `${pack.title}, version ${pack.version}, put together ${pack.revised}`,
    pack.licence,
    ...cells,
    ...(elsewhere.length > 0 ? ['', `Beside ${pack.extends.join(', ')}`, ...elsewhere] : []),
    '',
    'Newer guidance',
    ...guidance,
    '',
    'What the evidence says, and what that rests on',
    ...statements,
  ];
}

function entryLines(entry: Entry): string[] {
  const kind = entry.kind
    ? `${KIND_WORDS[entry.kind]}${entry.kindInferred ? ' (inferred)' : ''}`
    : 'Kind not shown';
  const facts = [
    kind,
    entry.year ?? 'year not known',
    entry.nation ?? entry.country,
    entry.publisher,
  ];
  return [
    `  ${entry.order ?? '–'}. ${entry.title}`,
    `     ${facts.filter((fact) => fact !== null).join(' · ')} · ${entry.completeness}, ${entry.edition} edition`,
    ...entry.findings.map(
      ({ outcome, direction, detail }) =>
        `     ${outcome}: ${DIRECTION_WORDS[direction]}${detail ? `, ${detail}` : ''}`,
    ),
    ...entry.links.map(({ kind: of, url, confidence }) => `     ${of} (${confidence}): ${url}`),
    ...entry.relations.map(({ label, to }) => `     ${label}: ${to}`),
    `     topics: ${entry.topics.join(', ') || 'none'}`,
    `     source: ${entry.source}`,
  ];
}
