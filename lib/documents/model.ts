// The shapes of a document that is read from a file: the pages of a PDF as blocks of placed text, and what a file is.
// Pure data, so that text building, the reader page, the command line and their tests share it.
import type { BlockKind } from '../page/model';

/**
 * What a block of a page is. `running` is a running head or foot or a page number: it is shown, but not read for
 * mentions, since it is said again on every page and stands between the halves of sentences.
 *
 * The elements that lib/page reads as these kinds: heading → h1 to h6; paragraph → p; list-item → li; cell → td in a
 * table; contents → any block inside nav; reference → any block inside role="doc-footnote"; running → a div with
 * aria-hidden="true" that holds no p, h1 to h4, li or td.
 */
export type PageBlockKind = BlockKind | 'running';

/**
 * A stretch of text in one font on one line, with its box. Lengths are CSS pixels at scale 1 (a point of the PDF), as
 * the page is seen: its own rotation applied, origin at the upper left corner, y downward.
 */
export interface Span {
  readonly text: string;
  /**
   * What joins this span to the next one of its block: ' ' or, inside a word, ''. A word broken at the end of a line
   * keeps its hyphen in `text` (a soft hyphen, U+00AD, where the document shows that the hyphen is not part of the
   * word) and joins with ''. Always '' on the last span.
   */
  readonly after: string;
  /** Upper left corner of the box before it is turned by `angle` round that corner. */
  readonly x: number;
  readonly y: number;
  /** Length along the line, and height across it. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise; 0 on upright text. */
  readonly angle: number;
  /** Font size; the height of the box is ascent plus descent of the font and may differ. */
  readonly size: number;
  /** A generic family to stand in for the font, for selection boxes that fit. */
  readonly family: 'serif' | 'sans-serif' | 'monospace';
  readonly direction: 'ltr' | 'rtl';
  /** The page on which the span is seen, counted from 1: not the block's own where the block runs on over a page border. */
  readonly page: number;
}

/** One run of text: a mention never crosses from one block into the next. */
export interface PageBlock {
  readonly kind: PageBlockKind;
  /** Heading depth, 1 to 6; only on headings. */
  readonly level?: number;
  /** Where a cell stands: which table of the page, row and column in it, each counted from 0; only on cells. */
  readonly at?: { readonly table: number; readonly row: number; readonly column: number };
  /** In reading order; never empty. */
  readonly spans: readonly Span[];
}

/**
 * A page with its blocks in reading order. A paragraph, list item or cell that runs on over the page border belongs
 * whole to the page on which it begins; its later spans name their own page.
 */
export interface PageText {
  /** Counted from 1. */
  readonly number: number;
  /** As seen, in CSS pixels at scale 1. */
  readonly width: number;
  readonly height: number;
  /** The page's own rotation, already applied to all places: 0, 90, 180 or 270. */
  readonly rotation: number;
  readonly blocks: readonly PageBlock[];
  /**
   * `none`: no text (a scan or a picture, or an empty page); `unreadable`: the font does not say which letters its
   * shapes stand for, so the text is no words.
   */
  readonly legibility: 'text' | 'none' | 'unreadable';
}

/** The kinds of file that can be opened. */
export type FileKind = 'pdf' | 'docx' | 'html' | 'markdown' | 'text';

/** The text of a block as lib/page reads it from the page's elements, and as the detector reads it. */
export function textOf(block: PageBlock): string {
  let text = '';
  for (const span of block.spans) text += span.text + span.after;
  return text;
}
