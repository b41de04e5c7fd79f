import { describe, expect, it } from 'vitest';
import { marks } from './marks';
import { shippedMatcher } from './shipped';

const matcher = shippedMatcher();

describe('the shipped terms', () => {
  it.each([
    [
      'One contract for screening, medically managed withdrawal, outreach and naloxone.',
      'screening = brief-interventions',
    ],
    [
      'Residential rehab placements are few. Four placements began.',
      'placements = residential-rehabilitation',
    ],
    [
      'Progress on the Medication Assisted Treatment (MAT) standards.',
      'Medication Assisted Treatment = quality-and-accreditation',
    ],
    ['Clients attend NA and AA.', 'NA = mutual-aid'],
    ['A pharmacy needle exchange (PNX) is open. The PNX is free.', 'PNX = harm-reduction'],
  ])('mark in %j: %s', (text, mark) => {
    expect(marks(text, matcher)).toContain(mark);
  });

  it.each([
    ['Screening of bidders takes place in March.', 'screening'],
    [
      'Student placements are welcome in the rehab. A placement lasts ten weeks.',
      'placement lasts',
    ],
    ['Provider | AA meeting\nHouse A | NA', 'NA'],
    ['The plan is to reduce self-harm and gambling.', 'reduce self-harm'],
    ['Acme Ltd is referred to as the Service.', 'referred to as the Service'],
    ['Staff help with housing benefit.', 'housing benefit'],
    ['You can get clean needles here.', 'get clean'],
  ])('leave alone in %j: %s', (text, words) => {
    expect(marks(text, matcher).map((mark) => mark.split(' = ')[0])).not.toContain(words);
  });
});
