// What is put into a page before any script of its own: watches layout shifts, changes and long gaps, and can tell the
// whole document. Runs inside the page, so it may use nothing from outside itself.

/** What the probe answers about a page; left in the page under a name that no page knows. */
export interface Probe {
  /** The document as text when it had been parsed, before the extension read it; null where that never came. */
  before(): string | null;
  /** The document as text now, without the extension's own element. */
  now(): string;
  /** Sum of layout shifts that no press or key explains; null where the browser does not tell. */
  shift(): number | null;
  /** Longest time, in ms, in which a timer due after 5 ms did not run. */
  gap(): number;
  /** Ms since the document last changed. */
  quiet(): number;
  /** Ms from the extension's start of reading to its last mark; null where it did not read. */
  pass(): number | null;
}

export const HOST_ELEMENT = 'evidence-overlay-card';

export function probe(name: string, host: string, withGaps: boolean): void {
  if (window !== window.top) return;
  // Taken before the page can put its own in their place.
  const { now } = performance;
  const clock = now.bind(performance);
  const later = window.setTimeout.bind(window);
  const entriesOf = performance.getEntriesByName.bind(performance);
  const quote = JSON.stringify;
  const lower = String.prototype.toLowerCase;
  // By this the page's main thread is known where the extension does not run.
  performance.mark('probe:start');
  let before: string | null = null;
  let shift: number | null = null;
  let changed = clock();
  let gap = 0;

  // A form's fields stand in for the form's own properties where they bear their names.
  const getter = <T>(proto: object, key: string): ((of: Node) => T) => {
    const get = Object.getOwnPropertyDescriptor(proto, key)?.get;
    return (of) => get?.call(of);
  };
  const nameOf = getter<string>(Node.prototype, 'nodeName');
  const typeOf = getter<number>(Node.prototype, 'nodeType');
  const dataOf = getter<string | null>(Node.prototype, 'nodeValue');
  const lastOf = getter<Node | null>(Node.prototype, 'lastChild');
  const beforeOf = getter<Node | null>(Node.prototype, 'previousSibling');
  const attributesOf = getter<NamedNodeMap>(Element.prototype, 'attributes');
  const shadowOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');

  function tag(el: Node): string {
    let text = `<${nameOf(el)}`;
    for (const { name: key, value } of attributesOf(el)) text += ` ${key}=${quote(value)}`;
    return `${text}>`;
  }
  /** What lies inside a node that the tree itself does not show: shadow root, template, frame. */
  function hidden(el: Node): [string, Node][] {
    const shadow = shadowOf(el);
    const content = el instanceof HTMLTemplateElement ? el.content : null;
    const frame = el instanceof HTMLIFrameElement ? el.contentDocument : null;
    return [
      ...(shadow ? [['#shadow', shadow] as [string, Node]] : []),
      ...(content ? [['#template', content] as [string, Node]] : []),
      ...(frame ? [['#frame', frame] as [string, Node]] : []),
    ];
  }
  // With a list of its own in place of recursion: pages nest deeper than the stack goes.
  function tell(): string {
    let out = '';
    // By index, since the page may have put its own in the place of `push` and `pop`.
    const todo: (Node | string)[] = [document];
    for (let left = 1; left > 0; ) {
      left -= 1;
      const next = todo[left];
      if (next === undefined) break;
      const put = (what: Node | string) => {
        todo[left] = what;
        left += 1;
      };
      if (typeof next === 'string') {
        out += next;
        continue;
      }
      if (lower.call(nameOf(next)) === host) continue;
      const type = typeOf(next);
      if (type === 1) {
        out += tag(next);
        put(`</${nameOf(next)}>\n`);
      } else if (type !== 9 && type !== 11) {
        // Each node by itself, so that a text that was split in two is seen.
        out += `${nameOf(next)}:${quote(dataOf(next) ?? '')}\n`;
      }
      for (let child = lastOf(next); child; child = beforeOf(child)) put(child);
      if (type === 1)
        for (const [kind, root] of hidden(next)) {
          put(`/${kind}\n`);
          put(root);
          put(`${kind}\n`);
        }
    }
    return out;
  }

  window.addEventListener(
    'DOMContentLoaded',
    () => {
      before = tell();
    },
    { capture: true, once: true },
  );
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as {
        value: number;
        hadRecentInput: boolean;
      }[])
        if (!entry.hadRecentInput) shift = (shift ?? 0) + entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
  new MutationObserver(() => {
    changed = clock();
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  if (withGaps) {
    let last = clock();
    const tick = () => {
      const at = clock();
      gap = Math.max(gap, at - last - 5);
      last = at;
      later(tick, 5);
    };
    later(tick, 5);
  }
  const answers: Probe = {
    before: () => before,
    now: tell,
    shift: () => shift,
    gap: () => gap,
    quiet: () => clock() - changed,
    pass() {
      const began = entriesOf('evidence-overlay:reading')[0];
      const done =
        began && entriesOf('evidence-overlay:done').find((one) => one.startTime >= began.startTime);
      return began && done ? done.startTime - began.startTime : null;
    },
  };
  Object.defineProperty(window, name, { value: answers });
}

/** A bare read of the page's text, as any program that reads a page must do at least; gives ms. Runs inside the page. */
export function bareRead(): { ms: number; length: number } {
  const started = performance.now();
  let text = '';
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) text += node.nodeValue;
  return { ms: performance.now() - started, length: text.length };
}
