// @vitest-environment node
// The detector over real notices and web pages: silence where they are about something else, no in-domain page turned away.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Measured } from '../../../lib/measure/model';
import { byKind, isOffTopic, surprises } from '../../../lib/measure/pages';
import { readTexts, sampleOfText } from '../../../lib/measure/read';
import { readEngine } from '../../../scripts/engine';
import { detectText } from '../../../scripts/texts';

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
const FILES = ['dev-notices.jsonl', 'dev-webpages.jsonl'];
const missing = !FILES.every((file) => existsSync(join(CORPUS, file)));

describe.skipIf(missing)(
  `real notices and web pages${missing ? ' (skipped: ../shared/corpus is not here)' : ''}`,
  () => {
    let measured: Measured[] = [];

    beforeAll(() => {
      const { matcher } = readEngine();
      measured = FILES.flatMap((file) => {
        const read = readTexts(file, readFileSync(join(CORPUS, file), 'utf8'));
        if (!read.ok) throw new Error(read.reason);
        return read.records.map((record) => {
          const sample = sampleOfText(file, record);
          return { sample, ...detectText(matcher, sample, false) };
        });
      });
    }, 60_000);

    it('marks nothing on 99 of 100 pages about something else', () => {
      const off = byKind(measured).filter((row) => isOffTopic(row.kind));
      const pages = off.reduce((sum, row) => sum + row.pages, 0);
      const marked = off.reduce((sum, row) => sum + row.pagesWithMarks, 0);
      expect(pages).toBeGreaterThan(250);
      expect(marked).toBeLessThanOrEqual(Math.floor(pages / 100));
    });

    it('lets every in-domain page through the gate', () => {
      const turnedAway = surprises(measured).filter((one) => one.sample.kind === 'in-domain');
      expect(turnedAway.map((one) => one.sample.id)).toEqual([]);
    });
  },
);
