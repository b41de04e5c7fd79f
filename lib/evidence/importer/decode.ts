// Bytes of a file → text; says where the bytes or their earlier mishandling lost or changed characters.

import { counted, say } from '../../words/words';
import { atLine } from './problems';

export interface Decoded {
  readonly text: string;
  readonly problems: readonly string[];
}

/** Reads UTF-8, UTF-16 with its mark, and else what the page declares or Windows-1252. Never throws. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const kind = notText(bytes);
  if (kind !== null) return { text: '', problems: [kind] };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const charset = declared(bytes);
    const { text } = decoded(bytes, charset);
    const reason = say(
      'The file is not in UTF-8; it was read as {charset}. Check quotation marks, dashes and accents.',
      { charset },
    );
    return { text, problems: [reason] };
  }
}

function decoded(bytes: Uint8Array, charset: string): Decoded {
  const text = new TextDecoder(charset).decode(bytes);
  // Node 20 decodes Windows-1252 as Latin-1, which leaves quotation marks and dashes as control characters.
  const whole = charset === 'windows-1252' ? text.replace(C1, highUnit) : text;
  return { text: whole, problems: [] };
}

function notText(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head === '%PDF')
    return say('This is a PDF. Save its text as a .txt file, or save the web page itself.');
  if (head.startsWith('PK\u0003'))
    return say('This is a Word or zip file. Save it as plain text or as a web page.');
  return null;
}

/** The character set that a page declares in its first kilobyte; Windows-1252 where it says nothing usable. */
function declared(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  const name = /charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1]?.toLowerCase();
  if (name === undefined || /^utf-?(8|16)/.test(name)) return 'windows-1252';
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return 'windows-1252';
  }
}

/** Units of Windows-1252 that stand for bytes 80–9F, by the byte. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const C1 = /[\u0080-\u009f]/g;

function highUnit(unit: string): string {
  return HIGH.charAt(unit.charCodeAt(0) - 0x80);
}

/** UTF-8 read as Windows-1252: a lead byte's letter, then one to three of what continuation bytes look like. */
const GARBLED = new RegExp(
  `[\u00c2-\u00df][\u00a0-\u00bf${HIGH}]|[\u00e0-\u00ef][\u00a0-\u00bf${HIGH}]{2}|[\u00f0-\u00f4][\u00a0-\u00bf${HIGH}]{3}`,
  'g',
);

/**
 * Mends text whose UTF-8 was once taken for Windows-1252 (`â€™` for `’`) and says on which lines;
 * characters lost for good are only named. `text` has `\n` line ends.
 */
export function mendText(text: string): Decoded {
  const problems: string[] = [];
  let mended = text;
  const garbled = linesWith(text, GARBLED, (run) => unGarble(run) !== run);
  if (garbled.length > 0) {
    mended = text.replace(GARBLED, unGarble);
    problems.push(
      atLines(
        garbled,
        say(
          'the text was saved in the wrong encoding (“â€™” and the like); mended. Check quotation marks, dashes and accents.',
        ),
      ),
    );
  }
  const lost = linesWith(mended, /\ufffd/g, () => true);
  if (lost.length > 0)
    problems.push(
      atLines(
        lost,
        say('characters were lost when the file was saved (shown as “{sign}”).', {
          sign: '\ufffd',
        }),
      ),
    );
  return { text: mended, problems };
}

function unGarble(run: string): string {
  const bytes = Uint8Array.from(run, (unit) => {
    const high = HIGH.indexOf(unit);
    return high >= 0 ? 0x80 + high : unit.charCodeAt(0);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return run;
  }
}

/** Numbers of the lines that match. */
function linesWith(text: string, pattern: RegExp, holds: (run: string) => boolean): number[] {
  const lines: number[] = [];
  let line = 1;
  let nextBreak = text.indexOf('\n');
  for (const match of text.matchAll(pattern)) {
    if (!holds(match[0])) continue;
    while (nextBreak >= 0 && nextBreak < match.index) {
      line++;
      nextBreak = text.indexOf('\n', nextBreak + 1);
    }
    if (lines.at(-1) !== line) lines.push(line);
  }
  return lines;
}

/** "line 4: …", "lines 4, 9, 12, 13, 20 and 12 others: …" */
function atLines(all: readonly number[], words: string): string {
  const [first = 0] = all;
  if (all.length === 1) return atLine(first, words);
  const lines = all.slice(0, 5).join(', ');
  if (all.length <= 5) return say('lines {lines}: {words}', { lines, words });
  return counted(
    all.length - 5,
    'lines {lines} and {count} other: {words}',
    'lines {lines} and {count} others: {words}',
    { lines, words },
  );
}
