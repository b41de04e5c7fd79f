import { describe, expect, it } from 'vitest';
import { parseForm } from '../../../lib/vocabulary/pattern';

describe('a form', () => {
  it('is words, optional words, slots and gaps', () => {
    expect(parseForm('Referral to ~2 [aid]? group?')).toEqual({
      ok: true,
      elements: [
        { kind: 'words', ways: [['referral']], optional: false },
        { kind: 'words', ways: [['to']], optional: false },
        { kind: 'gap', upTo: 2 },
        { kind: 'class', name: 'aid', optional: true },
        { kind: 'words', ways: [['group']], optional: true },
      ],
    });
  });

  it('has a hyphenated word open and closed up', () => {
    expect(parseForm('key-worker')).toMatchObject({
      elements: [{ ways: [['key', 'worker'], ['keyworker']] }],
    });
  });

  it('has a Welsh word with its first letter as other words change it', () => {
    expect(parseForm('^cyd-gymorth')).toMatchObject({
      elements: [
        {
          ways: [
            ['cyd', 'gymorth'],
            ['cydgymorth'],
            ['gyd', 'gymorth'],
            ['gydgymorth'],
            ['nghyd', 'gymorth'],
            ['nghydgymorth'],
            ['chyd', 'gymorth'],
            ['chydgymorth'],
          ],
        },
      ],
    });
    expect(parseForm('^gofal ^therapi ^llety')).toMatchObject({
      elements: [
        { ways: [['gofal'], ['ofal'], ['ngofal']] },
        { ways: [['therapi']] },
        { ways: [['llety'], ['lety']] },
      ],
    });
    expect(parseForm('^')).toMatchObject({ ok: false });
  });

  it('reads a slash as two words and a comma as one that may be left out', () => {
    expect(parseForm('AA/NA, group')).toMatchObject({
      elements: [{ ways: [['aa']] }, { ways: [['na']] }, { kind: 'comma' }, { ways: [['group']] }],
    });
  });

  it.each([
    ['', 'the form is empty'],
    ['   ', 'the form is empty'],
    ['[]', 'a slot [] names no class'],
    ['[Rehab]', '“[Rehab]” is no class name'],
    ['~2 group', 'a gap (~) stands at an end of the form'],
    ['group ~2', 'a gap (~) stands at an end of the form'],
    ['a ~5 b', '“~5” is no gap: ~1 to ~4'],
    ['care [plan', '“[plan” has a stray bracket, ~ or break'],
    ['care\nplan', '“care\nplan” has a stray bracket, ~ or break'],
    ['care …', '“…” holds no letter or figure'],
    ['care? [plan]?', 'every part of the form is optional'],
  ])('%j is refused: %s', (form, reason) => {
    expect(parseForm(form)).toEqual({ ok: false, reason });
  });
});
