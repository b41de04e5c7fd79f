// Reads JSON that nobody vouches for: limits and traps are checked before any of it is looked at.
import { say } from '../../words/words';
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

/** Bytes of a file as it comes, and of what is packed in it; 100,000 entries take about a third of it. */
export const MAX_BYTES = 200_000_000;
/** UTF-16 units of one value; the longest paragraph shipped is under 1,000. */
export const MAX_STRING = 20_000;
const MAX_DEPTH = 40;
const MAX_FAULTS = 20;
/** Keys that reach an object's prototype when code copies objects by key. */
export const TRAPS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Control characters, and those that turn the direction of writing and can make text read as something else. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
/** How those can be written in JSON: as they are, or escaped. Bare ones below U+0020 are no JSON. */
const MAY_BE_UNPRINTABLE = /\\[ubf]|[\u007f\u202a-\u202e\u2066-\u2069]/;

/** `['entries', 3, 'year']` → `entries[3].year`. */
export function pathText(path: JsonPath): string {
  let out = '';
  for (const step of path) {
    if (typeof step === 'number') out += `[${step}]`;
    else out += out === '' ? step : `.${step}`;
  }
  return out;
}

/** Parses the text; what it holds is not looked at yet. */
export function parseJson(text: string): ReadJson {
  // A character takes at least one byte.
  if (text.length > MAX_BYTES)
    return refuse(say('the file is too large (more than 200 million characters)'));
  try {
    return { ok: true, value: JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) };
  } catch (error) {
    if (error instanceof RangeError) return refuse(say('the file is nested too deeply'));
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(say('this is not JSON'), lineOfSyntaxError(text));
  }
}

/** No value of this JSON text can hold an unprintable character. False says nothing. */
export function surelyPrintable(text: string): boolean {
  return !MAY_BE_UNPRINTABLE.test(text);
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

/** Traps in parsed JSON: keys, lengths, depth, characters. At most 20; none means that it may be looked at. */
export function trapFaults(root: unknown): Fault[] {
  const faults: Fault[] = [];
  const path: (string | number)[] = [];
  const fault = (reason: string) => faults.push({ path: [...path], reason });
  const visit = (value: unknown, key: string | number): void => {
    path.push(key);
    walk(value);
    path.pop();
  };
  const walk = (value: unknown): void => {
    if (faults.length >= MAX_FAULTS) return;
    if (typeof value === 'string') {
      if (value.length > MAX_STRING)
        fault(say('the text is longer than {most} characters', { most: `${MAX_STRING}` }));
      else if (UNPRINTABLE.test(value)) fault(say('the text holds a control character'));
    } else if (typeof value === 'object' && value !== null) {
      if (path.length >= MAX_DEPTH) fault(say('the file is nested too deeply'));
      else if (Array.isArray(value)) for (let i = 0; i < value.length; i++) visit(value[i], i);
      else
        for (const [key, held] of Object.entries(value)) {
          if (TRAPS.has(key))
            faults.push({ path: [...path, key], reason: say('no field may have this name') });
          else if (UNPRINTABLE.test(key))
            fault(say('the name of a field holds a control character'));
          else visit(held, key);
        }
    }
  };
  walk(root);
  return faults.slice(0, MAX_FAULTS);
}
