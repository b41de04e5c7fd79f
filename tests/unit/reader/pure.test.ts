// The parts of the reader that need no browser: zoom, addresses, file names, fitting of spans, marks by part.
import { describe, expect, it } from 'vitest';
import { namedBy, nameIn } from '../../../lib/background/reader-fetch';
import { readerTickets } from '../../../lib/background/reader-tickets';
import type { Span } from '../../../lib/documents/model';
import { fitting } from '../../../lib/reader/measure';
import { marksByPart } from '../../../lib/reader/outline-marks';
import { safeAddress } from '../../../lib/reader/pdf-links';
import { Pages } from '../../../lib/reader/pdf-pages';
import { scaleOf, stepFrom } from '../../../lib/reader/zoom';

describe('zoom', () => {
  const page = { width: 800, height: 1100 };
  it('fits the width, the page, and neither more than is comfortable by itself', () => {
    const space = { width: 1200, height: 550 };
    expect(scaleOf('width', page, space)).toBe(1.5);
    expect(scaleOf('page', page, space)).toBe(0.5);
    expect(scaleOf('auto', page, space)).toBe(1.1);
    expect(scaleOf('auto', page, { width: 400, height: 550 })).toBe(0.5);
    expect(scaleOf(0.01, page, space)).toBe(0.25);
    expect(scaleOf(99, page, space)).toBe(5);
  });
  it('steps up and down from any scale, and stays at the ends', () => {
    expect(stepFrom(1, true)).toBe(1.1);
    expect(stepFrom(1.03, false)).toBe(1);
    expect(stepFrom(5, true)).toBe(5);
    expect(stepFrom(0.25, false)).toBe(0.25);
  });
});

describe('addresses', () => {
  it('follows web and mail addresses and nothing that runs or opens something else', () => {
    expect(safeAddress('https://www.gov.uk/x')).toBe('https://www.gov.uk/x');
    expect(safeAddress('mailto:a@b.example')).toBe('mailto:a@b.example');
    for (const bad of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'x y'])
      expect(safeAddress(bad)).toBeNull();
  });
  it('names a file by what the site says of it, without folders', () => {
    expect(namedBy('attachment; filename="Lot 1 (final).pdf"')).toBe('Lot 1 (final).pdf');
    expect(namedBy("attachment; filename=x.pdf; filename*=UTF-8''Manyleb%20gwasanaeth.pdf")).toBe(
      'Manyleb gwasanaeth.pdf',
    );
    expect(namedBy('attachment; filename="../../a\\"b.pdf"')).toBe('a"b.pdf');
    expect(namedBy("attachment; filename*=UTF-8''%E0%A4%A; filename=b.pdf")).toBe('b.pdf');
    expect(namedBy('inline')).toBeNull();
    expect(namedBy(null)).toBeNull();
    expect(nameIn('https://a.example/docs/Spec%20v7.pdf?x=1')).toBe('Spec v7.pdf');
    expect(nameIn('https://a.example/100%.pdf')).toBe('100%.pdf');
    expect(nameIn('https://a.example/')).toBe('a.example');
  });
  it('hands an address over by a ticket, and knows no other', async () => {
    const held: Record<string, unknown> = {};
    const tickets = readerTickets({
      get: async (keys) => Object.fromEntries((keys ?? []).map((key) => [key, held[key]])),
      set: async (items) => void Object.assign(held, items),
      remove: async () => undefined,
    });
    const path = await tickets.pathFor('https://a.example/embargoed.pdf');
    expect(path).not.toContain('embargoed');
    const hash = path.slice(path.indexOf('#'));
    expect(await tickets.addressIn(hash)).toBe('https://a.example/embargoed.pdf');
    expect(await tickets.addressIn('#file=00000000')).toBeNull();
    expect(await tickets.addressIn('#file=https://evil.example/')).toBeNull();
  });
});

describe('fitting spans over what is drawn', () => {
  const span = (text: string, width: number): Span => ({
    text,
    width,
    after: ' ',
    x: 0,
    y: 0,
    height: 12,
    size: 10,
    angle: 0,
    family: 'serif',
    direction: 'ltr',
    page: 1,
  });
  // Every letter half as wide as high.
  const measure = { width: (text: string) => text.length / 2 };
  const words = 'one two three four five';
  const natural = words.length * 5;

  it('gives the rest of a justified line to its gaps, so that its words lie where they are drawn', () => {
    const spans = [span(words, natural), span(words, natural), span(words, natural + 40)];
    const fitOf = fitting(spans, measure);
    expect(fitOf(span(words, natural))).toEqual({ stretch: 1, gap: 0 });
    expect(fitOf(span(words, natural + 40))).toEqual({ stretch: 1, gap: 10 });
  });
  it('stretches all letters where the whole font runs wider', () => {
    const spans = [1, 2, 3].map(() => span(words, natural * 1.2));
    const { stretch, gap } = fitting(spans, measure)(span(words, natural * 1.2));
    expect(stretch).toBeCloseTo(1.2);
    expect(gap).toBeCloseTo(0);
  });
});

describe('marks by part of the outline', () => {
  it('counts each mark in its part and in the larger parts that hold it', () => {
    document.body.innerHTML =
      '<i></i><h1></h1><i></i><h2></h2><i></i><i></i><h2></h2><h1></h1><i></i>';
    const [a, b, c, d] = document.querySelectorAll('h1,h2');
    const marks = [...document.querySelectorAll('i')].map((element) => ({ element }));
    const part = (level: number, anchor: Element | undefined) => ({
      level,
      anchor: anchor ?? null,
    });
    const parts = [part(1, a), part(2, b), part(2, c), part(1, d), part(2, undefined)];
    expect(marksByPart(parts, marks)).toEqual([3, 2, 0, 1, null]);
  });
});

describe('page boxes', () => {
  it('tell where the corner of the next page lies, each page centred', () => {
    const pages = new Pages(document, 3, { width: 600, height: 800 });
    pages.setSize(1, { width: 600, height: 800 });
    pages.setSize(2, { width: 800, height: 600 });
    expect(pages.corner(1, 2)).toEqual({ x: -100, y: 812 });
    expect(pages.corner(2, 1)).toEqual({ x: 100, y: -812 });
    expect(pages.corner(1, 3)).toEqual({ x: 0, y: 812 + 612 });
  });
});
