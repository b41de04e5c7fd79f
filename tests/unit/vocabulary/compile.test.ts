import { describe, expect, it } from 'vitest';
import { matcherOf, quotes } from '../detect/marks';
import { topic } from './samples';

const CLASSES = {
  substance: ['drug and alcohol', 'drug', 'alcohol', 'substance misuse'],
  rehab: ['rehab', 'rehabilitation'],
};

const one = (forms: string[]) => matcherOf([topic('a', forms)], CLASSES);

describe('forms in text', () => {
  it.each([
    [
      'residential [substance]? [rehab] service?',
      'a residential rehab service here',
      'residential rehab service',
    ],
    [
      'residential [substance]? [rehab] service?',
      'Residential drug and alcohol rehabilitation',
      'Residential drug and alcohol rehabilitation',
    ],
    [
      'residential [substance]? [rehab] service?',
      'residential drug & alcohol rehab',
      'residential drug & alcohol rehab',
    ],
    ['[substance] [rehab]', 'substance misuse rehab', 'substance misuse rehab'],
    ['key-worker', 'his keyworker', 'keyworker'],
    ['key-worker', 'his Key Workers’ view', 'Key Workers'],
    ['key-worker', 'his key-worker', 'key-worker'],
    ['keyworker', 'his key-worker', 'key-worker'],
    ['care coordination', 'care co-ordination', 'care co-ordination'],
    ['care co-ordination', 'care coordination', 'care coordination'],
    [
      'referral to ~2 mutual aid',
      'referral to any local mutual aid group',
      'referral to any local mutual aid',
    ],
    ['referral to ~2 mutual aid', 'referral to mutual aid', 'referral to mutual aid'],
    [
      'employment, training and education',
      'employment, training & education',
      'employment, training & education',
    ],
    [
      'employment, training and education',
      'employment training and education',
      'employment training and education',
    ],
    ['aa/na', 'AA / NA', 'AA / NA'],
    ['needle and syringe programme', 'Needle and syringe programs', 'Needle and syringe programs'],
    ['12-step', 'the 12‑step way', '12‑step'],
    ['aftercare', 'after-\ncare', 'after-\ncare'],
    ['recovery plan', 'recovery\u00a0plan', 'recovery\u00a0plan'],
    ['recovery plan', 'recov\u00adery\n  plans', 'recov\u00adery\n  plans'],
  ])('%s finds %j', (form, text, quote) => {
    expect(quotes(text, one([form]))).toEqual([quote]);
  });

  it.each([
    ['care plan', 'in care. Plan ahead'],
    ['care plan', 'health care, plan and budget'],
    ['care plan', 'care (plan)'],
    ['care plan', 'care – plan'],
    ['care plan', 'careplan'],
    ['referral to ~2 mutual aid', 'referral to one or other mutual aid'],
    ['referral to ~2 mutual aid', 'referral to it. Mutual aid'],
    ['residential [rehab]', 'residential parking and rehab'],
    ['care? [rehab]', 'care'],
  ])('%s does not find %j', (form, text) => {
    expect(quotes(text, one([form]))).toEqual([]);
  });

  it('ask for capitals or for the very letters where the group says so', () => {
    const upper = matcherOf([
      topic('a', [], { terms: [{ kind: 'abbreviation', forms: ['ost'], case: 'upper' }] }),
    ]);
    expect(quotes('OST, OSTs, Ost, ost', upper)).toEqual(['OST', 'OSTs']);
    const exact = matcherOf([
      topic('a', [], { terms: [{ kind: 'abbreviation', forms: ['PbR'], case: 'exact' }] }),
    ]);
    expect(quotes('PbR, PBR, pbr', exact)).toEqual(['PbR']);
  });
});

describe('forms that overlap', () => {
  it('give way to the longest from the left', () => {
    const matcher = matcherOf([
      topic('a', ['mutual aid']),
      topic('b', ['facilitated access to mutual aid']),
      topic('c', ['aid group']),
    ]);
    expect(quotes('facilitated access to mutual aid groups', matcher)).toEqual([
      'facilitated access to mutual aid',
    ]);
    expect(quotes('mutual aid groups', matcher)).toEqual(['mutual aid']);
  });

  it('give way to longer words that mean something else', () => {
    const matcher = matcherOf([
      topic('a', ['case management', 'case manager'], {
        not: [{ forms: ['case management system'], reason: 'software' }],
      }),
    ]);
    expect(quotes('Case management systems for case managers', matcher)).toEqual(['case managers']);
  });

  it('share the last word of a list', () => {
    const matcher = matcherOf([
      topic('a', ['residential rehabilitation']),
      topic('b', ['care plan']),
    ]);
    expect(quotes('residential and community rehabilitation', matcher)).toEqual([
      'residential and community rehabilitation',
    ]);
    expect(quotes('residential detox and rehabilitation', matcher)).toEqual([
      'residential detox and rehabilitation',
    ]);
    expect(quotes('care and support plans', matcher)).toEqual(['care and support plans']);
    expect(quotes('care is in the plan', matcher)).toEqual([]);
    expect(quotes('inpatient and residential rehabilitation', matcher)).toEqual([
      'residential rehabilitation',
    ]);
  });
});
