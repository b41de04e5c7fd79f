// Photographs screens in light and dark, at every width, at 200 % text, in each language.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { serveDemo } from '../demo/server';
import type { Screen, Stage } from './list';

/** What is used of the browser's extension interface, inside our own pages. */
interface Api {
  readonly tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
  readonly storage: { local: { set(items: object): Promise<void> } };
}

interface Look {
  readonly name: string;
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** 2: text and all else at twice the size, as by the browser's zoom. */
  readonly zoom: number;
  /** 2: text alone at twice the size, as by the browser's size of text. */
  readonly text?: number;
}

const LOOKS: readonly Look[] = [
  { name: '1280', width: 1280, scheme: 'light', zoom: 1 },
  { name: '1280-dark', width: 1280, scheme: 'dark', zoom: 1 },
  { name: '1280-at-200', width: 1280, scheme: 'light', zoom: 2 },
  { name: '1280-text-200', width: 1280, scheme: 'light', zoom: 1, text: 2 },
  { name: '360', width: 360, scheme: 'light', zoom: 1 },
  { name: '360-dark', width: 360, scheme: 'dark', zoom: 1 },
  { name: '320', width: 320, scheme: 'light', zoom: 1 },
];
const HEIGHT = 800;

interface Taken {
  readonly file: string;
  /** Px by which the page is wider than its window; 0 where nothing is cut off. */
  readonly over: number;
}

interface TakeOptions {
  readonly browser: string;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly into: string;
  readonly languages: readonly string[];
  told(taken: Taken): void;
}

export async function takeScreens(screens: readonly Screen[], options: TakeOptions): Promise<void> {
  const { browser, extension, into, languages, told } = options;
  mkdirSync(into, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'screens-'));
  const demo = await serveDemo();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    headless: true,
    args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  try {
    const stage = await stageOf(context, demo.origin);
    for (const language of languages) {
      await speak(stage, language);
      for (const screen of screens) {
        const page = await screen.show(stage);
        for (const look of LOOKS)
          if (!screen.narrowOnly || look.width === 360)
            told(await take(page, look, join(into, `${screen.name}-${look.name}-${language}.png`)));
        await page.close();
      }
    }
  } finally {
    await context.close();
    await demo.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function take(page: Page, look: Look, file: string): Promise<Taken> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: look.width / look.zoom,
    height: HEIGHT,
    deviceScaleFactor: look.zoom,
    mobile: false,
  });
  await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
  await page.evaluate((text) => {
    document.documentElement.style.fontSize = `${text * 100}%`;
  }, look.text ?? 1);
  await page.waitForTimeout(100);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const shot = await session.send('Page.captureScreenshot', {
    captureBeyondViewport: true,
    ...(await clipOf(page, look)),
  });
  writeFileSync(file, Buffer.from(shot.data, 'base64'));
  await session.detach();
  return { file, over: Math.max(0, over) };
}

async function clipOf(page: Page, { width, zoom }: Look) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return { clip: { x: 0, y: 0, width: width / zoom, height: Math.min(height, 4000), scale: 1 } };
}

async function stageOf(context: BrowserContext, origin: string): Promise<Stage> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const own = new URL('/', worker.url()).href;
  const tabs = new Map<string, number>();
  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(own + path);
    await page.locator('h1').first().waitFor();
    // The evidence is put in place and looked up.
    await page.waitForTimeout(700);
    return page;
  };
  return {
    context,
    own,
    open,
    async demo(name) {
      const known = tabs.get(name);
      if (known !== undefined) return known;
      const page = await context.newPage();
      await page.goto(`${origin}/${name}.html`);
      await page.waitForTimeout(1500);
      const helper = await open('settings.html#/about');
      const tab = await helper.evaluate(async (url) => {
        const { chrome } = globalThis as never as { chrome: Api };
        return (await chrome.tabs.query({})).find((one) => one.url === url)?.id ?? -1;
      }, page.url());
      await helper.close();
      tabs.set(name, tab);
      return tab;
    },
  };
}

async function speak(stage: Stage, language: string): Promise<void> {
  const page = await stage.open('settings.html#/about');
  await page.evaluate(async (chosen) => {
    const { chrome } = globalThis as never as { chrome: Api };
    await chrome.storage.local.set({ 'settings.language': chosen });
  }, language);
  await page.close();
}
