// @vitest-environment node
// The shipped pack is what its sources give, and sources that do not fit are refused by file and field.
import { describe, expect, it } from 'vitest';
import { assemblePack, type PackSources } from '../../../../lib/evidence/packs/assemble';
import { readSources } from '../../../../scripts/sources';
import { packText } from '../real-pack';

const sources = readSources();

interface Loose {
  facts: { cells: { entries: Record<string, unknown>[] }[]; same: { entries: string[] }[] };
  read: { entries: Record<string, unknown>[]; relations: Record<string, unknown>[] };
  guidance: { guidance: Record<string, unknown>[] };
  statements: { statements: Record<string, unknown>[] };
  topics: { file: string; json: Record<string, unknown> }[];
}

function problemsAfter(change: (loose: Loose) => void): string[] {
  const copy = structuredClone(sources);
  change(copy as unknown as Loose);
  const built = assemblePack(copy);
  return built.ok
    ? []
    : built.problems.map(({ file, field, reason }) => `${file}: ${field}: ${reason}`);
}

describe('building', () => {
  it('gives the committed pack, to the letter (else: npm run pack:build)', () => {
    const built = assemblePack(sources);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    expect(built.text === packText).toBe(true);
  });

  it('gives the same text whatever order the topic files come in', () => {
    const turned: PackSources = { ...sources, topics: [...sources.topics].reverse() };
    const built = assemblePack(turned);
    expect(built.ok && built.text === packText).toBe(true);
  });

  it.each<[string, (loose: Loose) => void, RegExp]>([
    [
      'a year as text',
      ({ read }) => Object.assign(read.entries[0] ?? {}, { year: '2012' }),
      /drug-E4\.json: entries\[0\]\.year: /,
    ],
    [
      'a missing entry',
      ({ facts }) => facts.cells[0]?.entries.pop(),
      /pack\.json: entries with a line of their own: 160 instead of 161/,
    ],
    ['an entry of drug/E4 lost', ({ read }) => read.entries.splice(2, 1), /instead of 15/],
    ['a cell lost', ({ facts }) => facts.cells.pop(), /cells: 49 instead of 50/],
    [
      'an id twice',
      ({ facts }) => facts.cells[0]?.entries.push({ ...facts.cells[0].entries[0] }),
      /there twice/,
    ],
    [
      'an unknown topic',
      ({ read }) => Object.assign(read.entries[0] ?? {}, { topics: ['parking'] }),
      /entries\[\d+\]\.topics\[0\] \(drug\/E4\/.*\): no topic is called “parking”/,
    ],
    [
      'a relation to nowhere',
      ({ read }) => Object.assign(read.relations[0] ?? {}, { to: 'drug/E4/none' }),
      /no entry is called “drug\/E4\/none”/,
    ],
    [
      'a twin that is nowhere',
      ({ facts }) => facts.same[0]?.entries.push('alcohol/E4/none'),
      /no entry is called “alcohol\/E4\/none”/,
    ],
    [
      'an unknown field',
      ({ guidance }) => Object.assign(guidance.guidance[0] ?? {}, { seenAt: 'x' }),
      /guidance\.json: guidance\[0\]\.seenAt: no field has this name/,
    ],
    [
      'a topic without a record',
      ({ statements }) => statements.statements.pop(),
      /statements\.json: digital-interventions: the topic has no record/,
    ],
    [
      'a topic file lost',
      ({ topics }) => topics.pop(),
      /topics: 37 instead of 38|no topic is called/,
    ],
    [
      'a form that cannot be read',
      ({ topics }) =>
        Object.assign(topics[0]?.json ?? {}, {
          terms: [{ kind: 'preferred', forms: ['[nowhere] rehab'] }],
        }),
      /topics\/.*\.json: \[nowhere\] rehab/,
    ],
  ])('refuses %s', (_name, change, expected) => {
    expect(problemsAfter(change).join('\n')).toMatch(expected);
  });
});
