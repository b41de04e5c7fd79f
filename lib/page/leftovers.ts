// What a script of ours that is gone left in the page. Chromium lets it clean up after an update; Firefox ends it without a word.
import { highlightName, STANCES } from './mark-style';

/** For the first script of ours in its world: takes away the card, the style and the marks of one that was ended. */
export function removeLeftovers(window: Window & typeof globalThis): void {
  const { document } = window;
  // An element of this name that the page has defined is the page's.
  for (const card of document.querySelectorAll('evidence-overlay-card:not(:defined)'))
    card.remove();
  const left = document.adoptedStyleSheets.filter((sheet) => !isOurs(sheet));
  if (left.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = left;
  for (const stance of STANCES)
    for (const dark of [false, true]) window.CSS.highlights.delete(highlightName(stance, dark));
}

const OURS = `::highlight(${highlightName('asserted', false)})`;

const isOurs = (sheet: CSSStyleSheet): boolean =>
  sheet.cssRules[0]?.cssText.includes(OURS) ?? false;
