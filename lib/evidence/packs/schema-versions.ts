// Earlier forms of pack files and the way up from each. Published steps are never changed; a new form adds one at the end.
import { PACK_SCHEMA } from '../model';

type Json = Readonly<Record<string, unknown>>;

/**
 * Step i brings form i + 1 to form i + 2. What a file holds at a path stays at that path, so that a fault is told by
 * the line on which it stands. The result is not checked here; it goes through the schema like any other.
 */
const STEPS: readonly ((file: Json) => Json)[] = [
  // 1 → 2: packs of organisations and of the reader stand beside the shipped one. Form 1 was always the whole.
  (file) => ({
    ...file,
    schema: 2,
    role: 'shipped',
    extends: [],
    vocabulary: isGroup(file.vocabulary) ? { ...file.vocabulary, additions: [] } : file.vocabulary,
  }),
];

/** The file in the present form; null where it says no form that is known. */
export function broughtUp(file: Json): Json | null {
  const { schema } = file;
  if (typeof schema !== 'number' || !Number.isInteger(schema)) return null;
  if (schema < 1 || schema > PACK_SCHEMA) return null;
  return STEPS.slice(schema - 1).reduce((older, step) => step(older), file);
}

export function isGroup(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
