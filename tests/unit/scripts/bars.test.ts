// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { atLeast, atMost } from '../../../scripts/bars/model';
import { pageBars, speedBars } from '../../../scripts/bars/speed';
import { keepFigures, lastFigures } from '../../../scripts/figures';

describe('a bar', () => {
  it('is reached or not, and neither without a figure', () => {
    expect(atMost('a', 50, 50, 'c')).toEqual({
      bar: 'a',
      figure: 50,
      reach: '≤ 50',
      reached: true,
      command: 'c',
    });
    expect(atMost('a', 50.1, 50, 'c').reached).toBe(false);
    expect(atLeast('a', 0.94999, 0.95, 'c').reached).toBe(false);
    expect(atLeast('a', null, 1, 'c')).toMatchObject({ figure: null, reached: null });
    expect(atLeast('a', Number.NaN, 1, 'c')).toMatchObject({ figure: null, reached: null });
  });
});

const row = (subject: string, value: number, against: string | null, ratio: number | null) => ({
  subject,
  value,
  unit: 'ms',
  against,
  ratio,
  runs: 1,
});

describe('the bars of speed', () => {
  const figureOf = (name: RegExp, rows: Record<string, unknown[]>) =>
    speedBars((bench) => rows[bench] ?? null).find(({ bar }) => name.test(bar))?.figure;

  it('take the worst page, each against what it is compared with', () => {
    const rows = {
      'first-pass': [
        row('first pass, a', 9, 'a bare TreeWalker read (above 1: slower)', 3),
        row('first pass, a', 9, 'mark.js with 1000 terms', 100),
        row('first pass, b', 9, 'a bare TreeWalker read (above 1: slower)', 7),
        row('first pass, b', 9, 'mark.js with 200 terms', 30),
        row('mark.js with 200 terms, b', 9000, null, null),
      ],
    };
    expect(figureOf(/bare read/, rows)).toBe(7);
    expect(figureOf(/mark\.js/, rows)).toBe(30);
  });

  it('turn a rival’s ratio round', () => {
    const rows = { scan: [row('RegExp of all terms, 3000 terms', 9, 'lib/detect', 0.25)] };
    expect(figureOf(/one RegExp/, rows)).toBe(4);
  });

  it('are without a figure where nothing was measured, or what is kept has another form', () => {
    const all = [...speedBars(() => null), ...pageBars(() => [{ subject: 1 }])];
    expect(all.length).toBeGreaterThan(20);
    for (const { bar, figure, reached } of all)
      expect([bar, figure, reached]).toEqual([bar, null, null]);
  });
});

describe('the bars of saved pages', () => {
  const page = (more: object) => ({
    file: 'a.html',
    browser: 'chromium',
    domUnchanged: true,
    consoleErrors: 0,
    layoutShift: 0,
    requests: 0,
    longestSliceMs: 10,
    ...more,
  });
  it('count what went wrong, and apart what could not be told', () => {
    const rows = [
      page({}),
      page({ domUnchanged: false, consoleErrors: 2 }),
      page({ domUnchanged: null, layoutShift: null, longestSliceMs: null }),
      // Gaps between timers in Firefox are not of ours alone.
      page({ browser: 'firefox', longestSliceMs: 900, layoutShift: null }),
    ];
    const bars = pageBars(() => rows);
    const figure = (name: RegExp) => bars.find(({ bar }) => name.test(bar))?.figure;
    expect(figure(/changed outside/)).toBe(1);
    expect(figure(/not told/)).toBe(1);
    expect(figure(/error of ours/)).toBe(1);
    expect(figure(/slice/)).toBe(10);
  });
});

describe('the figures that are kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'));
  const path = join(folder, 'deep/last.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are those of the last run of each measurement', () => {
    expect(lastFigures('scan', path)).toBeNull();
    keepFigures('scan', [1], path);
    keepFigures('search', [2], path);
    keepFigures('scan', [3], path);
    expect(lastFigures('scan', path)?.rows).toEqual([3]);
    expect(lastFigures('search', path)?.rows).toEqual([2]);
    expect(Date.parse(lastFigures('scan', path)?.date ?? '')).toBeGreaterThan(0);
  });

  it('begin anew where the file was cut off', () => {
    writeFileSync(path, '{"scan":');
    expect(lastFigures('scan', path)).toBeNull();
    keepFigures('scan', [4], path);
    expect(lastFigures('scan', path)?.rows).toEqual([4]);
  });
});
