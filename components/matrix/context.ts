// What every view of the matrix page is given besides its own data.
import type { Entry } from '../../lib/evidence/model';
import type { Frame } from './load';
import { hrefTo } from './route';

export interface Context {
  readonly frame: Frame;
  /** Topics of the page that the reader came from. */
  readonly from: readonly string[];
  /** Link to an id of the evidence; keeps the topics that the reader came with. */
  href(id: string): string;
  /** An entry as a reference in a paper, in one paragraph. */
  cite(entry: Entry): string;
  /** Puts text on the clipboard; false where the browser refuses. */
  copy(text: string): Promise<boolean>;
}

/** What the page around the views provides. */
export type Tools = Pick<Context, 'cite' | 'copy'>;

export function contextOf(frame: Frame, from: readonly string[], tools: Tools): Context {
  return { ...tools, frame, from, href: (id) => hrefTo(id, from) };
}
