// @vitest-environment node
// The text of PDF pages: lines, words in parts, columns, cells, headings and lists, by place, font and words.
import { describe, expect, it } from 'vitest';
import { blocks, lines, page, read, run, shown } from './pages';

const PROSE = [
  'The provider will offer aftercare for at least twelve months from',
  'the end of structured treatment, by telephone or in person as the',
  'service user prefers, and will keep a record of it.',
];

describe('lines and words', () => {
  it('joins the lines of a paragraph with a space', () => {
    expect(blocks(page(1, lines(PROSE, 50, 200)))).toEqual([`paragraph: ${PROSE.join(' ')}`]);
  });

  it('judges the distance of lines by those around them, not by the closest on the page', () => {
    const list = Array.from({ length: 20 }, (_, i) =>
      run(`Name of a service ${i}.`, 50, 400 + i * 11),
    );
    const spaced = PROSE.map((text, i) => run(text, 50, 200 + i * 15));
    expect(blocks(page(1, [...spaced, ...list]))[0]).toBe(`paragraph: ${PROSE.join(' ')}`);
  });

  it('joins the parts of a word that is drawn in parts, and puts a space where there is a gap', () => {
    const parts = [run('resid', 50, 200), run('ential', 75, 200), run('rehab', 108, 200)];
    expect(blocks(page(1, parts))).toEqual(['paragraph: residential rehab']);
  });

  it('keeps white space that the page draws, however narrow', () => {
    const parts = [
      run('mutual', 50, 200),
      run(' ', 80, 200, { width: 0.2 }),
      run('aid', 80.2, 200),
    ];
    expect(blocks(page(1, parts))).toEqual(['paragraph: mutual aid']);
  });

  it('puts a line together whatever the order in which its parts are drawn', () => {
    const parts = [
      run('They go to', 50, 200),
      run('each week.', 155, 200),
      ...lines(PROSE, 50, 212),
      run('mutual aid', 102.5, 200),
    ];
    expect(blocks(page(1, parts))[0]).toMatch(/^paragraph: They go to mutual aid each week\./);
  });

  it('keeps the figure of a footnote off the word that it hangs on', () => {
    const parts = [
      run('and aftercare', 50, 200),
      run('12', 115, 196, { size: 6 }),
      run('.', 121, 200),
    ];
    expect(blocks(page(1, parts))).toEqual(['paragraph: and aftercare 12.']);
  });

  it('says once what is drawn twice to look bold', () => {
    const twice = [run('Aftercare is bought.', 50, 200), run('Aftercare is bought.', 50.4, 200)];
    expect(blocks(page(1, twice))).toEqual(['paragraph: Aftercare is bought.']);
  });

  it('opens ligatures that a font keeps in private places', () => {
    expect(blocks(page(1, [run('speci\uf001cation', 50, 200)]))).toEqual([
      'paragraph: specification',
    ]);
  });

  it('keeps turned text apart, with its angle', () => {
    const [text] = read(
      page(1, [...lines(PROSE, 50, 200), run('DRAFT', 300, 500, { turned: 90 })]),
    );
    expect(shown(text)[1]).toBe('paragraph: DRAFT');
    expect(text?.blocks[1]?.spans[0]).toMatchObject({ angle: 270, x: 292, y: 500, width: 25 });
  });
});

describe('words broken at the end of a line', () => {
  const broken = (left: string, right: string, rest: string) =>
    blocks(
      page(
        1,
        lines([`People are waiting at present for ${left}`, `${right} here. ${rest}`], 50, 200),
      ),
    )[0];

  it('takes a hyphen for soft where the word stands elsewhere without it', () => {
    expect(broken('rehabili-', 'tation', 'More rehabilitation.')).toContain(
      'rehabili\u00adtation here',
    );
  });

  it('takes a hyphen for soft where neither half is a word of the document', () => {
    expect(broken('detoxifi-', 'cation', '')).toContain('detoxifi\u00adcation here');
  });

  it('keeps the hyphen of a word that is written with one, and of two words', () => {
    expect(broken('twelve-', 'step', 'A twelve-step group.')).toContain('twelve-step here');
    expect(broken('step-', 'down', 'One step more, not down.')).toContain('step-down here');
  });

  it('keeps a dash between words as it is', () => {
    expect(broken('detox –', 'then', '')).toContain('detox – then');
  });
});

describe('columns', () => {
  const left = [
    'In every part of the county there is one',
    'worker for each family, and every service',
    'user there will have a written recovery',
    'plan and a named case manager who can',
    'help them to make first contact with the',
  ];
  const right = [
    'mutual aid groups before they leave, and',
    'rooms are offered to them free of charge.',
  ];

  it('joins a sentence over the top of the next column', () => {
    const text = blocks(page(1, [...lines(left, 50, 200), ...lines(right, 320, 200)]));
    expect(text).toEqual([`paragraph: ${[...left, ...right].join(' ')}`]);
  });

  it('reads columns that are drawn line by line across the page as columns', () => {
    const across = [0, 1].flatMap((i) => [
      run(left[i] ?? '', 50, 200 + i * 12),
      run(right[i] ?? '', 320, 200 + i * 12),
    ]);
    expect(blocks(page(1, across)).map((line) => line.replace(/^\w+: /, ''))).toEqual([
      left.slice(0, 2).join(' '),
      right.join(' '),
    ]);
  });

  it('does not take the white between narrow columns for a space', () => {
    const drawn = [0, 1, 2].flatMap((i) => [
      run((left[i] ?? '').padEnd(40, 'n'), 50, 200 + i * 12),
      run('on the other side of the gutter', 257, 200 + i * 12),
    ]);
    const text = blocks(page(1, drawn));
    expect(text.some((line) => /case manager.*gutter/.test(line))).toBe(false);
  });

  it('takes the wide spaces of a stretched line for spaces', () => {
    const stretched = [
      run('opioid', 50, 200),
      run('substitution', 90, 200),
      run('and', 160, 200),
      run('more', 185, 200),
      ...lines(['treatment goes on in the line below this'], 50, 212),
    ];
    expect(blocks(page(1, stretched))[0]).toMatch(/opioid substitution and more treatment goes on/);
  });
});

describe('cells', () => {
  const row = (y: number, texts: readonly string[]) =>
    texts.map((text, i) => run(text, 50 + i * 180, y));

  it('keeps the cells of a row and the rows of a table apart', () => {
    const table = [
      ...row(200, ['Residential rehab', 'Turning Point', '12']),
      ...row(214, ['Community detox', 'In house', '14']),
      ...row(228, ['needle exchange', 'pharmacies', '45']),
    ];
    expect(blocks(page(1, table))).toEqual(
      'Residential rehab,Turning Point,12,Community detox,In house,14,needle exchange,pharmacies,45'
        .split(',')
        .map((cell) => `cell: ${cell}`),
    );
  });

  it('joins the lines of a wrapped cell, also where the page draws across the row', () => {
    const table = [
      run('Residential', 50, 200),
      run('Places bought', 230, 200),
      run('rehabilitation', 50, 212),
      run('from the framework', 230, 212),
      run('Detox', 50, 240),
      run('None', 230, 240),
    ];
    expect(blocks(page(1, table))).toEqual([
      'cell: Residential rehabilitation',
      'cell: Places bought from the framework',
      'cell: Detox',
      'cell: None',
    ]);
  });

  it('gives each cell its row and column', () => {
    const [text] = read(
      page(1, [...row(200, ['Service', 'Places']), ...row(230, ['Rehab', 'Twelve'])]),
    );
    expect(text?.blocks.map((block) => block.at)).toEqual([
      { table: 0, row: 0, column: 0 },
      { table: 0, row: 0, column: 1 },
      { table: 0, row: 1, column: 0 },
      { table: 0, row: 1, column: 1 },
    ]);
  });
});

describe('headings, lists, contents and notes', () => {
  it('knows headings by size and by another font over their text', () => {
    const text = read(
      page(1, [
        run('Needs assessment', 50, 100, { size: 20 }),
        run('3.1 Aftercare', 50, 150, { size: 14 }),
        run('Peer support', 50, 188, { font: 'bold' }),
        ...lines(PROSE, 50, 200),
      ]),
    );
    expect(text[0]?.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 3],
      ['heading', 4],
      ['paragraph', undefined],
    ]);
  });

  it('begins an item at its bullet and keeps its further lines', () => {
    const list = [
      run('\uf0b7', 50, 200, { font: 'symbol' }),
      run('peer mentors who have left treatment', 75, 200),
      run('in the area', 75, 212),
      run('•', 50, 224),
      run('employment advice', 75, 224),
    ];
    expect(blocks(page(1, list))).toEqual([
      'list-item: \uf0b7 peer mentors who have left treatment in the area',
      'list-item: • employment advice',
    ]);
  });

  it('takes lines that lead to page numbers for contents', () => {
    const dots = '. . . . . . . . . .';
    const leaders = lines([`1 Aftercare ${dots} 3`, `2 Detoxification ${dots} 7`], 50, 200);
    expect(blocks(page(1, leaders)).every((line) => line.startsWith('contents: '))).toBe(true);
    const plain = ['Aftercare', 'Detox', 'Rehab', 'Outcomes'].flatMap((title, i) => [
      run(title, 50, 300 + i * 14),
      run(String(3 + i * 4), 500, 300 + i * 14),
    ]);
    expect(blocks(page(1, plain)).every((line) => line.startsWith('contents: '))).toBe(true);
  });

  it('takes small print with a raised number at the foot for a note', () => {
    const note = [
      ...lines(PROSE, 50, 500),
      run('1', 50, 697, { size: 5 }),
      run('Public Health England, Better care, 2017.', 54, 700, { size: 8 }),
    ];
    expect(blocks(page(1, note))[1]).toBe('reference: 1 Public Health England, Better care, 2017.');
  });
});
