// Files of earlier forms are read as what they meant; each form has a stored file of its time.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PACK_SCHEMA } from '../../../../lib/evidence/model';
import { parsePack } from '../../../../lib/evidence/packs/pack';
import { broughtUp } from '../../../../lib/evidence/packs/schema-versions';

const FOLDER = 'tests/fixtures/packs';
const files = readdirSync(FOLDER)
  .flatMap((name) => /^schema-(\d+)\.json$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);
const read = (form: number) => readFileSync(`${FOLDER}/schema-${form}.json`, 'utf8');

describe('earlier forms of pack files', () => {
  it('are stored, every one', () => {
    expect(files).toEqual(Array.from({ length: PACK_SCHEMA - 1 }, (_, i) => i + 1));
  });

  it.each(files)('form %i is read with all that it held', (form) => {
    const text = read(form);
    const parsed = parsePack(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { schema: _form, vocabulary, ...held } = JSON.parse(text);
    expect(parsed.pack).toMatchObject({ ...held, schema: PACK_SCHEMA });
    expect(parsed.pack.vocabulary).toMatchObject(vocabulary);
  });

  it('form 1 was always the whole', () => {
    expect(parsePack(read(1))).toMatchObject({ pack: { role: 'shipped', extends: [] } });
  });

  it('a fault in an older file is told by its own line', () => {
    const text = read(1).replace(/"year": \d{4}/, '"year": "then"');
    const line = text.slice(0, text.indexOf('"then"')).split('\n').length;
    const parsed = parsePack(text);
    expect(parsed.ok || parsed.problems[0]).toMatchObject({ line });
  });

  it.each([0, -1, 1.5, PACK_SCHEMA + 1, '1', null, undefined])('%j is no form', (schema) => {
    expect(broughtUp({ schema })).toBeNull();
  });
});
