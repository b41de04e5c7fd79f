// @vitest-environment jsdom
// The page through the detector: what is in view of a long page first, and no new judgement for changes that change nothing.
import { beforeEach, expect, it } from 'vitest';
import type { Detector } from '../../../lib/detect/detect';
import { Marks } from '../../../lib/overlay/marks';
import { Reader, type ReadPage } from '../../../lib/overlay/reader';
import { slices } from '../../../lib/overlay/slices';
import { Changes } from '../../../lib/page/changes';
import { markupLook } from '../../../lib/page/markup-look';
import { PageText } from '../../../lib/page/reading';

const WHY = { term: 'care', reading: null, decidedBy: [], couldBe: null };
let scanned: string[] = [];

/** Finds the word “care”. */
const detector = {
  scanBlock(text: string) {
    scanned.push(text);
    return { text, terms: text.includes('care') ? [1] : [] };
  },
  isIdle: (_block: unknown, scan: { terms: readonly number[] }) => scan.terms.length === 0,
  *surveyInSteps(input: { blocks: readonly { text: string }[] }) {
    return {
      relevance: { pass: true, kind: 'page', reasons: [] },
      mentionsOf(block: number) {
        const start = input.blocks[block]?.text.indexOf('care') ?? -1;
        const found = { block, start, end: start + 4, topic: 'care', tier: 1, why: WHY };
        return start < 0 ? [] : [{ ...found, polarity: 'asserted' }];
      },
      referencesOf: () => [],
    };
  },
} as unknown as Detector;

function reading(inView: Element | null = null) {
  const isOurs = () => false;
  const text = new PageText(document, { look: markupLook(), isOurs, onShadow: () => {}, cap: 1e9 });
  const about = { title: () => '', host: '', isOurs, inView: () => inView };
  const marks = new Marks(() => null);
  return { text, reader: new Reader(text, detector, about, marks) };
}
const turn = () => slices(new AbortController().signal);
function changed(what: (changes: Changes) => void): Changes {
  const changes = new Changes(() => false);
  what(changes);
  return changes;
}

beforeEach(() => {
  scanned = [];
  document.body.innerHTML = '<p>First care.</p><p id="still">Nothing.</p>';
});

it('gives the part in view of a long page before the rest, and its marks stay the same objects', async () => {
  document.body.innerHTML = `${`<p>${'word '.repeat(60)}</p>`.repeat(300)}<p id="seen">Seen care.</p>`;
  const { reader } = reading(document.querySelector('#seen'));
  const early: ReadPage[] = [];
  await reader.readAll(turn(), false, { early: (part) => early.push(part) });
  expect(early).toHaveLength(1);
  expect(scanned[0]).toBe('Seen care.');
  const whole = await reader.result(turn(), false);
  expect(whole.marks).toHaveLength(1);
  expect(whole.marks[0]).toBe(early[0]?.marks[0]);
});

it('has no news where a change brings nothing, and has where it does', async () => {
  const { reader } = reading();
  await reader.readAll(turn(), false);
  const still = document.querySelector('#still');
  if (!still) throw new Error('no page');
  still.textContent = 'Nothing more.';
  const idle = changed((changes) => changes.texts.add(still));
  expect(await reader.readChanged(idle, turn(), false)).toBe(false);
  still.textContent = 'More care.';
  const news = changed((changes) => changes.texts.add(still));
  expect(await reader.readChanged(news, turn(), false)).toBe(true);
  still.remove();
  const gone = changed((changes) => {
    changes.texts.add(document.body);
    changes.removed = true;
  });
  expect(await reader.readChanged(gone, turn(), false)).toBe(true);
  expect((await reader.result(turn(), false)).marks).toHaveLength(1);
});

it('reads a page anew without scanning again what stayed, and keeps its marks', async () => {
  const { reader } = reading();
  await reader.readAll(turn(), false);
  const [before] = (await reader.result(turn(), false)).marks;
  scanned = [];
  document.body.insertAdjacentHTML('beforeend', '<p>New care.</p>');
  const huge = changed((changes) => {
    changes.huge = true;
  });
  expect(await reader.readChanged(huge, turn(), false)).toBe(true);
  expect(scanned).toEqual(['New care.']);
  const { marks } = await reader.result(turn(), false);
  expect(marks).toHaveLength(2);
  expect(marks[0]).toBe(before);
});

it('stops where it is told to', async () => {
  const stop = new AbortController();
  const { reader } = reading();
  stop.abort();
  await expect(reader.readAll(slices(stop.signal), false)).rejects.toThrow();
});
