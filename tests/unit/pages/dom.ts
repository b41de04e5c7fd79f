// Renders a part of a page into the test's document and lets effects and answers settle.
import { type ComponentChild, render } from 'preact';
import { afterEach } from 'vitest';

let root: HTMLElement | null = null;

export function show(part: ComponentChild): HTMLElement {
  root ??= document.body.appendChild(document.createElement('div'));
  render(part, root);
  return root;
}

const QUIET = 10;

/** Lets the event loop turn until page, title and focus have not changed for some turns. */
export async function settled(): Promise<void> {
  const seen = () => [root?.innerHTML, document.title, document.activeElement?.tagName].join();
  for (let before = '', quiet = 0; quiet < QUIET; quiet++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const now = seen();
    if (now !== before) quiet = 0;
    before = now;
  }
}

/** The one element of a role-like selector with these words; throws where there is none. */
export function find(within: HTMLElement, selector: string, words: string): HTMLElement {
  const found = [...within.querySelectorAll<HTMLElement>(selector)].find((element) =>
    element.textContent?.includes(words),
  );
  if (!found) throw new Error(`no ${selector} with “${words}” in: ${within.textContent}`);
  return found;
}

afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = null;
});
