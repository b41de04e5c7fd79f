// Reads JSON that nobody vouches for: limits and traps are checked before any of it is looked at.
import { syntaxErrorAt } from './syntax';

/** One thing that is wrong with a file, and where. */
export interface FileProblem {
  /** JSON path such as `entries[3].year`; empty for the file as a whole. */
  readonly path: string;
  /** Line from 1; null where it is not known. */
  readonly line: number | null;
  readonly reason: string;
}

export type JsonPath = readonly (string | number)[];

/** A fault by its path, before its line is looked up. */
export interface Fault {
  readonly path: JsonPath;
  readonly reason: string;
  /** Known only where the text could not be parsed. */
  readonly line?: number;
}

export type ReadJson = { ok: true; value: unknown } | { ok: false; faults: Fault[] };

/** UTF-16 units; 100,000 entries take about half of it. */
const MAX_TEXT = 200_000_000;
/** UTF-16 units of one value; the longest paragraph shipped is under 1,000. */
const MAX_STRING = 20_000;
const MAX_DEPTH = 40;
const MAX_FAULTS = 20;
/** Keys that reach an object's prototype when code copies objects by key. */
const TRAPS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Control characters, and those that turn the direction of writing and can make text read as something else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** `['entries', 3, 'year']` → `entries[3].year`. */
export function pathText(path: JsonPath): string {
  let out = '';
  for (const step of path) {
    if (typeof step === 'number') out += `[${step}]`;
    else out += out === '' ? step : `.${step}`;
  }
  return out;
}

/** Parses and walks the whole text. Either a value free of traps, or every problem found (at most 20). */
export function readJson(text: string): ReadJson {
  if (text.length > MAX_TEXT)
    return refuse('the file is too large (more than 200 million characters)');
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    if (error instanceof RangeError) return refuse('the file is nested too deeply');
    if (!(error instanceof SyntaxError)) throw error;
    return refuse('this is not JSON', lineOfSyntaxError(text));
  }
  const faults = walk(value);
  return faults.length === 0 ? { ok: true, value } : { ok: false, faults };
}

function refuse(reason: string, line?: number): ReadJson {
  return {
    ok: false,
    faults: [line === undefined ? { path: [], reason } : { path: [], reason, line }],
  };
}

function lineOfSyntaxError(text: string): number | undefined {
  const at = syntaxErrorAt(text);
  return at === null ? undefined : text.slice(0, at).split('\n').length;
}

interface Step {
  readonly key: string | number;
  readonly parent: Step | null;
  readonly depth: number;
}

function walk(root: unknown): Fault[] {
  const faults: Fault[] = [];
  const todo: { value: unknown; at: Step | null }[] = [{ value: root, at: null }];
  const say = (at: Step | null, reason: string) => faults.push({ path: pathOf(at), reason });
  for (let next = todo.pop(); next && faults.length < MAX_FAULTS; next = todo.pop()) {
    const { value, at } = next;
    if (typeof value === 'string') {
      if (value.length > MAX_STRING) say(at, `the text is longer than ${MAX_STRING} characters`);
      else if (UNPRINTABLE.test(value)) say(at, 'the text holds a control character');
    } else if (typeof value === 'object' && value !== null) {
      const depth = (at?.depth ?? 0) + 1;
      if (depth > MAX_DEPTH) say(at, 'the file is nested too deeply');
      else if (Array.isArray(value))
        for (let i = value.length - 1; i >= 0; i--)
          todo.push({ value: value[i], at: { key: i, parent: at, depth } });
      else
        for (const key of Object.keys(value).reverse()) {
          const here = { key, parent: at, depth };
          if (TRAPS.has(key)) say(here, 'no field may have this name');
          else if (UNPRINTABLE.test(key)) say(at, 'the name of a field holds a control character');
          else todo.push({ value: (value as Record<string, unknown>)[key], at: here });
        }
    }
  }
  return faults;
}

function pathOf(at: Step | null): JsonPath {
  const path: (string | number)[] = [];
  for (let step = at; step; step = step.parent) path.unshift(step.key);
  return path;
}
