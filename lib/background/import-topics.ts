// Which topics the titles of an imported cell's entries word, by the same rules as marks on pages.
import { detect } from '../detect/detect';
import type { TopicsOfTitles } from '../evidence/importer/views';
import { compile } from '../vocabulary/compile';
import type { Vocabulary } from '../vocabulary/schema';

/**
 * Titles are read as the lines of one document on drug or alcohol treatment, which a cell is; `cell` is its own title.
 * Words whose sense the detector cannot tell there are left out, as on a page.
 */
export function topicsInTitles(vocabulary: Vocabulary, cell: string): TopicsOfTitles {
  const matcher = compile(vocabulary);
  const topics = new Map(
    vocabulary.topics.map(({ id, label, tier }) => [id, { label: label.en, general: tier !== 1 }]),
  );
  return (titles) => {
    const blocks = titles.map((text) => ({ text, kind: 'list-item' as const }));
    const { mentions } = detect({ title: cell, host: '', blocks }, matcher, { anyway: true });
    const found = titles.map((_, i) =>
      mentions.filter(({ block, polarity }) => block === i && polarity === 'asserted'),
    );
    return { topics, found };
  };
}
