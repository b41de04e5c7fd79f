// The keys of the reader page. Plain letters only where nothing is being typed; the browser's own keys stay its own.
import type { ReaderDoors } from './state';

const TYPING = 'input:not([type=checkbox],[type=file]),select,textarea,[contenteditable]';

/** Listens until the function that it returns is called. */
export function onKeys({ state, actions }: ReaderDoors, toggleSide: () => void): () => void {
  const focus = (id: string) => {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement)) return false;
    field.focus();
    field.select();
    return true;
  };
  const heard = (event: KeyboardEvent) => {
    const { view } = state();
    if (!view || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) {
      const letter = event.key.toLowerCase();
      // A second Ctrl+F is the browser's own.
      if (letter === 'f' && document.activeElement?.id !== 'find' && focus('find'))
        event.preventDefault();
      if (letter === 'p') {
        event.preventDefault();
        actions.print();
      }
      return;
    }
    if (event.altKey) return;
    const { target } = event;
    if (target instanceof Element && (target.closest(TYPING) || target.shadowRoot)) return;
    const does: Record<string, () => void> = {
      '+': () => actions.zoomStep(true),
      '=': () => actions.zoomStep(true),
      '-': () => actions.zoomStep(false),
      '0': () => actions.setZoom(view.pages > 0 ? 'auto' : 1),
      j: () => actions.goToPage(view.page + 1),
      k: () => actions.goToPage(view.page - 1),
      n: () => actions.nextMark(false),
      p: () => actions.nextMark(true),
      g: () => focus('page-number'),
      o: toggleSide,
      '/': () => focus('find'),
    };
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const run = does[key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  document.addEventListener('keydown', heard);
  return () => document.removeEventListener('keydown', heard);
}
