// Addresses of the matrix page: what stands behind the # and back again. Old addresses must keep working, they are in people's papers.
import type { MatrixId } from '../../lib/evidence/model';
import { FOUND_KINDS, type FoundKind } from '../../lib/evidence/search/model';
import { lookedAt, ticketFor } from './looked';

export type Route =
  | { readonly view: 'map'; readonly matrix: MatrixId }
  | { readonly view: 'cell'; readonly cell: string; readonly by: Arrangement }
  | { readonly view: 'entry'; readonly id: string; readonly cell: string }
  | {
      readonly view: 'passage';
      readonly id: string;
      readonly cell: string;
      /** Entry that the reader came from, to whom the way back leads. */
      readonly entry: string | null;
    }
  | { readonly view: 'topic'; readonly id: string }
  | {
      readonly view: 'search';
      readonly text: string;
      readonly kinds: readonly FoundKind[];
      readonly cell: string | null;
      /** Stands in the address in place of words that were selected on a page. */
      readonly look?: string | undefined;
    }
  | { readonly view: 'unknown'; readonly address: string };

export type Asked = Extract<Route, { view: 'search' }>;

/** How a cell's entries are put together. */
export const ARRANGEMENTS = ['kind', 'year', 'topic'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** The page that the reader came from; the cells of its topics are lit. */
export interface From {
  readonly topics: readonly string[];
  /** Its title, where it was told. */
  readonly page: string | null;
  /** Under which its title is kept apart from the address (lib/background/came-from.ts says why). */
  readonly ticket: string | null;
}

export interface Place extends From {
  readonly route: Route;
}

const SLUG = '[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*';
const CELL = '(?:drug|alcohol)/[A-E][1-5]';
const LONGEST_TITLE = 120;

/** Reads `#/drug/E4?topics=a,b&page=Title`; anything not understood is `unknown`, never an exception. */
export function parseHash(hash: string): Place {
  const [path = '', ...query] = hash.replace(/^#/, '').split('?');
  const params = new URLSearchParams(query.join('?'));
  const topics = (params.get('topics') ?? '')
    .split(',')
    .filter((id) => new RegExp(`^${SLUG}$`).test(id));
  // Addresses of earlier versions hold the title itself.
  const page = topics.length > 0 ? params.get('page')?.trim().slice(0, LONGEST_TITLE) : null;
  const from = params.get('from') ?? '';
  return {
    route: routeOf(path.replace(/\/$/, ''), params),
    topics,
    page: page || null,
    ticket: topics.length > 0 && /^[0-9a-f]{8}$/.test(from) ? from : null,
  };
}

function routeOf(path: string, params: URLSearchParams): Route {
  if (path === '' || path === '/drug') return { view: 'map', matrix: 'drug' };
  if (path === '/alcohol') return { view: 'map', matrix: 'alcohol' };
  if (path === '/search') return searchOf(params);
  const match = (pattern: string) => new RegExp(`^/${pattern}$`).exec(path)?.slice(1) ?? [];
  const [topic] = match(`topic/(${SLUG})`);
  if (topic) return { view: 'topic', id: topic };
  const [cell] = match(`(${CELL})`);
  const by = ARRANGEMENTS.find((one) => one === params.get('by')) ?? 'kind';
  if (cell) return { view: 'cell', cell, by };
  const [passage, passageCell] = match(`((${CELL})/passage/${SLUG})`);
  if (passage && passageCell) {
    const from = params.get('entry') ?? '';
    const entry = new RegExp(`^${CELL}/${SLUG}$`).test(from) ? from : null;
    return { view: 'passage', id: passage, cell: passageCell, entry };
  }
  const [entry, entryCell] = match(`((${CELL})/${SLUG})`);
  if (entry && entryCell) return { view: 'entry', id: entry, cell: entryCell };
  return { view: 'unknown', address: path };
}

function searchOf(params: URLSearchParams): Route {
  const kinds = (params.get('kind') ?? '').split(',');
  const cell = params.get('cell') ?? '';
  const look = params.get('look');
  const looked = lookedAt(look);
  return {
    view: 'search',
    text: looked?.words ?? params.get('q') ?? '',
    ...(look !== null && looked ? { look } : {}),
    kinds: FOUND_KINDS.filter((kind) => kinds.includes(kind)),
    cell: new RegExp(`^${CELL}$`).test(cell) ? cell : null,
  };
}

/** Link to an id of the evidence (`drug/E4`, `drug/E4/some-entry`, `topic/mutual-aid`, '' for the map). */
export function hrefTo(
  id: string,
  { topics, page, ticket }: From,
  more: Readonly<Record<string, string>> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(more)) if (value !== '') params.set(name, value);
  if (topics.length > 0) params.set('topics', topics.join(','));
  if (topics.length > 0 && ticket) params.set('from', ticket);
  else if (topics.length > 0 && page) params.set('page', page);
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  return `#/${id}${query && `?${query}`}`;
}

export function searchHref(
  ask: {
    text: string;
    kinds?: readonly FoundKind[];
    cell?: string | null;
    look?: string | undefined;
  },
  from: From,
): string {
  const kind = (ask.kinds ?? []).join(',');
  const look = ticketFor(ask.text, ask.look ?? null);
  const words = look === null ? { q: ask.text } : { look };
  return hrefTo('search', from, { ...words, kind, cell: ask.cell ?? '' });
}
