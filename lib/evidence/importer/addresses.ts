// What links lead to: a place in the same page, another cell, or a document known by its address.
import type { MatrixId } from '../model';

/** `#place` of the page itself, also where the page's own address stands before it; null for other links. */
export function placeInPage(href: string, own: string | null): string | null {
  const at = href.indexOf('#');
  if (at < 0 || at === href.length - 1) return null;
  const before = href.slice(0, at);
  if (before !== '' && (own === null || cellOfAddress(before)?.id !== own)) return null;
  return decoded(href.slice(at + 1));
}

export interface CellAddress {
  readonly matrix: MatrixId;
  readonly code: string;
  readonly id: string;
}

/** The cell that an address or file name leads to (`dl.php?f=Matrix/Drugs/E3.htm`, `cell-drug-E3.txt`). */
export function cellOfAddress(href: string): CellAddress | null {
  const match =
    /(?:^|[^a-z])(drugs?|alcohol)[^a-z0-9]{1,3}(?:cell[-_ ]?)?([A-E])([1-5])(?![a-z0-9])/i.exec(
      decoded(href.slice(0, 2000)),
    );
  if (!match) return null;
  const matrix = /^d/i.test(match[1] ?? '') ? 'drug' : 'alcohol';
  const code = `${(match[2] ?? '').toUpperCase()}${match[3] ?? ''}`;
  return { matrix, code, id: `${matrix}/${code}` };
}

/** The same for every address of one document; null where the link names none. */
export function documentOf(href: string | null): string | null {
  if (href === null || href === '' || href.startsWith('#') || cellOfAddress(href)) return null;
  const file = /[?&](?:f|file)=([^&#]+)/.exec(href)?.[1];
  if (file !== undefined) return decoded(file).toLowerCase();
  if (!/^https?:\/\//i.test(href)) return null;
  return href
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[#].*$|\/$/g, '')
    .toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
