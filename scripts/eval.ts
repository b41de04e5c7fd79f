// `npm run eval`: how well the detector finds labelled mentions, and what it does on pages about something else.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Measured, Sample } from '../lib/measure/model';
import { asMarkdown, asText } from '../lib/measure/report';
import { rates } from '../lib/measure/score';
import { type Part, summarise } from '../lib/measure/summary';
import { ROOT } from './build';
import { givenCorpus, OWN_CORPUS, ownCorpus } from './corpus';
import { evidenceVersion, readEngine } from './engine';
import { detectText } from './texts';

const USAGE = `npm run eval -- [--errors] [--kept-aside] [--kept-aside-errors] [--report] [--json]
npm run eval -- --gold FILE.jsonl [--texts FILE.jsonl] [--anyway] [--errors] [--json]
  --corpus FOLDER  the labelled text; ../shared/corpus if not said
  --anyway         measure every in-domain document past the gate`;

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: OWN_CORPUS },
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

if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const engine = readEngine();
const measure = (samples: readonly Sample[]): Measured[] =>
  samples.map((sample) => ({ sample, ...detectText(engine.matcher, sample, sample.passage) }));

const read =
  values.gold === undefined
    ? ownCorpus(values.corpus, values.anyway)
    : givenCorpus(values.gold, values.texts, values.anyway);
if (!read.ok) fail(read.reason);
const { corpus } = read;
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
    files: corpus.files,
    command: 'npm run eval -- --report',
  };
  writeFileSync(join(ROOT, 'docs/accuracy.md'), asMarkdown(summary, facts));
  console.error('Written: docs/accuracy.md');
}
