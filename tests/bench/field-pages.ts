// Pages of the field for benchmarks: real saved ones where they are at hand, and made ones of any length.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { collectBlocks } from '../../lib/page/collect';
import { ROOT } from '../../scripts/build';
import { DEMO_FOLDER, demoPages } from '../../scripts/demo/server';
import { numbers } from './numbers';

const SAVED = join(ROOT, '../shared/pages');
/** Saved pages of the field and of its neighbourhood. */
const CHOSEN: Readonly<Record<string, string>> = {
  'addiction services':
    'en_health_health_services_alcohol_and_drug_treatment_services_alcohol_addiction_services',
  'mental health services': 'en_health_health_services_mental_health_mental_health_services',
  'probation service': 'en_justice_probation_and_welfare_services_probation_service',
};

/** Three real pages by name; the demonstration pages where the real ones are not there. */
export function realPages(): Map<string, string> {
  const read = (folder: string, file: string) => readFileSync(join(folder, `${file}.html`), 'utf8');
  if (existsSync(SAVED))
    return new Map(Object.entries(CHOSEN).map(([name, file]) => [name, read(SAVED, file)]));
  return new Map(
    demoPages()
      .slice(0, 3)
      .map((name) => [name, read(DEMO_FOLDER, name)]),
  );
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page of `length` UTF-16 units of prose of the field: paragraphs of the demonstration pages in another order each time. */
export function madePage(length: number, more = ''): string {
  const paragraphs = demoPages()
    .filter((name) => /tender|specification|guidance/.test(name))
    .flatMap((name) => {
      const html = readFileSync(join(DEMO_FOLDER, `${name}.html`), 'utf8');
      return collectBlocks(new JSDOM(html).window.document).filter(({ text }) => text.length > 60);
    });
  const next = numbers(5);
  const parts: string[] = [];
  for (let made = 0; made < length; ) {
    const block = paragraphs[Math.floor(next() * paragraphs.length)];
    if (block === undefined) throw new Error('the demonstration pages hold no prose');
    parts.push(`<p>${escaped(block.text)}</p>`);
    made += block.text.length;
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Drug and alcohol treatment service: specification</title></head><body><h1>Drug and alcohol treatment service</h1>\n${parts.join('\n')}${more}</body></html>`;
}
