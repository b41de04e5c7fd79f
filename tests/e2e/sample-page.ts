// A page that the overlay's tests open, and what they ask of it.
import type { Page } from '@playwright/test';
import { type Extension, expect, markedTexts } from './fixtures';

/** A page of the field, with an exclusion, a field, hidden text and a far end. */
export const TEXT = `<h1>Adult drug and alcohol treatment and recovery service</h1>
<p>The council is commissioning an adult drug and alcohol treatment service under the public health grant. The provider
will deliver psychosocial interventions, opioid substitution treatment and a pathway into inpatient detoxification.
Every person will have a case manager.</p>
<p id=split>Placements in <b>resid</b>ential rehabili&shy;tation are bought for people with alcohol dependence.</p>
<p id=ruled>Residential rehab is not within the scope of this lot.</p>
<ul><li><a href="#elsewhere">Contingency management</a> is offered.</li></ul>
<p><input id=field value="residential rehabilitation"><textarea>residential rehabilitation</textarea></p>
<p hidden>A hidden line on residential rehabilitation.</p><div id=late></div>
<p style="margin-top:1600px" id=far>At the far end the service offers aftercare and continuing care after treatment.</p>`;

export const html = (body = TEXT, head = '') => `<!doctype html><html lang=en><meta charset=utf-8>
<title>Drug and alcohol treatment service: specification</title>${head}
<script>addEventListener('DOMContentLoaded',()=>{window.before=document.documentElement.outerHTML})</script>
<style>body{font:19px/28px Arial;margin:24px 32px;max-width:900px}</style><body>${body}`;

export async function marked(page: Page, words: string): Promise<void> {
  await expect.poll(() => markedTexts(page)).toContain(words);
}
/** What the page's own part of the document is, our host left out. */
export const ownDom = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('evidence-overlay-card')) host.remove();
    return [copy.outerHTML === (window as never as { before: string }).before, copy.outerHTML];
  });
/** Sends what the keyboard shortcut of the next mark sends. */
export async function command(page: Page, extension: Extension, backwards = false) {
  await page.bringToFront();
  return extension.inPage(
    async ({ url, backwards }) => {
      const api = (globalThis as never as { chrome: typeof import('webextension-polyfill') })
        .chrome;
      const [tab] = (await api.tabs.query({})).filter((one) => one.url === url);
      return api.tabs.sendMessage(
        tab?.id ?? -1,
        { kind: 'mark/next', ask: { backwards } },
        { frameId: 0 },
      );
    },
    { url: page.url(), backwards },
  );
}
