// `npm run detect -- FILE…`: what the extension would mark in a text, Markdown or HTML file, and why.
import { parseArgs } from 'node:util';
import { detect } from '../lib/detect/detect';
import { textTable } from '../lib/measure/table';
import { readEngine, shippedCitables } from './engine';
import { type FileText, readFile } from './read-file';

const USAGE = `npm run detect -- [--json] [--anyway] FILE…
  FILE      text, Markdown or HTML; - reads standard input
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
    quote: file.input.blocks[block]?.text.slice(start, end) ?? '',
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
    console.log(JSON.stringify({ file: path, relevance, mentions: rows, references: cited }));
    return;
  }
  console.log(`${path}\n${relevance.pass ? 'Marked' : 'Not marked'}: ${relevance.kind}`);
  for (const reason of relevance.reasons) console.log(`  ${reason}`);
  if (rows.length > 0) {
    const head = ['at', 'words', 'topic', 'tier', 'polarity', 'decided by'];
    const cells = rows.map((row) => [
      row.start,
      row.quote.replace(/\s+/g, ' '),
      row.topic,
      row.tier,
      row.polarity,
      row.why.decidedBy.join('; '),
    ]);
    console.log(`\n${textTable(head, cells)}`);
  }
  if (cited.length > 0) {
    const cells = cited.map((row) => [
      row.start,
      row.quote.replace(/\s+/g, ' '),
      row.cites,
      row.by,
    ]);
    console.log(
      `\nCites what the matrix holds\n${textTable(['at', 'words', 'entry', 'by'], cells)}`,
    );
  }
  const topics = new Set(rows.map((row) => row.topic)).size;
  console.log(`\n${rows.length} mentions of ${topics} topics\n`);
}

for (const path of positionals) {
  const read = readFile(path);
  if (read.ok) {
    report(path, read.file);
  } else {
    const others = positionals.length > 1 ? ' The other files are read all the same.' : '';
    console.error(`${path}: ${read.reason}.${others}`);
    process.exitCode = 1;
  }
}
