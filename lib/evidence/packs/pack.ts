// The door for evidence: a pack is let in whole or refused whole, with the place and the reason of each fault.
import { loadVocabulary } from '../../vocabulary/load';
import { PACK_SCHEMA, Pack } from '../model';
import { integrityFaults } from './integrity';
import { type Fault, type FileProblem, pathText, readJson } from './json';
import { lineOf } from './locate';
import { faultsOf } from './reasons';

export type ParsedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A refusal names this many faults at most; the first are enough to mend a file by. */
const MAX_PROBLEMS = 20;
/** Naming lines means reading the text once for each fault; beyond this size (UTF-16 units) only paths are named. */
const MAX_FOR_LINES = 20_000_000;

/** `text` is the file as it was read. Never throws for what the file holds. */
export function parsePack(text: string): ParsedPack {
  const json = readJson(text);
  if (!json.ok) return refuse(text, json.faults);
  const version = schemaFault(json.value);
  if (version) return refuse(text, [version]);
  const parsed = Pack.safeParse(json.value);
  if (!parsed.success) return refuse(text, faultsOf(parsed.error));
  const faults = [...integrityFaults(parsed.data), ...vocabularyFaults(parsed.data)];
  return faults.length === 0 ? { ok: true, pack: parsed.data } : refuse(text, faults);
}

/** One sentence for the reader; the problems themselves are for whoever mends the file. */
export function refusalWords(problems: readonly FileProblem[]): string {
  const [first] = problems;
  if (!first) return 'The evidence file was refused.';
  const line = first.line === null ? '' : `line ${first.line}, `;
  const more =
    problems.length > 1 ? ` There are further faults (${problems.length - 1} named).` : '';
  return `The evidence file was refused: ${line}${first.path || 'the file'}: ${first.reason}.${more} The evidence held before is unchanged.`;
}

function schemaFault(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path: [], reason: 'the file does not hold a set of evidence' };
  const schema = (value as Record<string, unknown>).schema;
  if (schema === PACK_SCHEMA) return null;
  const reason =
    typeof schema === 'number' && schema > PACK_SCHEMA
      ? `the file is of form ${schema}; this version of the extension reads form ${PACK_SCHEMA}. Update the extension first`
      : `the file must say that it is of form ${PACK_SCHEMA}`;
  return { path: ['schema'], reason };
}

/** Forms, slots and senses of the topics' words, by the vocabulary's own rules. */
function vocabularyFaults(pack: Pack): Fault[] {
  const { classes, topics } = pack.vocabulary;
  const named = topics.map((json, i) => ({ file: `${i}`, json }));
  const loaded = loadVocabulary({ classes, topics: named });
  if (loaded.ok) return [];
  return loaded.problems.map(({ file, form, reason }) => ({
    path: /^\d+$/.test(file) ? ['vocabulary', 'topics', Number(file)] : ['vocabulary', 'classes'],
    reason: form === undefined ? reason : `“${form.slice(0, 80)}”: ${reason}`,
  }));
}

function refuse(text: string, faults: readonly Fault[]): ParsedPack {
  const problems = faults.slice(0, MAX_PROBLEMS).map(({ path, reason, line }) => ({
    path: pathText(path),
    line: line ?? (path.length > 0 && text.length <= MAX_FOR_LINES ? lineOf(text, path) : null),
    reason,
  }));
  return { ok: false, problems };
}
