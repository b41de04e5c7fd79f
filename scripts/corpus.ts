// Labelled text from a folder or from files, as samples to measure the detector with.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Sample, TextRecord } from '../lib/measure/model';
import { type Read, readGold, readTexts, sampleOfText, samplesOfGold } from '../lib/measure/read';
import type { ReportFacts } from '../lib/measure/report';
import { ROOT } from './build';

/** The project's own labelled text, which is not part of this repository. */
export const OWN_CORPUS = join(ROOT, '../shared/corpus');

export interface Corpus {
  readonly labelled: readonly Sample[];
  /** Whole pages, labelled by their kind only. */
  readonly pages: readonly Sample[];
  readonly files: readonly ReportFacts['files'][number][];
}

export type CorpusRead =
  | { readonly ok: true; readonly corpus: Corpus }
  | { readonly ok: false; readonly reason: string };

/** Ends the reading of a corpus with a reason in words. */
class Refused extends Error {}

function must<T>(read: Read<T>): readonly T[] {
  if (!read.ok) throw new Refused(read.reason);
  return read.records;
}

class Reader {
  readonly files: ReportFacts['files'][number][] = [];

  file<T extends object>(
    path: string,
    parse: (name: string, content: string) => Read<T>,
  ): readonly T[] {
    if (!existsSync(path)) throw new Refused(`${path}: no such file`);
    const records = must(parse(basename(path), readFileSync(path, 'utf8')));
    const mentions = records.reduce(
      (sum, record) =>
        sum + ('mentions' in record && Array.isArray(record.mentions) ? record.mentions.length : 0),
      0,
    );
    this.files.push({ name: basename(path), records: records.length, mentions });
    return records;
  }
}

function reading(run: (reader: Reader) => Omit<Corpus, 'files'>): CorpusRead {
  const reader = new Reader();
  try {
    return { ok: true, corpus: { ...run(reader), files: reader.files } };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    throw error;
  }
}

const byId = (records: readonly TextRecord[]) => new Map(records.map((one) => [one.id, one]));

/** Every gold and written file of the folder, and the pages labelled by kind. */
export function ownCorpus(folder: string, anyway: boolean): CorpusRead {
  return reading((reader) => {
    if (!existsSync(folder))
      throw new Refused(
        `${folder} is not there: give labelled text with --gold FILE --texts FILE, or its folder with --corpus.`,
      );
    const names = readdirSync(folder).sort();
    const pageRecords = names
      .filter((name) => /^dev-.*\.jsonl$/.test(name))
      .map((name) => ({ name, records: reader.file(join(folder, name), readTexts) }));
    const texts = byId(pageRecords.flatMap((file) => file.records));
    const labelled = names
      .filter((name) => /^(gold|written)-.*\.jsonl$/.test(name))
      .flatMap((name) => {
        const records = reader.file(join(folder, name), readGold);
        const options = { texts, anyway, split: true };
        return must(samplesOfGold(name.replace('.jsonl', ''), records, options));
      });
    const pages = pageRecords.flatMap(({ name, records }) =>
      records.map((record) => sampleOfText(name.replace('.jsonl', ''), record)),
    );
    return { labelled, pages };
  });
}

/** One file of labelled text; its texts in the records or, by id, in another file. */
export function givenCorpus(gold: string, texts: string | undefined, anyway: boolean): CorpusRead {
  return reading((reader) => {
    const found = texts === undefined ? [] : reader.file(texts, readTexts);
    const options = { texts: byId(found), anyway, split: false };
    const name = basename(gold).replace(/\.jsonl$/, '');
    return { labelled: must(samplesOfGold(name, reader.file(gold, readGold), options)), pages: [] };
  });
}
