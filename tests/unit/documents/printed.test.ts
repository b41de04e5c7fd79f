// @vitest-environment node
// The same text as a web page, as a printed PDF and as a Word file gives the same mentions.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { mentionsIn, readBytes } from './engine';
import { cannotPrint, printPdf } from './print';
import { wordOf } from './word-file';

const DEMO = fileURLToPath(new URL('../../fixtures/demo/', import.meta.url));

const PARAGRAPHS = [
  'The provider will offer aftercare for at least twelve months from the end of structured treatment, including opioid substitution treatment, psychosocial interventions and community detoxification for adults who use drugs or alcohol.',
  'Every service user will have a recovery plan and a named case manager who will help them make first contact with mutual aid groups before discharge. Rooms shall be offered free of charge to Alcoholics Anonymous and Narcotics Anonymous meetings.',
  'Residential rehabilitation is not part of this contract; inpatient detoxification and residential rehabilitation are purchased through a separate framework of the integrated care board and the council.',
  'The service shall provide needle and syringe programmes, take-home naloxone, contingency management and motivational interviewing, with peer support from people with lived experience of recovery.',
];
const ROWS = [
  ['Service', 'Provider and place', 'Remarks'],
  [
    'Needle exchange in pharmacies',
    'Forty-five pharmacies of the county',
    'Open to all adults who inject drugs',
  ],
  [
    'Residential rehabilitation for families',
    'Bought by the place from the framework',
    'Funded with the family safeguarding team',
  ],
  ['Supervised consumption', 'Pharmacies in every town', 'Methadone and buprenorphine'],
];
const LAYOUT = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Specification</title><style>
@page { size: A4; margin: 20mm;
  @top-left { content: "Drug and alcohol needs assessment: residential rehabilitation" }
  @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
body { font: 11pt/1.4 serif } .two { columns: 2; column-gap: 7mm; text-align: justify; hyphens: auto }
.three { columns: 3; column-gap: 6mm; hyphens: auto; font-size: 9pt }
td, th { border: 1px solid; padding: 3px 5px; vertical-align: top; width: 33% }</style>
<h1>Specification of treatment and recovery</h1>
${['two', 'three', 'one']
  .map((columns, part) => {
    const text = Array.from({ length: 4 }, () =>
      PARAGRAPHS.map((one) => `<p>${one}</p>`).join(''),
    ).join('');
    const rows = ROWS.map(
      (row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    ).join('');
    return `<h2>${part + 1} Local provision</h2><div class="${columns}">${text}</div><table>${rows}</table>`;
  })
  .join('')}</html>`;

describe.skipIf(cannotPrint !== null)(
  `printed PDFs${cannotPrint === null ? '' : ` (${cannotPrint})`}`,
  { timeout: 120_000 },
  () => {
    it.each(['1-tender-notice', '2-specification', '3-guidance'])(
      'of the demonstration page %s give the mentions of the page',
      async (name) => {
        // What is folded away on the page is not printed.
        const source = readFileSync(`${DEMO}${name}.html`, 'utf8');
        const html = source.replaceAll('<details', '<details open');
        const page = await mentionsIn('page.html', html);
        expect(page.length).toBeGreaterThan(20);
        expect(await mentionsIn('page.pdf', printPdf(html, { tagged: true }))).toEqual(page);
      },
    );

    describe('with columns, tables and running heads', () => {
      let page: string[];
      let tagged: Uint8Array;
      beforeAll(async () => {
        page = await mentionsIn('page.html', LAYOUT);
        tagged = printPdf(LAYOUT, { tagged: true });
      }, 120_000);

      it('give the mentions of the page', async () => {
        expect(page.length).toBeGreaterThan(150);
        expect(await mentionsIn('page.pdf', tagged)).toEqual(page);
      });

      it('give them without tags too', async () => {
        const plain = printPdf(LAYOUT, { tagged: false });
        expect(await mentionsIn('page.pdf', plain)).toEqual(page);
      });

      it('know the page of each place, and leave out running heads', async () => {
        const file = await readBytes('page.pdf', tagged);
        if (typeof file === 'string') throw new Error(file);
        expect(file.pages).toBeGreaterThan(3);
        const { blocks } = file.input;
        expect(file.pageAt?.(0, 0)).toBe(1);
        expect(file.pageAt?.(blocks.length - 1, 0)).toBe(file.pages);
        expect(blocks.filter(({ text }) => /needs assessment|Page \d/.test(text))).toEqual([]);
      });
    });
  },
);

describe('Word files', () => {
  it('give the mentions of the page', async () => {
    const html = `<h1>Specification</h1>${PARAGRAPHS.map((one) => `<p>${one}</p>`).join('')}<table>${ROWS.map(
      (row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    ).join('')}</table>`;
    const page = await mentionsIn('page.html', html);
    expect(page.length).toBeGreaterThan(20);
    const word = await wordOf({ heading: 'Specification', paragraphs: PARAGRAPHS, rows: ROWS });
    expect(await mentionsIn('page.docx', word)).toEqual(page);
  });
});
