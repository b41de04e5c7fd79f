import { describe, expect, it } from 'vitest';
import type { TextRecord } from '../../../lib/measure/model';
import { readGold, readTexts, sampleOfText, samplesOfGold } from '../../../lib/measure/read';
import { keptAside } from '../../../lib/measure/split';

const label = (text: string, quote: string, topic = 'detoxification') => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length, quote, topic, polarity: 'asserted' as const };
};
const text = 'Inpatient detoxification is bought elsewhere.';
const mention = label(text, 'Inpatient detoxification');
const none: ReadonlyMap<string, TextRecord> = new Map();
const own = { texts: none, anyway: false, split: true };

describe('readGold and readTexts', () => {
  it('reads one record a line and passes over empty lines', () => {
    const lines = `${JSON.stringify({ id: 'a', text, mentions: [mention] })}\n\n`;
    const read = readGold('gold.jsonl', lines);
    expect(read).toEqual({ ok: true, records: [{ id: 'a', text, mentions: [mention] }] });
  });

  it('refuses the whole file with its line and field', () => {
    const good = JSON.stringify({ id: 'a', text });
    const read = readTexts('texts.jsonl', `${good}\n{"id":"b","text":7}`);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.reason).toContain('texts.jsonl, line 2: text:');
  });

  it('names the line that is not JSON and the file that is empty', () => {
    const broken = readTexts('texts.jsonl', '{"id":');
    expect(broken.ok ? '' : broken.reason).toContain('texts.jsonl, line 1: not JSON');
    expect(readTexts('texts.jsonl', '\n')).toEqual({
      ok: false,
      reason: 'texts.jsonl: holds no record',
    });
  });
});

describe('samplesOfGold', () => {
  it('takes a text in the record for a passage and a text from elsewhere for a whole document', () => {
    const inside = samplesOfGold('c', [{ id: 'a', text, mentions: [mention] }], own);
    const texts = new Map([['a', { id: 'a', text, group: 'g', url: 'https://example.org/x' }]]);
    const outside = samplesOfGold('c', [{ id: 'a', mentions: [mention] }], { ...own, texts });
    expect(inside.ok && inside.records[0]?.passage).toBe(true);
    expect(outside.ok && outside.records[0]).toMatchObject({
      passage: false,
      group: 'g',
      host: 'example.org',
    });
  });

  it('sends near misses through the gate even where they are passages', () => {
    const record = { id: 'a', kind: 'near-miss', text, mentions: [] };
    const read = samplesOfGold('c', [record], { ...own, anyway: true });
    expect(read.ok && read.records[0]?.passage).toBe(false);
  });

  it('refuses a label whose quote is not at its place', () => {
    const moved = { ...mention, start: 1, end: 5 };
    const read = samplesOfGold('c', [{ id: 'a', text, mentions: [moved] }], own);
    expect(read.ok ? '' : read.reason).toContain('c: a: mentions.0: the text there reads “npat”');
  });

  it('refuses labels without a text', () => {
    const read = samplesOfGold('c', [{ id: 'lost', mentions: [] }], own);
    expect(read).toEqual({ ok: false, reason: 'c: lost: no text with this id' });
  });

  it('keeps near-copies on one side of the split, and keeps nothing of other sets aside', () => {
    const aside = ['g0', 'g1', 'g2', 'g3', 'g4', 'g5'].find(keptAside) ?? '';
    const texts = new Map(['a', 'b'].map((id) => [id, { id, text, group: aside }]));
    const gold = ['a', 'b'].map((id) => ({ id, mentions: [] }));
    const split = samplesOfGold('c', gold, { ...own, texts });
    const whole = samplesOfGold('c', gold, { ...own, texts, split: false });
    expect(split.ok && split.records.map((one) => one.keptAside)).toEqual([true, true]);
    expect(whole.ok && whole.records.map((one) => one.keptAside)).toEqual([false, false]);
  });
});

describe('sampleOfText', () => {
  it('reads the host even where words follow the address', () => {
    const record = { id: 'a', text, url: 'https://www.citizensinformation.ie/en/ (file x)' };
    expect(sampleOfText('pages', record)).toMatchObject({
      host: 'www.citizensinformation.ie',
      gold: null,
      group: 'a',
    });
  });
});
