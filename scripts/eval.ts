// `npm run eval`: how well the detector finds labelled mentions, and what it does on pages about something else.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Measured, Sample, TextRecord } from '../lib/measure/model';
import { type Read, readGold, readTexts, sampleOfText, samplesOfGold } from '../lib/measure/read';
import { asMarkdown, asText, type ReportFacts } from '../lib/measure/report';
import { rates } from '../lib/measure/score';
import { type Part, summarise } from '../lib/measure/summary';
import { evidenceVersion, readEngine } from './engine';
import { detectText } from './texts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const USAGE = `npm run eval -- [--errors] [--kept-aside] [--kept-aside-errors] [--report] [--json]
npm run eval -- --gold FILE.jsonl [--texts FILE.jsonl] [--anyway] [--errors] [--json]
  --corpus FOLDER  the labelled text; ../shared/corpus if not said
  --anyway         measure every in-domain document past the gate`;

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: join(ROOT, '../shared/corpus') },
    gold: { type: 'string' },
    texts: { type: 'string' },
    anyway: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    'kept-aside': { type: 'boolean', default: false },
    'kept-aside-errors': { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}

function must<T>(read: Read<T>): readonly T[] {
  return read.ok ? read.records : fail(read.reason);
}

const files: ReportFacts['files'][number][] = [];
function readFile<T extends object>(
  path: string,
  parse: (name: string, content: string) => Read<T>,
): readonly T[] {
  if (!existsSync(path)) fail(`${path}: no such file`);
  const records = must(parse(basename(path), readFileSync(path, 'utf8')));
  const mentions = records.reduce(
    (sum, record) =>
      sum + ('mentions' in record && Array.isArray(record.mentions) ? record.mentions.length : 0),
    0,
  );
  files.push({ name: basename(path), records: records.length, mentions });
  return records;
}

const byId = (records: readonly TextRecord[]) => new Map(records.map((one) => [one.id, one]));

/** The project's own labelled text: every gold and written file of the folder, and the pages labelled by kind. */
function ownCorpus(folder: string): { labelled: Sample[]; pages: Sample[] } {
  if (!existsSync(folder)) {
    fail(
      `${folder} is not there: give labelled text with --gold FILE --texts FILE, or its folder with --corpus.`,
    );
  }
  const names = readdirSync(folder).sort();
  const pageNames = names.filter((name) => /^dev-.*\.jsonl$/.test(name));
  const pageRecords = pageNames.map((name) => ({
    name,
    records: readFile(join(folder, name), readTexts),
  }));
  const texts = byId(pageRecords.flatMap((file) => file.records));
  const options = { texts, anyway: values.anyway, split: true };
  const labelled = names
    .filter((name) => /^(gold|written)-.*\.jsonl$/.test(name))
    .flatMap((name) => {
      const records = readFile(join(folder, name), readGold);
      return must(samplesOfGold(name.replace('.jsonl', ''), records, options));
    });
  const pages = pageRecords.flatMap(({ name, records }) =>
    records.map((record) => sampleOfText(name.replace('.jsonl', ''), record)),
  );
  return { labelled, pages };
}

function givenCorpus(gold: string): { labelled: Sample[]; pages: Sample[] } {
  const texts = values.texts === undefined ? [] : readFile(values.texts, readTexts);
  const options = { texts: byId(texts), anyway: values.anyway, split: false };
  const name = basename(gold).replace(/\.jsonl$/, '');
  return { labelled: [...must(samplesOfGold(name, readFile(gold, readGold), options))], pages: [] };
}

if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const engine = readEngine();
const measure = (samples: readonly Sample[]): Measured[] =>
  samples.map((sample) => ({ sample, ...detectText(engine.matcher, sample, sample.passage) }));

const corpus = values.gold === undefined ? ownCorpus(values.corpus) : givenCorpus(values.gold);
const both = values['kept-aside'] || values['kept-aside-errors'] || values.report;
const parts: Part[] =
  values.gold !== undefined ? ['whole'] : both ? ['development', 'kept aside'] : ['development'];
const summary = summarise(measure(corpus.labelled), measure(corpus.pages), {
  tiers: engine.tiers,
  parts,
  openKeptAside: values.gold !== undefined || values['kept-aside-errors'],
});

if (values.json) {
  for (const part of summary.parts) {
    for (const row of part.rows) {
      const { precision, recall, f1, polarity } = rates(row);
      const { corpus: name, topic, tier, gold, found } = row;
      console.log(
        JSON.stringify({
          corpus: name,
          topic,
          tier,
          precision,
          recall,
          f1,
          gold,
          found,
          polarity,
          part: part.part,
        }),
      );
    }
  }
} else {
  console.log(asText(summary, values.errors || values['kept-aside-errors']));
}
if (values.report) {
  const facts = {
    date: new Date().toISOString().slice(0, 10),
    evidenceVersion: evidenceVersion(),
    files,
    command: 'npm run eval -- --report',
  };
  writeFileSync(join(ROOT, 'docs/accuracy.md'), asMarkdown(summary, facts));
  console.error('Written: docs/accuracy.md');
}
