import { describe, expect, it } from 'vitest';
import type { Condition, Sense } from '../../../lib/vocabulary/schema';
import { abbreviation, sense, topic } from '../vocabulary/samples';
import { found, marks, matcherOf } from './marks';

/** A topic "plan" whose only form needs the sense to hold. */
function judged(rule: Partial<Sense>) {
  return matcherOf([
    topic('plan', [], {
      terms: [{ kind: 'preferred', forms: ['recovery plan'], sense: 's' }],
      senses: { s: sense(rule) },
    }),
    topic('worker', ['key-worker']),
  ]);
}
const needs = (condition: Condition) => judged({ needs: [condition] });
const PLAN = ['recovery plan = plan'];

describe('a sense', () => {
  it('looks so many words either side', () => {
    const matcher = needs({ within: 'phrase', words: ['client'], reach: 2 });
    expect(marks('the client has a recovery plan', matcher)).toEqual([]);
    expect(marks('the client and recovery plan', matcher)).toEqual(PLAN);
    expect(marks('a recovery plan per client', matcher)).toEqual(PLAN);
    expect(marks('Ask the client. Recovery plan', matcher)).toEqual([]);
  });

  it('looks before or after only', () => {
    const before = needs({ within: 'phrase', words: ['client'], side: 'before' });
    expect(marks('client recovery plan', before)).toEqual(PLAN);
    expect(marks('recovery plan of a client', before)).toEqual([]);
    const after = needs({ within: 'sentence', words: ['client'], side: 'after' });
    expect(marks('client recovery plan', after)).toEqual([]);
    expect(marks('recovery plan of a client', after)).toEqual(PLAN);
  });

  it('looks in the sentence, the block, the headings above and the document', () => {
    const text = '# Clients\n\nA recovery plan. Then a nurse.\n\nAt the end, a doctor.';
    const holds = (condition: Condition) => marks(text, needs(condition)).length === 1;
    expect(holds({ within: 'sentence', words: ['nurse'] })).toBe(false);
    expect(holds({ within: 'block', words: ['nurse'] })).toBe(true);
    expect(holds({ within: 'block', words: ['doctor'] })).toBe(false);
    expect(holds({ within: 'document', words: ['doctor'] })).toBe(true);
    expect(holds({ within: 'heading', words: ['client'] })).toBe(true);
    expect(holds({ within: 'heading', words: ['nurse'] })).toBe(false);
  });

  it('looks among the neighbours of a list, in a sentence or as items', () => {
    const matcher = needs({ within: 'list', words: ['nurse', 'client', 'doctor'], atLeast: 2 });
    expect(marks('The nurse, the client and a recovery plan.', matcher)).toEqual(PLAN);
    expect(marks('The nurse and the client. A recovery plan.', matcher)).toEqual([]);
    expect(marks('We have:\n- nurse\n- recovery plan\n- client', matcher)).toEqual(PLAN);
    expect(marks('A doctor needs:\n- recovery plan\n- client', matcher)).toEqual(PLAN);
    expect(marks('- nurse\n- recovery plan\n\nThe client.', matcher)).toEqual([]);
    expect(marks('A nurse.\n\nA recovery plan.\n\nA client.', matcher)).toEqual([]);
  });

  it('asks for so many different hits, for all of `all`, and for none of `not`', () => {
    const two = needs({ within: 'block', words: ['client', 'nurse'], atLeast: 2 });
    expect(marks('A recovery plan for a client', two)).toEqual([]);
    expect(marks('A recovery plan for a client with a nurse', two)).toEqual(PLAN);
    const all = judged({
      all: [
        { within: 'block', words: ['client'] },
        { within: 'block', words: ['nurse'] },
      ],
    });
    expect(marks('A recovery plan for a client', all)).toEqual([]);
    expect(marks('A recovery plan for a client with a nurse', all)).toEqual(PLAN);
    const not = judged({
      needs: [{ within: 'block', words: ['client'] }],
      not: [{ within: 'sentence', words: ['flood'] }],
    });
    expect(marks('After the flood a recovery plan for the client', not)).toEqual([]);
    expect(marks('A recovery plan for the client', not)).toEqual(PLAN);
  });

  it('asks for unambiguous mentions of a topic', () => {
    const matcher = needs({ within: 'sentence', topics: ['worker'] });
    expect(marks('The keyworker has a recovery plan', matcher)).toEqual([
      'keyworker = worker',
      ...PLAN,
    ]);
    expect(marks('The nurse has a recovery plan', matcher)).toEqual([]);
  });

  it('says what decided it, and what else the words could be', () => {
    const [mention] = found(
      'A recovery plan for the client',
      needs({ within: 'sentence', words: ['client'] }),
    ).mentions;
    expect(mention?.why).toEqual({
      term: 'recovery plan',
      reading: 'this',
      decidedBy: ['“client” in the same sentence'],
      couldBe: 'that',
    });
  });

  it('quotes the text, not a pattern, for what stands elsewhere', () => {
    const matcher = needs({ within: 'document', words: ['the ~1 client'] });
    const [mention] = found('A recovery plan.\n\nFor the new client.', matcher).mentions;
    expect(mention?.why.decidedBy).toEqual(['“the new client” elsewhere in the document']);
  });
});

describe('the rest of the document', () => {
  const rule = {
    needs: [{ within: 'phrase' as const, words: ['meeting'] }],
    not: [{ within: 'phrase' as const, words: ['patrol'] }],
  };
  const matcher = matcherOf([
    topic('mutual-aid', [], {
      terms: [
        { kind: 'preferred', forms: ['alcoholics anonymous'] },
        { kind: 'alternative', forms: ['fellowship'], sense: 'aa' },
        abbreviation(['aa'], 'aa'),
      ],
      senses: { aa: sense(rule) },
    }),
  ]);

  it('settles an abbreviation, but no other words', () => {
    expect(marks('AA helps. A fellowship.', matcher)).toEqual([]);
    expect(
      marks('AA helps. A fellowship.\n\nAlcoholics Anonymous was founded in 1935.', matcher),
    ).toEqual(['AA = mutual-aid', 'Alcoholics Anonymous = mutual-aid']);
  });

  it('does not settle it against what stands beside it', () => {
    expect(marks('An AA patrol came.\n\nAlcoholics Anonymous', matcher)).toEqual([
      'Alcoholics Anonymous = mutual-aid',
    ]);
  });

  it('names of one list go together', () => {
    const listed = matcherOf([
      topic('mutual-aid', [], {
        terms: [
          { kind: 'preferred', forms: ['smart recovery'] },
          abbreviation(['aa', 'na', 'ca'], 'short'),
        ],
        senses: { short: sense({ needs: [{ within: 'phrase', words: ['meeting'], reach: 1 }] }) },
      }),
    ]);
    expect(marks('Go to AA, NA or CA meetings', listed)).toEqual([
      'AA = mutual-aid',
      'NA = mutual-aid',
      'CA = mutual-aid',
    ]);
    expect(marks('AA/NA meetings', listed)).toEqual(['AA = mutual-aid', 'NA = mutual-aid']);
    expect(marks('AA then NA meetings', listed)).toEqual(['NA = mutual-aid']);
  });
});

describe('words that mean something else', () => {
  const not = [{ forms: ['self-harm reduction', 'harm reduction programme'], reason: '' }];
  const matcher = matcherOf(
    [
      topic('harm', ['[kind] harm reduction', 'harm reduction'], { not }),
      topic('programme', ['harm reduction programme']),
    ],
    { kind: ['self', 'alcohol'] },
  );

  it('go before a form with a slot or a gap, and behind words that another topic spells out', () => {
    expect(marks('alcohol harm reduction', matcher)).toEqual(['alcohol harm reduction = harm']);
    expect(marks('self-harm reduction', matcher)).toEqual([]);
    expect(marks('a harm reduction programme', matcher)).toEqual([
      'harm reduction programme = programme',
    ]);
  });
});
