// Addresses of the matrix page: what stands behind the # and back again. Old addresses must keep working, they are in people's papers.
import type { MatrixId } from '../../lib/evidence/model';

export type Route =
  | { readonly view: 'map'; readonly matrix: MatrixId }
  | { readonly view: 'cell'; readonly cell: string }
  | { readonly view: 'entry'; readonly id: string; readonly cell: string }
  | { readonly view: 'passage'; readonly id: string; readonly cell: string }
  | { readonly view: 'topic'; readonly id: string }
  | { readonly view: 'unknown'; readonly address: string };

export interface Place {
  readonly route: Route;
  /** Topics of the page that the reader came from; their cells are lit. */
  readonly topics: readonly string[];
}

const SLUG = '[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*';
const CELL = '(?:drug|alcohol)/[A-E][1-5]';

/** Reads `#/drug/E4?topics=a,b`; anything not understood is `unknown`, never an exception. */
export function parseHash(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const topics = (new URLSearchParams(query).get('topics') ?? '')
    .split(',')
    .filter((id) => new RegExp(`^${SLUG}$`).test(id));
  return { route: routeOf(path.replace(/\/$/, '')), topics };
}

function routeOf(path: string): Route {
  if (path === '' || path === '/drug') return { view: 'map', matrix: 'drug' };
  if (path === '/alcohol') return { view: 'map', matrix: 'alcohol' };
  const match = (pattern: string) => new RegExp(`^/${pattern}$`).exec(path)?.slice(1) ?? [];
  const [topic] = match(`topic/(${SLUG})`);
  if (topic) return { view: 'topic', id: topic };
  const [cell] = match(`(${CELL})`);
  if (cell) return { view: 'cell', cell };
  const [passage, passageCell] = match(`((${CELL})/passage/${SLUG})`);
  if (passage && passageCell) return { view: 'passage', id: passage, cell: passageCell };
  const [entry, entryCell] = match(`((${CELL})/${SLUG})`);
  if (entry && entryCell) return { view: 'entry', id: entry, cell: entryCell };
  return { view: 'unknown', address: path };
}

/** Link to an id of the evidence (`drug/E4`, `drug/E4/some-entry`, `topic/mutual-aid`, '' for the map). */
export function hrefTo(id: string, topics: readonly string[]): string {
  return `#/${id}${topics.length > 0 ? `?topics=${topics.join(',')}` : ''}`;
}
