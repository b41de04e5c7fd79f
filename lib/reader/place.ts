// Where in the reader page a file is shown: the element that it fills, and how much of the window is its own.

export interface Place {
  /** Filled by the view, emptied when it is closed. */
  readonly root: HTMLElement;
  /** Px at the top of the window that the tools cover. */
  top(): number;
  /** Space for a page, in px. */
  space(): { readonly width: number; readonly height: number };
}

/** Px left free on each side of a page. */
const MARGIN = 16;

/** The tools tell by custom properties of the page how much of it they cover. */
export function pagePlace(root: HTMLElement): Place {
  const covered = (property: string) =>
    Number.parseFloat(document.documentElement.style.getPropertyValue(property)) || 0;
  const top = () => covered('--top');
  return {
    root,
    top,
    space: () => ({
      width: Math.max(120, root.clientWidth - 2 * MARGIN),
      height: Math.max(120, window.innerHeight - top() - covered('--foot') - 2 * MARGIN),
    }),
  };
}
