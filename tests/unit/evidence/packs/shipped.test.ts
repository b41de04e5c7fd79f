// What must hold of the shipped evidence by itself, without the material it was made from.
import { describe, expect, it } from 'vitest';
import { pack } from '../real-pack';

describe('the evidence by itself', () => {
  it('links to no copy that was shared without leave', () => {
    const text = JSON.stringify([pack.cells, pack.entries, pack.guidance]);
    expect(text).not.toMatch(
      /123dok|1library|studylib|docplayer|slidelegend|readkong|vdocuments|documents\.pub|pdfslide|scribd|researchgate|drugprevent|textlab|skyscape|47\.251|grantome|informahealthcare/i,
    );
  });

  it('names where each fact comes from, and no folder of anyone’s computer', () => {
    for (const { source } of [...pack.cells, ...pack.entries, ...pack.guidance]) {
      expect(source.length).toBeGreaterThan(20);
      expect(source).not.toMatch(/\/work|\/tmp|\/home|\.txt \(|shared\//);
    }
  });

  it('says nothing of an entry known by its title only', () => {
    const titles = pack.entries.filter(({ completeness }) => completeness === 'title-only');
    expect(titles).toHaveLength(146);
    for (const { summary, findings, caution, links, citation } of titles)
      expect([summary, findings, caution, links, citation]).toEqual([null, [], null, [], null]);
  });

  it('rests each statement on entries and passages that its topic shows', () => {
    for (const { topic, basis, question } of pack.statements) {
      const shown = [...pack.entries, ...pack.passages].filter(({ topics }) =>
        topics.includes(topic),
      );
      const ids = shown.map(({ id }) => id);
      expect(basis?.length).toBeGreaterThan(0);
      for (const id of basis ?? [])
        expect([topic, ids]).toEqual([topic, expect.arrayContaining([id])]);
      if (question?.passage)
        expect(pack.passages.find(({ id }) => id === question.passage)).toBeDefined();
    }
  });

  it('has no statement exactly where nothing but titles is held', () => {
    const said = new Set(pack.statements.map(({ topic }) => topic));
    for (const { id } of pack.vocabulary.topics) {
      const read = pack.entries.some(
        ({ topics, completeness }) => completeness === 'full' && topics.includes(id),
      );
      const discussed = pack.passages.some(({ topics }) => topics.includes(id));
      expect([id, said.has(id)]).toEqual([id, read || discussed]);
    }
  });

  it('says its statements in one or two sentences', () => {
    for (const { says } of pack.statements) {
      expect(says.length).toBeLessThan(270);
      expect(says.match(/[.]( |$)/g)?.length ?? 0).toBeLessThanOrEqual(3);
    }
  });
});
