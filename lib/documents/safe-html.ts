// Makes the HTML of a file safe to show: no script, no forms, no styles, and nothing that would be fetched.
import createDOMPurify, { type WindowLike } from 'dompurify';

const CONFIG = {
  USE_PROFILES: { html: true },
  FORBID_TAGS:
    'style form input button select textarea option audio video source track picture dialog'.split(
      ' ',
    ),
  FORBID_ATTR:
    'style background poster srcset sizes ping action formaction autofocus tabindex contenteditable'.split(
      ' ',
    ),
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** Addresses that are asked for as soon as the element is there; pictures inside the file are not. */
const FETCHED = new Set(['src', 'href', 'xlink:href', 'data', 'cite', 'longdesc']);

/**
 * The body's HTML without whatever could run, look like our own page or be fetched. Links stay, and lead only where a
 * reader who presses them expects. `window`: the page's own, or jsdom's.
 */
export function safeHtml(html: string, window: WindowLike): string {
  const purify = createDOMPurify(window);
  purify.addHook('uponSanitizeAttribute', (element, attribute) => {
    if (!FETCHED.has(attribute.attrName)) return;
    const value = attribute.attrValue.trim();
    const keeps =
      element.nodeName === 'A'
        ? /^(https?:|mailto:|#)/i.test(value)
        : element.nodeName === 'IMG' && /^data:image\/(png|jpeg|gif|webp|bmp);base64,/i.test(value);
    if (!keeps) attribute.keepAttr = false;
  });
  return purify.sanitize(html, CONFIG);
}
