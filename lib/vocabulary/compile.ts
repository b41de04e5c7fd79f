// Turns the checked vocabulary, and the cue words of the detector, into one matcher.
import { buildWordTable } from '../text/word-table';
import { AutomatonBuilder, CLASS_STATE, FORM_STATE, NEAR_STATE, POLARITY_STATE } from './automaton';
import { type CueForms, SHIPPED_CUES } from './cue-forms';
import { LIST_AND, LIST_END, LIST_HEAD } from './list-role';
import type { CompiledCondition, CompiledSense, Matcher, Term, Topic } from './matcher';
import { type Element, parseForm } from './pattern';
import { withRoots } from './roots';
import type { Condition, Sense, TopicTerms, Vocabulary } from './schema';
import { surfacesOf } from './variants';

const DEFAULT_REACH = 6;

/**
 * Compiles a vocabulary that `loadVocabulary` has passed; a form that does not parse is a bug and throws.
 * `cueForms` are further forms (of polarity and relevance) to be found in the same scan; the shipped ones if not said.
 */
export function compile(vocabulary: Vocabulary, cueForms: CueForms = SHIPPED_CUES): Matcher {
  const topicNumber = new Map(vocabulary.topics.map((topic, i) => [topic.id, i]));
  const cueNumber = new Map<string, number>();
  const cue = (form: string): number => {
    const known = cueNumber.get(form);
    if (known !== undefined) return known;
    cueNumber.set(form, cueNumber.size);
    return cueNumber.size - 1;
  };
  const terms: Term[] = [];
  const nots: string[] = [];
  vocabulary.topics.forEach((topic, number) => {
    const senses = new Map(
      Object.entries(topic.senses).map(([name, s]) => [name, compileSense(s, cue, topicNumber)]),
    );
    for (const group of topic.terms) {
      const sense = group.sense === undefined ? null : (senses.get(group.sense) ?? null);
      for (const form of group.forms)
        terms.push({
          topic: number,
          form,
          sense,
          letters: group.case ?? 'any',
          abbreviation: group.kind === 'abbreviation',
        });
    }
    for (const group of topic.not) nots.push(...group.forms);
  });
  const gate = cueForms.relevance.groups.map((group) => group.forms.map(cue));

  const cues = [...cueNumber.keys()];
  const classes = [...Object.entries(vocabulary.classes), ...Object.entries(cueForms.classes)];
  const named = [...terms.map((t) => t.form), ...nots].map(parsedForm);
  const parsedCues = cues.map(parsedForm);
  const polarity = cueForms.polarity.map(([form]) => parsedForm(form));
  const members = classes.map(([, forms]) => forms.map(parsedForm));
  const listWords = [...cueForms.heads, ...cueForms.between, 'and', 'or'];
  const ids = wordIds([named, parsedCues, polarity, ...members], listWords);
  const roles = listRoles(ids, cueForms);
  const classNumber = new Map(classes.map(([name], i) => [name, i]));
  const builder = new AutomatonBuilder(
    (word) => ids.byWord.get(word) ?? 0,
    (name) => classNumber.get(name) ?? -1,
  );
  const use = useOfCues(terms, gate.flat());
  named.forEach((elements, end) => {
    builder.add(FORM_STATE, elements, end);
  });
  parsedCues.forEach((elements, number) => {
    if (use.wide.has(number)) builder.add(FORM_STATE, elements, named.length + number);
    if (use.near.has(number)) builder.add(NEAR_STATE, elements, number);
  });
  polarity.forEach((elements, number) => {
    builder.add(POLARITY_STATE, elements, number);
  });
  members.forEach((forms, number) => {
    for (const elements of forms) builder.add(CLASS_STATE, elements, number);
  });
  return {
    words: buildWordTable(
      [...ids.bySurface.keys()].join('\n'),
      [...ids.bySurface.values()],
      ids.byWord.get('and') ?? 0,
    ),
    automaton: withRoots(builder.freeze(), ids.count, classes.length, roles),
    polarityKinds: Int32Array.from(cueForms.polarity, ([, kinds]) => kinds),
    gate: {
      groups: cueForms.relevance.groups.map(({ part, says, weight, care }) => ({
        part,
        says,
        weight,
        care,
      })),
      ofCue: groupOfCue(gate, cues.length),
      hosts: cueForms.relevance.hosts,
    },
    topics: vocabulary.topics.map((topic) => ({
      id: topic.id,
      label: topic.label.en,
      tier: topic.tier,
      above: topicsAbove(topic, vocabulary.topics, topicNumber),
    })) satisfies Topic[],
    termCount: terms.length,
    notCount: nots.length,
    term: (end) => terms[end],
    shortForms: shortForms(terms),
    listRole: roles,
    cueCount: cues.length,
  };
}

/** Cues that are counted in the whole document, and cues that are looked for near words of more than one sense. */
function useOfCues(
  terms: readonly Term[],
  gate: readonly number[],
): { wide: Set<number>; near: Set<number> } {
  const wide = new Set(gate);
  const near = new Set<number>();
  for (const sense of new Set(terms.map((term) => term.sense)))
    for (const { within, cues } of sense ? [...sense.needs, ...sense.all, ...sense.not] : [])
      for (const cue of cues) (within === 'document' ? wide : near).add(cue);
  return { wide, near };
}

function parsedForm(form: string): Element[] {
  const parsed = parseForm(form);
  if (!parsed.ok) throw new Error(`form “${form}”: ${parsed.reason}`);
  return parsed.elements;
}

function compileSense(
  sense: Sense,
  cue: (form: string) => number,
  topics: ReadonlyMap<string, number>,
): CompiledSense {
  const condition = (c: Condition): CompiledCondition => ({
    within: c.within,
    cues: (c.words ?? []).map(cue),
    topics: (c.topics ?? []).map((id) => topics.get(id) ?? -1),
    reach: c.reach ?? DEFAULT_REACH,
    side: c.side ?? null,
    atLeast: c.atLeast ?? 1,
  });
  return {
    needs: (sense.needs ?? []).map(condition),
    all: (sense.all ?? []).map(condition),
    not: (sense.not ?? []).map(condition),
    reading: sense.reading,
    couldBe: sense.couldBe,
  };
}

/** Gives every word and its surfaces an id from 1; words that share a surface share the id. */
function wordIds(
  groups: readonly (readonly Element[][])[],
  further: readonly string[],
): {
  byWord: Map<string, number>;
  bySurface: Map<string, number>;
  count: number;
} {
  const words = new Set<string>(further);
  for (const forms of groups)
    for (const elements of forms)
      for (const element of elements)
        if (element.kind === 'words')
          for (const way of element.ways) for (const word of way) words.add(word);
  const parent: number[] = [0];
  const root = (id: number): number => {
    let at = id;
    while (parent[at] !== at) at = parent[at] ?? 0;
    return at;
  };
  const raw = new Map<string, number>();
  for (const word of words) {
    let id = 0;
    for (const surface of surfacesOf(word)) {
      const known = raw.get(surface);
      if (known === undefined) {
        if (id === 0) {
          id = parent.length;
          parent.push(id);
        }
        raw.set(surface, id);
      } else {
        const other = root(known);
        if (id === 0) id = other;
        else if (root(id) !== other) parent[root(id)] = other;
      }
    }
  }
  const bySurface = new Map<string, number>();
  for (const [surface, id] of raw) bySurface.set(surface, root(id));
  const byWord = new Map<string, number>();
  for (const word of words) byWord.set(word, bySurface.get(word) ?? 0);
  return { byWord, bySurface, count: parent.length - 1 };
}

function groupOfCue(groups: readonly (readonly number[])[], cues: number): Int32Array {
  const ofCue = new Int32Array(cues).fill(-1);
  groups.forEach((numbers, group) => {
    for (const number of numbers) ofCue[number] = group;
  });
  return ofCue;
}

function shortForms(terms: readonly Term[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { abbreviation, form, topic } of terms) {
    if (!abbreviation) continue;
    const key = form.toLowerCase();
    found.set(key, [...(found.get(key) ?? []), topic]);
  }
  return found;
}

function listRoles(
  ids: { byWord: ReadonlyMap<string, number>; count: number },
  cueForms: CueForms,
): Uint8Array {
  const roles = new Uint8Array(ids.count + 1);
  const give = (words: readonly string[], bit: number) => {
    for (const word of words) {
      const id = ids.byWord.get(word);
      if (id !== undefined) roles[id] = (roles[id] ?? 0) | bit;
    }
  };
  give(cueForms.heads, LIST_HEAD);
  give(cueForms.between, LIST_END);
  give(['and', 'or'], LIST_AND);
  roles[0] = 0;
  return roles;
}

/** Topics above, through all steps; a ring in the data does not hang it. */
function topicsAbove(
  topic: TopicTerms,
  all: readonly TopicTerms[],
  numbers: ReadonlyMap<string, number>,
): number[] {
  const above = new Set<number>();
  const queue = [...topic.broader];
  for (const id of queue) {
    const number = numbers.get(id);
    if (number === undefined || above.has(number)) continue;
    above.add(number);
    queue.push(...(all[number]?.broader ?? []));
  }
  return [...above];
}
