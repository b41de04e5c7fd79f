// Is text set on dark ground? Told by the colour of the text, which stands out from whatever lies under it.

/** Relative lightness of a computed colour, 0 black to 1 white; null where its form is not known. */
function lightness(color: string): number | null {
  const numbers = (color.match(/-?[\d.]+%?/g) ?? []).map((n) =>
    n.endsWith('%') ? Number.parseFloat(n) / 100 : Number.parseFloat(n),
  );
  const [a, b, c] = numbers;
  if (a === undefined) return null;
  if (/^(oklch|oklab)\(/.test(color)) return a;
  if (/^(lch|lab)\(/.test(color)) return a > 1 ? a / 100 : a;
  if (b === undefined || c === undefined) return null;
  const scale = color.startsWith('rgb') ? 255 : 1;
  return (0.2126 * a + 0.7152 * b + 0.0722 * c) / scale;
}

/** Light text means dark ground. Text of middle lightness (a mid grey, a bright link) counts as on light ground. */
export function isOnDark(color: string): boolean {
  const light = lightness(color);
  return light !== null && light > 0.62;
}

/**
 * Tells for one painting which elements stand on dark ground. Siblings of one sort have one colour: asking the styles of
 * every marked paragraph of a long page takes longer than painting it.
 */
export function groundsOf(window: Window): (el: Element) => boolean {
  const known = new Map<Node | null, Map<string, boolean>>();
  const dark = (el: Element): boolean => isOnDark(window.getComputedStyle(el).color);
  return (el) => {
    if (el.hasAttribute('style')) return dark(el);
    const parent = el.parentNode;
    const sorts = known.get(parent) ?? new Map<string, boolean>();
    known.set(parent, sorts);
    const sort = `${el.nodeName}.${el.getAttribute('class')}#${el.id}`;
    const is = sorts.get(sort) ?? dark(el);
    sorts.set(sort, is);
    return is;
  };
}
