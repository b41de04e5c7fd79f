// Topics of imported titles by the shipped words: each title of the shipped evidence, and words that mean something else.
import { describe, expect, it } from 'vitest';
import { topicsInTitles } from '../../../lib/background/import-topics';
import { packCopy } from '../evidence/real-pack';

const { vocabulary } = packCopy();
const topicsOf = topicsInTitles(vocabulary, 'Treatment systems: psychosocial therapies');
const read = (...titles: string[]) =>
  topicsOf(titles).found.map((found, i) =>
    found.map(({ topic, start, end }) => [topic, titles[i]?.slice(start, end)]),
  );

describe('topics of titles', () => {
  it('are those that a title names, with the words that name them', () => {
    expect(
      read(
        'Residential rehabilitation for dependent drinkers',
        'Case management and the Twelve Steps',
        'Randomised trial of two interventions',
      ),
    ).toEqual([
      [['residential-rehabilitation', 'Residential rehabilitation']],
      expect.arrayContaining([['case-management', 'Case management']]),
      [],
    ]);
  });

  it('leave out words that mean something else', () => {
    expect(read('Residential parking near clinics', 'Case management of court files')[0]).toEqual(
      [],
    );
  });

  it('say what each topic is called, and whether its words are general ones', () => {
    const { topics } = topicsOf([]);
    expect(topics.get('case-management')).toEqual({ label: 'Case management', general: false });
    expect(topics.get('individualised-care')?.general).toBe(true);
  });
});
