// PDFs of 10, 100 and 300 pages, printed for the run: reading their text with pdf.js, making blocks of it, finding the marks.
import { createDetector } from '../../lib/detect/detect';
import { inputOfPages } from '../../lib/documents/blocks';
import type { PageText } from '../../lib/documents/model';
import type { PdfDocument } from '../../lib/documents/pdf/content';
import { readPdfText } from '../../lib/documents/pdf/read';
import { compile } from '../../lib/vocabulary/compile';
import { openPdf } from '../../scripts/detect/pdf';
import { cannotPrint, printPdf } from '../unit/documents/print';
import { type Bench, type BenchRow, median, to } from './model';
import { NoBrowser } from './stage';
import { makeDocuments, WHAT } from './text';
import { shippedVocabulary } from './vocabulary';

const PAGES = [10, 100, 300];
const RUNS = 3;
/** UTF-16 units that fill an A4 page in two columns. */
const A_PAGE = 4200;

const escaped = (text: string) => text.replace(/[&<>]/g, (unit) => `&#${unit.charCodeAt(0)};`);

/** So many pages exactly, of two columns with a table and a running head each. */
export function htmlOf(pages: number): string {
  const texts = makeDocuments(pages * A_PAGE).flatMap(({ blocks }) =>
    blocks.map(({ text }) => text),
  );
  const sheets: string[][] = [];
  let filled = A_PAGE;
  for (const text of texts) {
    if (filled >= A_PAGE) {
      if (sheets.length === pages) break;
      sheets.push([]);
      filled = 0;
    }
    sheets.at(-1)?.push(escaped(text.slice(0, A_PAGE)));
    filled += text.length + 40;
  }
  const sheet = (parts: readonly string[], i: number) => {
    const cells = parts.slice(0, 3).map((part) => `<td>${part.slice(0, 80)}</td>`);
    return `<section><p>Needs assessment, page ${i + 1}</p><div>${parts
      .map((part) => `<p>${part}</p>`)
      .join('')}</div><table><tr>${cells.join('')}</tr></table></section>`;
  };
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><style>@page { size: A4; margin: 15mm }
section { height: 265mm; overflow: hidden; break-after: page; font: 10pt/1.3 serif }
section:last-child { break-after: auto }
div { columns: 2; height: 225mm; column-fill: auto; text-align: justify; hyphens: auto }
p { margin: 0 0 2mm } td { border: 1px solid; vertical-align: top }</style>${sheets.map(sheet).join('')}</html>`;
}

interface Times {
  readonly bare: number;
  readonly first: number;
  readonly blocks: number;
  readonly marks: number;
}

/** What a program does that only wants the text: every page asked for its text, one after the other. */
async function bareText(pdf: PdfDocument): Promise<void> {
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getTextContent({ includeMarkedContent: false });
  }
}

async function once(
  bytes: Uint8Array,
  detector: ReturnType<typeof createDetector>,
): Promise<Times> {
  const plain = await openPdf(bytes.slice());
  let started = performance.now();
  await bareText(plain.pdf);
  const bare = performance.now() - started;
  await plain.close();
  const { pdf, close } = await openPdf(bytes.slice());
  started = performance.now();
  const pages: PageText[] = [];
  let first = Number.NaN;
  for await (const page of readPdfText(pdf)) {
    if (pages.length === 0) first = performance.now() - started;
    pages.push(page);
  }
  const blocks = performance.now() - started;
  const { input } = inputOfPages(pages, '');
  const surveyed = detector.survey(
    input,
    input.blocks.map(({ text }) => detector.scanBlock(text)),
  );
  for (let i = 0; i < input.blocks.length; i++) surveyed.mentionsOf(i);
  const marks = performance.now() - started;
  await close();
  return { bare, first, blocks, marks };
}

async function run(): Promise<BenchRow[]> {
  if (cannotPrint !== null) throw new NoBrowser('there is no browser built on Chromium here');
  const detector = createDetector(compile(shippedVocabulary()));
  const rows: BenchRow[] = [];
  for (const count of PAGES) {
    const bytes = printPdf(htmlOf(count), { tagged: true });
    // The first round warms up and is not counted.
    await once(bytes, detector);
    const times: Times[] = [];
    for (let i = 0; i < RUNS; i++) times.push(await once(bytes, detector));
    const of = (key: keyof Times) => median(times.map((time) => time[key]));
    const bare = of('bare');
    const subject = (what: string) => `${count} pages: ${what}`;
    const against = 'the text of all pages by pdf.js alone';
    const row = (what: string, value: number): BenchRow => ({
      subject: subject(what),
      value: to(0, value),
      unit: 'ms',
      against,
      ratio: to(2, bare / value),
      runs: RUNS,
    });
    rows.push(
      { ...row(against, bare), against: null, ratio: null },
      row('first page given', of('first')),
      row('blocks of all pages', of('blocks')),
      row('all marks', of('marks')),
    );
  }
  return rows;
}

export const documents: Bench = {
  name: 'documents',
  about: `text and marks of printed PDFs of ${PAGES.join(', ')} pages (${WHAT}) in Node, beside pdf.js alone`,
  run,
};
