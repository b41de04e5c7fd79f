import { describe, expect, it } from 'vitest';
import { initialsFit, isShortForm } from '../../../lib/detect/definitions';
import { abbreviation, sense, topic } from '../vocabulary/samples';
import { found, marks, matcherOf } from './marks';

const RULE = { s: sense({ needs: [{ within: 'phrase', words: ['voucher'] }] }) };
const matcher = matcherOf([
  topic('contingency', [], {
    terms: [{ kind: 'preferred', forms: ['contingency management'] }, abbreviation(['cm'], 's')],
    senses: RULE,
  }),
  topic('case', [], {
    terms: [
      { kind: 'preferred', forms: ['case management', 'case manager'] },
      abbreviation(['cm'], 's'),
    ],
    senses: RULE,
  }),
  topic('motivational', [], {
    terms: [{ kind: 'preferred', forms: ['motivational interviewing'] }, abbreviation(['mi'])],
  }),
  topic('system', ['recovery-oriented integrated system']),
]);
const short = (text: string) => marks(text, matcher).filter((mark) => /^[A-Z]+s? =/.test(mark));

describe('a short form', () => {
  it.each([
    ['Contingency management (CM) is used. CM works.'],
    ['CM: contingency management. CM works.'],
    ['CM – contingency management\n\nCM works.'],
    ['CM (contingency management) is used. CM works.'],
    ['Abbreviations: CM, contingency management; MI, motivational interviewing.\n\nCM works.'],
    ['Term | Meaning\nCM | contingency management\n\nCM works.'],
    ['In this report CM means contingency management. CM works.'],
    ['CM works. It is contingency management (CM).'],
  ])('has the meaning that the document gives it: %j', (text) => {
    expect(short(text)).toContain('CM = contingency');
    expect(short(text)).not.toContain('CM = case');
    expect(short(text).length).toBeGreaterThanOrEqual(2);
  });

  it('that the vocabulary lacks is learnt too, for this document only', () => {
    expect(short('A recovery-oriented integrated system (ROIS). ROIS and ROISs grow.')).toEqual([
      'ROIS = system',
      'ROIS = system',
      'ROISs = system',
    ]);
    expect(
      short('A recovery-oriented integrated system (ROIS).\n\nNot a word more than ROIS here.'),
    ).toEqual(['ROIS = system', 'ROIS = system']);
    expect(short('ROIS grows.')).toEqual([]);
  });

  it.each([
    ['Management Information (MI) is due monthly. MI returns go to the board.'],
    ['MI: management information\n\nMI is due.'],
    ['Term | Meaning\nMI | management information\n\nMI is due.'],
    ['MI (management information) is due. MI is due.'],
  ])('is off where the document gives it another meaning: %j', (text) => {
    expect(short(text)).toEqual([]);
  });

  it('keeps its meaning before the place that gives it another', () => {
    expect(short('Staff offer MI. Management information (MI) is due. MI is due.')).toEqual([
      'MI = motivational',
    ]);
  });

  it('is off only at the place that says otherwise where the document has both meanings', () => {
    const text =
      'Motivational interviewing (MI) is offered. Ask for MI. Management information (MI) is due.';
    expect(short(text)).toEqual(['MI = motivational', 'MI = motivational']);
  });

  it('defined twice means what the nearest definition before it says', () => {
    expect(
      short('Case manager (CM) posts. A CM visits.\n\nContingency management (CM). CM works.'),
    ).toEqual(['CM = case', 'CM = case', 'CM = contingency', 'CM = contingency']);
    expect(
      short(
        'Management information (MI). MI is due.\n\nMotivational interviewing (MI). MI is offered.\n\n' +
          'Management information (MI) again. MI is due.',
      ),
    ).toEqual(['MI = motivational', 'MI = motivational']);
  });

  it('is defined by words that end in a bracketed s', () => {
    expect(short('Case manager(s) (CMs) are paid. Each CM visits.')).toEqual([
      'CMs = case',
      'CM = case',
    ]);
  });

  it('is left alone by words whose initials do not fit', () => {
    expect(short('Staff who have had training (MI) offer it.')).toEqual(['MI = motivational']);
  });

  it('that fits two topics equally well is left unmarked', () => {
    expect(short('CM with a voucher')).toEqual([]);
    expect(short('CM with a voucher. Contingency management (CM).')).toEqual([
      'CM = contingency',
      'CM = contingency',
    ]);
  });

  it('says by what it was read', () => {
    const mention = found('Contingency management (CM).', matcher).mentions[1];
    expect(mention?.why).toMatchObject({
      term: 'CM',
      reading: 'CM as Contingency management',
      decidedBy: ['the document defines it as “Contingency management”'],
    });
  });
});

describe('initials', () => {
  it.each([
    ['CM', 'contingency management', true],
    ['ROSC', 'recovery-oriented system of care', true],
    ['TOP', 'Treatment Outcomes Profile', true],
    ['DAAT', 'drug and alcohol action team', true],
    ['CM', 'case file', false],
    ['CM', 'contingency management voucher', false],
  ])('of %s and “%s”: %s', (letters, long, fits) => {
    expect(initialsFit(letters, long)).toBe(fits);
  });

  it('belong to short forms of two capitals at least', () => {
    expect(['CM', 'PbR', 'BBVs', 'MoCAM'].every(isShortForm)).toBe(true);
    expect(['Cm', 'The', 'a', 'RECOVERYPLAN', 'A-B'].some(isShortForm)).toBe(false);
  });
});
