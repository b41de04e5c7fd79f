import { describe, expect, it } from 'vitest';
import type { Block } from '../../../lib/detect/model';
import { topic } from '../vocabulary/samples';
import { found, matcherOf, polarities } from './marks';

const matcher = matcherOf([
  topic('detoxification', ['detox', 'detoxification']),
  topic('residential', ['rehab', 'residential rehabilitation']),
  topic('counselling', ['counselling']),
  topic('care-plan', ['care plan', 'aftercare']),
  topic('brief', ['brief advice']),
]);
const of = (text: string) =>
  polarities(text, matcher).map((line) => line.replace(/^(\w+).*: /, '$1 '));

describe('asserted', () => {
  it.each([
    'The provider will offer detox.',
    'No care plan was found.',
    'Detox must not be refused to anyone.',
    'Not only detox is on offer.',
    'The service is not limited to detox.',
    'He had not been offered detox.',
    'Detox shall be offered within no more than three weeks.',
    'Should detox be a separate lot?',
    'Please confirm whether detox sits with the GP.',
    'People who are not in treatment are offered detox.',
    'The contract does not cover prisons, but detox is provided.',
    'Detox is provided; smoking is out of scope.',
    'The panel does not meet in August. Detox goes on.',
  ])('%s', (text) => {
    expect(of(text).every((line) => line.endsWith('asserted'))).toBe(true);
    expect(of(text).length).toBeGreaterThan(0);
  });
});

describe('excluded', () => {
  it.each([
    'The contract does not include detox.',
    'A stay for detox does not count.',
    'The service will not provide detox or rehab.',
    'We don’t do detox here.',
    'We are unable to offer detox.',
    'Do not offer detox to people with seizures.',
    'Excluding detox, the price is fixed.',
    'Treatment other than detox',
    'There is no detox in the county.',
    'No counselling or detox is to be given on the premises.',
    'Neither detox nor rehab is funded.',
    'Detox is not commissioned.',
    'Detox isn’t to be provided under this lot.',
    'Detox and rehab are not part of this contract.',
    'Detox forms no part of this contract.',
    'Detox falls outside this specification.',
    'Detox, which is not funded by us, is for the NHS.',
    'Detox is outwith the scope of the tender.',
    'Detox remains with the NHS trust and does not form part of this procurement.',
    'Detox is bought separately.',
    'Detox was considered and is not proposed.',
    'Detox (not in scope)',
    'Detox: not commissioned.',
    'Out of scope: services for children; detox; rehab.',
    'What we will not do. Fund degrees; buy in detox; run rehab.',
    'The service will not: prescribe; offer detox; house people.',
    'The clinic keeps detox and rehab; none of these is part of the competition.',
    'Is detox in scope? No.',
    'Do you offer detox?\nNot ourselves.',
    'Detox was asked for. This is not funded.',
    'Prisons lie outside the remit, as does smoking, as is detox.',
  ])('%s', (text) => {
    const lines = of(text);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines).toEqual(lines.map((line) => line.replace(/\w+$/, 'excluded')));
  });

  it('reaches as far as its clause, and no further', () => {
    expect(of('The contract does not cover detox and will include rehab.')).toEqual([
      'detox excluded',
      'rehab asserted',
    ]);
    expect(of('Excluding detox, rehab is provided by the charity.')).toEqual([
      'detox excluded',
      'rehab asserted',
    ]);
    expect(of('Rehab is provided but detox is not.')).toEqual(['Rehab asserted', 'detox excluded']);
    expect(of('Counselling is offered one to one; detox is not.')).toEqual([
      'Counselling asserted',
      'detox excluded',
    ]);
    expect(of('It does not fund detox, which needs a nurse, or rehab')[0]).toBe('detox excluded');
  });

  it('holds for what stands below its heading or its line', () => {
    expect(
      of(
        '# Service\n\nRehab is offered.\n\n## Exclusions\n\nDetox at home.\n\n- Counselling\n\n## Price\n\nAftercare',
      ),
    ).toEqual(['Rehab asserted', 'Detox excluded', 'Counselling excluded', 'Aftercare asserted']);
    expect(
      of('The service does not provide:\n- detox\n- rehab\n\nIt does provide:\n- counselling'),
    ).toEqual(['detox excluded', 'rehab excluded', 'counselling asserted']);
    expect(
      of('ELIGIBILITY AND EXCLUSIONS\nRehab is offered to adults of this county who want it.'),
    ).toEqual(['Rehab asserted']);
  });

  it('is read off the cells behind a cell', () => {
    expect(
      of(
        'Detox | Not commissioned\nRehab | In scope\nCounselling | N | N | N/A\nAftercare | N | Y | N/A',
      ),
    ).toEqual(['Detox excluded', 'Rehab asserted', 'Counselling excluded', 'Aftercare asserted']);
  });
});

describe('other', () => {
  it('is what contents and reference lists name', () => {
    expect(
      of(
        'CONTENTS\n1 Detox ..... 3\n2 Rehab ..... 7\n\nFOREWORD\nWe fund detox.\n\nREFERENCES\n1. Lund K (2009). Detox in the counties.',
      ),
    ).toEqual(['Detox other', 'Rehab other', 'detox asserted', 'Detox other']);
  });

  it('is what the name of a download names', () => {
    expect(
      of('- Detox in the counties 2014 (PDF, 4.1 MB)\n- We fund rehab (see the PDF) all year.'),
    ).toEqual(['Detox other', 'rehab asserted']);
  });

  it('is what a glossary names', () => {
    expect(
      of(
        'GLOSSARY\nRR – residential rehabilitation, a stay of weeks.\n\nPLAN\nThe plan has rehab.',
      ),
    ).toEqual(['RR other', 'residential other', 'rehab asserted']);
    expect(of('Abbreviations: RR, residential rehabilitation.')).toEqual([
      'RR other',
      'residential other',
    ]);
  });

  it('is a word asked after and denied', () => {
    expect(of('Does BA mean brief advice?\nNo, it means board agreement.')).toEqual([
      'brief other',
    ]);
  });

  it('is the head of page after page', () => {
    const head: Block = { text: 'Rehab strategy', kind: 'paragraph' };
    const page = (text: string): Block[] => [head, { text, kind: 'paragraph' }];
    const blocks = [...page('One.'), ...page('Two.'), ...page('Rehab is good.'), ...page('Four.')];
    expect(found(blocks, matcher).mentions.map((m) => m.polarity)).toEqual([
      'other',
      'other',
      'other',
      'asserted',
      'other',
    ]);
  });
});
