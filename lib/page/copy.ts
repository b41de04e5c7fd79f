// Puts text on the clipboard from inside a page. Plain http pages have no clipboard interface, so there is an older way too.

/** `html` goes along for programs that take it. False where the browser did not allow it. */
export async function copyFrom(root: ShadowRoot, text: string, html?: string): Promise<boolean> {
  try {
    const types: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
    if (html) types['text/html'] = new Blob([html], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem(types)]);
    return true;
  } catch {
    return copyOldWay(root, text, html);
  }
}

/** By a copy command, in which our own listener comes first and the page's never hears of it. */
function copyOldWay(root: ShadowRoot, text: string, html?: string): boolean {
  const document = root.ownerDocument;
  const window = document.defaultView;
  if (!window) return false;
  let filled = false;
  const fill = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (html) event.clipboardData?.setData('text/html', html);
    filled = event.clipboardData !== null;
  };
  window.addEventListener('copy', fill, { capture: true });
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position:fixed;opacity:0;pointer-events:none';
  const before = root.activeElement;
  root.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  window.removeEventListener('copy', fill, { capture: true });
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done && filled;
}
