import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDetector, detect } from '../../../lib/detect/detect';
import type { Block, Mention } from '../../../lib/detect/model';
import { SHIPPED_CUES } from '../../../lib/vocabulary/cue-forms';
import type { Matcher } from '../../../lib/vocabulary/matcher';
import { parseForm } from '../../../lib/vocabulary/pattern';
import { topic } from '../vocabulary/samples';
import { matcherOf, quotes } from './marks';
import { shippedMatcher, shippedVocabulary } from './shipped';

const matcher = matcherOf(
  [
    topic('residential', ['residential [rehab] programme?', 'residential behavioural [rehab]']),
    topic('mutual-aid', ['mutual-aid group', 'mutual aid']),
    topic('worker', ['key-worker', 'counsellor']),
    topic('plan', ['care plan', 'care planning meeting']),
  ],
  { rehab: ['rehab', 'rehabilitation'] },
);
const FORMS = [
  'residential rehab',
  'residential behavioural rehabilitation',
  'mutual aid group',
  'key worker',
  'care plan',
  'counsellor',
];
const FILLER = [
  'the',
  'service',
  'of',
  'people',
  'and',
  'Not',
  'parking.',
  'residential',
  'care',
  '(x)',
  'aid',
  ',',
  '12',
  '–',
];

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...FILLER) },
  { weight: 2, arbitrary: fc.constantFrom(...FORMS) },
);
const sentence = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const blockOf = (text: string): Block => ({ text, kind: 'paragraph' });
const run = (blocks: Block[], m: Matcher = matcher) =>
  detect({ title: '', host: '', blocks }, m, { anyway: true });

describe('mentions', () => {
  it('lie in their block, in order, without overlap, and quote the text', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 4 }), (texts) => {
        const { mentions } = run(texts.map(blockOf));
        const faults = mentions.filter((m, i) => {
          const before = mentions[i - 1];
          const inOrder = !before || before.block < m.block || before.end <= m.start;
          const quote = (texts[m.block] ?? '').slice(m.start, m.end);
          return (
            !inOrder ||
            m.end > (texts[m.block] ?? '').length ||
            quote.trim() !== quote ||
            quote === ''
          );
        });
        expect(faults).toEqual([]);
      }),
    );
  });

  it('of a block do not depend on the blocks beside it', () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const shift = (mentions: readonly Mention[], by: number) =>
          mentions.map((m) => ({ ...m, block: m.block + by }));
        const both = run([blockOf(a), blockOf(b)]).mentions;
        expect(both).toEqual([
          ...run([blockOf(a)]).mentions,
          ...shift(run([blockOf(b)]).mentions, 1),
        ]);
      }),
    );
  });

  it('never run over the border of a block', () => {
    expect(run([blockOf('a residential'), blockOf('rehab programme')]).mentions).toEqual([]);
    expect(run([blockOf('a residential rehab programme')]).mentions).toHaveLength(1);
  });

  it('are found alike in every spelling of a term', () => {
    const variant = fc.record({
      form: fc.constantFrom(...FORMS),
      capitals: fc.constantFrom('as is', 'Title', 'UPPER'),
      gap: fc.constantFrom(' ', '\u00a0', '  ', '\n', '\u2009', '-', '\u2011', '\u2013', ' \r\n '),
      plural: fc.boolean(),
      american: fc.boolean(),
      soft: fc.integer({ min: 1, max: 9 }),
      broken: fc.boolean(),
    });
    fc.assert(
      fc.property(variant, ({ form, capitals, gap, plural, american, soft, broken }) => {
        let text = form.split(' ').join(gap);
        if (american)
          text = text.replace('behavioural', 'behavioral').replace('counsellor', 'counselor');
        if (plural) text += 's';
        if (capitals === 'UPPER') text = text.toUpperCase();
        if (capitals === 'Title')
          text = text.replace(/\p{L}+/gu, (w) => w.charAt(0).toUpperCase() + w.slice(1));
        // A soft hyphen inside a word, and a word broken with a hyphen at the end of a line.
        const inside = /^\p{L}\p{L}/u.test(text.slice(soft - 1, soft + 1));
        if (inside) text = `${text.slice(0, soft)}\u00ad${text.slice(soft)}`;
        if (broken) text = text.replace(/(\p{L}{3})(\p{L}{3,}\p{L}*)$/u, '$1-\n$2');
        expect(quotes(`Ask for ${text} now`, matcher)).toHaveLength(1);
      }),
    );
  });

  it('are the longest', () => {
    expect(quotes('a care planning meeting, a care plan', matcher)).toEqual([
      'care planning meeting',
      'care plan',
    ]);
    expect(quotes('residential rehab programmes', matcher)).toEqual([
      'residential rehab programmes',
    ]);
  });

  it('of a text with odd units, or none, never throw', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      word,
      fc.constantFrom('\ud800', '\udc00', '\u0000', '\ufeff', '\u202e'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(odd, { maxLength: 8 }), { maxLength: 4 }),
        fc.string(),
        (parts, title) => {
          const blocks = parts.map(
            (part, i): Block => ({
              text: part.join(' '),
              kind: i % 2 ? 'cell' : 'heading',
              level: 2,
            }),
          );
          expect(() =>
            detect({ title, host: title, blocks }, matcher, { anyway: true }),
          ).not.toThrow();
        },
      ),
    );
  });
});

describe('a detector', () => {
  it('gives block by block what it gives at once, and scans only what changed', () => {
    const blocks = ['Residential rehab.', 'A key-worker.', 'Mutual aid groups.'].map(blockOf);
    const detector = createDetector(matcher);
    const scans = blocks.map((block) => detector.scanBlock(block.text));
    const all = (input: Block[], read: typeof scans) => {
      const surveyed = detector.survey({ title: '', host: '', blocks: input }, read);
      return input.flatMap((_, i) => surveyed.mentionsOf(i));
    };
    expect(all(blocks, scans)).toEqual(run(blocks).mentions);
    const changed = blocks.with(1, blockOf('A care plan.'));
    const rescanned = scans.with(1, detector.scanBlock('A care plan.'));
    expect(all(changed, rescanned)).toEqual(run(changed).mentions);
  });

  it('has nothing left of one text when it scans the next', () => {
    const { scanBlock } = createDetector(matcher);
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const fresh = createDetector(matcher).scanBlock(b);
        scanBlock(a);
        const again = scanBlock(b);
        expect(again).toEqual(fresh);
        expect(again.near).toEqual(fresh.near);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what ships', () => {
  let shipped: Matcher;
  beforeAll(() => {
    shipped = shippedMatcher();
  });

  it('holds together', () => {
    const loaded = shippedVocabulary();
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
  });

  it('has cue words that parse', () => {
    const forms = [
      ...SHIPPED_CUES.relevance.groups.flatMap((group) => group.forms),
      ...SHIPPED_CUES.polarity.map(([form]) => form),
      ...Object.values(SHIPPED_CUES.classes).flat(),
    ];
    expect(forms.filter((form) => !parseForm(form).ok)).toEqual([]);
  });

  it('reads a page of the field', () => {
    const blocks: Block[] = [
      { text: 'Drug and alcohol service: residential rehabilitation', kind: 'heading', level: 1 },
      {
        text: 'Each client has a keyworker and a recovery plan. Staff go with people to a first meeting of AA or NA.',
        kind: 'paragraph',
      },
      { text: 'The contract does not include inpatient detoxification.', kind: 'paragraph' },
    ];
    const { relevance, mentions } = run(blocks, shipped);
    expect(relevance.pass).toBe(true);
    const seen = mentions.map(
      (m) => `${blocks[m.block]?.text.slice(m.start, m.end)} = ${m.topic}, ${m.polarity}`,
    );
    expect(seen).toEqual(
      expect.arrayContaining([
        'residential rehabilitation = residential-rehabilitation, asserted',
        'keyworker = care-planning, asserted',
        'AA = mutual-aid, asserted',
        'NA = mutual-aid, asserted',
        'inpatient detoxification = detoxification, excluded',
      ]),
    );
  });
});
