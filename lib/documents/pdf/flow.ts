// Builds the text of a document page by page. A page is given out when its next two are known: running heads are told by
// their neighbours, and a sentence may end on the next page.
import type { PageBlock, PageText } from '../model';
import { joinColumns, joinOverBorder } from './across';
import { draftsOf } from './blocks';
import type { PageContent } from './content';
import type { Draft } from './joins';
import { type Body, setKinds } from './kinds';
import { legibilityOf } from './legible';
import { type Line, linesOf } from './lines';
import { piecesOf } from './pieces';
import { type Edged, isAtEdge, markRunning } from './running';
import { Lexicon, spansOf } from './spans';
import { setCells, setContents } from './tables';

/** Pages that must be known on both sides of a page before it is given out. */
const AHEAD = 2;

interface Page extends Edged {
  readonly content: PageContent;
  readonly lines: readonly Line[];
  drafts: Draft[];
}

/** Takes pages in order and gives them out in order. */
export class PageFlow {
  readonly #pages: Page[] = [];
  readonly #lexicon = new Lexicon();
  /** Letters by size and font, over all pages so far. */
  readonly #looks = new Map<string, { body: Body; letters: number }>();
  readonly #pageOf = new Map<Line, number>();
  #out = 0;
  #shaped = 0;

  /** Takes the next page; gives the pages that are finished by it. */
  add(content: PageContent): PageText[] {
    const lines = linesOf(piecesOf(content));
    const { width, height } = content.viewport;
    for (const line of lines) {
      this.#lexicon.add(line.text);
      this.#pageOf.set(line, content.number);
      if (isAtEdge(line, height)) continue;
      const body = { size: Math.round(line.size * 2) / 2, font: line.font };
      const key = `${body.size} ${body.font}`;
      const look = this.#looks.get(key) ?? { body, letters: 0 };
      look.letters += line.text.length;
      this.#looks.set(key, look);
    }
    this.#pages.push({ content, lines, drafts: [], width, height });
    return this.#finish(this.#pages.length - AHEAD);
  }

  /** No page follows: gives the rest. */
  end(): PageText[] {
    return this.#finish(this.#pages.length);
  }

  #finish(until: number): PageText[] {
    const done: PageText[] = [];
    while (this.#out < until) {
      this.#shape(this.#out + AHEAD);
      const page = this.#pages[this.#out] as Page;
      const next = this.#pages[this.#out + 1];
      if (next) joinOverBorder(page.drafts, next.drafts);
      done.push(this.#write(page));
      this.#release(this.#out - AHEAD);
      this.#out += 1;
    }
    return done;
  }

  /** Makes blocks of the pages up to this one, and finds the running heads of those whose neighbours are known. */
  #shape(last: number): void {
    const body = this.#body();
    for (; this.#shaped <= last && this.#shaped < this.#pages.length; this.#shaped++) {
      const page = this.#pages[this.#shaped] as Page;
      page.drafts = shapeOf(page, body);
    }
    for (let i = Math.max(0, this.#out); i < Math.min(this.#out + 2, this.#pages.length); i++) {
      const around = [-2, -1, 1, 2].flatMap((step) => this.#pages[i + step] ?? []);
      markRunning(this.#pages[i] as Page, around);
    }
  }

  #body(): Body {
    let most = { body: { size: 11, font: '' }, letters: 0 };
    for (const look of this.#looks.values()) if (look.letters > most.letters) most = look;
    return most.body;
  }

  #write(page: Page): PageText {
    const { number, viewport } = page.content;
    const { width, height, rotation } = viewport;
    const blocks = page.drafts.map((draft): PageBlock => {
      const lines = draft.lines.map((line) => ({ line, page: this.#pageOf.get(line) ?? number }));
      return {
        kind: draft.kind,
        ...(draft.kind === 'heading' ? { level: draft.level } : {}),
        ...(draft.kind === 'cell' && draft.at ? { at: draft.at } : {}),
        spans: spansOf(lines, this.#lexicon),
      };
    });
    const legibility = legibilityOf(page.lines.map((line) => line.text).join(' '));
    return { number, width, height, rotation, blocks, legibility };
  }

  /** Forgets what no later page will ask of a page that was given out: all but its edges. */
  #release(index: number): void {
    const page = this.#pages[index];
    if (!page) return;
    for (const line of page.lines) this.#pageOf.delete(line);
    this.#pages[index] = {
      ...page,
      lines: [],
      drafts: [],
      content: { ...page.content, items: [] },
    };
  }
}

function shapeOf(page: Page, body: Body): Draft[] {
  const drafts = draftsOf(page.lines);
  setKinds(drafts, body, page.height);
  const joined = joinColumns(drafts);
  setCells(joined);
  setContents(joined);
  return joined;
}
