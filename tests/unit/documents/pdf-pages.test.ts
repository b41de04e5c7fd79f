// @vitest-environment node
// The text of a PDF over several pages: running heads, page numbers, sentences over a border, tags, pages that fail.
import { describe, expect, it } from 'vitest';
import { inputOfPages, titleOfPages } from '../../../lib/documents/blocks';
import { textOf } from '../../../lib/documents/model';
import type { PdfDocument, TreeNode } from '../../../lib/documents/pdf/content';
import { legibilityOf } from '../../../lib/documents/pdf/legible';
import { readPdfText } from '../../../lib/documents/pdf/read';
import { lines, page, read, run, shown } from './pages';

const HEAD = 'Drug and Alcohol Needs Assessment: residential rehabilitation';
const withEdges = (number: number, texts: readonly string[]) =>
  page(number, [
    run(HEAD, 50, 40, { size: 8 }),
    ...lines(texts, 50, 200),
    run(`Page ${number} of 4`, 280, 770, { size: 8 }),
  ]);

describe('running heads and page numbers', () => {
  const pages = [1, 2, 3, 4].map((number) =>
    withEdges(number, [`Text of its own number ${number}.`]),
  );

  it('are told by their neighbours and left out for the detector', () => {
    const text = read(...pages);
    for (const one of text)
      expect(one.blocks.map((block) => block.kind)).toEqual(['running', 'paragraph', 'running']);
    expect(inputOfPages(text, '').input.blocks.map((block) => block.text)).toEqual(
      [1, 2, 3, 4].map((number) => `Text of its own number ${number}.`),
    );
  });

  it('are found where left and right pages differ', () => {
    const mirrored = [1, 2, 3, 4].map((number) =>
      page(number, [
        run(number % 2 ? 'Chapter on aftercare' : 'Anytown Council', 50, 40),
        ...lines(['Text here that is long enough to be read.'], 50, 200),
      ]),
    );
    const kinds = read(...mirrored).map((one) => one.blocks[0]?.kind);
    expect(kinds).toEqual(['running', 'running', 'running', 'running']);
  });

  it('are not seen in what stands at the top of one page alone', () => {
    const text = read(
      withEdges(1, ['One.']),
      page(2, [run('Rehabilitation', 50, 60), run('Two.', 50, 200)]),
    );
    expect(shown(text[1])[0]).toBe('paragraph: Rehabilitation');
  });
});

describe('a sentence over a page border', () => {
  const one = [
    'The following parts of the system are out of',
    'scope of this contract and stay with the',
  ];
  const two = ['council: residential rehabilitation.', 'A new sentence.'];
  const text = read(
    page(1, [run(HEAD, 50, 40), ...lines(one, 50, 700), run('1', 300, 780)]),
    page(2, [
      run(HEAD, 50, 40),
      ...lines(two.slice(0, 1), 50, 80),
      ...lines(two.slice(1), 50, 140),
      run('2', 300, 780),
    ]),
    page(3, [run(HEAD, 50, 40), run('3', 300, 780)]),
  );

  it('is one block, on the page on which it begins', () => {
    const block = text[0]?.blocks.find(({ kind }) => kind === 'paragraph');
    expect(block && textOf(block)).toBe([...one, two[0]].join(' '));
    expect(block?.spans.map((span) => span.page)).toEqual([1, 1, 2]);
    expect(shown(text[1])).toContain('paragraph: A new sentence.');
    expect(shown(text[1])).not.toContain(`paragraph: ${two[0]}`);
  });

  it('knows the page of each of its places', () => {
    const { input, pageAt } = inputOfPages(text, '');
    const at = input.blocks[0]?.text.indexOf('residential') ?? -1;
    expect([pageAt(0, 0), pageAt(0, at)]).toEqual([1, 2]);
  });

  it('ends where the page ends with a full stop', () => {
    const ended = read(
      page(1, lines(['This sentence ends on this page.'], 50, 700)),
      page(2, lines(['and this does not go on with it'], 50, 80)),
    );
    expect(ended.map((part) => part.blocks.length)).toEqual([1, 1]);
  });

  it('passes over notes at the foot', () => {
    const noted = read(
      page(1, [
        ...lines(one, 50, 600),
        run('1', 50, 697, { size: 5 }),
        run('Public Health England, Better care, 2017.', 54, 700, { size: 8 }),
      ]),
      page(2, lines(two, 50, 80)),
    );
    expect(shown(noted[0])[0]).toContain('stay with the council');
  });
});

describe('tags', () => {
  const node = (role: string, ...children: TreeNode['children']): TreeNode => ({ role, children });
  const mark = (id: string) => ({ type: 'content', id });

  it('say what blocks are, whatever their look', () => {
    const tree = node(
      'Document',
      node('H2', node('Span', mark('a'))),
      node('Table', node('TR', node('TD', node('P', mark('b'))), node('TD', mark('c')))),
      node('L', node('LI', node('Lbl', mark('d')), node('LBody', mark('e')))),
    );
    const text = read(
      page(
        1,
        [
          run('Aftercare', 50, 100, { mark: 'a' }),
          run('Rehab', 50, 120, { mark: 'b' }),
          run('Twelve places', 90, 120, { mark: 'c' }),
          run('•', 50, 140, { mark: 'd' }),
          run('an item', 80, 140, { mark: 'e' }),
        ],
        tree,
      ),
    );
    expect(shown(text[0])).toEqual([
      'heading: Aftercare',
      'cell: Rehab',
      'cell: Twelve places',
      'list-item: • an item',
    ]);
    expect(text[0]?.blocks[2]?.at).toEqual({ table: 0, row: 0, column: 1 });
  });

  it('do not cut a sentence that was tagged line by line', () => {
    const texts = [
      'Every service user will have a plan and',
      'a named case manager who can help them.',
    ];
    const runs = texts.map((text, i) => run(text, 50, 200 + i * 12, { mark: `p${i}` }));
    const tree = node('Document', node('P', mark('p0')), node('P', mark('p1')));
    expect(shown(read(page(1, runs, tree))[0])).toEqual([`paragraph: ${texts.join(' ')}`]);
  });

  it('mark running heads where the file says that they are no content', () => {
    const runs = [
      run('Only once', 50, 40, { mark: 'Artifact' }),
      run('Text of the page.', 50, 200),
    ];
    expect(shown(read(page(1, runs))[0])[0]).toBe('running: Only once');
  });

  it('may be nested without end', () => {
    let tree = node('P', mark('a'));
    for (let i = 0; i < 50_000; i++) tree = node('Div', tree);
    expect(shown(read(page(1, [run('Aftercare', 50, 100, { mark: 'a' })], tree))[0])).toEqual([
      'paragraph: Aftercare',
    ]);
  });
});

describe('legibility', () => {
  it('tells pages without text and text that is no words', () => {
    const words = 'The provider will offer aftercare for at least twelve months. '.repeat(10);
    expect(legibilityOf(words)).toBe('text');
    expect(legibilityOf('  ')).toBe('none');
    expect(legibilityOf('\ue012\ue034\ue055 \ue077\ue021\ue001\ue044\ue099\ue000')).toBe(
      'unreadable',
    );
    // Letters by the wrong table: each three further in the alphabet.
    const shifted = words.replace(/[a-z]/g, (letter) =>
      String.fromCharCode(((letter.charCodeAt(0) - 97 + 3) % 26) + 97),
    );
    expect(legibilityOf(shifted)).toBe('unreadable');
    expect(
      legibilityOf('Bydd y darparwr yn cynnig gofal parhaus am o leiaf deuddeg mis. '.repeat(10)),
    ).toBe('text');
  });
});

describe('reading a document', () => {
  const document = (numPages: number, broken: (number: number) => boolean): PdfDocument => ({
    numPages,
    getPage: async (number) => {
      if (broken(number)) throw new Error('bad page');
      const { items, styles, viewport } = page(number, lines([`Text of page ${number}.`], 50, 200));
      return {
        getViewport: () => viewport,
        getTextContent: async () => ({ items: [...items], styles }),
        getStructTree: async () => null,
        cleanup: () => true,
      };
    },
  });
  const all = async (pdf: PdfDocument, signal?: AbortSignal) => {
    const out = [];
    for await (const one of readPdfText(pdf, signal ? { signal } : {})) out.push(one);
    return out;
  };

  it('gives every page in order, a broken one without text', async () => {
    const text = await all(document(9, (number) => number === 4));
    expect(text.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(text.map((one) => one.blocks.length)).toEqual([1, 1, 1, 0, 1, 1, 1, 1, 1]);
  });

  it('does not believe a file that claims a million pages', async () => {
    const text = await all(document(1_000_000, (number) => number > 2));
    expect(text.length).toBeLessThan(100);
    expect(text[1]?.blocks.length).toBe(1);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    let given = 0;
    for await (const one of readPdfText(
      document(500, () => false),
      { signal: stop.signal },
    )) {
      given = one.number;
      if (given === 3) stop.abort();
    }
    expect(given).toBeLessThan(6);
  });

  it('takes the largest heading for the title', () => {
    const text = read(
      page(1, [
        run('Needs assessment', 50, 100, { size: 24 }),
        run('Draft', 50, 140, { size: 14 }),
        ...lines(['Text of the document that is long enough.'], 50, 200),
      ]),
    );
    expect(titleOfPages(text)).toBe('Needs assessment');
  });
});
