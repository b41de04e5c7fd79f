// How elements of a live page are seen: block borders and hidden text, by its styles.
import { BORDERS } from './tags';

type Display = 'border' | 'inline' | 'none';

/** What the walk asks of a page. */
export interface Look {
  /** Does the element make a block border, or is it not shown at all? */
  display(el: Element): Display;
  /** Is text directly inside this element hidden from the reader's eye? */
  hidden(el: Element): boolean;
  /** Are line feeds in this element's text shown as line breaks? */
  keepsLines(el: Element): boolean;
}

export const INLINE_DISPLAY = /^(inline|contents|ruby)/;

/**
 * The live page. Computed styles are asked once for each sort of element (tag and class, and those of its parent),
 * since asking all elements of a long page costs more than reading it.
 */
export function liveLook(window: Window & typeof globalThis): Look {
  const known = new Map<string, Display>();
  const display = (el: Element): Display => {
    const name = el.nodeName;
    if (BORDERS.has(name)) return 'border';
    if (el.hasAttribute('style')) return computed(el);
    const parent = el.parentElement;
    const key = `${name}.${el.getAttribute('class') ?? ''}<${parent?.nodeName}.${parent?.getAttribute('class') ?? ''}`;
    const before = known.get(key);
    // A sort that was hidden once may be shown elsewhere (an open tab and its closed neighbours).
    if (before !== undefined && before !== 'none') return before;
    const now = computed(el);
    known.set(key, now);
    return now;
  };
  const computed = (el: Element): Display => {
    const value = window.getComputedStyle(el).display;
    if (value === 'none') return 'none';
    return INLINE_DISPLAY.test(value) ? 'inline' : 'border';
  };
  return {
    display,
    hidden: (el) => !el.checkVisibility({ visibilityProperty: true }) && !opensOnDemand(el, window),
    keepsLines: (el) => /^(pre|break)/.test(window.getComputedStyle(el).whiteSpace),
  };
}

/** Closed `<details>` and `hidden="until-found"`: one press away from being read, and painted only then. */
function opensOnDemand(el: Element, window: Window): boolean {
  const folded = el.closest('details:not([open]), [hidden="until-found"]');
  if (!folded) return false;
  for (let at: Element | null = el; at && at !== folded; at = at.parentElement) {
    const style = window.getComputedStyle(at);
    if (style.display === 'none' || style.visibility !== 'visible') return false;
  }
  return folded.parentElement?.checkVisibility({ visibilityProperty: true }) ?? true;
}
