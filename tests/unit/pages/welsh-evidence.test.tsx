// Welsh: the evidence section of the settings, what refusals of files say, and what is doubtful in an imported cell.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportDoors } from '../../../components/settings/evidence/doors';
import { ImportPage } from '../../../components/settings/evidence/ImportPage';
import { importText } from '../../../lib/evidence/importer/cell';
import { decodeBytes } from '../../../lib/evidence/importer/decode';
import { reviewImport } from '../../../lib/evidence/importer/review';
import { importView } from '../../../lib/evidence/importer/view';
import type { Held } from '../../../lib/evidence/importer/views';
import { mergePacks } from '../../../lib/evidence/packs/merge';
import type { PackRoom, Progress, Subscription } from '../../../lib/evidence/packs/model';
import { parsePack, refusalWords } from '../../../lib/evidence/packs/pack';
import { readBytes } from '../../../lib/evidence/packs/read-file';
import { packsThrough, servePacks } from '../../../lib/evidence/packs/thread';
import { language, speak } from '../../../lib/words/words';
import { fixture } from '../evidence/importer/read';
import { council, smallPack, smallText } from '../evidence/packs/small-pack';
import { settled, show } from './dom';
import { county, give, mine, ok, page, review, shipped, view } from './sources-page';
import { englishIn, expectWelsh, spoken, welsh } from './welsh';

// Each text of a page is held against every sentence of ours, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => speak(welsh));
afterEach(() => speak(null));

/** Titles and the like that a sentence names are not words of ours. */
const plain = (text: string) => text.replace(/“[^”]*”|\([^)]*’[^)]*\)/g, '“…”');

const OWN_LICENCE =
  'For your own use on this computer: texts of the pages that you imported are by their authors.';

describe('the page of evidence sources', () => {
  const subscription = (outcome: Subscription['outcome']): Subscription => ({
    url: `https://county.example/${outcome.is}.json`,
    pack: null,
    weekly: false,
    checked: outcome.is === 'never' ? null : '2026-11-20T12:00:00Z',
    outcome,
  });
  const all = view(
    [shipped, county, { ...mine, licence: OWN_LICENCE }],
    [
      subscription({ is: 'never' }),
      subscription({ is: 'same' }),
      subscription({ is: 'waiting', sha256: 'x', bytes: 900, at: '2026-11-20T12:00:00Z' }),
      subscription({ is: 'failed', reason: 'Atebodd y wefan â “404”.' }),
    ],
  );

  it('says all that is held, and what every button does', async () => {
    const { root } = page({ ...all, clashes: review.clashes, clashCount: 3 });
    await settled();
    expectWelsh(root, 40);
    const buttons = () => [...root.querySelectorAll<HTMLElement>('button:not([disabled])')];
    const count = buttons().length;
    expect(count).toBeGreaterThan(10);
    // Looked at together: most of the page stays the same from one button to the next.
    const texts = new Set<string>();
    for (let i = 0; i < count; i++) {
      buttons()[i]?.click();
      await new Promise((resolve) => setTimeout(resolve, 5));
      for (const text of spoken(root)) texts.add(text);
    }
    const seen = document.createElement('div');
    for (const text of texts)
      seen.append(Object.assign(document.createElement('p'), { textContent: text }));
    expectWelsh(seen, 50);
  });

  it('says what another set would change, before and after it is used', async () => {
    const { root } = page(all);
    await settled();
    await give(root, 'newer.json');
    expectWelsh(root, 60);
    root.querySelector<HTMLElement>('button.pri')?.click();
    await settled();
    expect(root.querySelector('.done')?.textContent).toContain('Mae “County” mewn defnydd nawr.');
    expectWelsh(root, 40);
  });

  it('says how far it has come, and every place of a refusal', async () => {
    let tell: ((progress: Progress) => void) | undefined;
    const { root } = page(all, {
      review: (_input, watch) =>
        new Promise((resolve) => {
          tell = watch?.progress;
          const problems = [{ line: 3, path: 'id', reason: 'rheswm' }];
          watch?.signal?.addEventListener('abort', () =>
            resolve({ ok: false, code: 'refused', reason: refusalWords(problems), problems }),
          );
        }),
    });
    await settled();
    await give(root, 'x.json');
    for (const step of ['reading', 'checking', 'comparing', 'writing'] as const) {
      tell?.({ step, done: 1, of: 2 });
      await settled();
      expectWelsh(root, 40);
    }
    root.querySelector<HTMLElement>('.news button')?.click();
    await settled();
    expectWelsh(root, 40);
    expect(spoken(root).join('\n')).toContain('llinell 3, id: rheswm');
  });
});

describe('bringing in a cell', () => {
  const nothing: Held = { cells: [], entries: [], passages: [] };
  const topicsOf = (titles: readonly string[]) => ({
    topics: new Map([['medicine', { label: 'Medicine', general: true }]]),
    found: titles.map((title) =>
      title.includes('medicine') ? [{ topic: 'medicine', start: 0, end: 3 }] : [],
    ),
  });

  async function bringIn(
    cell: ReturnType<typeof fixture>,
    held: Held = nothing,
  ): Promise<HTMLElement> {
    const doors: ImportDoors = {
      map: async () => ({ ok: false, reason: '' }),
      readFile: async ({ name }) => ok({ name, cell }),
      readHanded: async () => null,
      tabs: async () => [],
      readTab: async () => ok({ name: '', cell }),
      review: async ({ name, cell: imported }, chosen) => {
        const day = { file: name, date: '2026-11-24' };
        const reviewed = reviewImport(imported, held, chosen ? { ...day, cellId: chosen } : day);
        return reviewed.ok ? ok(importView(imported, reviewed.review, held, topicsOf)) : reviewed;
      },
      keep: async () => ok({}),
    };
    const root = show(<ImportPage doors={doors} handed={false} />);
    await settled();
    expectWelsh(root, 5);
    await give(root, 'cell.md');
    return root;
  }

  const publishers = fixture('drug-B3.md').entries.flatMap(({ publisher, secondary }) =>
    [{ publisher }, ...secondary].flatMap((one) => one.publisher ?? []),
  );
  /** Titles that only a screen reader says stand after a colon; publishers are named as they are. */
  const says = (root: HTMLElement) =>
    spoken(root)
      .map((text) => publishers.reduce((left, name) => left.replaceAll(name, ''), plain(text)))
      .map((text) => text.replace(/^(Math): .*/, '$1'))
      .filter((text) => !text.startsWith(':'));

  it('says what was recognised, found and is doubtful', async () => {
    const root = await bringIn(fixture('drug-B3.md'));
    expect(says(root).length).toBeGreaterThan(60);
    expect(englishIn(says(root))).toEqual([]);
    root.querySelector<HTMLElement>('button.pri')?.click();
    await settled();
    expect(root.querySelector('.files')?.textContent).toMatch(
      /Mae 9 cofnod a 5 darn bellach yn rhan .*: Cyffuriau B3\./,
    );
    expect(englishIn(says(root))).toEqual([]);
  });

  it('doubts and ticks the same entries as in English', () => {
    const ticked = () => {
      const cell = fixture('drug-B3.md');
      const got = reviewImport(cell, nothing, { file: 'x', date: '2026-11-24' });
      if (!got.ok) throw new Error(got.reason);
      const { entries } = importView(cell, got.review, nothing, topicsOf);
      return entries.map((row) => [row.ticked, row.doubts.length, row.kindMissing !== null]);
    };
    const inWelsh = ticked();
    expect(new Set(inWelsh.map(([on]) => on))).toEqual(new Set([true, false]));
    expect(inWelsh.some(([, doubts]) => doubts !== 0)).toBe(true);
    speak(null);
    expect(ticked()).toEqual(inWelsh);
  });

  it('says what differs from a newer copy that is held', async () => {
    const copy = fixture('drug-B3.md');
    const got = reviewImport(copy, nothing, { file: 'x', date: '2026-11-24' });
    if (!got.ok) throw new Error(got.reason);
    const entries = got.review.entries.map((one) => ({ ...one, year: 1999, country: null }));
    const held = { ...nothing, cells: [{ ...got.review.cell, revised: '2020-01-01' }], entries };
    const root = await bringIn(copy, held);
    expect(root.querySelectorAll('table.changes').length).toBeGreaterThan(3);
    expect(englishIn(says(root))).toEqual([]);
  });

  it('says every doubt of a text that is full of faults', () => {
    const texts = [
      'Drug Matrix cell C1: Management; Screening and brief interventions\nLast revised 99 March 2016\nS Seminal studies K Key studies R Reviews G Guidance\n\nX A title (2001). See review listed above.\n\nK S Two letters (1850).\n\nKA title without year. See discussion in the bite.\n\nR Many years (2001, 2003, 2005). Discussed in cell’s bite.\n\nWhere should I start? Text listed above.\n\nK Late one (2003)',
      'nothing at all',
      'K A cafâ€™s trial (2001)\n\n\ufffd K Another (2002)',
    ];
    const problems = [
      ...texts.flatMap((text) => importText(text, ['drug-E4.md']).problems),
      ...decodeBytes(new TextEncoder().encode('%PDF-1.4')).problems,
      ...decodeBytes(Uint8Array.from([0x41, 0x92])).problems,
    ];
    expect(problems.length).toBeGreaterThan(8);
    expect(englishIn(problems.map(plain))).toEqual([]);
    const got = reviewImport(importText('nothing'), nothing, { file: 'x', date: '2026-11-24' });
    expect(got).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^Ni chafwyd cofnodion/),
    });
  });
});

describe('sets of evidence', () => {
  it('are refused in Welsh, whatever is wrong with them', () => {
    const broken = (change: (pack: Record<string, unknown>) => void) => {
      const pack = JSON.parse(smallText) as Record<string, unknown>;
      change(pack);
      return JSON.stringify(pack, null, 1);
    };
    const files = [
      '{',
      '[]',
      broken((pack) => Object.assign(pack, { schema: 9 })),
      broken((pack) => Object.assign(pack, { title: '', extra: 1, cells: 'x', language: 'EN' })),
      broken((pack) => Object.assign(pack, { extends: ['other'], id: 'own' })),
      broken((pack) => Object.assign(pack, { title: 'x\u0007', licence: 'x'.repeat(30_000) })),
      broken((pack) =>
        Object.assign(pack, {
          entries: [...(pack.entries as object[]), ...(pack.entries as object[])],
        }),
      ),
      broken((pack) => Object.assign(pack, { cells: [] })),
    ];
    const refusals = files.map((file) => parsePack(file));
    const problems = refusals.flatMap((got) => (got.ok ? [] : got.problems));
    expect(refusals.every(({ ok: isSound }) => !isSound)).toBe(true);
    expect(new Set(problems.map(({ reason }) => plain(reason))).size).toBeGreaterThan(10);
    expect(englishIn(problems.map(({ reason }) => plain(reason)))).toEqual([]);
    expect(refusalWords(problems)).toMatch(/^Gwrthodwyd y ffeil .* wedi newid\.$/);
    const packed = readBytes(Uint8Array.from([0xff, 0xfe, 0x41]));
    expect(packed.ok ? '' : packed.problems[0]?.reason).toContain('UTF-16; cadwch hi');
  });

  it('say in Welsh where they do not fit together', () => {
    const shippedPack = smallPack();
    const [first] = smallPack().entries;
    if (!first) throw new Error('no entry');
    const pack = council({
      entries: [
        { ...first, relations: [] },
        { ...first, id: 'drug/E4/twin', topics: ['gone'], relations: [] },
      ],
      passages: smallPack().passages.slice(0, 1),
      guidance: smallPack().guidance.slice(0, 1),
      statements: smallPack().statements.slice(0, 1),
    });
    pack.vocabulary.topics = smallPack().vocabulary.topics.slice(0, 1);
    const reasons = mergePacks([shippedPack, pack]).clashes.map(({ reason }) => plain(reason));
    expect(reasons.length).toBeGreaterThan(5);
    expect(englishIn(reasons)).toEqual([]);
  });

  it('speak in the other thread as the page does, also when that changes', async () => {
    const spoke: string[] = [];
    const ends: ((data: unknown) => void)[][] = [[], []];
    const end = (here: number) => ({
      postMessage: (data: unknown) => {
        for (const hear of ends[1 - here] ?? []) hear(structuredClone(data));
      },
      addEventListener: (_type: 'message', listener: (event: { data: unknown }) => void) =>
        void ends[here]?.push((data) => listener({ data })),
    });
    const note = async () => {
      spoke.push(language());
      return ok([]);
    };
    servePacks(end(0), { sources: note } as unknown as PackRoom);
    const room = packsThrough(end(1));
    await room.sources();
    speak(null);
    await room.sources();
    expect(spoke).toEqual(['cy', 'en-GB']);
  });
});
