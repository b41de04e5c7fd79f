// The compiled matcher as one string, made when the extension is built, so that a page need not compile thousands of forms.
import { buildWordTable } from '../text/word-table';
import type { Trie } from './automaton';
import type { CompiledSense, Matcher, Term, Topic } from './matcher';
import { withRoots } from './roots';

/** Raised whenever the form of the packed matcher, or what the matcher holds, changes. */
export const PACKED_VERSION = 5;

interface Packed {
  readonly version: number;
  readonly topics: readonly Topic[];
  readonly senses: readonly CompiledSense[];
  readonly notCount: number;
  readonly cueCount: number;
  /** Number of word classes. */
  readonly classes: number;
  readonly gate: Pick<Matcher['gate'], 'groups' | 'hosts'>;
  /** Forms of the terms, surfaces of words: one a line. */
  readonly terms: string;
  readonly surfaces: string;
  /** See WordTable. */
  readonly andId: number;
  readonly shortForms: readonly (readonly [string, readonly number[]])[];
  /** Lists of numbers, see `writeNumbers`. */
  readonly numbers: Readonly<Record<string, string>>;
}

export type Unpacked = { ok: true; matcher: Matcher } | { ok: false; reason: string };

const LETTERS = ['any', 'upper', 'exact'] as const;

/** The matcher as a string that holds no half pairs, so that it passes through JSON and UTF-8 unchanged. */
export function packMatcher(matcher: Matcher): string {
  const terms = Array.from({ length: matcher.termCount }, (_, end) => matcher.term(end)).filter(
    (term) => term !== undefined,
  );
  const senses = [...new Set(terms.flatMap((term) => (term.sense ? [term.sense] : [])))];
  const senseNumber = new Map(senses.map((sense, i) => [sense, i + 1]));
  const numbers: Record<string, string> = {
    wordIds: writeNumbers(matcher.words.ids),
    listRole: writeNumbers(matcher.listRole),
    polarityKinds: writeNumbers(matcher.polarityKinds),
    // −1 for cues of other use becomes 0.
    gateOfCue: writeNumbers(matcher.gate.ofCue.map((group) => group + 1)),
    terms: writeNumbers(
      terms.flatMap((term) => [
        term.topic,
        term.sense ? (senseNumber.get(term.sense) ?? 0) : 0,
        LETTERS.indexOf(term.letters) * 2 + (term.abbreviation ? 1 : 0),
      ]),
    ),
  };
  for (const [part, values] of Object.entries(matcher.automaton.trie))
    numbers[part] = writeNumbers(STEPPED.has(part) ? steps(values) : values);
  const packed: Packed = {
    version: PACKED_VERSION,
    topics: matcher.topics,
    senses,
    notCount: matcher.notCount,
    cueCount: matcher.cueCount,
    classes: matcher.automaton.classes,
    gate: { groups: matcher.gate.groups, hosts: matcher.gate.hosts },
    terms: terms.map((term) => term.form).join('\n'),
    surfaces: surfacesOf(matcher).join('\n'),
    andId: matcher.words.andId,
    shortForms: [...matcher.shortForms],
    numbers,
  };
  return JSON.stringify(packed);
}

/**
 * The matcher again, stopping now and then: on a slow machine all of it takes too long for one turn of a page. Refused where
 * the string was packed by another version, or is damaged.
 */
export function* unpackMatcher(text: string): Generator<void, Unpacked, undefined> {
  let packed: Packed;
  try {
    packed = JSON.parse(text) as Packed;
  } catch {
    return { ok: false, reason: 'The packed terms are damaged.' };
  }
  if (packed.version !== PACKED_VERSION)
    return {
      ok: false,
      reason: `The packed terms are of version ${packed.version}, not ${PACKED_VERSION}.`,
    };
  yield;
  const lists = new Map<string, Int32Array>();
  for (const [name, written] of Object.entries(packed.numbers)) {
    const values = readNumbers(written);
    lists.set(name, STEPPED.has(name) ? sums(values) : values);
    yield;
  }
  const list = (name: string): Int32Array => lists.get(name) ?? new Int32Array();
  const wordIds = list('wordIds');
  const table = buildWordTable(packed.surfaces, wordIds, packed.andId);
  yield;
  const words = wordIds.reduce((most, id) => (id > most ? id : most), 0);
  const listRole = Uint8Array.from(list('listRole'));
  const trie: Trie = {
    wordFrom: list('wordFrom'),
    wordLabel: list('wordLabel'),
    wordTarget: list('wordTarget'),
    sideFrom: list('sideFrom'),
    sides: list('sides'),
    endFrom: list('endFrom'),
    ends: list('ends'),
  };
  const automaton = withRoots(trie, words, packed.classes, listRole);
  yield;
  const termNumbers = list('terms');
  const matcher: Matcher = {
    words: table,
    automaton,
    topics: packed.topics,
    termCount: termNumbers.length / 3,
    notCount: packed.notCount,
    term: termsOf(packed.terms, packed.senses, termNumbers),
    listRole,
    shortForms: new Map(packed.shortForms),
    cueCount: packed.cueCount,
    polarityKinds: list('polarityKinds'),
    gate: { ...packed.gate, ofCue: list('gateOfCue').map((group) => group - 1) },
  };
  return { ok: true, matcher };
}

/**
 * Gives the term of an end. Most terms are never met on a page: each is made when it is. In a function of its own, so that
 * what it holds keeps nothing else of the packed string alive.
 */
function termsOf(
  written: string,
  senses: readonly CompiledSense[],
  numbers: Int32Array,
): Matcher['term'] {
  const made: (Term | undefined)[] = [];
  let forms: string[] | null = null;
  return (end) => {
    if (3 * end >= numbers.length) return undefined;
    const known = made[end];
    if (known) return known;
    forms = forms ?? (written === '' ? [] : written.split('\n'));
    const flags = numbers[3 * end + 2] ?? 0;
    const fresh: Term = {
      topic: numbers[3 * end] ?? 0,
      form: forms[end] ?? '',
      sense: senses[(numbers[3 * end + 1] ?? 0) - 1] ?? null,
      letters: LETTERS[flags >> 1] ?? 'any',
      abbreviation: (flags & 1) === 1,
    };
    made[end] = fresh;
    return fresh;
  };
}

/** Lists whose numbers lie near each other: written as steps, which are small and alike. */
const STEPPED = new Set<string>(['wordFrom', 'wordTarget', 'sideFrom', 'endFrom', 'ends']);

function surfacesOf(matcher: Matcher): string[] {
  const { from, units, ids } = matcher.words;
  return Array.from(ids, (_, i) =>
    String.fromCharCode(...units.subarray(from[i] ?? 0, from[i + 1] ?? 0)),
  );
}

/** Steps from number to number; downward ones are odd. */
function steps(values: Int32Array): Int32Array {
  return values.map((value, i) => {
    const step = value - (i > 0 ? (values[i - 1] ?? 0) : 0);
    return step < 0 ? -2 * step - 1 : 2 * step;
  });
}

function sums(values: Int32Array): Int32Array {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const step = values[i] as number;
    sum += (step & 1) === 1 ? -((step + 1) >> 1) : step >> 1;
    values[i] = sum;
  }
  return values;
}

/** Units from FIRST up carry a number below ONE; units from TWO up carry the high bits of a larger one. */
const FIRST = 0x30;
const ONE = 0x4000;
const TWO = FIRST + ONE;
const LOW_BITS = 14;

function writeNumbers(values: ArrayLike<number>): string {
  let text = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < ONE) text += unit(value);
    else text += String.fromCharCode(TWO + (value >> LOW_BITS)) + unit(value & (ONE - 1));
  }
  return text;
}

/** The backslash would be escaped in JSON; it changes places with the unit below FIRST. */
function unit(value: number): string {
  const code = FIRST + value;
  return String.fromCharCode(code === 0x5c ? FIRST - 1 : code);
}

function readNumbers(text: string): Int32Array {
  const values = new Int32Array(text.length);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < TWO) values[n++] = low(code);
    else values[n++] = ((code - TWO) << LOW_BITS) | low(text.charCodeAt(++i));
  }
  return values.subarray(0, n);
}

function low(code: number): number {
  return code === FIRST - 1 ? 0x5c - FIRST : code - FIRST;
}
