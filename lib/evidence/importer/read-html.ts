// The door for a saved page: a parsed document → lines of the text that it shows. Runs and fetches nothing.
import { say } from '../../words/words';
import { cleanText } from './clean';
import { mendText } from './decode';
import { letterOfPicture } from './kinds';
import type { Anchor, Line, Link, Source, Span } from './model';

/** Turns HTML into a document that runs no script: the browser's own parser, or another of the same form. */
export interface HtmlParser {
  parseFromString(html: string, type: 'text/html'): Document;
}

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT EMBED SELECT TEXTAREA SVG MATH CANVAS VIDEO AUDIO'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const HIDDEN = /display\s*:\s*none/i;
const ELEMENT = 1;
const TEXT = 3;
/** Nesting beyond any page that people write; deeper content is left unread, which is said. */
const MAX_DEPTH = 600;

/** @param name file name or address, to tell which cell it is where the page does not */
export function readHtml(html: string, parser: HtmlParser, name: readonly string[]): Source {
  const { text, problems } = mendText(html);
  const document = parsed(parser, text);
  if (document === null)
    return {
      lines: [],
      hints: name,
      problems: [...problems, say('The page is nested too deeply to be read.')],
    };
  const walk = new Walk();
  if (document.body)
    walk.node(document.body, { href: null, strong: false, folded: false, pre: false }, 0);
  walk.line(true);
  const saved = /<!--\s*saved from url=\(\d+\)(\S{1,500})/i.exec(text.slice(0, 4000))?.[1];
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  const hints = [document.title, saved, canonical, ...name].flatMap((hint) => hint || []);
  const deep = walk.cut
    ? [say('The page is nested too deeply; its innermost parts were not read.')]
    : [];
  return { lines: walk.lines, hints, problems: [...problems, ...deep] };
}

/** Parsers that recurse run out of stack on pages made to nest without end; that is the page's fault, not a bug. */
function parsed(parser: HtmlParser, html: string): Document | null {
  try {
    return parser.parseFromString(html, 'text/html');
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Around {
  readonly href: { readonly value: string; readonly note: string | null } | null;
  readonly strong: boolean;
  readonly folded: boolean;
  readonly pre: boolean;
}

class Walk {
  readonly lines: Line[] = [];
  cut = false;
  private text = '';
  private links: Link[] = [];
  private strong: Span[] = [];
  private anchors: Anchor[] = [];
  private gap = true;
  private folded = false;

  node(node: Node, around: Around, depth: number): void {
    if (node.nodeType === TEXT) this.put(node.nodeValue ?? '', around);
    else if (node.nodeType === ELEMENT) this.element(node as Element, around, depth);
  }

  private element(el: Element, outer: Around, depth: number): void {
    const tag = el.tagName.toUpperCase();
    if (SKIPPED.has(tag)) return;
    if (depth > MAX_DEPTH) {
      this.cut = true;
      return;
    }
    if (tag === 'BR') {
      this.line(this.text.trim() === '');
      return;
    }
    const block = BLOCKS.has(tag);
    if (block) this.line(true);
    for (const id of [el.getAttribute('id'), tag === 'A' ? el.getAttribute('name') : null])
      if (id) this.anchors.push({ at: this.text.length, id });
    const around: Around = {
      href: tag === 'A' ? (addressOf(el) ?? outer.href) : outer.href,
      strong: outer.strong || tag === 'B' || tag === 'STRONG',
      folded:
        outer.folded || el.hasAttribute('hidden') || HIDDEN.test(el.getAttribute('style') ?? ''),
      pre: outer.pre || tag === 'PRE',
    };
    if (tag === 'IMG') this.picture(el, around);
    for (let child = el.firstChild; child; child = child.nextSibling)
      this.node(child, around, depth + 1);
    if (block) this.line(true);
  }

  private picture(el: Element, around: Around): void {
    const words = [el.getAttribute('alt') ?? '', el.getAttribute('title') ?? ''];
    const letter = letterOfPicture(words, el.getAttribute('src') ?? '');
    if (letter !== null && this.text.trim() === '')
      this.put(` ${letter} `, { ...around, href: null });
    else if (/^[►▶▸]$/.test(words[0]?.trim() ?? '')) this.put('► ', { ...around, href: null });
  }

  private put(value: string, around: Around): void {
    if (around.pre && value.includes('\n')) {
      for (const [i, part] of value.split('\n').entries()) {
        if (i > 0) this.line(part.trim() === '');
        this.put(part, { ...around, pre: false });
      }
      return;
    }
    let words = cleanText(value).replace(/\s+/g, ' ');
    if (this.text === '' || this.text.endsWith(' ')) words = words.replace(/^ /, '');
    if (words === '') return;
    if (this.text === '') this.folded = around.folded;
    const start = this.text.length;
    this.text += words;
    const end = this.text.length;
    const { href } = around;
    if (href) {
      const last = this.links.at(-1);
      const same =
        last && last.end === start && last.href === href.value && last.note === href.note;
      if (last && same) this.links[this.links.length - 1] = { ...last, end };
      else this.links.push({ start, end, href: href.value, note: href.note });
    }
    if (around.strong) {
      const last = this.strong.at(-1);
      if (last && last.end === start)
        this.strong[this.strong.length - 1] = { start: last.start, end };
      else this.strong.push({ start, end });
    }
  }

  /** Ends the line; `gap`: the next one begins a block of its own. Places without words wait for the next line. */
  line(gap: boolean): void {
    const text = this.text.trimEnd();
    if (text !== '') {
      const within = <T extends Span>(span: T): T => ({
        ...span,
        end: Math.min(span.end, text.length),
      });
      this.lines.push({
        number: this.lines.length + 1,
        text,
        links: this.links.map(within),
        strong: this.strong.map(within),
        anchors: this.anchors,
        gap: this.gap,
        folded: this.folded,
      });
      this.links = [];
      this.strong = [];
      this.anchors = [];
      this.gap = false;
    } else this.anchors = this.anchors.map(({ id }) => ({ at: 0, id }));
    this.text = '';
    this.gap ||= gap;
  }
}

/** A link's address; for a link that only a script follows, the place in the page that the script names. */
function addressOf(el: Element): { value: string; note: string | null } | null {
  const href = el.getAttribute('href');
  const scripted = href === null || href.trim() === '#' || /^\s*javascript:/i.test(href);
  const calls = scripted
    ? `${href ?? ''} ${el.getAttribute('onclick') ?? el.getAttribute('data-onclick') ?? ''}`.trim()
    : '';
  if (href === null && calls === '') return null;
  const place = /['"]#?([\w:.-]{1,80})['"]/.exec(calls)?.[1];
  const value = place !== undefined ? `#${place}` : scripted ? '#' : (href ?? '');
  const note = el.getAttribute('title');
  return { value, note: note?.trim() ? note.trim() : null };
}
