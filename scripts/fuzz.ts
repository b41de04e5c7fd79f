// `npm run fuzz [-- TEXTS [FILES]]`: odd text through the whole detector, then damaged files of evidence through all that can
// be done with one; ends with 1 at the first thing that does not hold.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { detect } from '../lib/detect/detect';
import { blocksOfText } from '../lib/detect/text-blocks';
import { packCampaign } from '../tests/fuzz/packs';
import { readEngine, shippedCitables } from './engine';

const runs = Number(process.argv[2] ?? 2000);
const files = Number(process.argv[3] ?? 10_000);
const { matcher, vocabulary } = readEngine();
const citables = shippedCitables();
const forms = vocabulary.topics.flatMap((topic) => topic.terms.flatMap((group) => group.forms));

/** Any code unit, half pairs too; what PDFs and web pages hold; and forms, so that something is found. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  fc.constantFrom(
    '\u00ad',
    '\u200b',
    '\u00a0',
    '-\n',
    '\r\n',
    '\ufb01',
    '\u0301',
    '\u202e',
    '(',
    '. ',
  ),
  fc.constantFrom(...forms),
  fc.constantFrom('NICE CG51 ', '10.1016/j.x ', 'https://doi.org/10.1/%zz ', 'not in scope: '),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

const property = fc.property(
  text,
  fc.string({ unit: 'binary', maxLength: 40 }),
  (source, title) => {
    const blocks = blocksOfText(source);
    const found = detect({ title, host: '', blocks }, matcher, { anyway: true, citables });
    for (const list of [found.mentions, found.references]) {
      let [block, end] = [0, 0];
      for (const one of list) {
        const length = blocks[one.block]?.text.length ?? -1;
        if (one.block > block) end = 0;
        if (one.block < block || one.start < end || one.end <= one.start || one.end > length)
          throw new Error(`out of order, overlapping or outside its block: ${JSON.stringify(one)}`);
        [block, end] = [one.block, one.end];
      }
    }
    for (const { text: part, offset } of blocks)
      if (source.slice(offset, offset + part.length) !== part)
        throw new Error(`block at ${offset} is not the text there`);
  },
);

const result = fc.check(property, { numRuns: runs });
if (result.failed) {
  console.error(fc.defaultReportMessage(result));
  process.exitCode = 1;
} else console.log(`${result.numRuns} odd texts read; every place holds. Seed ${result.seed}.`);

if (files > 0) {
  const { ran, refused, used, report } = await packCampaign(files);
  if (report !== null) {
    console.error(report);
    process.exitCode = 1;
  } else
    console.log(
      `${ran} damaged files of evidence: ${refused} refused with reasons, ${used} read rightly and undone. What was held stayed.`,
    );
}
