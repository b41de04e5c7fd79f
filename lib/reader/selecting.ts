// Selecting the text of PDF pages with the mouse. Between lines and beside them browsers jump to the page's first or last
// words, as the lines are placed one by one; here the nearest line of the nearest block is meant, as in any page.

interface Line {
  readonly node: Text;
  readonly block: Element;
  readonly box: DOMRect;
}

interface Spot {
  readonly node: Text;
  readonly offset: number;
}

/** Px from the edge of the window at which dragging scrolls, and how far it does at each step. */
const EDGE = 24;
const STEP = 18;

/** Listens on `pages` until the signal stops it. `top` is the height of the window, in px, at which the pages begin. */
export function watchSelecting(pages: HTMLElement, top: () => number, signal: AbortSignal): void {
  let lines: { page: Element; at: number; all: readonly Line[] } | null = null;
  let anchor: Spot | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let x = 0;
  let y = 0;

  const linesOf = (page: HTMLElement): readonly Line[] => {
    // Boxes are those of the window: they hold as long as the page stands where it was.
    const at = page.getBoundingClientRect().top;
    if (lines?.page !== page || lines.at !== at) lines = { page, at, all: boxesOf(pages, page) };
    return lines.all;
  };
  const spotAt = (): Spot | null => {
    const page = pageAt(pages, y);
    const line = page && nearest(linesOf(page), x, y);
    return line ? { node: line.node, offset: offsetIn(line, x) } : null;
  };
  const extend = () => {
    const focus = anchor && spotAt();
    if (anchor && focus)
      document
        .getSelection()
        ?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  };
  const scroll = () => {
    const up = y < top() + EDGE;
    if (!up && y < window.innerHeight - EDGE) return;
    window.scrollBy({ top: up ? -STEP : STEP, behavior: 'instant' });
    extend();
  };
  const end = () => {
    anchor = null;
    clearInterval(timer);
  };
  pages.addEventListener(
    'mousedown',
    (event) => {
      // Words and blocks by two and three clicks are the browser's own.
      if (event.button !== 0 || event.detail !== 1 || event.shiftKey) return;
      ({ clientX: x, clientY: y } = event);
      anchor = spotAt();
      if (!anchor) return;
      event.preventDefault();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      document.getSelection()?.collapse(anchor.node, anchor.offset);
      timer = setInterval(scroll, 50);
    },
    { signal },
  );
  window.addEventListener(
    'mousemove',
    (event) => {
      if (!anchor) return;
      ({ clientX: x, clientY: y } = event);
      if ((event.buttons & 1) === 0) end();
      else extend();
    },
    { signal },
  );
  window.addEventListener('mouseup', end, { signal });
  signal.addEventListener('abort', end);
  // Soft hyphens stand where lines were broken; in another program they would break searching for the word.
  document.addEventListener(
    'copy',
    (event) => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !pages.contains(selection.anchorNode)) return;
      event.clipboardData?.setData('text/plain', selection.toString().replaceAll('\u00ad', ''));
      event.preventDefault();
    },
    { signal },
  );
}

function pageAt(pages: HTMLElement, y: number): HTMLElement | null {
  const all = [...pages.querySelectorAll<HTMLElement>(':scope > .page')];
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[middle]?.getBoundingClientRect().top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return all[low] ?? null;
}

/** Lines seen on a page; a block that began on the page before has its later lines here. */
function boxesOf(pages: HTMLElement, page: HTMLElement): Line[] {
  const number = page.dataset.page ?? '';
  const own = page.querySelectorAll<HTMLElement>('.text span:not([data-on])');
  const over = pages.querySelectorAll<HTMLElement>(`.text span[data-on="${number}"]`);
  const range = document.createRange();
  const lines: Line[] = [];
  for (const span of [...own, ...over]) {
    const node = span.firstChild;
    const block = span.parentElement;
    if (!(node instanceof Text) || !block) continue;
    range.selectNodeContents(node);
    lines.push({ node, block, box: range.getBoundingClientRect() });
  }
  return lines;
}

function nearest(lines: readonly Line[], x: number, y: number): Line | null {
  const blocks = new Map<Element, Line[]>();
  for (const line of lines) {
    const known = blocks.get(line.block);
    if (known) known.push(line);
    else blocks.set(line.block, [line]);
  }
  const [block] = [...blocks.values()].sort(
    (a, b) => away(around(a), x, y) - away(around(b), x, y),
  );
  const [line] = (block ?? []).sort(
    (a, b) =>
      beyond(y, a.box.top, a.box.bottom) - beyond(y, b.box.top, b.box.bottom) ||
      beyond(x, a.box.left, a.box.right) - beyond(x, b.box.left, b.box.right),
  );
  return line ?? null;
}

function around(lines: readonly Line[]): {
  left: number;
  top: number;
  right: number;
  bottom: number;
} {
  return {
    left: Math.min(...lines.map(({ box }) => box.left)),
    top: Math.min(...lines.map(({ box }) => box.top)),
    right: Math.max(...lines.map(({ box }) => box.right)),
    bottom: Math.max(...lines.map(({ box }) => box.bottom)),
  };
}

const beyond = (at: number, from: number, to: number): number =>
  at < from ? from - at : at > to ? at - to : 0;

const away = (box: ReturnType<typeof around>, x: number, y: number): number =>
  Math.hypot(beyond(x, box.left, box.right), beyond(y, box.top, box.bottom));

/** The place in a line's text nearest to a point. */
function offsetIn({ node, box }: Line, x: number): number {
  if (x <= box.left) return 0;
  if (x >= box.right) return node.length;
  const caret = document.caretPositionFromPoint(x, (box.top + box.bottom) / 2);
  if (caret?.offsetNode === node) return caret.offset;
  // Something lies over it; or the line is turned.
  return Math.round(((x - box.left) / box.width) * node.length);
}
