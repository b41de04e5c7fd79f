// `npm run words`: what the Welsh catalogue lacks, what nobody says any more, and text that no catalogue can reach.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build';
import { check, collectAll } from './words/check';

const { sentences, bare, clashes } = collectAll();
const welsh = JSON.parse(readFileSync(join(ROOT, 'data/words/cy.json'), 'utf8'));
const { missing, unused, wrong } = check(sentences, welsh);
const show = (head: string, lines: readonly string[]) => {
  console.log(`${head}: ${lines.length}`);
  for (const line of lines) console.log(`  ${line}`);
};
console.log(`Sentences in the code: ${sentences.size}`);
show(
  'Without a translation',
  missing.map(({ at, english }) => `${at}  ${english}`),
);
show('Said by nobody', unused);
show('Not fitting', [...wrong, ...clashes]);
show(
  'Out of reach of a catalogue',
  bare.map(({ at, text }) => `${at}  ${text}`),
);
