// The door for evidence: a pack is let in whole or refused whole, with the place and the reason of each fault.
import { loadVocabulary } from '../../vocabulary/load';
import { say } from '../../words/words';
import { PACK_SCHEMA, Pack } from '../model';
import { integrityFaults } from './integrity';
import {
  type Fault,
  type FileProblem,
  type JsonPath,
  MAX_STRING,
  parseJson,
  pathText,
  surelyPrintable,
  trapFaults,
} from './json';
import { lineOf } from './locate';
import { quickCheck } from './quick';
import { broughtUp, isGroup } from './schema-versions';
import { shapeFaults } from './shape';

export type ParsedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A refusal names this many faults at most; the first are enough to mend a file by. */
const MAX_PROBLEMS = 20;
/** Naming lines means reading the text once for each fault; beyond this size (UTF-16 units) only paths are named. */
const MAX_FOR_LINES = 20_000_000;

const fits = quickCheck(Pack, MAX_STRING);

/**
 * `text` is the file as it was read; `beside` are the packs that one of an organisation, or the reader's own, may
 * refer to. Never throws for what the file holds.
 */
export function parsePack(text: string, beside: readonly Pack[] = []): ParsedPack {
  const json = parseJson(text);
  return json.ok ? checkPack(text, json.value, beside) : refuse(text, json.faults);
}

/** The same for JSON that is parsed already; `text` is what it was parsed from, `at` where in it the pack stands. */
export function checkPack(
  text: string,
  json: unknown,
  beside: readonly Pack[],
  at: JsonPath = [],
): ParsedPack {
  if (!isGroup(json))
    return refuse(
      text,
      [{ path: [], reason: say('the file does not hold a set of evidence') }],
      at,
    );
  const raised = broughtUp(json);
  if (raised === null) return refuse(text, [schemaFault(json.schema)], at);
  const shaped = shape(text, json, raised);
  if (!shaped.ok) return refuse(text, shaped.faults, at);
  const faults = [...integrityFaults(shaped.pack, beside), ...vocabularyFaults(shaped.pack)];
  return faults.length === 0 ? { ok: true, pack: shaped.pack } : refuse(text, faults, at);
}

/** A pack that was let in before, without asking again how it stands beside others; null where it is damaged. */
export function storedPack(text: string): Pack | null {
  const json = parseJson(text);
  const raised = json.ok && isGroup(json.value) ? broughtUp(json.value) : null;
  if (!json.ok || raised === null) return null;
  const shaped = shape(text, json.value, raised);
  return shaped.ok ? shaped.pack : null;
}

type Shaped =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The quick check says yes to nearly every sound file; what it leaves open is decided, and told, at leisure. */
function shape(text: string, json: unknown, raised: unknown): Shaped {
  if (surelyPrintable(text) && fits(raised)) return { ok: true, pack: raised as Pack };
  const traps = trapFaults(json);
  if (traps.length > 0) return { ok: false, faults: traps };
  const faults = shapeFaults(Pack, raised, MAX_PROBLEMS);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, pack: raised as Pack };
}

/** One sentence for the reader; the problems themselves are for whoever mends the file. */
export function refusalWords(problems: readonly FileProblem[]): string {
  const [first] = problems;
  if (!first) return say('The evidence file was refused.');
  const more = problems.length - 1;
  return [
    say('The evidence file was refused: {fault}.', { fault: problemWords(first) }),
    ...(more > 0 ? [say('There are further faults ({count} named).', { count: more })] : []),
    say('The evidence held before is unchanged.'),
  ].join(' ');
}

/** A fault with its place, as part of a sentence. */
export function problemWords({ line: at, path, reason }: FileProblem): string {
  if (at === null)
    return path === ''
      ? say('the file: {reason}', { reason })
      : say('{path}: {reason}', { path, reason });
  const line = String(at);
  return path === ''
    ? say('line {line}, the file: {reason}', { line, reason })
    : say('line {line}, {path}: {reason}', { line, path, reason });
}

function schemaFault(schema: unknown): Fault {
  const reason =
    typeof schema === 'number' && schema > PACK_SCHEMA
      ? say(
          'the file is of form {form}; this version of the extension reads forms 1 to {last}. Update the extension first',
          { form: `${schema}`, last: `${PACK_SCHEMA}` },
        )
      : say('the file must say of which form it is (1 to {last})', { last: `${PACK_SCHEMA}` });
  return { path: ['schema'], reason };
}

/** Forms, slots and senses of the topics' words, by the vocabulary's own rules. Of others, `layers.ts` asks beside the shipped ones. */
function vocabularyFaults({ role, vocabulary: { classes, topics } }: Pack): Fault[] {
  if (role !== 'shipped') return [];
  const named = topics.map((json, i) => ({ file: `${i}`, json }));
  const loaded = loadVocabulary({ classes, topics: named });
  if (loaded.ok) return [];
  return loaded.problems.map(({ file, form, reason }) => ({
    path: /^\d+$/.test(file) ? ['vocabulary', 'topics', Number(file)] : ['vocabulary', 'classes'],
    reason:
      form === undefined ? reason : say('“{form}”: {reason}', { form: form.slice(0, 80), reason }),
  }));
}

/** A refusal with the line of each fault, as far as they are named; `within` is where in the text paths begin. */
export function refuse(
  text: string,
  faults: readonly Fault[],
  within: JsonPath = [],
): Extract<ParsedPack, { ok: false }> {
  const problems = faults.slice(0, MAX_PROBLEMS).map(({ path, reason, line }) => ({
    path: pathText([...within, ...path]),
    line:
      line ??
      (path.length > 0 && text.length <= MAX_FOR_LINES ? lineOf(text, [...within, ...path]) : null),
    reason,
  }));
  return { ok: false, problems };
}
