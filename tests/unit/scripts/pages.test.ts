// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, it } from 'vitest';
import { addressOf, answerFor, htmlFilesOf } from '../../../scripts/pages/files';
import { type Probe, probe } from '../../../scripts/pages/probe';
import {
  busyIn,
  firstPass,
  longestIn,
  ownSpans,
  tasksOf,
  threadOf,
} from '../../../scripts/pages/profile';
import { domUnchanged, onlyWith, rowOf } from '../../../scripts/pages/row';
import type { Seen } from '../../../scripts/pages/visit';

describe('the time of our scripts', () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: { url: '', functionName: '' }, children: [2, 4] },
      {
        id: 2,
        callFrame: { url: 'chrome-extension://x/overlay.js', functionName: 'readAll' },
        children: [3],
      },
      // What our script calls counts as ours.
      { id: 3, callFrame: { url: '', functionName: 'forEach' } },
      { id: 4, callFrame: { url: 'https://page/a.js', functionName: 'readAll' } },
    ],
    startTime: 1000,
    samples: [1, 2, 3, 4, 2],
    timeDeltas: [100, 100, 100, 100, 100, 100],
  };
  const spans = ownSpans(profile, 'chrome-extension://x/');

  it('is found in the profile, with what they call', () => {
    expect(spans).toEqual([
      [1200, 1400],
      [1500, 1600],
    ]);
  });

  it('is found for functions of theirs by name', () => {
    const own = 'chrome-extension://x/';
    expect(ownSpans(profile, own, new Set(['readAll']))).toEqual(spans);
    expect(ownSpans(profile, own, new Set(['forEach']))).toEqual([]);
  });

  const event = (name: string, ts: number, more = {}) => ({
    name,
    ph: 'X',
    pid: 7,
    tid: 8,
    ts,
    ...more,
  });

  it('is counted task by task, on the thread that reads, as far as the processor was there', () => {
    const events = [
      event('RunTask', 1100, { dur: 400, tdur: 200 }),
      event('RunTask', 1500, { dur: 100, tdur: 100 }),
      event('RunTask', 1100, { dur: 900, pid: 9 }),
      event('evidence-overlay:reading', 1250),
    ];
    const thread = threadOf(events);
    if (!thread) throw new Error('no thread');
    const tasks = tasksOf(events, thread);
    expect(tasks).toHaveLength(2);
    expect(longestIn(tasks, spans)).toBeCloseTo(0.1);
    expect(busyIn(tasks, spans, [1300, 1550])).toBeCloseTo(0.1 * 0.5 + 0.05);
  });

  it('runs from the last start that came to an end', () => {
    const marks = [
      event('evidence-overlay:reading', 100),
      event('evidence-overlay:done', 200),
      event('evidence-overlay:reading', 300),
      event('evidence-overlay:done', 450),
      event('evidence-overlay:done', 900),
      event('evidence-overlay:reading', 1000),
    ];
    expect(firstPass(marks)).toEqual([300, 450]);
    expect(firstPass([])).toBeNull();
    expect(threadOf([])).toBeNull();
    const probed = event('probe:start', 50, { tid: 1 });
    expect(threadOf([probed])?.tid).toBe(1);
    expect(threadOf([probed, ...marks])?.tid).toBe(8);
  });
});

const seen = (more: Partial<Seen> = {}): Seen => ({
  reason: null,
  broken: false,
  atRest: true,
  before: 'a',
  after: 'a',
  marks: 1,
  topics: 1,
  errors: [],
  shift: 0,
  slice: 5,
  asked: [],
  own: [],
  firstPass: 9,
  read: 1,
  ...more,
});

describe('the row of a page', () => {
  it('takes the document as unchanged where it is as parsed, or as without the extension', () => {
    expect(domUnchanged({ withIt: seen(), without: seen({ after: 'b' }) })).toBe(true);
    const changed = seen({ after: 'b' });
    expect(domUnchanged({ withIt: changed, without: seen({ after: 'b' }) })).toBe(true);
    expect(domUnchanged({ withIt: changed, without: seen({ after: 'c' }) })).toBeNull();
    expect(domUnchanged({ withIt: seen({ after: null }), without: seen() })).toBeNull();
  });

  const told = { file: 'a.html', unchanged: true, how: null };
  const quiet = { withIt: [], without: [] };

  it('counts what is in excess of the page alone', () => {
    const sides = {
      withIt: seen({ shift: 0.3, own: ['https://x/'], asked: ['https://a/'], errors: ['e'] }),
      without: seen({ shift: 0.1 }),
    };
    const leaked = { withIt: ['a:443', 'b:443', 'c:443'], without: ['b:443'] };
    const row = rowOf({ ...told, browser: 'chromium', sides, leaked });
    expect(row).toMatchObject({
      layoutShift: 0.2,
      requests: 2,
      consoleErrors: 1,
      longestSliceMs: 5,
    });
    expect(row).not.toHaveProperty('reason');
  });

  it('in Firefox, which does not say who asked, counts what is asked for only with the extension', () => {
    const sides = {
      withIt: seen({ asked: ['https://a/', 'https://a/', 'https://b/'], slice: 30, shift: null }),
      without: seen({ asked: ['https://a/'], slice: 20, shift: null }),
    };
    const row = rowOf({ ...told, browser: 'firefox', sides, leaked: quiet });
    expect(row).toMatchObject({ layoutShift: null, requests: 1, longestSliceMs: 10 });
  });

  it('does not compare the shifts of a page that goes on shifting itself', () => {
    const row = (without: Seen) =>
      rowOf({
        ...told,
        browser: 'chromium',
        sides: { withIt: seen({ shift: 0.3, atRest: false }), without },
        leaked: quiet,
      });
    expect(row(seen({ shift: 0.1, atRest: false })).layoutShift).toBeNull();
    expect(row(seen({ shift: 0, atRest: false })).layoutShift).toBe(0.3);
  });

  it('says why, and whether the page alone is to blame', () => {
    const stuck = seen({ reason: 'no time' });
    const row = (withIt: Seen, without: Seen) =>
      rowOf({ ...told, browser: 'chromium', sides: { withIt, without }, leaked: quiet }).reason;
    expect(row(stuck, stuck)).toBe('no time, without the extension too');
    expect(row(stuck, seen())).toBe('no time');
    expect(row(seen(), stuck)).toBe('without it: no time');
  });

  it('counts an address once, however often it was asked for', () => {
    expect(onlyWith(['a', 'a', 'b', 'b'], ['a'])).toEqual(['b']);
    expect(onlyWith([], ['a'])).toEqual([]);
  });
});

describe('the files of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const inner = join(folder, 'pages');
  mkdirSync(join(inner, 'a b'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'secret');
  for (const file of ['one.html', 'a b/two.HTM', 'style.css'])
    writeFileSync(join(inner, file), file);
  symlinkSync(join(folder, 'secret.html'), join(inner, 'link.css'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are found in folders within', () => {
    expect(htmlFilesOf(inner)).toEqual(['a b/two.HTM', 'one.html']);
  });

  it('are answered under their own address on the one host, and nothing else is', () => {
    const answer = (address: string) =>
      answerFor(inner, 'www.gov.uk', address)?.body.toString() ?? null;
    expect(answer(addressOf('www.gov.uk', 'a b/two.HTM'))).toBe('a b/two.HTM');
    expect(answer('https://www.gov.uk/style.css?v=2')).toBe('style.css');
    expect(answer('https://example.org/style.css')).toBeNull();
    for (const path of [
      'none.css',
      '%2e%2e/secret.html',
      '..%2fsecret.html',
      'link.css',
      'a%20b',
      '%',
    ])
      expect(answer(`https://www.gov.uk/${path}`), path).toBeNull();
  });
});

describe('the probe in a page', () => {
  function put(html: string) {
    const { window } = new JSDOM(html, { runScripts: 'outside-only' });
    // What every browser has and jsdom has not.
    Object.assign(window, { PerformanceObserver: { supportedEntryTypes: [] } });
    Object.assign(window.performance, { getEntriesByName: () => [], mark: () => undefined });
    window.eval(`(${probe})('probe', 'evidence-overlay-card', false)`);
    const { document } = window;
    return { document, tell: () => (window as unknown as { probe: Probe }).probe.now() };
  }

  it('sees attributes, texts that were split, comments and open shadow roots, and leaves our element out', () => {
    const { document, tell } = put('<p id=p>one two</p><!--c--><div id=d></div>');
    let last = tell();
    const differs = (change: () => void) => {
      change();
      const now = tell();
      expect(now).not.toBe(last);
      last = now;
    };
    const [p, comment] = document.body.childNodes;
    differs(() => (p as Element).setAttribute('class', 'x'));
    differs(() => {
      if (p?.firstChild?.nodeType === 3) (p.firstChild as Text).splitText(3);
    });
    differs(() => {
      (comment as Comment).data = 'changed';
    });
    const root = document.getElementById('d')?.attachShadow({ mode: 'open' });
    last = tell();
    differs(() => {
      if (root) root.innerHTML = '<b>inside</b>';
    });
    document.documentElement.append(document.createElement('evidence-overlay-card'));
    expect(tell()).toBe(last);
  });

  it('is not misled by a form whose fields bear the names of its properties', () => {
    const { document, tell } = put('<form><input name=attributes><input name=lastChild></form>');
    const before = tell();
    expect(before).toContain('name="lastChild"');
    document.querySelector('input')?.setAttribute('value', 'x');
    expect(tell()).not.toBe(before);
  });
});
