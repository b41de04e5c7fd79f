// How wide text comes out in one of the three generic fonts, so that a span of the text layer can be stretched over what is drawn.
import type { Span } from '../documents/model';

/** Px at which text is measured: large enough that hinting does not round it. */
const AT = 100;

export interface Measure {
  /** Width of a text in px for a font size of 1 px; 0 for text without width. */
  width(text: string, family: Span['family']): number;
}

export function canvasMeasure(document: Document): Measure {
  const context = document.createElement('canvas').getContext('2d', { alpha: false });
  let font: Span['family'] | null = null;
  return {
    width(text, family) {
      if (!context) return 0;
      if (font !== family) context.font = `${AT}px ${family}`;
      font = family;
      // A soft hyphen stands where the document draws one.
      return context.measureText(text.replaceAll('\u00ad', '-')).width / AT;
    },
  };
}

/** Spans shorter than this (UTF-16 units) say too little of how wide their font runs. */
const TELLING = 20;
/** Fewer gaps between words than this are not worth telling apart from the letters. */
const FEWEST_GAPS = 3;

export interface Fit {
  /** Stretch of the letters, along the line. */
  readonly stretch: number;
  /** Added to each space before the stretch, in units of the span. */
  readonly gap: number;
}

/**
 * How the spans of a page are stretched. Justified lines are wider by their gaps alone: so that words of a line lie
 * over those drawn, letters are stretched as in the narrowest lines of that font, and gaps take the rest.
 */
export function fitting(spans: Iterable<Span>, measure: Measure): (span: Span) => Fit {
  const ratios = new Map<string, number[]>();
  const ratioOf = (span: Span) => {
    const natural = measure.width(span.text, span.family) * span.size;
    return natural > 0 && span.width > 0 ? span.width / natural : 1;
  };
  for (const span of spans) {
    if (span.text.length < TELLING) continue;
    const key = keyOf(span);
    const known = ratios.get(key);
    if (known) known.push(ratioOf(span));
    else ratios.set(key, [ratioOf(span)]);
  }
  const usual = new Map<string, number>();
  for (const [key, some] of ratios) {
    some.sort((a, b) => a - b);
    const low = some[Math.floor(some.length / 5)];
    if (low !== undefined) usual.set(key, low);
  }
  return (span) => {
    const ratio = ratioOf(span);
    const letters = usual.get(keyOf(span)) ?? ratio;
    const gaps = span.text.split(' ').length - 1;
    if (ratio <= letters || gaps < FEWEST_GAPS) return { stretch: ratio, gap: 0 };
    const gap = (span.width / letters - span.width / ratio) / gaps;
    return gap > span.size ? { stretch: ratio, gap: 0 } : { stretch: letters, gap };
  };
}

const keyOf = ({ family, size }: Span): string => `${family} ${size.toFixed(1)}`;
