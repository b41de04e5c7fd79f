// A real Chromium with the extension in it and one without, and pages for both, for benchmarks.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browser/find';
import { testBuild } from '../../scripts/pages/extension';
import { addressOf } from '../../scripts/pages/files';
import { type Guard, startGuard } from '../../scripts/pages/guard';
import { open, prepare, untilRead } from '../../scripts/pages/open';
import { type Recorded, recordThread } from '../../scripts/pages/record';
import { type Running, Side } from '../../scripts/pages/side';

const SITE = 'www.gov.uk';
/** For loading and reading one page, in ms. */
const LIMIT = 180_000;

/** No browser on this machine can carry the extension; the benchmark says so and is left out. */
export class NoBrowser extends Error {}

export interface Loaded {
  readonly page: Page;
  readonly running: Running;
  /** Ends the recording of the page's main thread. */
  readonly recorded: () => Promise<Recorded>;
  readonly close: () => Promise<void>;
}

export class Stage {
  private constructor(
    private readonly folder: string,
    private readonly extension: string,
    private readonly guard: Guard,
    readonly withIt: Side,
    readonly without: Side,
  ) {}

  /** @param pages HTML by a short name. Throws `NoBrowser` where there is none. */
  static async build(pages: ReadonlyMap<string, string>): Promise<Stage> {
    const found = findBrowser('chromium');
    if (found === null) throw new NoBrowser('there is no Chromium, Chrome, Edge or Brave here');
    const extension = testBuild('chromium', SITE);
    const folder = mkdtempSync(join(tmpdir(), 'evidence-overlay-bench-'));
    for (const [name, html] of pages) writeFileSync(join(folder, `${name}.html`), html);
    const guard = await startGuard();
    const [withIt, without] = [extension, null].map((one) => new Side(found, one, guard));
    if (!withIt || !without) throw new Error('there are two sides');
    return new Stage(folder, extension, guard, withIt, without);
  }

  /** Opens a page in a new tab and waits until it is loaded, and read where the extension is. */
  async load(side: Side, name: string, before?: (page: Page) => Promise<unknown>): Promise<Loaded> {
    const running = await side.ready();
    const { driven, control } = running;
    const page = await driven.browser.newPage();
    const url = addressOf(SITE, `${name}.html`);
    await prepare(page, { folder: this.folder, site: SITE, url, still: false, limit: LIMIT }, []);
    await before?.(page);
    const recorded = await recordThread(page, driven.own);
    const until = performance.now() + LIMIT;
    const left = () => until - performance.now();
    const trouble = await open(page, url, left);
    if (trouble !== null) throw new Error(`${name}: ${trouble}`);
    if (control !== null && (await untilRead(control, page, left)) === null)
      throw new Error(`${name}: the extension had not read it after ${LIMIT / 1000} s`);
    return { page, running, recorded, close: () => page.close() };
  }

  async end(): Promise<void> {
    await Promise.all([this.withIt.end(), this.without.end()]);
    this.guard.close();
    for (const folder of [this.folder, this.extension])
      rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds a stage, lets the benchmark run on it and takes it down again. */
export async function onStage<T>(
  pages: ReadonlyMap<string, string>,
  run: (stage: Stage) => Promise<T>,
): Promise<T> {
  const stage = await Stage.build(pages);
  try {
    return await run(stage);
  } finally {
    await stage.end();
  }
}
