// Words of a pack beside those of the packs before it: checked as at build time; what contradicts them is not marked.
import { loadVocabulary, type VocabularyProblem } from '../../vocabulary/load';
import type { WordClasses } from '../../vocabulary/schema';
import { say } from '../../words/words';
import type { Addition, Pack } from '../model';
import type { HeldTopic, Merged } from '../views';
import type { FileProblem } from './json';
import type { Clash } from './model';

/** `file` is the id of the topic or `classes.json`, as `loadVocabulary` names it. */
export type WordProblem = VocabularyProblem;

export interface WithWords {
  readonly vocabulary: Merged['vocabulary'];
  readonly clashes: readonly Clash[];
  /** What `loadVocabulary` says of this pack's words beside the others; a pack that brings any is refused when it comes. */
  readonly problems: readonly WordProblem[];
}

type Words = Pack['vocabulary'];
/** Leaving out the forms at fault mends most; what then still fails is left out whole. */
const ROUNDS = 5;

export function addWords(held: Merged['vocabulary'], pack: Pack): WithWords {
  const { id: from, title, vocabulary } = pack;
  const { topics, additions, classes } = vocabulary;
  if (topics.length + additions.length + Object.keys(classes).length === 0)
    return { vocabulary: held, clashes: [], problems: [] };
  const clashes: Clash[] = [];
  const known = new Map(held.topics.map((topic) => [topic.id, topic]));
  const give = (kind: Clash['kind'], what: 'topic' | 'class', id: string, reason: string) =>
    clashes.push({ kind, from, shown: known.get(id)?.from ?? null, what, id, reason });
  const fresh = topics.filter((topic) => {
    if (!known.has(topic.id)) return true;
    give(
      'same-id',
      'topic',
      topic.id,
      say('The topic “{topic}” of “{title}” is already held. That one is used.', {
        topic: topic.id,
        title,
      }),
    );
    return false;
  });
  for (const [name, members] of Object.entries(classes))
    if (Object.hasOwn(held.classes, name) && String(held.classes[name]) !== String(members))
      give(
        'same-class',
        'class',
        name,
        say(
          'The word class “{name}” of “{title}” is already held with other members. Those are used.',
          { name, title },
        ),
      );
  let words: Words = { classes, topics: fresh, additions };
  const problems: WordProblem[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const vocabulary = together(held, words, from);
    const loaded = load(vocabulary, words);
    if (loaded.length === 0) return { vocabulary, clashes, problems };
    problems.push(...loaded);
    const forms = new Set(loaded.flatMap(({ form }) => form ?? []));
    for (const { file, form, reason } of loaded)
      give(
        'same-words',
        'topic',
        file,
        form === undefined
          ? say('“{title}”: {reason}. It is not marked.', { title, reason })
          : say('“{form}” in “{title}”: {reason}. It is not marked.', { form, title, reason }),
      );
    const less = without(words, forms);
    if (forms.size === 0 || JSON.stringify(less) === JSON.stringify(words)) break;
    words = less;
  }
  give(
    'same-words',
    'topic',
    from,
    say('The words of “{title}” do not fit those held. None of them is marked.', { title }),
  );
  return { vocabulary: held, clashes, problems };
}

function together(held: Merged['vocabulary'], words: Words, from: string): Merged['vocabulary'] {
  const extra = new Map(words.additions.map((addition) => [addition.topic, addition]));
  const classes: WordClasses = { ...words.classes, ...held.classes };
  const topics = held.topics.map((topic): HeldTopic => {
    const addition = extra.get(topic.id);
    return addition ? added(topic, addition, from) : topic;
  });
  return { classes, topics: [...topics, ...words.topics.map((topic) => ({ ...topic, from }))] };
}

/** Senses of the addition get its pack's name, so that they never take the place of the topic's own. */
function added(topic: HeldTopic, { terms, senses, not }: Addition, from: string): HeldTopic {
  const named = (sense: string) => (Object.hasOwn(senses, sense) ? `${from}: ${sense}` : sense);
  return {
    ...topic,
    terms: [
      ...topic.terms,
      ...terms.map((group) =>
        group.sense === undefined ? group : { ...group, sense: named(group.sense) },
      ),
    ],
    senses: {
      ...topic.senses,
      ...Object.fromEntries(Object.entries(senses).map(([name, sense]) => [named(name), sense])),
    },
    not: [...topic.not, ...not],
    addedBy: [...(topic.addedBy ?? []), from],
  };
}

/** Topics that this pack touches come last: of two topics with the same form, the later one is named. */
function load({ classes, topics }: Merged['vocabulary'], words: Words): readonly WordProblem[] {
  const touched = new Set(
    [...words.topics, ...words.additions].map((one) => ('topic' in one ? one.topic : one.id)),
  );
  const plain = topics.map(({ from: _from, addedBy: _by, ...topic }) => topic);
  const order = [
    ...plain.filter(({ id }) => !touched.has(id)),
    ...plain.filter(({ id }) => touched.has(id)),
  ];
  const loaded = loadVocabulary({
    classes,
    topics: order.map((json) => ({ file: json.id, json })),
  });
  return loaded.ok ? [] : loaded.problems;
}

function without({ classes, topics, additions }: Words, forms: ReadonlySet<string>): Words {
  const kept = <T extends { forms: string[] }>(groups: readonly T[]): T[] =>
    groups
      .map((group) => ({ ...group, forms: group.forms.filter((form) => !forms.has(form)) }))
      .filter((group) => group.forms.length > 0);
  return {
    classes,
    topics: topics
      .map((topic) => ({ ...topic, terms: kept(topic.terms), not: kept(topic.not) }))
      .filter((topic) => topic.terms.length > 0),
    additions: additions.map((one) => ({ ...one, terms: kept(one.terms), not: kept(one.not) })),
  };
}

/** A pack's words that contradict those before it, by topic and form, as a refusal names them. */
export function wordFaults(
  { vocabulary }: Pack,
  problems: readonly WordProblem[] = [],
): FileProblem[] {
  return problems.map(({ file, form, reason }) => {
    const topic = vocabulary.topics.findIndex(({ id }) => id === file);
    const addition = vocabulary.additions.findIndex((one) => one.topic === file);
    const path =
      topic !== -1
        ? `vocabulary.topics[${topic}]`
        : addition !== -1
          ? `vocabulary.additions[${addition}]`
          : 'vocabulary.classes';
    return {
      path,
      line: null,
      reason: form === undefined ? reason : say('“{form}”: {reason}', { form, reason }),
    };
  });
}
