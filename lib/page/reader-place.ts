// Where the reader was before the card took the focus, and the way back there.
import type { Place } from './model';

export interface ReaderPlace {
  /** Returns focus, or where nothing had it, the caret to the mark: the next Tab goes on from there. */
  back(): void;
}

/** Remembers what has the focus now; `mark` is where the card is about to open. */
export function keepPlace(document: Document, mark: Place): ReaderPlace {
  const focused = deepActive(document);
  const selection = document.getSelection();
  const selected = selection !== null && !selection.isCollapsed;
  return {
    back() {
      if (focused instanceof HTMLElement && focused !== document.body && focused.isConnected) {
        focused.focus({ preventScroll: true });
        return;
      }
      const { startContainer: node, startOffset } = mark;
      if (selected || !node.isConnected) return;
      document.getSelection()?.collapse(node, Math.min(startOffset, node.length));
    },
  };
}

function deepActive(document: Document): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
