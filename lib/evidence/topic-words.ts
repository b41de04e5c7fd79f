// The words of a topic as a person reads them: what is marked, what only with care, and what is not.
import type { TopicTerms, WordClasses } from '../vocabulary/schema';
import type { TopicWords } from './views';

/** Made from the very terms that the detector uses. Misspellings that it also finds are left out. */
export function readableWords(topic: TopicTerms, classes: WordClasses): TopicWords {
  const marked = new Set<string>();
  const careful = new Map<string, Set<string>>();
  for (const { forms, kind, sense, case: letters } of topic.terms) {
    if (kind === 'hidden') continue;
    const into = sense === undefined ? marked : (careful.get(sense) ?? new Set());
    for (const form of forms) {
      const words = readable(form, classes);
      if (words === '') continue;
      into.add(letters === 'upper' ? words.toUpperCase() : words);
    }
    if (sense !== undefined) careful.set(sense, into);
  }
  return {
    marked: [...marked],
    careful: [...careful].flatMap(([name, words]) => {
      const sense = topic.senses[name];
      return sense ? [{ words: [...words], reading: sense.reading, couldBe: sense.couldBe }] : [];
    }),
    not: topic.not.map(({ forms, reason }) => ({
      words: [...new Set(forms.map((form) => readable(form, classes)))],
      reason,
    })),
  };
}

/** "residential [substance]? [rehab]" → "residential rehab"; a gap of other words → "…". */
function readable(form: string, classes: WordClasses): string {
  return form
    .split(' ')
    .flatMap((part) => {
      if (part === '' || part.replace(/,$/, '').endsWith('?')) return [];
      if (part.startsWith('~')) return ['…'];
      const slot = /^\[([^\]]+)\],?$/.exec(part)?.[1];
      return slot === undefined ? [part] : [firstMember(slot, classes)];
    })
    .join(' ');
}

function firstMember(name: string, classes: WordClasses): string {
  const first = classes[name]?.[0] ?? '';
  // Members hold no slots of other classes, but may have optional words.
  return first
    .split(' ')
    .filter((part) => !part.endsWith('?'))
    .join(' ');
}
