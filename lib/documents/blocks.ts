// The pages of a PDF as one document for the detector, with the page of every place; zones as lib/page reads them.
import type { Block, DetectInput } from '../detect/model';
import type { Zone } from '../page/model';
import { zoneAfter } from '../page/tags';
import { type PageBlock, type PageText, textOf } from './model';

export interface PagedInput {
  readonly input: DetectInput;
  /** The page of a place in a block, from 1. */
  pageAt(block: number, offset: number): number;
}

/** A paragraph longer than this ends a list of contents, as on a web page (lib/page/collect). */
const LONGEST_CONTENTS = 120;

/** Running heads, page numbers and blocks without a letter are left out. */
export function inputOfPages(pages: readonly PageText[], title: string): PagedInput {
  const blocks: Block[] = [];
  const sources: PageBlock[] = [];
  let zone: Zone | null = null;
  for (const source of pages.flatMap((page) => page.blocks)) {
    const text = textOf(source);
    if (source.kind === 'running' || !/\p{L}/u.test(text)) continue;
    sources.push(source);
    if (source.kind === 'heading') {
      const level = source.level ?? 2;
      if (zone && level <= zone.level) zone = null;
      zone = zoneAfter(text, level) ?? zone;
      blocks.push({ text, kind: 'heading', level });
      continue;
    }
    if (zone?.kind === 'contents' && source.kind === 'paragraph' && text.length > LONGEST_CONTENTS)
      zone = null;
    const fixed = source.kind === 'contents' || source.kind === 'reference';
    blocks.push({ text, kind: fixed ? source.kind : (zone?.kind ?? source.kind) });
  }
  return {
    input: { title, host: '', blocks },
    pageAt: (block, offset) => pageIn(sources[block], offset),
  };
}

/** A title from the pages themselves: the largest heading of the first two; null where there is none. */
export function titleOfPages(pages: readonly PageText[]): string | null {
  const headings = pages
    .slice(0, 2)
    .flatMap((page) => page.blocks)
    .filter((block) => block.kind === 'heading');
  const size = (block: PageBlock) => Math.max(...block.spans.map((span) => span.size));
  const largest = Math.max(0, ...headings.map(size));
  const title = headings
    .filter((block) => size(block) > largest * 0.98)
    .map(textOf)
    .join(' ');
  return title === '' ? null : title.slice(0, 300);
}

function pageIn(block: PageBlock | undefined, offset: number): number {
  let at = 0;
  let page = block?.spans[0]?.page ?? 1;
  for (const span of block?.spans ?? []) {
    if (at > offset) break;
    page = span.page;
    at += span.text.length + span.after.length;
  }
  return page;
}
