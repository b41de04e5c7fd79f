// Light text stands on dark ground, whatever form the browser gives its colour in.
import { expect, it, vi } from 'vitest';
import { groundsOf, isOnDark } from '../../../lib/page/ground';

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

it('asks the styles once for siblings of one sort, and for each that is styled by itself', () => {
  document.body.innerHTML = `
    <section style="color: rgb(255, 255, 255)"><p>a</p><p>b</p></section>
    <section><p>c</p><p>d</p><p style="color: rgb(255, 255, 255)">e</p><p style="color: rgb(0, 0, 0)">f</p></section>`;
  const asked = vi.spyOn(window, 'getComputedStyle');
  const isDark = groundsOf(window);
  const found = [...document.querySelectorAll('p')].map((p) => [p.textContent, isDark(p)]);
  expect(Object.fromEntries(found)).toEqual({
    a: true,
    b: true,
    c: false,
    d: false,
    e: true,
    f: false,
  });
  expect(asked).toHaveBeenCalledTimes(4);
});
