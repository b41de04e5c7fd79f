// Lines that are neither entry nor commentary: legend, headings, the page's furniture, and what they tell.
import type { Passage } from '../model';

const LEGEND_LINE =
  /^\W{0,3}S?\W{0,3}Seminal stud(?:y|ies).{0,80}?Key stud(?:y|ies).{0,80}?Reviews?/is;
const LEGEND_PART =
  /^(?:S\W{0,3}Seminal stud(?:y|ies)(?:\s+(?:from|of|in)\b[^(]{0,60})?|K\W{0,3}Key stud(?:y|ies)(?:\s*[;,(][^)]{0,80}\)?)?|R\W{0,3}Reviews?(?:\s+of (?:the )?research[^(]{0,40})?|G\W{0,3}(?:Guidance|Guidelines?)(?:\s+(?:on|for) practice[^(]{0,60})?)\s*[.;]?$/i;

/** The line that explains the letters, or a part of it on a line of its own. */
export function isLegend(text: string): boolean {
  if (text.length > 400) return false;
  return LEGEND_LINE.test(text) || LEGEND_PART.test(text);
}

export const CELL_NAME =
  /\b(Drugs?|Alcohol)\s+(?:Treatment\s+)?Matrix[\s:,–—-]+cell\s+([A-E])\s?([1-5])\b/i;

const MORE = /^\W*more\W{1,3}(?:search|for )/i;
const REVISED = /^\W*(?:last\s+)?(?:revised|updated|first\s+uploaded|uploaded)\b.{0,60}\d{4}/i;
const NAVIGATION =
  /^[\s▶►▸»›•|·–-]*(?:title and link for copying|copy title and link|comment\/query|comment on this|suggest a new document|return to\/?|open effectiveness bank|add your name to the mailing|about updates|send email for updates|send about updates|links to other documents|one of 25 cells|close (?:the )?matrix bite|open (?:the )?matrix bite|click (?:here )?to (?:open|close)|(?:un)?fold (?:the )?(?:supplementary|extra) text|drug & alcohol findings|drug and alcohol findings matrix|effectiveness bank (?:home|web|alcohol|drug)|funded by|developed with|previously also funded|supported by|2020\/21 update|articles, slides|not an effectiveness bank subscriber|skip to|back to top)/i;
const ONE_WORD =
  /^[\s▶►▸»›•|·–-]*(?:home|search|browse|hot topics|matrices|about(?: the matrices)?|help|contact|tweet|send|share|print|matrix cell|matrix bites?|drugs? (?:treatment )?matrix|alcohol (?:treatment )?matrix|includes (?:harm reduction|brief interventions))[\s.:]*$/i;
/** Level and type of a cell on a line of their own. */
const TITLES =
  /^(?:interventions?|practitioners?|management(?:\s*\/\s*supervision)?|organi[sz]ational functioning|treatment systems?|local and national systems?)\s*;\s*[^.;:()]{3,60}$/i;
const CLOSES = /^\W*close (?:the )?matrix bite/i;

/** Ends the list of entries. */
export function endsList(text: string): boolean {
  return text.length < 600 && (MORE.test(text) || REVISED.test(text));
}

/** Ends the commentary. */
export function endsCommentary(text: string): boolean {
  return CLOSES.test(text);
}

/** Stands for itself: nothing before or after it belongs to it. */
export function isLone(text: string): boolean {
  if (text.length < 4 || text.length > 600) return false;
  return (
    isLegend(text) ||
    NAVIGATION.test(text) ||
    ONE_WORD.test(text) ||
    MORE.test(text) ||
    REVISED.test(text) ||
    TITLES.test(text) ||
    (CELL_NAME.exec(text.slice(0, 80))?.index ?? 9) < 4
  );
}

/** What a printer or browser puts between the lines of a page: page numbers, addresses, dates of printing. */
export function isFurniture(text: string): boolean {
  if (text.length > 200) return false;
  return (
    /^(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?$/i.test(text) ||
    /^https?:\/\/\S+(?:\s+\d{1,3}\s*\/\s*\d{1,3})?$/i.test(text) ||
    /^\d{1,2}\/\d{1,2}\/\d{2,4}(?:,?\s+\d{1,2}:\d{2})?(?:\s+\S.{0,80})?$/.test(text) ||
    /^[-–—_=*·.\s]{3,}$/.test(text)
  );
}

/** A kind letter and nothing else, as in a table's own column. */
export function isMarkerAlone(text: string): boolean {
  return /^[([]?[SKRG][)\]]?[:.]?$/.test(text);
}

export interface CommentaryHeading {
  readonly kind: Passage['kind'] | 'issues';
  readonly heading: string;
  /** Where the text after the heading begins. */
  readonly end: number;
}

const HEADINGS: readonly (readonly [RegExp, CommentaryHeading['kind']])[] = [
  [/^what (?:is|are|’s|'s) (?:this |the )?(?:cell|row)(?: [A-E][1-5])? about\s*\?/i, 'about'],
  [/^where (?:should|do|can|to) (?:I |you |we )?start\s*\?/i, 'start'],
  [
    /^highlighted (?:stud(?:y|ies)|review|document|guidance)(?=\s*(?:[:.–—-]|$)|\s+[\p{Lu}‘“"'])/iu,
    'highlighted',
  ],
  [/^issues? to (?:consider|discuss)(?:(?: and|,|\/) ?(?:discuss|consider))?(?=\W|$)/i, 'issues'],
];
const ISSUE_BULLET = /^[►▶▸➤➢▷‣⯈]\s*:?\s*(?=\S)/;

/** The commentary's heading at the start of the text; null where there is none. */
export function headingOf(text: string): CommentaryHeading | null {
  if (text.length < 10) return null;
  const at = /^[#*\s]*/.exec(text)?.[0].length ?? 0;
  const start = text.slice(at, at + 120);
  for (const [pattern, kind] of HEADINGS) {
    const match = pattern.exec(start);
    if (!match || (kind === 'highlighted' && !/^H/.test(start))) continue;
    const after = /^[\s:.–—-]*/.exec(start.slice(match[0].length))?.[0].length ?? 0;
    return { kind, heading: match[0].replace(/\s+\?$/, '?'), end: at + match[0].length + after };
  }
  return null;
}

/** Length of the arrow before an issue; 0 where there is none, or where it leads a menu's line. */
export function issueBullet(text: string): number {
  return isLone(text) ? 0 : (ISSUE_BULLET.exec(text)?.[0].length ?? 0);
}

export function isHeading(text: string): boolean {
  return headingOf(text) !== null || issueBullet(text) > 0;
}

/** Nothing but a heading: what follows is another paragraph. */
export function isHeadingAlone(text: string): boolean {
  const heading = headingOf(text);
  return heading !== null && heading.end >= text.length;
}
