import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOfText } from '../../../lib/detect/text-blocks';

const cut = (text: string) => blocksOfText(text).map((b) => `${b.kind}${b.level ?? ''}: ${b.text}`);

describe('a text', () => {
  it('is cut into headings, paragraphs and list items', () => {
    expect(
      cut(
        '# Service\n\nWe offer:\n- detox\n- rehab and\n  aftercare\n\n## Out of scope\n\nNothing else.',
      ),
    ).toEqual([
      'heading1: # Service',
      'heading4: We offer:',
      'list-item: - detox',
      'list-item: - rehab and\n  aftercare',
      'heading2: ## Out of scope',
      'paragraph: Nothing else.',
    ]);
  });

  it('has lines in capitals and lines that stand alone as headings', () => {
    expect(
      cut(
        '5. CONTACT WITH SERVICES\nOf the 41 deaths reviewed.\n\nRecovery planning\n\nEvery client shall have a plan.',
      ),
    ).toEqual([
      'heading2: 5. CONTACT WITH SERVICES',
      'paragraph: Of the 41 deaths reviewed.',
      'heading3: Recovery planning',
      'paragraph: Every client shall have a plan.',
    ]);
  });

  it('runs on over soft wraps and words broken at the end of a line', () => {
    expect(
      cut(
        'The partnership will pay for residen-\ntial rehabilitation and for recovery\nplans. Admission follows an assess-\nment by the\nAlcohol team.',
      ),
    ).toHaveLength(1);
    expect(
      cut('Staff who deliver cognitive behavioural\ntherapy (CBT) shall be trained.'),
    ).toHaveLength(1);
  });

  it('does not run on into numbered lines, list items, rows, or from a closed sentence', () => {
    expect(cut('4.3 First it ends.\n4.4 Then it begins.')).toHaveLength(2);
    expect(cut('It is for adults\n(a) who drink;\n(b) who use drugs.')).toHaveLength(3);
    expect(cut('What we do\nWe see people at home.')).toHaveLength(2);
  });

  it('has a block for each cell of a row', () => {
    expect(cut('Lot | What\n--- | ---\n1 | Detox\n2\tRehab')).toEqual([
      'cell: Lot ',
      'cell:  What',
      'cell: 1 ',
      'cell:  Detox',
      'cell: 2',
      'cell: Rehab',
    ]);
  });

  it('knows contents and reference lists', () => {
    expect(
      cut(
        'CONTENTS\n1 Harm reduction ........ 11\n2 Aftercare . . . 14\n\nFOREWORD\nThis strategy is new.\n\nREFERENCES\n1. Alder P (2015). Twelve-step facilitation.\n2. Lund K. Detox.',
      ),
    ).toEqual([
      'heading2: CONTENTS',
      'contents: 1 Harm reduction ........ 11',
      'contents: 2 Aftercare . . . 14',
      'heading2: FOREWORD',
      'paragraph: This strategy is new.',
      'heading2: REFERENCES',
      'reference: 1. Alder P (2015). Twelve-step facilitation.',
      'reference: 2. Lund K. Detox.',
    ]);
  });

  it('is held by its blocks as it stands, in order, with nothing but white space, bars and rules left out', () => {
    const piece = fc.constantFrom(
      'Detox ',
      'rehab',
      '\n',
      '\n\n',
      '| ',
      '- ',
      '# ',
      '\t',
      '1. ',
      'É…',
      '\r\n',
      '---',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        let left = '';
        let same = true;
        for (const block of blocksOfText(text)) {
          same &&=
            block.offset >= end && text.startsWith(block.text, block.offset) && block.text !== '';
          left += text.slice(end, block.offset);
          end = block.offset + block.text.length;
        }
        left += text.slice(end);
        expect(same).toBe(true);
        expect(left).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
