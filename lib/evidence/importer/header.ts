// Which cell it is, what it is called, and when it was revised.
import { say } from '../../words/words';
import type { MatrixId } from '../model';
import { cellOfAddress } from './addresses';
import { CELL_NAME } from './landmarks';
import type { ImportedCell, Line } from './model';
import { atLine } from './problems';

type Header = Pick<
  ImportedCell,
  'id' | 'title' | 'level' | 'type' | 'revised' | 'firstUploaded' | 'problems'
> & {
  /** A date of revision stands there that names no day. */
  readonly misdated: boolean;
};

const LEVELS: readonly (readonly [string, RegExp])[] = [
  ['A', /^interventions?$/i],
  ['B', /^practitioners?$/i],
  ['C', /^management(?:\s*\/\s*supervision)?$/i],
  ['D', /^organi[sz]ational functioning$/i],
  ['E', /^(?:treatment systems?|local and national systems?)$/i],
];
const TYPES: readonly (readonly [string, MatrixId | null, RegExp])[] = [
  ['1', 'drug', /^reducing harm$/i],
  ['1', 'alcohol', /^screening and brief interventions?$/i],
  ['2', null, /^generic and cross-cutting issues$/i],
  ['3', null, /^medical treatment$/i],
  ['4', null, /^psychosocial therapies$/i],
  ['5', null, /^safeguarding the community$/i],
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export function headerOf(blocks: readonly Line[], hints: readonly string[]): Header {
  const problems: string[] = [];
  const said = saidId(blocks, hints);
  const title = titleOf(blocks, hints);
  const [level = null, type = null] = title?.split(/\s*;\s*/, 2) ?? [];
  const named = hints.map(cellOfAddress).find((cell) => cell !== null)?.id ?? null;
  const byTitle = idOfTitles(level, type, blocks);
  const id = said ?? named ?? byTitle;
  if (id === null)
    problems.push(say('Neither the text nor the file’s name says which cell this is.'));
  else if (said === null)
    problems.push(
      named !== null
        ? say(
            'The text does not say which cell this is; {id} was taken from the name or address of the file.',
            { id },
          )
        : say('The text does not say which cell this is; {id} was taken from its titles.', { id }),
    );
  else if (named !== null && named !== said)
    problems.push(
      say('The text says that this is cell {said}, the name or address of the file {named}.', {
        said,
        named,
      }),
    );
  if (id !== null && level !== null) problems.push(...mismatch(id, level, type));
  return { id, title, level, type, ...datesOf(blocks, problems), problems };
}

function saidId(blocks: readonly Line[], hints: readonly string[]): string | null {
  const heads = blocks.filter(({ text }) => (CELL_NAME.exec(text.slice(0, 120))?.index ?? 99) < 30);
  for (const text of [...heads.map((line) => line.text), ...hints]) {
    const match = CELL_NAME.exec(text.slice(0, 200));
    if (match)
      return `${/^d/i.test(match[1] ?? '') ? 'drug' : 'alcohol'}/${(match[2] ?? '').toUpperCase()}${match[3] ?? ''}`;
  }
  return null;
}

/** "Level; Type": after the cell's name, or on a line of its own. */
function titleOf(blocks: readonly Line[], hints: readonly string[]): string | null {
  for (const text of [...blocks.slice(0, 200).map((line) => line.text), ...hints]) {
    const match = CELL_NAME.exec(text.slice(0, 120));
    if (match && match.index < 30) {
      const rest = text.slice(match.index + match[0].length);
      const title = /^\s*[:–—-]\s*([^;:]{3,60};\s*[^;:.]{3,60})/.exec(rest)?.[1];
      if (title !== undefined) return title.replace(/\s+/g, ' ').trim();
    }
    const alone = /^([^;:.()]{3,60}?)\s*;\s*([^;:.()]{3,60})$/.exec(text.trim());
    if (
      alone &&
      (letterOf(alone[1] ?? '') ?? TYPES.find(([, , name]) => name.test(alone[2] ?? '')))
    )
      return `${alone[1]}; ${alone[2]}`;
  }
  return null;
}

function letterOf(level: string): string | null {
  return LEVELS.find(([, name]) => name.test(level.trim()))?.[0] ?? null;
}

/** An id from the titles alone: only where row or page leave no doubt about the matrix. */
function idOfTitles(
  level: string | null,
  type: string | null,
  blocks: readonly Line[],
): string | null {
  const letter = level === null ? null : letterOf(level);
  const row = type === null ? undefined : TYPES.find(([, , name]) => name.test(type.trim()));
  if (letter === null || row === undefined) return null;
  const has = (word: RegExp) =>
    blocks.slice(0, 100).some(({ text }) => word.test(text.slice(0, 300)));
  const drug = has(/\bdrugs? (?:treatment )?matrix\b/i);
  const alcohol = has(/\balcohol (?:treatment )?matrix\b/i);
  const matrix = row[1] ?? (drug === alcohol ? null : drug ? 'drug' : 'alcohol');
  return matrix === null ? null : `${matrix}/${letter}${row[0]}`;
}

function mismatch(id: string, level: string, type: string | null): string[] {
  const letter = letterOf(level);
  const rows = TYPES.filter(([, , name]) => type !== null && name.test(type.trim()));
  const wrong =
    (letter !== null && letter !== id.at(-2)) ||
    (rows.length > 0 &&
      !rows.some(([row, of]) => row === id.at(-1) && (of === null || id.startsWith(of))));
  return wrong
    ? [
        say('The titles “{titles}” do not belong to cell {id}.', {
          titles: `${level}; ${type ?? ''}`,
          id,
        }),
      ]
    : [];
}

function datesOf(
  blocks: readonly Line[],
  problems: string[],
): Pick<Header, 'revised' | 'firstUploaded' | 'misdated'> {
  let revised: string | null = null;
  let misdated = false;
  let firstUploaded: string | null = null;
  for (const { text, number } of blocks) {
    if (text.length > 600) continue;
    const at =
      /\b(?:last\s+)?(?:revised|updated)(?:\s+on)?\s*:?\s*((?:\d|[A-Z])[^.;()]{3,30})/i.exec(text);
    if (
      at &&
      revised === null &&
      /^\W*(?:last\s+)?(?:revised|updated|first uploaded|uploaded)/i.test(text)
    ) {
      revised = dayOf(at[1] ?? '');
      if (revised === null && /\d{4}/.test(at[1] ?? '')) {
        misdated = true;
        problems.push(
          atLine(
            number,
            say('the date of revision “{date}” does not name a day; left out.', {
              date: (at[1] ?? '').trim(),
            }),
          ),
        );
      }
    }
    const first = /\b(?:first\s+)?uploaded(?:\s+on)?\s*:?\s*((?:\d|[A-Z])[^.;()]{3,30})/i.exec(
      text,
    );
    if (first && firstUploaded === null) firstUploaded = dayOf(first[1] ?? '');
  }
  return { revised, firstUploaded, misdated };
}

/** `17 July 2018`, `July 17, 2018`, `17/07/2018`, `2018-07-17` → `2018-07-17`; null where it is no day. */
export function dayOf(words: string): string | null {
  const text = words.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})/.exec(text);
  if (slashed) return day(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]));
  const named = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})/i.exec(text);
  if (named) return day(Number(named[3]), month(named[2]), Number(named[1]));
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(text);
  return monthFirst
    ? day(Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2]))
    : null;
}

function month(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** Null for days that no calendar has. */
function day(y: number, m: number, d: number): string | null {
  const date = new Date(Date.UTC(y, m - 1, d));
  if (m < 1 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
