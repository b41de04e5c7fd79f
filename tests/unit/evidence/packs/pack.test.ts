// The door: what is refused, where, and in which words.
import { describe, expect, it } from 'vitest';
import { parsePack, refusalWords } from '../../../../lib/evidence/packs/pack';
import { packCopy, packText } from '../real-pack';

type Json = Record<string, unknown>;

/** The pack after a change to the field at a path such as `entries.3.year`; returns the problems. */
function problemsAfter(path: string, change: (at: Json, key: string) => void) {
  const copy: unknown = packCopy();
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at = copy as Json;
  for (const step of steps) at = at[step] as Json;
  change(at, last);
  const parsed = parsePack(JSON.stringify(copy, null, 1));
  return parsed.ok ? [] : parsed.problems;
}

const set = (value: unknown) => (at: Json, key: string) => {
  at[key] = value;
};

describe('a pack', () => {
  it('is let in as it was written', () => {
    expect(parsePack(packText)).toMatchObject({ ok: true, pack: JSON.parse(packText) as object });
    expect(parsePack(`\ufeff${packText}`).ok).toBe(true);
  });

  it.each([
    ['entries.3.year', set('2012'), 'entries[3].year', 'not a number'],
    ['entries.3.year', set(1066), 'entries[3].year', 'at least 1900'],
    ['entries.3.title', set(''), 'entries[3].title', 'may not be empty'],
    ['entries.3.kind', set('opinion'), 'entries[3].kind', '"seminal"'],
    ['entries.3.cells.0', set('drug/F9'), 'entries[3].cells[0]', 'form'],
    ['entries.3.note', set('x'), 'entries[3].note', 'no field has this name'],
    ['entries.3.id', set('Drug E4'), 'entries[3].id', 'form'],
    ['entries.3.completeness', set('half'), 'entries[3].completeness', 'title-only'],
    ['entries.3.completeness', set('full'), 'entries[3].summary', 'needs a summary'],
    ['entries.3.caution', set('Made up.'), 'entries[3].completeness', 'nothing more'],
    ['entries.3.topics.0', set('parking'), 'entries[3].topics[0]', 'no topic is called “parking”'],
    [
      'entries.3.relations',
      set([{ type: 'related', to: 'drug/A1/none', label: 'x' }]),
      'entries[3].relations[0].to',
      'no entry',
    ],
    ['cells.0.revised', set('17 July 2018'), 'cells[0].revised', 'form'],
    ['cells.0.id', set('drug/A2'), 'cells[5].id', 'there twice'],
    ['passages.0.entries', set(['drug/E4/none']), 'passages[0].entries[0]', 'no entry'],
    ['passages.0.paragraphs', set([]), 'passages[0].paragraphs', 'at least 1'],
    ['guidance.0.url', set(null), 'guidance[0].urlKind', 'go together'],
    [
      'guidance.0.topics',
      set(['mutual-aid', 'mutual-aid']),
      'guidance[0].topics[1]',
      'there twice',
    ],
    ['statements.0.basis.0', set('drug/E4/none'), 'statements[0].basis[0]', 'no passage'],
    ['statements.0.topic', set('parking'), 'statements[0].topic', 'no topic'],
    ['matrices.0.levels', set([]), 'matrices[0].levels', '5'],
    ['vocabulary.topics.0.cells.0', set('drug/E4x'), 'vocabulary.topics[0].cells[0]', 'form'],
    [
      'vocabulary.topics.0.terms.0.forms.0',
      set('[nowhere] rehab'),
      'vocabulary.topics[0]',
      'nowhere',
    ],
    ['vocabulary.classes.rehab.0', set('(.*)+'), 'vocabulary.classes', '(.*)+'],
    ['revised', set('2026-11-24T00:00'), 'revised', 'form'],
    ['version', set('one'), 'version', 'form'],
    ['matrices', set({}), 'matrices', 'a list'],
  ])('is refused for %s', (path, change, where, why) => {
    const problems = problemsAfter(path, change);
    expect(problems.map((one) => one.path)).toContain(where);
    const found = problems.find((one) => one.path === where);
    expect(found?.reason).toContain(why);
    expect(found?.line).toBeGreaterThan(1);
  });

  it('is refused where a relation is not told from the other side', () => {
    const copy = packCopy();
    const entry = copy.entries.find(({ relations }) => relations.length > 0);
    const other = copy.entries.find(({ id }) => id === entry?.relations[0]?.to);
    if (!other) throw new Error('no related entries in the pack');
    other.relations = other.relations.filter(({ to }) => to !== entry?.id);
    const parsed = parsePack(JSON.stringify(copy));
    expect(parsed.ok || parsed.problems.map(({ reason }) => reason).join()).toContain('in turn');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'JAVASCRIPT:alert(1)',
    ' https://findings.org.uk/',
    'https://findings.org.uk/"onmouseover="x',
    'https://findings.org.uk@evil.example/',
    'https://evil.example\\@findings.org.uk/',
    'https:///findings.org.uk',
    'ftp://findings.org.uk/',
    `https://findings.org.uk/${'a'.repeat(3000)}`,
  ])('is refused for the link %.40s', (url) => {
    for (const path of ['cells.0.url', 'guidance.0.url', 'matrices.0.url'])
      expect(problemsAfter(path, set(url))).toHaveLength(1);
    const link = { kind: 'original', url, confidence: 'confirmed' };
    expect(problemsAfter('entries.3.links', set([link]))[0]?.path).toBe('entries[3].links[0].url');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('is refused for a field called %s', (key) => {
    const inEntry = packText.replace(
      '"kind": "seminal",',
      `"${key}": {"polluted": true}, "kind": "seminal",`,
    );
    const inRecord = packText.replace(
      '"senses": {',
      `"senses": {"${key}": {"reading": "x", "couldBe": "y"},`,
    );
    const inRoot = packText.replace('{', `{"${key}": {"schema": 1},`);
    for (const text of [inEntry, inRecord, inRoot]) {
      const parsed = parsePack(text);
      expect(parsed.ok || parsed.problems[0]).toMatchObject({ path: expect.stringContaining(key) });
    }
    expect(({} as Json).polluted).toBeUndefined();
  });

  it('is refused for text that is far too long, or that hides its direction or controls', () => {
    expect(problemsAfter('entries.3.title', set('a'.repeat(20_001)))[0]?.reason).toContain('20000');
    for (const trick of ['\u0000', '\u001b[31m', '\u202e', '\u2066'])
      expect(problemsAfter('entries.3.title', set(`Study ${trick} of`))[0]?.reason).toContain(
        'control',
      );
  });

  it('says which form of file it reads', () => {
    const newer = parsePack(packText.replace('"schema": 2', '"schema": 3'));
    expect(newer.ok || newer.problems[0]?.reason).toContain('Update the extension');
    const none = parsePack(packText.replace('"schema": 2,', ''));
    expect(none.ok || none.problems[0]?.path).toBe('schema');
  });

  it.each([
    ['', 'not JSON'],
    ['{', 'not JSON'],
    ['null', 'does not hold'],
    ['[]', 'does not hold'],
    ['"pack"', 'does not hold'],
    ['NaN', 'not JSON'],
    ['['.repeat(50_000), 'not JSON'],
    [`{"schema":2,"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'nested too deeply'],
    [packText.slice(0, packText.length / 2), 'not JSON'],
  ])('is refused for %.20s', (text, why) => {
    const parsed = parsePack(text);
    expect(parsed.ok || parsed.problems[0]?.reason).toContain(why);
  });

  it('names the line where the file breaks off', () => {
    const parsed = parsePack('{\n "schema": 1,\n "id": oops\n}');
    expect(parsed.ok || parsed.problems[0]?.line).toBe(3);
  });

  it('tells the reader one fault in a sentence, and how many more there are', () => {
    const problems = problemsAfter('entries.3.year', set('2012'));
    expect(refusalWords(problems)).toMatch(
      /^The evidence file was refused: line \d+, entries\[3\]\.year: .*unchanged\.$/,
    );
    expect(refusalWords([...problems, ...problems])).toContain('further faults');
  });

  it('names at most 20 faults', () => {
    expect(problemsAfter('entries', set(Array.from({ length: 100 }, () => ({}))))).toHaveLength(20);
  });
});
