// The Welsh catalogue against the code: every sentence has its Welsh, none is left over, each fits, and no text of a page is out of reach.
import { expect, it } from 'vitest';
import { check, collectAll } from '../../../scripts/words/check';
import { welsh } from '../pages/welsh';

const { sentences, bare, clashes } = collectAll();
const { missing, unused, wrong } = check(sentences, welsh);

it('has every sentence of the code', () => {
  expect(sentences.size).toBeGreaterThan(1000);
  expect(missing.map(({ at, english }) => `${at} ${english}`)).toEqual([]);
});

it('has none that nobody says', () => {
  expect(unused).toEqual([]);
});

it('fits: the names and parts of the English, and all forms where it counts', () => {
  expect([...wrong, ...clashes]).toEqual([]);
});

it('reaches every text in the markup', () => {
  expect(bare.map(({ at, text }) => `${at} ${text}`)).toEqual([]);
});
