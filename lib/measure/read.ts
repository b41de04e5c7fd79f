// Reads labelled files (JSON, one record a line) and checks every label against its text before anything is measured.
import type * as z from 'zod/mini';
import { GoldRecord, type Sample, TextRecord } from './model';
import { keptAside } from './split';

export type Read<T> =
  | { readonly ok: true; readonly records: readonly T[] }
  | { readonly ok: false; readonly reason: string };

function readLines<T>(name: string, content: string, schema: z.ZodMiniType<T>): Read<T> {
  const records: T[] = [];
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `${name}, line ${index + 1}`;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch (error) {
      return { ok: false, reason: `${place}: not JSON (${String(error)})` };
    }
    const parsed = schema.safeParse(json);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const field = issue === undefined ? '' : issue.path.join('.');
      return { ok: false, reason: `${place}: ${field}: ${issue?.message ?? 'does not fit'}` };
    }
    records.push(parsed.data);
  }
  if (records.length === 0) return { ok: false, reason: `${name}: holds no record` };
  return { ok: true, records };
}

/** Texts without mention labels; refused whole with file, line and field where one does not fit. */
export const readTexts = (name: string, content: string): Read<TextRecord> =>
  readLines(name, content, TextRecord);

/** Labelled records; refused whole with file, line and field where one does not fit. */
export const readGold = (name: string, content: string): Read<GoldRecord> =>
  readLines(name, content, GoldRecord);

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
}

export function sampleOfText(corpus: string, record: TextRecord): Sample {
  const group = record.group ?? record.id;
  return {
    id: record.id,
    corpus,
    kind: record.kind ?? 'in-domain',
    title: record.title ?? '',
    host: hostOf(record.url),
    text: record.text,
    group,
    passage: false,
    keptAside: keptAside(group),
    gold: null,
  };
}

export interface GoldOptions {
  /** Texts by id, for records that do not hold their own. */
  readonly texts: ReadonlyMap<string, TextRecord>;
  /** Measure every in-domain record past the gate, also where its text came from a file of whole documents. */
  readonly anyway: boolean;
  /** False for a set that is not the project's own: all of it is measured, nothing is kept aside. */
  readonly split: boolean;
}

/**
 * Joins labels with their texts. A text inside the labelled record is a passage out of a longer document, unless the
 * record is a near miss; a text from elsewhere is a whole document and has to pass the gate.
 */
export function samplesOfGold(
  corpus: string,
  records: readonly GoldRecord[],
  options: GoldOptions,
): Read<Sample> {
  const samples: Sample[] = [];
  for (const record of records) {
    const outer = options.texts.get(record.id);
    const text = record.text ?? outer?.text;
    if (text === undefined) {
      return { ok: false, reason: `${corpus}: ${record.id}: no text with this id` };
    }
    for (const [index, mention] of record.mentions.entries()) {
      const there = text.slice(mention.start, mention.end);
      if (there !== mention.quote) {
        const says = `the text there reads “${there}”, not “${mention.quote}”`;
        return { ok: false, reason: `${corpus}: ${record.id}: mentions.${index}: ${says}` };
      }
    }
    const kind = record.kind ?? outer?.kind ?? 'in-domain';
    const group = outer?.group ?? record.id;
    const inDomain = kind !== 'near-miss' && kind !== 'out-of-domain' && kind !== 'borderline';
    samples.push({
      id: record.id,
      corpus,
      kind,
      title: record.title ?? outer?.title ?? '',
      host: hostOf(outer?.url),
      text,
      group,
      passage: inDomain && (record.text !== undefined || options.anyway),
      keptAside: options.split && keptAside(group),
      gold: record.mentions,
    });
  }
  return { ok: true, records: samples };
}
