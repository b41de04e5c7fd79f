// Several packs in one file: each stands in it letter for letter, so that it comes out as the file that it was.
import { say } from '../../words/words';
import type { Pack } from '../model';
import { type Fault, parseJson } from './json';
import type { Bytes } from './layers';
import { checkPack, type ParsedPack, refuse } from './pack';
import { isGroup } from './schema-versions';

export interface PackFile {
  readonly pack: Pack;
  readonly bytes: Bytes;
}

export type PackFiles =
  | { readonly ok: true; readonly files: readonly PackFile[] }
  | Extract<ParsedPack, { ok: false }>;

const HEAD = '{"schema":2,"role":"all","packs":[';
const TAIL = ']}';
/** More than anybody has; each is checked against all before it. */
const MOST = 50;

/** `files` are packs' own texts, shipped first. */
export function bundleOf(files: readonly Bytes[]): Blob {
  const parts = files.flatMap((file, i) => (i === 0 ? [file] : [',', file]));
  return new Blob([HEAD, ...parts, TAIL], { type: 'application/json' });
}

/** The pack or packs of a file. `held` are those in use; each pack of the file takes the place of that of the same id. */
export function packsIn(text: string, bytes: Bytes, held: readonly Pack[]): PackFiles {
  const json = parseJson(text);
  if (!json.ok) return refuse(text, json.faults);
  if (!isGroup(json.value) || json.value.role !== 'all') {
    const parsed = checkPack(text, json.value, besides(held, json.value));
    return parsed.ok ? { ok: true, files: [{ pack: parsed.pack, bytes }] } : parsed;
  }
  const { packs } = json.value;
  const slices = Array.isArray(packs) && packs.length <= MOST ? slicesOf(text) : null;
  if (!Array.isArray(packs) || slices?.length !== packs.length || packs.length === 0)
    return refuse(text, [notABundle()]);
  const files: PackFile[] = [];
  let beside = [...held];
  for (const [i, value] of packs.entries()) {
    const slice = slices[i] ?? '';
    const parsed = checkPack(text, value, besides(beside, value), ['packs', i]);
    if (!parsed.ok) return parsed;
    const { pack } = parsed;
    if (files.some((file) => file.pack.id === pack.id))
      return refuse(text, [
        { path: ['packs', i, 'id'], reason: say('“{id}” is there twice', { id: pack.id }) },
      ]);
    beside = [...beside.filter(({ id }) => id !== pack.id), pack];
    files.push({ pack, bytes: new TextEncoder().encode(slice) });
  }
  return { ok: true, files };
}

/** Packs beside which a file stands: not the version that it would replace. */
function besides(held: readonly Pack[], json: unknown): Pack[] {
  const id = isGroup(json) ? json.id : undefined;
  return held.filter((pack) => pack.id !== id);
}

function notABundle(): Fault {
  return {
    path: ['packs'],
    reason: say('a file of several packs must be as it was saved by the extension'),
  };
}

/** Text of each pack, as `bundleOf` put it there; null where the file was laid out anew. */
function slicesOf(text: string): string[] | null {
  if (!text.startsWith(HEAD)) return null;
  const slices: string[] = [];
  const marks = /["{}[\],]/g;
  let depth = 0;
  let from = HEAD.length;
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const at = mark.index;
    if (mark[0] === '"') marks.lastIndex = endOfString(text, at);
    else if (mark[0] === '{' || mark[0] === '[') depth++;
    else if (depth > 0) depth -= mark[0] === ',' ? 0 : 1;
    else {
      slices.push(text.slice(from, at));
      from = at + 1;
      if (mark[0] !== ',') return slices;
    }
  }
  return null;
}

/** Place after the closing quotation mark of a string of valid JSON. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}
