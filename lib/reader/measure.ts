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
