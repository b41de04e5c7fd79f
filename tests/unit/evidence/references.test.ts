// How documents cite what is held.
import { describe, expect, it } from 'vitest';
import { citableList } from '../../../lib/evidence/queries';
import { citables } from '../../../lib/evidence/references';
import { Citable } from '../../../lib/vocabulary/schema';
import { pack, seededDatabase } from './real-pack';

const all = citables(pack);
const of = (id: string) => all.find((one) => one.id === id);

describe('citables', () => {
  it('name entries and guidance that the topic’s card shows', () => {
    const held = [...pack.entries, ...pack.guidance];
    expect(all.length).toBeGreaterThan(35);
    for (const citable of all) {
      expect(Citable.parse(citable)).toEqual(citable);
      expect(held.find(({ id }) => id === citable.id)?.topics).toContain(citable.topic);
    }
  });

  it('know NICE’s guideline by number, title and address', () => {
    const nice = of('drug/E4/nice-recommended-psychosocial-interventions');
    expect(nice?.numbers).toEqual(['CG51']);
    expect(nice?.titles).toContain('Drug misuse in over 16s: psychosocial interventions');
    expect(nice?.titleNeeds).toContain('NICE');
    expect(nice?.urls).toContain('https://www.nice.org.uk/guidance/cg51');
    expect(all.flatMap(({ numbers }) => numbers).sort()).toEqual([
      'CG115',
      'CG51',
      'QS23',
      'TIP27',
    ]);
  });

  it('know the US trial by DOI and PubMed number', () => {
    const trial = of('drug/E4/in-usa-persistent-attempts-to-link-patients-to-mutual-aid');
    expect(trial?.dois).toEqual(['10.1016/j.drugalcdep.2007.04.007']);
    expect(trial?.pmids).toEqual(['17524574']);
  });

  it('share no title, number, DOI or address', () => {
    for (const field of ['titles', 'numbers', 'dois', 'pmids', 'urls'] as const) {
      const values = all.flatMap((one) => one[field]);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('hold no title under four words, and none of a publication that is only likely', () => {
    for (const { titles, titleNeeds } of all) {
      for (const title of titles) expect(title.split(' ').length).toBeGreaterThanOrEqual(4);
      if (titles.length > 0) expect(titleNeeds.length).toBeGreaterThan(0);
      for (const need of titleNeeds) expect(need).not.toMatch(/^\d{4}$|^.{0,1}$/);
    }
    expect(of('drug/E4/coordinating-services-to-meet-individual-needs')?.titles).toEqual([
      'Coordinating services to meet individual needs',
    ]);
    expect(of('drug/E4/forging-inter-service-links-in-us-states')?.urls).toEqual([]);
  });

  it('come out of the database as they went in', async () => {
    expect(await citableList(await seededDatabase())).toEqual({ ok: true, value: all });
  });
});
