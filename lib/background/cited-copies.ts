// Copying references on our own pages, and telling which entries were copied.
import type { Entry } from '../evidence/model';

export interface CitedCopies {
  cite(entry: Entry): string;
  /** False where the browser refuses. */
  copy(text: string): Promise<boolean>;
}

/** A text that was made as a reference counts as one when it is copied; `note` is told the entry's id. */
export function citedCopies(
  cite: (entry: Entry) => string,
  copy: (text: string) => Promise<boolean>,
  note: (ids: string[]) => unknown,
): CitedCopies {
  const made = new Map<string, string>();
  return {
    cite(entry) {
      const text = cite(entry);
      made.set(text, entry.id);
      return text;
    },
    async copy(text) {
      const copied = await copy(text);
      const id = made.get(text);
      if (copied && id !== undefined) note([id]);
      return copied;
    },
  };
}
