// What a line of plain text or Markdown looks like: a heading, a list item, a table row, a contents line.

export interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  readonly text: string;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x0a;
    if (unit !== 0x0a && unit !== 0x0d && unit !== 0x2028 && unit !== 0x2029) continue;
    lines.push({ start, end: i, text: text.slice(start, i) });
    if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    start = i + 1;
  }
  return lines;
}

/** Bullets of all sorts, "(a)", "a)", "iv.", "1." and "1)": length of the marker with the space after it, 0 where none. */
export function listMarker(line: string): number {
  const found =
    /^\s*(?:[•▪●◦■□‣⁃·]\s*|[-–—*+]\s+|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*|(?:[a-z]|[ivx]{1,4}|\d{1,3})[.)]\s+|\[[ xX]?\]\s+)/.exec(
      line,
    );
  return found ? found[0].length : 0;
}

/** "4.3", "B4.", "Lot 2:", "Q3.", "Section 5": how deep the number goes, 0 where the line has none. */
export function numberDepth(line: string): number {
  const found =
    /^\s*(?:(?:[A-Z]\.?)?\d{1,3}((?:\.\d{1,3})*)\.?|[A-Z]\d{0,2}[.)]|(?:Lot|Section|Part|Schedule|Annex|Appendix|Chapter|Clarification|Question|Answer|Objective|Priority|PRIORITY|LOT|SECTION|PART|SCHEDULE|ANNEX|APPENDIX)\b(?:\s+[\dA-Z]+)?[:.)]?)\s+\S/.exec(
      line,
    );
  if (!found) return 0;
  return 1 + (found[1] ?? '').split('.').filter((part) => part !== '').length;
}

/** "Detoxification ......... 21", "4  Therapeutic communities . . . 22", "Aftercare<tab>9". */
export function isContentsLine(line: string): boolean {
  return (
    /(?:\.{3,}|(?:\s\.){2,}|…+|_{3,})\s*(?:\d{1,3}|[ivx]{1,5})\s*$/.test(line) ||
    /\S\t+\d{1,3}\s*$/.test(line)
  );
}

/** A row of a table written with bars or tabs. */
export function isRow(line: string): boolean {
  return /\S\s*(?:\||\t)\s*\S/.test(line) || /^\s*\|.*\|\s*$/.test(line);
}

/** The rule under the head of a Markdown table, or a line drawn by hand. */
export function isRule(line: string): boolean {
  return /^[\s|:=_*-]*[|=_*-]{3,}[\s|:=_*-]*$/.test(line);
}

export function isCapitals(line: string): boolean {
  const letters = line.replace(/[^\p{L}]/gu, '');
  return (
    letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  );
}

/** Ends as a sentence, an item or an introduction ends. */
export function isClosed(line: string): boolean {
  return /[.!?:;…]["'”’)\]]*\s*$/.test(line);
}

const MOST_HEADING_CHARACTERS = 100;

/** Short, unfinished, and starting like a title: may be a heading where it stands alone. */
export function looksLikeHeading(line: string): boolean {
  const bare = line.trim();
  if (bare.length === 0 || bare.length > MOST_HEADING_CHARACTERS) return false;
  if (/[.;,]["'”’)]*$/.test(bare) || /[-\u00ad]$/.test(bare)) return false;
  return /^["'“‘(]?[\p{Lu}\p{N}]/u.test(bare);
}
