// `npm test`: every check of the project, one line each, and last the sum. `npm test -- unit firefox` runs only these.
import { keepFigures, lastFigures } from '../figures';
import { lastLine, type Outcome, orNothingRan, sum } from './run';
import { SUITES } from './suites';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) {
  const names = SUITES.map((suite) => suite.name).join(', ');
  console.error(`There is no suite “${unknown.join('”, “')}”. The suites are ${names}.`);
  process.exit(2);
}

const outcomes: Outcome[] = [];
/** What each suite came to when it last ran here, for `npm run bars`. */
const kept = new Map((lastFigures('test')?.rows ?? []).map((row) => [suiteOf(row), row]));
for (const { name, run } of SUITES) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const started = performance.now();
  const outcome = orNothingRan(run());
  outcomes.push(outcome);
  const { passed, failed, skipped } = outcome;
  kept.set(name, { suite: name, passed, failed, skipped });
  keepFigures('test', [...kept.values()]);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${name.padEnd(9)} ${lastLine(outcome)} (${seconds} s)`);
  if (outcome.words !== '') console.log(outcome.words.replace(/^/gm, '  '));
}
const total = sum(outcomes);
console.log(lastLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;

function suiteOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'suite' in row ? row.suite : null;
}
