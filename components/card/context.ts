// What every part of the card may need: how links to our own pages are made and followed, and copying.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export interface CardTools {
  /** Address of the extension's matrix page at a path such as `/drug/E4`. */
  href(path: string): string;
  openMatrix(path: string): void;
  /** False where the browser did not allow it. */
  copy(text: string, html?: string): Promise<boolean>;
  /** Told after a reference to these entries was copied. */
  noteCited(ids: readonly string[]): void;
  /** Today, as a day. */
  today(): string;
}

export const Tools = createContext<CardTools | null>(null);

export function useTools(): CardTools {
  const tools = useContext(Tools);
  if (!tools) throw new Error('The card was rendered without its tools.');
  return tools;
}
