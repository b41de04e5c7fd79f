// @vitest-environment node
import { expect, it } from 'vitest';
import { spelledOut } from '../../bench/spell';

const topic = (id: string, forms: string[]) => ({
  id,
  label: { en: id, cy: null },
  tier: 1 as const,
  definition: '',
  scope: '',
  cells: ['drug/E4'],
  broader: [],
  related: [],
  terms: [{ kind: 'preferred' as const, forms }],
  senses: {},
  not: [],
});
const vocabulary = {
  classes: { drug: ['heroin'] },
  topics: [topic('one', ['key-worker', '[drug] use', 'mutual? aid']), topic('two', ['detox'])],
};

it('spells out plain forms with their variants and leaves slots out', () => {
  const all = spelledOut(vocabulary, 1000);
  for (const one of ['key worker', 'keyworker', 'key workers', 'mutual aid', 'aid', 'detoxes'])
    expect(all).toContain(one);
  expect(all.filter((one) => one.includes('use'))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});

it('takes the topics in turn, every form once first, up to the limit', () => {
  expect(spelledOut(vocabulary, 3)).toEqual(['key worker', 'detox', 'mutual aid']);
});
