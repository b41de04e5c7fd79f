// A page that the reader hands over from the toolbar to the import: held in the browser's session storage, which is never written to the disk.
import * as z from 'zod/mini';
import { pageOf, type TabPage } from '../platform/scripts';
import type { StorageArea } from '../platform/storage';
import { covers, matrixHosts } from '../sites/sites';
import { say } from '../words/words';

const Page = z.object({ html: z.string(), address: z.string(), title: z.string() });
const KEY = 'import.page';

/** Does the address belong to the site that publishes the matrices? */
export function isMatrixSite(address: string): boolean {
  return matrixHosts.some((pattern) => covers(pattern, address));
}

/** Puts what a tab shows in the place of what was handed over before. Null, or why it could not be done. */
export async function handOver(area: StorageArea, tab: number): Promise<string | null> {
  const page = await pageOf(tab);
  if (!page)
    return say('The browser did not let the extension read this page. Nothing was changed.');
  try {
    await area.set({ [KEY]: page });
    return null;
  } catch {
    // The area holds 10 MB.
    return say(
      'This page is too large to be handed over. Nothing was changed. Save it as a file and choose that file instead.',
    );
  }
}

/** Stays until the next one is handed over or the browser closes, so that the import can be loaded again. */
export async function handedPage(area: StorageArea): Promise<TabPage | null> {
  const held = Page.safeParse((await area.get([KEY]))[KEY]);
  return held.success ? held.data : null;
}
