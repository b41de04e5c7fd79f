import { describe, expect, it } from 'vitest';
import { detect } from '../../../lib/detect/detect';
import { blocksOfText } from '../../../lib/detect/text-blocks';
import { marks, polarities } from './marks';
import { shippedMatcher } from './shipped';

const matcher = shippedMatcher();

describe('Welsh, with the shipped terms', () => {
  it.each([
    ['Bydd y gwasanaeth yn cynnig dadwenwyno.', 'dadwenwyno = detoxification'],
    ['Cyngor ar ddadwenwyno yn y gymuned.', 'ddadwenwyno yn y gymuned = detoxification'],
    ['Mae’r panel yn cyllido triniaeth breswyl.', 'triniaeth breswyl = residential-rehabilitation'],
    [
      'Hyfforddiant mewn therapi gwybyddol ymddygiadol.',
      'therapi gwybyddol ymddygiadol = cognitive-behavioural-therapy',
    ],
    ['Grwpiau cyd-gymorth a chyd-gymorth ar-lein.', 'chyd-gymorth = mutual-aid'],
    ['Llunnir cynllun gofal gan ei weithiwr allweddol.', 'weithiwr allweddol = care-planning'],
    ['Bydd naloxone i fynd adref ar gael.', 'naloxone i fynd adref = harm-reduction'],
  ])('finds in %j, whatever letter the word before it gives: %s', (text, mark) => {
    expect(marks(text, matcher)).toContain(mark);
  });

  it.each([
    'Nid yw dadwenwyno yn rhan o’r contract hwn.',
    'Ni fydd y gwasanaeth yn ariannu dadwenwyno.',
    'Darperir gofal, ac eithrio dadwenwyno.',
    'Darperir gofal, heb gynnwys dadwenwyno.',
    'Mae dadwenwyno y tu allan i gwmpas y contract.',
    'Ni ddarperir dadwenwyno.',
    'Mae dadwenwyno wedi’i eithrio.',
  ])('reads as excluded: %s', (text) => {
    expect(polarities(text, matcher)).toEqual(['dadwenwyno: excluded']);
  });

  it.each([
    'Bydd dadwenwyno ar gael.',
    'Nid yn unig dadwenwyno sydd ar gael.',
    'Nid yw’r gwasanaeth ar gau, ond bydd dadwenwyno yn parhau.',
  ])('reads as asserted: %s', (text) => {
    expect(polarities(text, matcher)).toEqual(['dadwenwyno: asserted']);
  });

  it('lets a specification in Welsh through the gate, and not a page about roads', () => {
    const pass = (text: string) =>
      detect({ title: '', host: '', blocks: blocksOfText(text) }, matcher).relevance.pass;
    const specification =
      'Bydd y gwasanaeth camddefnyddio sylweddau yn darparu triniaeth ar gyfer pobl sy’n dibynnu ar alcohol, ' +
      'gyda chyngor ar leihau niwed, cyfnewid nodwyddau a dadwenwyno.';
    expect(pass(specification)).toBe(true);
    expect(pass('Bydd y cyngor yn cynnal a chadw ffyrdd a phontydd, a chynllun gofal coed.')).toBe(
      false,
    );
  });
});
