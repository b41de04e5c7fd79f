// A file without pages (Word, web page, Markdown, plain text) in the reader page: its text in our own typography.
import type { FileKind } from '../documents/model';
import type { FileView, OutlineItem, ViewState, Zoom } from './model';
import type { Place } from './place';

/** Px under the tools at which what is gone to comes to stand. */
const BELOW = 12;
/** Lines of the outline that are shown. */
const MOST_LINES = 2000;

export class FlowView implements FileView {
  readonly whole = Promise.resolve();
  readonly begun = Promise.resolve();
  readonly #article: HTMLElement;
  readonly #headings: readonly HTMLElement[];
  readonly #outline: readonly OutlineItem[];
  readonly #stop = new AbortController();
  #scale = 1;
  #part = -1;
  #changed: () => void = () => undefined;

  /** `html` has been made safe. */
  constructor(
    html: string,
    readonly kind: FileKind,
    readonly notes: readonly string[],
    readonly place: Place,
  ) {
    this.#article = document.createElement('article');
    this.#article.className = 'flow';
    this.#article.innerHTML = html;
    this.#keepLinks();
    const all = this.#article.querySelectorAll<HTMLElement>('h1,h2,h3,h4,h5,h6');
    this.#headings = [...all].filter((heading) => heading.textContent.trim() !== '');
    this.#outline = this.#headings.slice(0, MOST_LINES).map((heading) => ({
      title: heading.textContent.replace(/\s+/g, ' ').trim(),
      level: Number(heading.nodeName[1]),
      page: null,
      go: () => this.#follow(heading),
      anchor: () => heading,
    }));
    place.root.replaceChildren(this.#article);
    const { signal } = this.#stop;
    window.addEventListener('scroll', () => this.#scrolled(), { passive: true, signal });
  }

  state(): ViewState {
    return {
      kind: this.kind,
      pages: 0,
      page: 0,
      part: this.#part,
      read: 0,
      zoom: this.#scale,
      scale: this.#scale,
      notes: this.notes,
      isPicture: false,
    };
  }

  outline(): readonly OutlineItem[] {
    return this.#outline;
  }

  onChange(changed: () => void): void {
    this.#changed = changed;
    this.#scrolled();
  }

  goToPage(): void {}

  setZoom(zoom: Zoom): void {
    const before = this.position();
    this.#scale = typeof zoom === 'number' ? zoom : 1;
    this.#article.style.setProperty('--scale', String(this.#scale));
    this.goToPosition(before);
    this.#changed();
  }

  /** The element at the top of the window, by its number, and the share of it above. */
  position(): string {
    const parts = this.#parts();
    const top = this.place.top();
    let low = 0;
    let high = parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const box = parts[middle]?.getBoundingClientRect();
      if (box && box.top <= top) low = middle;
      else high = middle - 1;
    }
    const box = parts[low]?.getBoundingClientRect();
    const share = box ? (top - box.top) / Math.max(1, box.height) : 0;
    return `${low}:${share.toFixed(4)}`;
  }

  goToPosition(position: string): void {
    const [number = Number.NaN, share = Number.NaN] = position.split(':').map(Number);
    const box = this.#parts()[number]?.getBoundingClientRect();
    if (!box || !Number.isFinite(share)) return;
    const top = box.top + share * box.height - this.place.top();
    window.scrollBy({ top, behavior: 'instant' });
  }

  async prepareToPrint(): Promise<() => void> {
    return () => undefined;
  }

  close(): void {
    this.#stop.abort();
    this.place.root.replaceChildren();
  }

  #parts(): readonly HTMLElement[] {
    return [...this.#article.querySelectorAll<HTMLElement>('p,h1,h2,h3,h4,h5,h6,li,tr,pre')];
  }

  /** Links inside the file go to the place named; all others open a tab that learns nothing of this page. */
  #keepLinks(): void {
    for (const link of this.#article.querySelectorAll('a')) {
      const href = link.getAttribute('href');
      if (href === null) continue;
      if (!href.startsWith('#')) {
        link.target = '_blank';
        link.rel = 'noopener noreferrer';
        continue;
      }
      link.addEventListener('click', (event) => {
        event.preventDefault();
        const name = decoded(href.slice(1));
        const target = [...this.#article.querySelectorAll<HTMLElement>('[id],a[name]')].find(
          (one) => one.id === name || one.getAttribute('name') === name,
        );
        if (target) this.#follow(target);
      });
    }
  }

  #follow(element: HTMLElement): void {
    history.replaceState({ position: this.position() }, '');
    const { top } = element.getBoundingClientRect();
    window.scrollBy({ top: top - this.place.top() - BELOW, behavior: 'instant' });
    history.pushState({ position: this.position() }, '');
  }

  #scrolled(): void {
    const under = this.place.top() + BELOW + 4;
    const part = this.#headings.findLastIndex(
      (heading) => heading.getBoundingClientRect().top <= under,
    );
    if (part === this.#part) return;
    this.#part = part;
    this.#changed();
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray percent sign.
    return name;
  }
}
