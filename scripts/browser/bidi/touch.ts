// A finger on the screen: Firefox knows touch by WebDriver BiDi, Playwright's driver for it does not send it.
import * as z from 'zod/mini';
import type { Ask } from './messages';

const Tree = z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) });

/** Taps the page at an address; throws where no tab shows it. @param x, y in the page's window, CSS pixels */
export async function tap(ask: Ask, url: string, x: number, y: number): Promise<void> {
  const { contexts } = Tree.parse(await ask('browsingContext.getTree', { maxDepth: 0 }));
  const context = contexts.find((one) => one.url === url)?.context;
  if (context === undefined) throw new Error(`no tab shows ${url}`);
  const at = { x: Math.round(x), y: Math.round(y) };
  await ask('input.performActions', {
    context,
    actions: [
      {
        type: 'pointer',
        id: 'finger',
        parameters: { pointerType: 'touch' },
        actions: [
          { type: 'pointerMove', ...at },
          { type: 'pointerDown', button: 0 },
          { type: 'pause', duration: 40 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ],
  });
}
