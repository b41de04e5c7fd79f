// Which file of the web the reader page is to open. Its address is handed over apart from that of our page, which goes into
// the browser's history and may be copied to an account elsewhere: a file under embargo has no business there.
import * as z from 'zod/mini';
import type { StorageArea } from '../platform/storage';

const Address = z.string().check(z.maxLength(8000));
const key = (ticket: string) => `reader.file.${ticket}`;

export interface ReaderTickets {
  /** Path of the reader page that opens the file; known until the browser closes. */
  pathFor(address: string): Promise<string>;
  /** Null for a ticket of another day, and where the path holds none. */
  addressIn(hash: string): Promise<string | null>;
}

export function readerTickets(area: StorageArea): ReaderTickets {
  return {
    async pathFor(address) {
      const ticket = crypto.randomUUID().slice(0, 8);
      await area.set({ [key(ticket)]: address });
      return `/reader.html#file=${ticket}`;
    },
    async addressIn(hash) {
      const ticket = /^#file=([0-9a-f]{8})$/.exec(hash)?.[1];
      if (ticket === undefined) return null;
      const held = Address.safeParse((await area.get([key(ticket)]))[key(ticket)]);
      return held.success ? held.data : null;
    },
  };
}
