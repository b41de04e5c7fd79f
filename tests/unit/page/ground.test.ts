// Light text stands on dark ground, whatever form the browser gives its colour in.
import { expect, it } from 'vitest';
import { isOnDark } from '../../../lib/page/ground';

it.each([
  ['rgb(0, 0, 0)', false],
  ['rgb(232, 237, 241)', true],
  ['rgba(255, 255, 255, 0.9)', true],
  ['rgb(11, 12, 12)', false],
  ['rgb(120, 120, 120)', false],
  ['rgb(0, 0, 238)', false],
  ['color(srgb 0.95 0.95 0.95)', true],
  ['color(srgb 0.1 0.1 0.1)', false],
  ['oklch(0.95 0.01 240)', true],
  ['oklch(30% 0.01 240)', false],
  ['lab(90 0 0)', true],
  ['lch(20 10 30)', false],
  ['nonsense', false],
])('%s', (color, dark) => {
  expect(isOnDark(color)).toBe(dark);
});
