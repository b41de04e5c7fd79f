// What can be done in Firefox only from its own window: `--remote-allow-system-access` lets scripts run there.
import * as z from 'zod/mini';
import type { Ask, Params } from './messages';

const Tree = z.object({ contexts: z.array(z.object({ context: z.string() })) });
const Evaluated = z.object({
  type: z.string(),
  exceptionDetails: z.optional(z.object({ text: z.string() })),
});

/** The browsing context of the browser's own window. */
export async function browserWindow(ask: Ask): Promise<string> {
  const tree = Tree.parse(await ask('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const window = tree.contexts[0];
  if (window === undefined) throw new Error('Firefox has no window');
  return window.context;
}

/** Runs a function in the browser's own window; throws where it throws. @param args anything that JSON can hold */
export async function inBrowserWindow(
  ask: Ask,
  run: string,
  args: readonly unknown[],
): Promise<void> {
  const context = await browserWindow(ask);
  const answer = Evaluated.parse(
    await ask('script.evaluate', {
      expression: `(${run})(...${JSON.stringify(args)})`,
      target: { context },
      awaitPromise: true,
    }),
  );
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'it threw');
}

const MediaFeatures = z.object({
  features: z.object({ 'prefers-color-scheme': z.nullish(z.enum(['light', 'dark'])) }),
  /** Without: for all tabs to come. */
  contexts: z.optional(z.array(z.string())),
});

/** A tab gets a new browsing context when it changes its process, and loses what was set on the one before. */
const SET_SCHEME = `(ids, scheme) => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  if (!window.colorSchemes) {
    window.colorSchemes = new Map();
    const keep = (context) => {
      const kept = window.colorSchemes.get(context.browserId);
      if (kept && context === context.top) context.prefersColorSchemeOverride = kept;
    };
    for (const topic of ['browsing-context-attached', 'browsing-context-did-set-embedder'])
      Services.obs.addObserver(keep, topic);
  }
  for (const id of ids) {
    const context = NavigableManager.getBrowsingContextById(id)?.top;
    if (!context) continue;
    context.prefersColorSchemeOverride = scheme;
    window.colorSchemes.set(context.browserId, scheme);
  }
}`;

/** `emulation.setMediaFeaturesOverride`, for the colour scheme of tabs that are there. */
export async function setColorScheme(ask: Ask, params: Params): Promise<Params> {
  const { features, contexts } = MediaFeatures.parse(params);
  const scheme = features['prefers-color-scheme'] ?? 'none';
  if (contexts !== undefined) await inBrowserWindow(ask, SET_SCHEME, [contexts, scheme]);
  return {};
}

export const STOP_BACKGROUND = `async (id) => {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({ disableResetIdleForTest: true });
}`;
