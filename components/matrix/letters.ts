// The text of an e-mail to the matrix's editors: a comment on an entry, or a document that a cell should list.
// They read English, whatever language the page is in.
import type { Entry } from '../../lib/evidence/model';
import { phrase } from '../../lib/words/words';
import { cellCode, entryFacts, kindWords, MATRIX_WORDS } from '../shared/words';

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

const PLACE = 'Drug and Alcohol Findings treatment matrix';

export function comment(entry: Entry, link: string | null): Letter {
  const cells = entry.cells.map(cellWords).join(', ');
  return {
    subject: `Comment on an entry of the treatment matrix: ${entry.title}`,
    body: [
      `I would like to comment on this entry of the ${PLACE}.`,
      '',
      `Entry: ${entry.title}`,
      `Listed as: ${[kindWords(entry, phrase), ...entryFacts(entry, phrase)].join(', ')}`,
      `Cell: ${cells}`,
      ...(link ? [`Link: ${link}`] : []),
      '',
      'My comment:',
      '',
      '',
      'My name and organisation (if I want a reply):',
      '',
    ].join('\n'),
  };
}

/** `name` is what the cell is called on screen. */
export function suggestion(cell: string, name: string, url: string): Letter {
  return {
    subject: `A document for the treatment matrix: ${cellWords(cell)}`,
    body: [
      `I would like to suggest a document for this cell of the ${PLACE}.`,
      '',
      `Cell: ${cellWords(cell)}, ${name}`,
      `Page: ${url}`,
      '',
      'Title of the document:',
      'Authors, year, publisher:',
      'Link or DOI:',
      'Kind (study, review, guidance):',
      'Why it belongs in this cell:',
      '',
    ].join('\n'),
  };
}

/** Without an address: none is known to be meant for this. Line ends as the form of such links wants them. */
export function mailto({ subject, body }: Letter): string {
  const part = (text: string) => encodeURIComponent(text.toWellFormed().replaceAll('\n', '\r\n'));
  return `mailto:?subject=${part(subject)}&body=${part(body)}`;
}

function cellWords(id: string): string {
  const at = cellCode(id);
  return at ? `${MATRIX_WORDS[at.matrix].toLowerCase()} matrix, cell ${at.code}` : id;
}
