// `npm run bars`: every figure that the project has set itself to reach, and what this machine measured of it.
import { parseArgs } from 'node:util';
import { textTable } from '../lib/measure/table';
import { bytes } from '../tests/bench/bytes';
import { detectionBars } from './bars/detection';
import type { Bar } from './bars/model';
import { pageBars, speedBars } from './bars/speed';
import { browserBars, quickBars } from './bars/tests';
import { keepFigures, lastFigures } from './figures';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

console.error('Building the extension for its bytes …');
keepFigures(bytes.name, await bytes.run());
console.error('Measuring detection …');
const detection = detectionBars();
console.error('Running the tests of variants, hostile packs and torn imports …');
const quick = quickBars();
const last = (name: string) => lastFigures(name)?.rows ?? null;
const bars: Bar[] = [
  ...detection,
  ...speedBars(last),
  ...pageBars(last),
  ...quick,
  ...browserBars(last),
];

if (values.json) {
  for (const bar of bars) console.log(JSON.stringify(bar));
} else {
  const rows = bars.map(({ bar, figure, reach, reached, command }) => [
    bar,
    figure ?? '–',
    reach,
    reached === null ? `not measured on this machine: run ${command}` : reached ? 'yes' : 'NO',
  ]);
  console.log(textTable(['bar', 'figure', 'to reach', 'reached'], rows));
  const count = (reached: boolean | null) => bars.filter((bar) => bar.reached === reached).length;
  console.log(`\n${count(true)} reached, ${count(false)} not reached, ${count(null)} not measured`);
  const dated = ['scan', 'first-pass', 'slices', 'mutation', 'hover', 'import', 'pages', 'test'];
  for (const name of dated) {
    const date = lastFigures(name)?.date;
    if (date !== undefined)
      console.log(`${name}: figures of ${date.slice(0, 16).replace('T', ' ')} UTC`);
  }
}
