// Words that the reader selected on a page and looks up here. The address holds a ticket in their place.

interface Looked {
  readonly words: string;
  /** Ids of the topics nearest to them. */
  readonly nearest: () => Promise<readonly string[]>;
}

const held = new Map<string, Looked>();
/** The field's text as the reader has changed it, under tickets of its own: letters of a page stay out of the address too. */
let changes = 0;

export function keepLooked(ticket: string, looked: Looked): void {
  held.set(ticket, looked);
}

export const lookedAt = (ticket: string | null): Looked | null =>
  (ticket !== null && held.get(ticket)) || null;

/** What stands for a text in an address that was reached by the ticket `from`; null where the text itself may. */
export function ticketFor(text: string, from: string | null): string | null {
  const looked = lookedAt(from);
  if (from === null || !looked || text === '') return null;
  if (looked.words === text) return from;
  changes += 1;
  const ticket = `${from.split('-')[0]}-${changes}`;
  held.set(ticket, { ...looked, words: text });
  return ticket;
}
