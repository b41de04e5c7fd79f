import { beforeAll, describe, expect, it } from 'vitest';
import { detect } from '../../../lib/detect/detect';
import { DocumentKind } from '../../../lib/detect/model';
import { blocksOfText } from '../../../lib/detect/text-blocks';
import type { Matcher } from '../../../lib/vocabulary/matcher';
import { INSIDE, OUTSIDE } from './gate-samples';
import { shippedMatcher } from './shipped';

let matcher: Matcher;
beforeAll(() => {
  matcher = shippedMatcher();
});

const judged = (title: string, text: string, host = '') =>
  detect({ title, host, blocks: blocksOfText(`${title}\n\n${text}`) }, matcher);

describe('the gate', () => {
  it.each(OUTSIDE)('keeps out $name, and nothing is marked', ({ title, text }) => {
    const { relevance, mentions } = judged(title, text);
    expect(relevance).toMatchObject({ pass: false });
    expect(mentions).toEqual([]);
  });

  it.each(INSIDE)('lets in $name', ({ title, text }) => {
    expect(judged(title, text).relevance.reasons.join(' ')).toMatch(/speaks of/);
    expect(judged(title, text).relevance.pass).toBe(true);
  });

  it('lets in a document of another subject at no length', () => {
    const long = OUTSIDE.map(({ text }) => text).join('\n\n');
    expect(judged('Annual report', long).relevance.pass).toBe(false);
  });

  it('asks for more in a longer text', () => {
    const words = 'The council met and the minutes were agreed. '.repeat(400);
    const mention = 'A drug and alcohol service was named.';
    expect(judged('Service', `${mention} It offers detox and rehab.`).relevance.pass).toBe(true);
    expect(judged('Minutes', `${words}\n\n${mention}`).relevance.pass).toBe(false);
  });

  it('takes the host of the field’s own sites into account', () => {
    const text = 'Alcohol misuse in adults.';
    expect(judged('Library', text, 'www.drugsandalcohol.ie').relevance.reasons).toBeDefined();
    const alone = judged('Library', `${text} Detox.`, '').relevance.pass;
    const hosted = judged('Library', `${text} Detox.`, 'www.drugsandalcohol.ie').relevance.pass;
    expect([alone, hosted]).toEqual([false, true]);
  });

  it('marks all the same where it is asked to', () => {
    const { title, text } = OUTSIDE.find(({ name }) => name === 'disaster recovery') ?? {
      title: '',
      text: '',
    };
    const blocks = blocksOfText(`${title}\n\n${text}`);
    const anyway = detect({ title, host: '', blocks }, matcher, { anyway: true });
    expect(anyway.relevance.pass).toBe(false);
  });
});

describe('its reasons', () => {
  it('count what is there', () => {
    const { reasons } = judged(
      'Drug and alcohol treatment',
      'Drug treatment and methadone, methadone again.',
    ).relevance;
    expect(reasons.join(' ')).toContain(
      'The title speaks of drug or alcohol services and treatment.',
    );
    expect(reasons.join(' ')).toContain('opioid substitution treatment (twice)');
  });

  it('say what a page that stays out is about, and which words stand there all the same', () => {
    const { reasons } = judged(
      'Stroke service',
      'After a stroke a motivational interviewing course is offered.',
    ).relevance;
    expect(reasons).toEqual([
      '“motivational interviewing” occurs once, but nothing here is about drug or alcohol treatment.',
      'It also speaks of rehabilitation after illness or injury (twice).',
    ]);
    expect(judged('Parks', 'Grass is cut in May.').relevance.reasons).toEqual([
      'Nothing here is about drug or alcohol treatment.',
    ]);
  });
});

describe('the kind of document', () => {
  it.each([
    [
      'tender notice',
      'Contract notice',
      'The contracting authority invites tenders. Award criteria: quality. Lot 1 and lot 2.',
    ],
    [
      'specification',
      'Service specification',
      'The provider shall keep records. The service will open at nine.',
    ],
    ['needs assessment', 'Needs assessment 2024', 'Prevalence and unmet need are set out.'],
    ['guidance', 'Guideline', 'This guidance holds nine recommendations.'],
    ['page', 'About us', 'We are here.'],
  ])('is %s', (kind, title, text) => {
    expect(judged(title, text).relevance.kind).toBe(kind);
    expect(DocumentKind.options).toContain(kind);
  });
});
