// `npm run bench [-- NAME…]`: how fast the parts are beside the usual ways of doing the same, in one run.
// Bundled before it runs, as the extension is: run module by module, every imported name costs a call (2.5 times the time).
import { parseArgs } from 'node:util';
import { textTable } from '../lib/measure/table';
import { bytes } from '../tests/bench/bytes';
import { documents } from '../tests/bench/documents';
import { firstPass } from '../tests/bench/first-pass';
import { hovering } from '../tests/bench/hover';
import { importing } from '../tests/bench/import';
import { memory } from '../tests/bench/memory';
import type { Bench, BenchRow } from '../tests/bench/model';
import { mutation } from '../tests/bench/mutation';
import { reading } from '../tests/bench/reader';
import { scan } from '../tests/bench/scan';
import { searching } from '../tests/bench/search';
import { slices } from '../tests/bench/slices';
import { NoBrowser } from '../tests/bench/stage';
import { keepFigures } from './figures';

const BENCHES: readonly Bench[] = [
  scan,
  searching,
  importing,
  bytes,
  firstPass,
  slices,
  mutation,
  memory,
  hovering,
  documents,
  reading,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const names = BENCHES.map((bench) => bench.name).join(', ');
  console.error(`There is no benchmark “${unknown.join('”, “')}”. There are: ${names}.`);
  process.exit(2);
}

for (const bench of BENCHES) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
  console.error(`${bench.name}: ${bench.about} …`);
  let rows: BenchRow[];
  try {
    rows = await bench.run();
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    console.error(`${bench.name}: not measured, since ${error.message}.`);
    continue;
  }
  keepFigures(bench.name, rows);
  if (values.json) {
    for (const row of rows) console.log(JSON.stringify({ bench: bench.name, ...row }));
  } else {
    const head = [bench.name, 'value', 'unit', 'times', 'against', 'runs'];
    const cells = rows.map((r) => [r.subject, r.value, r.unit, r.ratio, r.against, r.runs]);
    console.log(`${textTable(head, cells)}\n`);
  }
}
// A browser that was driven may leave a pipe open.
process.exit(0);
