// Zoom: the steps, and what "fit the width" and "fit the page" come to.
import type { Zoom } from './model';

/** 1 is the size on paper. */
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];
/** `auto` shows pages at most this large. */
const COMFORTABLE = 1.1;
const LEAST = 0.25;
const MOST = 5;

/** The next larger or smaller step from a scale. */
export function stepFrom(scale: number, larger: boolean): number {
  const next = larger
    ? STEPS.find((step) => step > scale + 0.01)
    : STEPS.findLast((step) => step < scale - 0.01);
  return next ?? (larger ? MOST : LEAST);
}

/** The scale at which a page (CSS px at scale 1) stands in a space (CSS px). */
export function scaleOf(
  zoom: Zoom,
  page: { readonly width: number; readonly height: number },
  space: { readonly width: number; readonly height: number },
): number {
  const wide = space.width / page.width;
  const numbers = {
    auto: Math.min(wide, COMFORTABLE),
    width: wide,
    page: Math.min(wide, space.height / page.height),
  };
  const scale = typeof zoom === 'number' ? zoom : numbers[zoom];
  return Math.min(MOST, Math.max(LEAST, scale));
}
