import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surfacesOf } from '../../../lib/vocabulary/variants';

describe('surfaces of a word', () => {
  it.each([
    ['programme', ['programmes', 'program', 'programs']],
    ['therapy', ['therapies']],
    ['therapies', ['therapy']],
    ['counsellor', ['counselor', 'counsellors', 'counselors']],
    ['behavioural', ['behavioral']],
    ['organise', ['organize', 'organises', 'organizes']],
    ['stabilization', ['stabilisation']],
    ['centre', ['center', 'centers', 'centres']],
    ['child', ['children']],
    ['crisis', ['crises']],
    ['diagnosis', ['diagnoses']],
    ['address', ['addresses']],
    ['services', ['service']],
    ['box', ['boxes']],
  ])('%s has %j', (word, surfaces) => {
    expect(surfacesOf(word)).toEqual(expect.arrayContaining([word, ...surfaces]));
  });

  it.each([
    ['advise', 'advize'],
    ['exercise', 'exercize'],
    ['supervision', 'supervizion'],
    ['analysis', 'analysi'],
    ['status', 'statu'],
    ['aa', 'aas'],
    ['for', 'fors'],
    ['four', 'for'],
    ['our', 'or'],
    ['hour', 'hor'],
    ['12', '12s'],
  ])('%s is not read as %s', (word, other) => {
    expect(surfacesOf(word)).not.toContain(other);
  });

  it('begin with the word and are all lower case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        const surfaces = surfacesOf(word);
        expect(surfaces[0]).toBe(word);
        expect(new Set(surfaces).size).toBe(surfaces.length);
        for (const surface of surfaces) expect(surface).toBe(surface.toLowerCase());
      }),
    );
  });
});
