// The letter (or word, or picture) before an entry that says what kind of document it is.
import type { Kind } from '../model';
import type { Line } from './model';

const KIND_OF_LETTER: ReadonlyMap<string, Kind> = new Map([
  ['S', 'seminal'],
  ['K', 'key'],
  ['R', 'review'],
  ['G', 'guidance'],
]);

export interface Marker {
  /** Null for a letter that the legend does not know. */
  readonly kind: Kind | null;
  /** A second letter beside the first ("S/G"). */
  readonly second: Kind | null;
  readonly letter: string;
  /** Where the title begins, in UTF-16 units. */
  readonly end: number;
  /** Plainly a marker; else a title with its year must follow for it to be one. */
  readonly sure: boolean;
}

const BULLET = /^[-•*·–—▪●◦]\s+/;
const TWO = /^([SKRG])(?:\s*[/&+,]\s*|\s+)([SKRG])\s+(?=\S)/;
const PLAIN = /^[([{]?([SKRG])(?:[)\]}]\s*[:–—-]?\s*|\s*[:–—-]\s+|\s+)(?=\S)/;
const DOTTED = /^([SKRG])\.\s+(?=\S)/;
/** The letter runs into the title, as where a table's border was lost: "KForging", "K‘Active", "KUK trial". */
const GLUED =
  /^([SKRG])(?=\p{Lu}\p{Ll}(?!s?\b)|\p{Lu}\p{Ll}{2}|(?:In|At|On|An|As|If|He|So|No|Do|De|Re|Co|Ex|Is|It|A|By|To|Of|We|Up|GPs?|UK|US|USA|WHO|NICE|NHS|HIV|AA\/|NA\/)\b|\d+-step\b|[‘“"[«])/u;
const WORDED =
  /^\[?(Seminal stud(?:y|ies)|Key stud(?:y|ies)|Reviews?|Guidance|Guidelines?)\]?\s*(?::|–|—|\s-\s|\])\s*(?=\S)/i;
const UNKNOWN = /^([B-HJ-Z])\s+(?=[\p{Lu}‘“"'[])/u;

/** Reads the marker at the start of a line; null where there is none. */
export function markerOf(line: Pick<Line, 'text' | 'links' | 'strong'>): Marker | null {
  const skip = BULLET.exec(line.text)?.[0].length ?? 0;
  const text = skip === 0 ? line.text.slice(0, 200) : line.text.slice(skip, skip + 200);
  const found = (match: RegExpExecArray, sure: boolean, second?: string): Marker => ({
    kind: kindOf(match[1] ?? ''),
    second: (second && kindOf(second)) || null,
    letter: (match[1] ?? '').slice(0, 1).toUpperCase(),
    end: skip + match[0].length,
    sure,
  });
  const two = TWO.exec(text);
  if (two && two[1] !== two[2]) return found(two, true, two[2]);
  const plain = PLAIN.exec(text);
  if (plain) return found(plain, true);
  const glued = /^[SKRG](?=\S)/.exec(text);
  if (glued && standsApart(line, skip)) return found(/^([SKRG])/.exec(text) ?? glued, true);
  const unsure = DOTTED.exec(text) ?? GLUED.exec(text) ?? WORDED.exec(text) ?? UNKNOWN.exec(text);
  return unsure ? found(unsure, false) : null;
}

/** The first letter alone is bold, or a link begins right after it. */
function standsApart({ links, strong }: Pick<Line, 'links' | 'strong'>, at: number): boolean {
  return (
    links.some(({ start }) => start === at + 1) ||
    strong.some(({ start, end }) => start === at && end === at + 1)
  );
}

function kindOf(words: string): Kind | null {
  return KIND_OF_LETTER.get(words.slice(0, words.length === 1 ? 1 : 0)) ?? kindOfWord(words);
}

function kindOfWord(words: string): Kind | null {
  if (/^seminal/i.test(words)) return 'seminal';
  if (/^key/i.test(words)) return 'key';
  if (/^review/i.test(words)) return 'review';
  return /^guid/i.test(words) ? 'guidance' : null;
}

/** A heading that gives the kind of the entries under it ("Key studies"); null where the text is none. */
export function kindHeading(text: string): Kind | null {
  return /^(?:Seminal studies|Key studies|Reviews|Guidance|Guidelines)\s*:?$/i.test(text)
    ? kindOfWord(text)
    : null;
}

/**
 * The letter that a picture stands for: by its words (`alt`, `title`) or by its file (`K.gif`, `icon_key.png`);
 * null where it stands for none. A picture with words that mean something else is none.
 */
export function letterOfPicture(words: readonly string[], file: string): string | null {
  for (const raw of words) {
    const word = raw.trim();
    if (word === '') continue;
    const exact = /^[[(]?([SKRG])[\])]?\b(?!\S)/.exec(word)?.[1];
    if (exact !== undefined && word.length <= 3) return exact;
    if (
      /^(?:[SKRG]\s*[:–-]?\s*)?(?:seminal|key|reviews?|guidance|guidelines?)(?:\s+(?:stud(?:y|ies)|document|paper|research))?$/i.test(
        word,
      )
    ) {
      const kind = kindOfWord(word.replace(/^[SKRG]\s*[:–-]?\s*(?=\w)/, '')) ?? kindOfWord(word);
      return letterOf(kind);
    }
    return null;
  }
  const name = /([^/\\?#]*)\.(?:gif|png|jpe?g|svg|webp)\b/i.exec(file)?.[1] ?? '';
  const letter =
    /(?:^|[_\-.])([SKRG])$/i.exec(name)?.[1] ?? /^([SKRG])(?:[_\-.]|$)/i.exec(name)?.[1];
  if (letter !== undefined) return letter.toUpperCase();
  const word = /(?:^|[_\-.])(seminal|key|review|guid)\w*$/i.exec(name)?.[1];
  return word === undefined ? null : letterOf(kindOfWord(word));
}

function letterOf(kind: Kind | null): string | null {
  for (const [letter, name] of KIND_OF_LETTER) if (name === kind) return letter;
  return null;
}
