// Reads the invented cells as a reader's own files would be read.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { importHtml, importText, looksLikeHtml } from '../../../../lib/evidence/importer/cell';
import { decodeBytes } from '../../../../lib/evidence/importer/decode';
import { cellRow } from '../../../../lib/evidence/importer/listing';
import type { ImportedCell } from '../../../../lib/evidence/importer/model';

/** Parses and no more: without `runScripts` and `resources` jsdom runs and loads nothing. */
export const parser = { parseFromString: (html: string) => new JSDOM(html).window.document };

function importBytes(bytes: Uint8Array, name: string): ImportedCell {
  const { text, problems } = decodeBytes(bytes);
  const cell = looksLikeHtml(text) ? importHtml(text, parser, [name]) : importText(text, [name]);
  return { ...cell, problems: [...problems, ...cell.problems] };
}

export function fixture(name: string): ImportedCell {
  return importBytes(readFileSync(`tests/fixtures/cells/${name}`), name);
}

const LETTERS = { seminal: 'S', key: 'K', review: 'R', guidance: 'G' } as const;

/** `K 2012 Title | UK | Publisher`, for comparing a whole list at a glance. */
export function lines({ entries }: ImportedCell): string[] {
  return entries.map(({ kind, year, title, nation, country, publisher }) =>
    [
      `${kind ? LETTERS[kind] : '?'} ${year ?? '----'} ${title}`,
      nation ?? country ?? '–',
      publisher ?? '–',
    ].join(' | '),
  );
}

/** `3 corresponds-to 1`, `2 discussed-in cell drug/E3`: entries by their number in the list. */
export function relations(cell: ImportedCell): string[] {
  const row = cellRow('f', cell);
  return row.entries.flatMap(({ relations }, i) =>
    relations.map(({ type, to }) => {
      const at = row.entries.findIndex(({ title }) => title === to);
      return `${i + 1} ${type} ${at < 0 ? to : at + 1}`;
    }),
  );
}

/** `2: years title` of the documents named inside entries. */
export function secondary({ entries }: ImportedCell): string[] {
  return entries.flatMap((entry, i) =>
    entry.secondary.map(({ title, year, publisher }) =>
      [`${i + 1}: ${year ?? '----'} ${title}`, publisher].filter(Boolean).join(' | '),
    ),
  );
}

/** `Heading: 1, 3`. */
export function passages({ passages }: ImportedCell): string[] {
  return passages.map(({ heading, entries }) =>
    `${heading} ${entries.map((i) => i + 1).join(', ')}`.trim(),
  );
}
