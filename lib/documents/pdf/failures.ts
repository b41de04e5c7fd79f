// Why a PDF was not opened, and what a read one lacks, in sentences.
import { counted, say } from '../../words/words';
import type { PageText } from '../model';

/** A file that claims more pages than this is read only so far: the claim costs its writer nothing. */
export const MOST_PAGES = 5000;

/** @param error what pdf.js threw on opening */
export function whyNotOpened(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return say(
      'This PDF needs a password. Open it with the password, save a copy without one, and open that.',
    );
  if (name === 'InvalidPDFException' || name === 'MissingPDFException')
    return say(
      'This file is damaged, or it is not a PDF though its name says so. Nothing was changed. Ask for the file again, or download it once more.',
    );
  return say(
    'This PDF could not be opened ({why}). Nothing was changed. It may open in your browser; save it from there as a new PDF and try again.',
    { why: error instanceof Error ? error.message : String(error) },
  );
}

/** What is missing from the text of a whole document, in sentences; `all`: nothing could be read of it. */
export function whatIsMissing(pages: readonly Pick<PageText, 'legibility'>[]): {
  readonly all: boolean;
  readonly notes: readonly string[];
} {
  const count = (of: PageText['legibility']) =>
    pages.filter(({ legibility }) => legibility === of).length;
  const [none, unreadable] = [count('none'), count('unreadable')];
  const notes: string[] = [];
  if (pages.length === 0) notes.push(say('This PDF has no pages.'));
  else if (none === pages.length)
    notes.push(
      say(
        'This PDF is a picture of pages: it holds no text, so nothing can be found in it. Ask for the Word file, or run it through text recognition first.',
      ),
    );
  else if (none > 0)
    notes.push(
      counted(
        none,
        '{count} page of {pages} holds no text, so nothing can be found on it.',
        '{count} pages of {pages} hold no text, so nothing can be found on them.',
        { pages: pages.length },
      ),
    );
  if (unreadable > 0)
    notes.push(
      counted(
        unreadable,
        'On {count} page of {pages} the text cannot be read: its font does not say which letters its shapes stand for.',
        'On {count} pages of {pages} the text cannot be read: their fonts do not say which letters their shapes stand for.',
        { pages: pages.length },
      ),
    );
  return { all: none + unreadable === pages.length, notes };
}
