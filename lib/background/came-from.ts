// Which page the reader came from to the matrix. Its title is handed over apart from the address: addresses go into the
// browser's history, which may be kept for years and copied to an account elsewhere, and our page opens in an ordinary
// window even from a private one. The title of a bid under embargo has no business there; a ticket says nothing.
import * as z from 'zod/mini';
import type { StorageArea } from '../platform/storage';
import type { Tab } from '../platform/tabs';

const Origin = z.object({ title: z.string(), tab: z.int() });
type Origin = z.infer<typeof Origin>;

export interface Origins {
  /** Keeps what is known of a tab's page until the browser closes; gives the ticket for it. */
  remember(tab: Pick<Tab, 'id' | 'title'>): Promise<string>;
  /** Null for a ticket of another day: the browser has been closed since. */
  of(ticket: string): Promise<Origin | null>;
}

/** UTF-16 units of a title that are kept; it is shown in one line. */
const LONGEST_TITLE = 120;
const key = (ticket: string) => `from.${ticket}`;

export function origins(area: StorageArea): Origins {
  return {
    async remember({ id, title }) {
      const ticket = crypto.randomUUID().slice(0, 8);
      const origin: Origin = {
        tab: id,
        title: title.trim().slice(0, LONGEST_TITLE).toWellFormed(),
      };
      await area.set({ [key(ticket)]: origin });
      return ticket;
    },
    async of(ticket) {
      const held = Origin.safeParse((await area.get([key(ticket)]))[key(ticket)]);
      return held.success ? held.data : null;
    },
  };
}

/** Path of the matrix page (`/drug/E4`), lit for these topics and knowing where the reader came from. */
export function matrixPath(path: string, topics: readonly string[], ticket: string): string {
  if (topics.length === 0) return `/matrix.html#${path}`;
  const mark = path.includes('?') ? '&' : '?';
  return `/matrix.html#${path}${mark}topics=${topics.join(',')}&from=${ticket}`;
}
