// The sentence around the words, short enough for the card.
import { expect, it } from 'vitest';
import { sentenceAround } from '../../../lib/overlay/sentence';

const around = (text: string, words: string) => {
  const start = text.indexOf(words);
  return sentenceAround(text, start, start + words.length);
};

it('ends at the sentence’s own ends', () => {
  expect(around('One here. No rehab\n  is bought. Three.', 'rehab')).toEqual({
    before: 'No ',
    after: ' is bought.',
  });
});
it('takes words at the very start and end', () => {
  expect(around('Rehab', 'Rehab')).toEqual({ before: '', after: '' });
});
it('shortens at a word, with an ellipsis', () => {
  const { before, after } = around(
    `${'long words '.repeat(60)}rehab ${'more text '.repeat(60)}`,
    'rehab',
  );
  expect(before).toMatch(/^… \w/);
  expect(after).toMatch(/\w …$/);
  expect(before.length).toBeLessThan(170);
  expect(after.length).toBeLessThan(170);
});
