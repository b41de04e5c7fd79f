// `npm run detect -- FILE…`: what the extension would mark in a PDF, Word, HTML, Markdown or text file, and why.
import { parseArgs } from 'node:util';
import { detect } from '../lib/detect/detect';
import { textTable } from '../lib/measure/table';
import { filesOf } from './detect/paths';
import { readEngine, shippedCitables } from './engine';
import { type FileText, readFile } from './read-file';

const USAGE = `npm run detect -- [--json] [--anyway] FILE…
  FILE      PDF, Word (.docx), HTML, Markdown or text; a folder stands for the documents in it; - reads standard input
  --anyway  marks also where the text does not look like drug or alcohol treatment or its commissioning
  --json    one line of JSON a file`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    anyway: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || positionals.length === 0) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const { matcher } = readEngine();
const citables = shippedCitables();

function report(path: string, file: FileText): void {
  const { relevance, mentions, references } = detect(file.input, matcher, {
    anyway: values.anyway,
    citables,
  });
  const place = (block: number, start: number, end: number) => ({
    start: start + (file.offsets[block] ?? 0),
    end: end + (file.offsets[block] ?? 0),
    quote: file.input.blocks[block]?.text.slice(start, end).replaceAll('\u00ad', '') ?? '',
    ...(file.pageAt ? { page: file.pageAt(block, start) } : {}),
  });
  const rows = mentions.map(({ block, start, end, topic, tier, polarity, why }) => ({
    ...place(block, start, end),
    topic,
    tier,
    polarity,
    why,
  }));
  const cited = references.map(({ block, start, end, cites, by }) => ({
    ...place(block, start, end),
    cites,
    by,
  }));
  if (values.json) {
    const { pages, notes } = file;
    const paged = pages === null ? {} : { pages };
    const noted = notes.length > 0 ? { notes } : {};
    const found = { relevance, mentions: rows, references: cited };
    console.log(JSON.stringify({ file: path, ...paged, ...noted, ...found }));
    return;
  }
  console.log(`${path}\n${relevance.pass ? 'Marked' : 'Not marked'}: ${relevance.kind}`);
  for (const line of [...relevance.reasons, ...file.notes]) console.log(`  ${line}`);
  const at = (row: { start: number; page?: number }) => row.page ?? row.start;
  const where = file.pageAt ? 'page' : 'at';
  if (rows.length > 0) {
    const head = [where, 'words', 'topic', 'tier', 'polarity', 'decided by'];
    const cells = rows.map((row) => [
      at(row),
      row.quote.replace(/\s+/g, ' '),
      row.topic,
      row.tier,
      row.polarity,
      row.why.decidedBy.join('; '),
    ]);
    console.log(`\n${textTable(head, cells)}`);
  }
  if (cited.length > 0) {
    const cells = cited.map((row) => [at(row), row.quote.replace(/\s+/g, ' '), row.cites, row.by]);
    console.log(
      `\nCites what the matrix holds\n${textTable([where, 'words', 'entry', 'by'], cells)}`,
    );
  }
  const topics = new Set(rows.map((row) => row.topic)).size;
  console.log(`\n${rows.length} mentions of ${topics} topics\n`);
}

const paths = filesOf(positionals);
if (paths.length === 0) {
  console.error('There is no document in the folder: PDF, Word, HTML, Markdown or text.');
  process.exitCode = 1;
}
for (const path of paths) {
  const read = await readFile(path);
  if (read.ok) {
    report(path, read.file);
  } else {
    const others = paths.length > 1 ? ' The other files are read all the same.' : '';
    console.error(`${path}: ${read.reason}${others}`);
    process.exitCode = 1;
  }
}
