// The words of a topic as readers see them: no brackets, no rules, nothing of our patterns.
import { describe, expect, it } from 'vitest';
import { topicWords } from '../../../lib/evidence/queries';
import { readableWords } from '../../../lib/evidence/topic-words';
import type { TopicTerms } from '../../../lib/vocabulary/schema';
import { pack, seededDatabase } from './real-pack';

const topic: TopicTerms = {
  id: 'a',
  label: { en: 'A', cy: null },
  tier: 1,
  definition: '',
  scope: '',
  cells: ['drug/E4'],
  broader: [],
  related: [],
  terms: [
    { kind: 'preferred', forms: ['residential [rehab] [service]?', 'key-worker?', 'a ~2 b'] },
    { kind: 'hidden', forms: ['residental'] },
    { kind: 'abbreviation', forms: ['rr'], case: 'upper', sense: 'short' },
  ],
  senses: { short: { reading: 'the treatment', couldBe: 'a railway' } },
  not: [{ forms: ['residential parking'], reason: 'Parking.' }],
};

describe('readable words', () => {
  it('hold the first of a class, no optional part, capitals where asked for, no misspelling', () => {
    expect(readableWords(topic, { rehab: ['rehab', 'rehabilitation'] })).toEqual({
      marked: ['residential rehab', 'a … b'],
      careful: [{ words: ['RR'], reading: 'the treatment', couldBe: 'a railway' }],
      not: [{ words: ['residential parking'], reason: 'Parking.' }],
    });
  });

  it('of every topic that ships are plain', () => {
    for (const one of pack.vocabulary.topics) {
      const { marked, careful, not } = readableWords(one, pack.vocabulary.classes);
      const all = [...marked, ...careful.flatMap((c) => c.words), ...not.flatMap((n) => n.words)];
      expect(all.length).toBeGreaterThan(0);
      for (const words of all) expect(words).toMatch(/^[^[\]~?]+$/);
    }
  });

  it('are read from the database; null for an unknown topic', async () => {
    const db = await seededDatabase();
    const got = await topicWords(db, 'residential-rehabilitation');
    expect(got.ok && got.value?.marked).toContain('residential rehab');
    expect(await topicWords(db, 'none')).toEqual({ ok: true, value: null });
  });
});
