// The gate on documents of any length: groups of words are worth only so much, and long texts hold stray ones.
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../lib/detect/detect';
import { blocksOfText } from '../../../lib/detect/text-blocks';
import { INSIDE, OUTSIDE } from './gate-samples';
import { shippedMatcher } from './shipped';

const matcher = shippedMatcher();
describe('the gate and length', () => {
  const inside = INSIDE.map(({ text }) => text).join('\n\n');
  const outside = OUTSIDE.map(({ text }) => text).join('\n\n');
  /** The gate over the same text so many times; blocks are scanned once. */
  const gate = (text: string, times: number) => {
    const detector = createDetector(matcher);
    const blocks = blocksOfText(text);
    const scans = blocks.map((block) => detector.scanBlock(block.text));
    const many = <T>(all: readonly T[]): T[] => Array.from({ length: times }, () => all).flat();
    return detector.survey({ title: '', host: '', blocks: many(blocks) }, many(scans)).relevance;
  };

  it('keeps no document of the field out, however long', () => {
    for (const times of [1, 30, 1000]) expect(gate(inside, times).pass, `${times}`).toBe(true);
  });

  it('lets no document on other subjects in, however long', () => {
    for (const times of [1, 30, 1000]) expect(gate(outside, times).pass, `${times}`).toBe(false);
  });
});
