// References and the paragraph to paste.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citeEntry, citeGuidance, citePassage, copyTopic } from '../../../lib/evidence/cite';
import { composeTopics } from '../../../lib/evidence/compose';
import { pack } from './real-pack';

const topics = new Map(composeTopics(pack).map((evidence) => [evidence.topic.id, evidence]));
const context = { day: '2026-11-24' };

function entry(slug: string) {
  const found = pack.entries.find(({ id }) => id === `drug/E4/${slug}`);
  if (!found) throw new Error(slug);
  return found;
}

function topic(id: string) {
  const found = topics.get(id);
  if (!found) throw new Error(id);
  return found;
}

describe('a reference', () => {
  it('gives the publication where it is known', () => {
    expect(citeEntry(entry('in-usa-persistent-attempts-to-link-patients-to-mutual-aid'))).toBe(
      'Timko C, DeBenedetti A (2007). A randomized controlled trial of intensive referral to 12-step self-help groups: one-year outcomes. Drug and Alcohol Dependence, 90(2-3), 270-279. https://doi.org/10.1016/j.drugalcdep.2007.04.007',
    );
    expect(citeEntry(entry('active-referral-promotes-na-aa-attendance-in-uk'))).toMatch(
      /^Manning V, Best D, Faulkner N, et al\. \(2012\)\. .* control trial\. Drug and Alcohol Dependence, 126\(1-2\), 131-137\.$/,
    );
  });

  it('gives the matrix’s line where the publication is not known, and says so', () => {
    expect(citeEntry(entry('determining-who-needs-residential-care'))).toBe(
      '“Determining who needs residential care” (key study, US, 2001), listed in drug treatment matrix cell E4, Drug and Alcohol Findings (Effectiveness Bank). The original publication is not known here.',
    );
  });

  it('says “probably” where the publication is likely, and keeps the matrix’s own year', () => {
    const text = citeEntry(entry('coordinating-services-to-meet-individual-needs'));
    expect(text).toMatch(/\(guidance, UK, 2006\), listed in .* Probably: Murray T, .*\(2007\)/);
  });

  it('says so where the year is not known', () => {
    const text = citeEntry(entry('report-on-uk-drug-misuse-in-2016'));
    expect(text).toContain('(UK, year not known), named in the commentary on');
    const guide = pack.guidance.find(({ year, url }) => year === null && url !== null);
    expect(guide && citeGuidance(guide)).toMatch(/\(year not known\)\. .* https:\/\//);
  });

  it('does not name a publisher twice', () => {
    expect(citeEntry(entry('care-planning-practice-guide'))).toBe(
      'National Treatment Agency for Substance Misuse (2006). Care planning practice guide.',
    );
  });

  it('gives every entry, guide and passage without gaps', () => {
    for (const text of [
      ...pack.entries.map(citeEntry),
      ...pack.guidance.map(citeGuidance),
      ...pack.passages.map(citePassage),
    ])
      expect(text).not.toMatch(/undefined|null|\(\)|\.\.| {2}|, ,/);
  });
});

describe('the paragraph', () => {
  it('leads with what the evidence says, cites what that rests on, and says how old it is', () => {
    const { text } = copyTopic(topic('mutual-aid-facilitation'), context);
    expect(text).toMatch(/^Active referral to mutual aid: Mixed\. .* \[1–3\]\n\n1\. Timko C/);
    expect(text).toContain('\n2. Manning V');
    expect(text).toContain(
      '\n3. Drug and Alcohol Findings (Effectiveness Bank). Highlighted study.',
    );
    expect(text).toContain('main cell last revised 17 July 2018');
    expect(text).toContain('Newer guidance: Office for Health Improvement and Disparities (2023).');
    expect(text).toMatch(/copied 24 November 2026\.$/);
  });

  it('makes nothing of titles', () => {
    const { text } = copyTopic(topic('opioid-substitution'), context);
    expect(text).toContain(
      'Only titles are held on this topic, so nothing is said here about what they found. [1–8]',
    );
    expect(text).toMatch(/\n\d+ more entries are not listed here\.\n/);
    expect(text).toContain('date of revision not known');
  });

  it('says that nothing held proves nothing', () => {
    const { text } = copyTopic(topic('outreach'), context);
    expect(text).toContain('no sign that it does or does not work');
    expect(text).not.toMatch(/\[|1\./);
  });

  it('carries the same words as HTML, with addresses as links', () => {
    for (const evidence of topics.values()) {
      const { text, html } = copyTopic(evidence, context);
      const holder = document.createElement('div');
      holder.innerHTML = html;
      const words = (one: string) => one.replace(/^\d+\. /gm, '').replace(/\s+/g, '');
      expect(words(holder.textContent)).toBe(words(text));
      for (const link of holder.querySelectorAll('a'))
        expect(link.getAttribute('href')).toBe(link.textContent);
    }
  });

  it('lets no markup out of titles and statements', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('<img src=x onerror=alert(1)>', '"><script>', '&lt;', "'"),
        (around, markup) => {
          const evidence = structuredClone(topic('mutual-aid'));
          const bad = `${around}${markup}`;
          evidence.topic.label = bad;
          if (evidence.statement) evidence.statement.says = bad;
          for (const one of evidence.entries) {
            one.citation = null;
            one.title = bad;
          }
          const holder = document.createElement('div');
          holder.innerHTML = copyTopic(evidence, context).html;
          const tags = new Set([...holder.querySelectorAll('*')].map(({ tagName }) => tagName));
          for (const tag of tags) expect(['P', 'B', 'OL', 'LI', 'A']).toContain(tag);
        },
      ),
      { numRuns: 200 },
    );
  });
});
