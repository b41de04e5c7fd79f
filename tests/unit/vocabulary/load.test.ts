import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../../lib/vocabulary/load';
import { sense, topic } from './samples';

const CLASSES = { rehab: ['rehab', 'rehabilitation'] };

function problems(topics: unknown[], classes: unknown = CLASSES) {
  const loaded = loadVocabulary({
    classes,
    topics: topics.map((json, i) => ({ file: `${i + 1}.json`, json })),
  });
  return loaded.ok ? [] : loaded.problems;
}

describe('the vocabulary', () => {
  it('is let in whole where everything holds together', () => {
    const loaded = loadVocabulary({
      classes: CLASSES,
      topics: [{ file: 'a.json', json: topic('a', ['residential [rehab]']) }],
    });
    expect(loaded).toMatchObject({ ok: true, vocabulary: { topics: [{ id: 'a' }] } });
  });

  it('has every topic where a condition asks for any', () => {
    const any = sense({ needs: [{ within: 'list', topics: ['*'], atLeast: 2 }] });
    const loaded = loadVocabulary({
      classes: CLASSES,
      topics: [
        { file: 'a.json', json: topic('a', ['plan'], { senses: { s: any } }) },
        { file: 'b.json', json: topic('b', ['goal']) },
      ],
    });
    expect(loaded.ok && loaded.vocabulary.topics[0]?.senses.s?.needs).toEqual([
      { within: 'list', topics: ['a', 'b'], atLeast: 2 },
    ]);
  });

  it('is refused where two topics have a form and neither has a sense', () => {
    const twice = [topic('a', ['case manager']), topic('b', ['case  manager'])];
    expect(problems(twice)).toEqual([
      {
        file: '2.json',
        form: 'case  manager',
        reason: '1.json has the same form, and neither has a sense',
      },
    ]);
    const told = topic('b', [], {
      terms: [{ kind: 'preferred', forms: ['case manager'], sense: 's' }],
      senses: { s: sense({ needs: [{ within: 'sentence', words: ['plan'] }] }) },
    });
    expect(problems([topic('a', ['case manager']), told])).toEqual([]);
  });

  it('is refused with file and form for an empty slot, an unknown class, a bad pattern', () => {
    expect(problems([topic('a', ['care []', 'care [plan]', 'care ~9 plan'])])).toEqual([
      { file: '1.json', form: 'care []', reason: 'a slot [] names no class' },
      { file: '1.json', form: 'care [plan]', reason: 'no class is called “plan”' },
      { file: '1.json', form: 'care ~9 plan', reason: '“~9” is no gap: ~1 to ~4' },
    ]);
    expect(problems([topic('a', ['x'], { not: [{ forms: ['~1'], reason: '' }] })])).toHaveLength(1);
  });

  it('is refused for an unknown sense, a sense of nothing, a condition of nothing', () => {
    const group = { kind: 'preferred' as const, forms: ['plan'], sense: 'gone' };
    expect(problems([topic('a', [], { terms: [group] })])).toEqual([
      { file: '1.json', form: 'plan', reason: 'no sense is called “gone”' },
    ]);
    expect(problems([topic('a', ['x'], { senses: { s: sense({}) } })])).toEqual([
      { file: '1.json', reason: 'the sense “s” states no condition' },
    ]);
    const empty = sense({ needs: [{ within: 'block' }] });
    expect(problems([topic('a', ['x'], { senses: { s: empty } })])).toEqual([
      { file: '1.json', reason: 'a condition of the sense “s” names neither words nor topics' },
    ]);
  });

  it('is refused for a topic that a condition or a relation names and nobody defines', () => {
    const asks = sense({ not: [{ within: 'document', topics: ['b'] }] });
    expect(
      problems([topic('a', ['x'], { senses: { s: asks }, broader: ['c'], related: ['d'] })]),
    ).toEqual([
      { file: '1.json', reason: 'the sense “s” asks for an unknown topic “b”' },
      { file: '1.json', reason: 'no topic is called “c”' },
      { file: '1.json', reason: 'no topic is called “d”' },
    ]);
  });

  it('is refused for a topic given twice and for a class whose member holds a slot', () => {
    expect(problems([topic('a', ['x']), topic('a', ['y'])])).toMatchObject([
      { file: '2.json', reason: 'the topic “a” is already in 1.json' },
    ]);
    expect(problems([topic('a', ['x'])], { ...CLASSES, more: ['[rehab] unit'] })).toEqual([
      {
        file: 'classes.json',
        form: '[rehab] unit',
        reason: 'in class “more”: a member may hold no slot',
      },
    ]);
  });

  it('is refused for JSON of another shape, naming where', () => {
    expect(problems([{ id: 'a' }, 7, null], 'none').map((p) => p.file)).toEqual(
      expect.arrayContaining(['classes.json', '1.json', '2.json', '3.json']),
    );
    expect(problems([{ ...topic('a', ['x']), tier: 3 }])[0]?.reason).toMatch(/^tier: /);
  });
});
