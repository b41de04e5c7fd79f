// Text with the words of a query marked, and the part of a longer text where they stand.
import { extract, marksOf } from '../../lib/evidence/search/marks';
import type { Found } from '../../lib/evidence/search/model';
import { english } from '../shared/english';

export interface Matched {
  readonly query: string;
  readonly words: Found['matched'];
}

export function Marked({ text, by }: { text: string; by: Matched }) {
  const marks = marksOf(text, by.query, by.words);
  let at = 0;
  const parts = marks.map(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

/** UTF-16 units of a longer text that are shown. */
const LENGTH = 160;

interface ExtractProps {
  texts: readonly string[];
  by: Matched;
  /** Where this holds all that was asked for, no more need be shown. */
  unless?: string;
}

/** The first of the texts that holds words of the query, cut to where they stand. */
export function Extract({ texts, by, unless = '' }: ExtractProps) {
  if (by.query.trim() === '' || marksOf(unless, by.query, by.words).length > 0) return null;
  for (const text of texts) {
    const cut = extract(text, marksOf(text, by.query, by.words), LENGTH);
    if (cut !== null)
      return (
        <p class="what" {...english()}>
          <Marked text={cut} by={by} />
        </p>
      );
  }
  return null;
}
