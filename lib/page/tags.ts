// What HTML says about an element by its tag and attributes alone, before any style.
import type { BlockKind, Zone } from './model';

/** Never read: code, controls, media, and what only scripts see. */
export const SKIPPED = new Set(
  `SCRIPT STYLE NOSCRIPT TEMPLATE HEAD CODE KBD SAMP TEXTAREA INPUT SELECT OPTION DATALIST CANVAS VIDEO AUDIO PICTURE
   IMG OBJECT EMBED IFRAME FRAME FRAMESET METER PROGRESS MAP AREA RP RT svg math`.split(/\s+/),
);

/** Block borders whatever the style: an inline `li` in a menu is still a thing of its own. */
export const BORDERS = new Set(
  `HTML BODY ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DETAILS DIALOG DL DT FIELDSET FIGCAPTION FIGURE FOOTER
   FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH
   THEAD TR UL`.split(/\s+/),
);

/** Elements that need a second look; asked of the whole tree at once, since that is far cheaper than of each element. */
export const SPECIAL =
  '[contenteditable],[aria-hidden="true"],[role],dialog:not([open]),body [lang]';

/** Elements whose class or id may say that they hold contents or references. */
export const HOLDERS = new Set('NAV DIV SECTION OL UL DL ASIDE TABLE P LI'.split(' '));

const CONTENTS =
  /(^|[\s_-])(toc|(table-of-)?contents?-?(list|nav|table|links)|breadcrumbs?)($|[\s_-])/i;
const REFERENCES =
  /(^|[\s_-])(references?(-?(list|section))?|reflist|bibliography|footnotes?|endnotes?)($|[\s_-])/i;
const NAV_ROLES = /^(navigation|doc-toc|menu|menubar|tablist)$/;
const REFERENCE_ROLES = /^doc-(bibliography|endnotes?|footnotes?|biblioentry)$/;

/** Languages that the terms are written in; `und` says that nobody knows. */
const READ = /^(en|cy|und)?(-|$)/i;

/** Text that is typed, in a language that is not read, or only said twice to the eye. */
export function isLeftAlone(el: Element): boolean {
  const editable = el.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = el.getAttribute('role');
  if (role === 'textbox' || role === 'searchbox' || role === 'combobox') return true;
  // What the page says of itself as a whole is too often wrong; what it says of a part is meant.
  if (!READ.test(el.getAttribute('lang') ?? '') && el.nodeName !== 'BODY') return true;
  if (el.nodeName === 'DIALOG' && !el.hasAttribute('open')) return true;
  // Whole pages are set aria-hidden while a dialog is open: only small decorations count as a second copy.
  return (
    el.getAttribute('aria-hidden') === 'true' &&
    el.querySelector('p,h1,h2,h3,h4,li,td,main,article,section') === null
  );
}

/** Contents or references by role; null for any other role. */
export function zoneOfRole(el: Element): Zone['kind'] | null {
  const role = el.getAttribute('role') ?? '';
  if (NAV_ROLES.test(role)) return 'contents';
  return REFERENCE_ROLES.test(role) ? 'reference' : null;
}

const namesKnown = new Map<string, Zone['kind'] | null>();

/** Contents or references by class or id; null for anything else. */
export function zoneOfNames(el: Element): Zone['kind'] | null {
  if (el.nodeName === 'NAV') return 'contents';
  const names = `${el.getAttribute('class') ?? ''} ${el.id}`;
  if (names === ' ') return null;
  const before = namesKnown.get(names);
  if (before !== undefined) return before;
  const now = CONTENTS.test(names) ? 'contents' : REFERENCES.test(names) ? 'reference' : null;
  if (namesKnown.size < 5000) namesKnown.set(names, now);
  return now;
}

/** Heading depth by tag or by role; 0 for no heading. */
export function headingLevel(el: Element): number {
  const name = el.nodeName;
  if (name.length === 2 && name[0] === 'H' && name !== 'HR') return Number(name[1]);
  if (el.getAttribute('role') !== 'heading') return 0;
  const level = Number(el.getAttribute('aria-level') ?? 2);
  return level >= 1 && level <= 6 ? Math.trunc(level) : 2;
}

/** The kind that an element gives its text; null where it is that of the element around it. */
export function kindOf(el: Element): BlockKind | null {
  switch (el.nodeName) {
    case 'LI':
    case 'DT':
    case 'DD':
      return 'list-item';
    case 'TD':
    case 'TH':
      return 'cell';
    case 'ARTICLE':
    case 'MAIN':
    case 'BLOCKQUOTE':
      return 'paragraph';
    default:
      return null;
  }
}

const CONTENTS_HEADING = /^\W*((table of )?contents|on this page|in this (section|document))\W*$/i;
const REFERENCES_HEADING =
  /^\W*(\d+(\.\d+)*\W+)?(references|bibliography|footnotes|endnotes|works cited|literature cited)\W*$/i;

/** The zone that a heading opens by its words; null for any other heading. */
export function zoneAfter(heading: string, level: number): Zone | null {
  if (heading.length > 60) return null;
  if (REFERENCES_HEADING.test(heading)) return { kind: 'reference', level };
  return CONTENTS_HEADING.test(heading) ? { kind: 'contents', level } : null;
}
