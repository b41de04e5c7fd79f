// @vitest-environment jsdom
// Blocks of text out of markup: borders, kinds, what is left alone, and the way back to the nodes.
import { describe, expect, it } from 'vitest';
import { collectBlocks } from '../../../lib/page/collect';
import { placeOf, type TextBlock } from '../../../lib/page/model';
import { LONGEST_BLOCK } from '../../../lib/page/run';

function read(html: string): TextBlock[] {
  return collectBlocks(new DOMParser().parseFromString(html, 'text/html'));
}
const texts = (html: string) => read(html).map((block) => block.text.replace(/ +/g, ' ').trim());
const kinds = (html: string) => read(html).map((block) => `${block.kind}: ${block.text.trim()}`);

describe('borders', () => {
  it('joins text over inline elements', () => {
    expect(texts('<p>resid<b>ential</b> <em>re<i>hab</i></em>ilitation</p>')).toEqual([
      'residential rehabilitation',
    ]);
  });
  it('parts blocks, and text before and after a block inside', () => {
    expect(texts('<div>one<p>two</p>three<hr>four</div>')).toEqual(['one', 'two', 'three', 'four']);
  });
  it('reads a line break as a soft break', () => {
    expect(texts('<p>mutual<br>aid</p>')).toEqual(['mutual\naid']);
  });
  it('reads line feeds of the source as spaces, those of pre as breaks', () => {
    expect(read('<p>mutual\n\taid</p>')[0]?.text).toBe('mutual  aid');
    expect(read('<pre>mutual\naid</pre>')[0]?.text).toBe('mutual\naid');
  });
  it('parts blocks at elements that markup alone makes blocks', () => {
    expect(texts('<x-card>one</x-card><x-card>two</x-card>')).toEqual(['one', 'two']);
    expect(texts('a<span style="display:block">b</span>c')).toEqual(['a', 'b', 'c']);
  });
  it('gives no block without a letter', () => {
    expect(texts('<p>– 12 | 3</p><p>£</p><p> </p>')).toEqual([]);
  });
});

describe('kinds', () => {
  it('tells headings with their level, items, cells, paragraphs', () => {
    const blocks = read(
      '<h1>A</h1><h3>B</h3><p role=heading aria-level=4>C</p><ul><li>D</li></ul><dl><dt>E<dd>F</dl><table><tr><th>G<td>H</table><p>I',
    );
    expect(blocks.map((b) => [b.text, b.kind, b.level])).toEqual([
      ['A', 'heading', 1],
      ['B', 'heading', 3],
      ['C', 'heading', 4],
      ['D', 'list-item', undefined],
      ['E', 'list-item', undefined],
      ['F', 'list-item', undefined],
      ['G', 'cell', undefined],
      ['H', 'cell', undefined],
      ['I', 'paragraph', undefined],
    ]);
  });
  it('tells contents by nav, role, class and heading', () => {
    expect(
      kinds('<nav><ul><li>a</ul></nav><div role=navigation>b</div><ol class="toc"><li>c</ol>'),
    ).toEqual(['contents: a', 'contents: b', 'contents: c']);
    const after = 'x'.repeat(150);
    expect(
      kinds(`<h2>Table of contents</h2><ul><li>a</ul><h2>Aims</h2><ul><li>b</ul><p>${after}`),
    ).toEqual([
      'heading: Table of contents',
      'contents: a',
      'heading: Aims',
      'list-item: b',
      `paragraph: ${after}`,
    ]);
    expect(kinds(`<h2>Contents</h2><ul><li>a</ul><p>${after}</p><ul><li>b</ul>`)[3]).toBe(
      'list-item: b',
    );
  });
  it('tells references by heading until the next heading of that depth, by role and class', () => {
    expect(
      kinds('<h2>6. References</h2><p>a</p><h3>Web</h3><p>b</p><h2>Annex</h2><p>c</p>'),
    ).toEqual([
      'heading: 6. References',
      'reference: a',
      'heading: Web',
      'reference: b',
      'heading: Annex',
      'paragraph: c',
    ]);
    expect(kinds('<ol class="footnotes"><li>a</ol><section role=doc-bibliography><p>b')).toEqual([
      'reference: a',
      'reference: b',
    ]);
  });
});

describe('left alone', () => {
  it.each([
    ['script', '<script>rehab</script>'],
    ['style', '<style>rehab{}</style>'],
    ['code', '<p><code>rehab</code></p>'],
    ['textarea', '<textarea>rehab</textarea>'],
    ['select', '<select><option>rehab</select>'],
    ['svg', '<svg><text>rehab</text></svg>'],
    ['noscript', '<body><noscript>rehab</noscript>'],
    ['template', '<template><p>rehab</p></template>'],
    ['editable text', '<div contenteditable>rehab<p>rehab</p></div>'],
    ['a text box by role', '<div role=textbox>rehab</div>'],
    ['hidden', '<div hidden><p>rehab</p></div>'],
    ['display none', '<p style="display:none">rehab</p>'],
    ['visibility hidden', '<p style="visibility:hidden">rehab</p>'],
    ['a closed dialog', '<dialog><p>rehab</p></dialog>'],
    ['a copy for the eye only', '<p><span aria-hidden=true>rehab</span></p>'],
  ])('%s', (_, html) => {
    expect(texts(html)).toEqual([]);
  });
  it('reads a page that an open dialog made aria-hidden, editable islands turned off, and text that only sound hides', () => {
    expect(texts('<main aria-hidden=true><p>rehab</p></main>')).toEqual(['rehab']);
    expect(texts('<div contenteditable=false>rehab</div>')).toEqual(['rehab']);
    expect(texts('<p><span class="visually-hidden">rehab</span></p>')).toEqual(['rehab']);
  });
  it('takes the caller’s word for what is hidden', () => {
    const page = new DOMParser().parseFromString('<p class=x>a</p><p>b</p>', 'text/html');
    const blocks = collectBlocks(page, { isHidden: (el) => el.className === 'x' });
    expect(blocks.map((block) => block.text)).toEqual(['b']);
  });
});

describe('the way back', () => {
  const html =
    '<p>Peer <b>sup</b>port\nand <a href="https://a.example/b">mutual<br>aid</a> groups</p>';
  it('finds the nodes of any stretch', () => {
    const block = read(html)[0];
    if (!block) throw new Error('no block');
    for (const words of ['Peer', 'support', 'mutual\naid', 'groups', 'Peer support']) {
      const start = block.text.indexOf(words);
      const place = placeOf(block, start, start + words.length);
      if (!place) throw new Error('no place');
      const range = place.startContainer.ownerDocument.createRange();
      range.setStart(place.startContainer, place.startOffset);
      range.setEnd(place.endContainer, place.endOffset);
      expect(range.toString()).toBe(words.replace('\n', ''));
    }
  });
  it('does not reach into the node after the last letter', () => {
    const block = read(html)[0];
    const place = block && placeOf(block, 5, 8);
    expect([place?.startContainer.data, place?.endContainer.data, place?.endOffset]).toEqual([
      'sup',
      'sup',
      3,
    ]);
  });
  it('gives links with their place and address', () => {
    const block = read(html)[0];
    const link = block?.links?.[0];
    expect(link?.href).toBe('https://a.example/b');
    expect(block?.text.slice(link?.start, link?.end)).toBe('mutual\naid');
    expect(read('<p><a href="#top">top</a> <a href="mailto:x@y.example">x</a>')[0]?.links).toBe(
      undefined,
    );
  });
  it('gives a link round several blocks to each of them', () => {
    const blocks = read('<a href="https://a.example/"><div>one</div><div>two</div></a>');
    expect(blocks.map((block) => block.links)).toEqual([
      [{ start: 0, end: 3, href: 'https://a.example/' }],
      [{ start: 0, end: 3, href: 'https://a.example/' }],
    ]);
  });
  it('cuts a page-long run, and finds the nodes of each part', () => {
    const line = 'Case management is offered to all. ';
    const blocks = read(`<div>${line.repeat(2000)}<b>Peer support</b> ends it.</div>`);
    expect(blocks.length).toBeGreaterThan(3);
    expect(Math.max(...blocks.map((block) => block.text.length))).toBeLessThanOrEqual(
      LONGEST_BLOCK,
    );
    expect(blocks.map((block) => block.text).join('')).toBe(
      `${line.repeat(2000)}Peer support ends it.`,
    );
    const second = blocks[1];
    const at = second?.text.indexOf('management') ?? -1;
    const place = second && placeOf(second, at, at + 10);
    expect(place?.startContainer.data.slice(place.startOffset, place.endOffset)).toBe('management');
    const last = blocks[blocks.length - 1];
    const peer = last?.text.indexOf('Peer') ?? -1;
    expect(last && placeOf(last, peer, peer + 4)?.startContainer.data).toBe('Peer support');
  });
});

describe('hidden text', () => {
  it('is told by each element alone, whatever stands before it', () => {
    expect(
      texts('<p>one <b hidden>two <i>three</i></b> four<b hidden>five</b><b>six</b></p>'),
    ).toEqual(['one foursix']);
    expect(texts('<div hidden>one<p>two</p>three</div><div>four<p>five</p>six</div>')).toEqual([
      'four',
      'five',
      'six',
    ]);
  });
  it('is hidden again after a shadow root without children of its own', () => {
    const doc = new DOMParser().parseFromString(
      '<p hidden><x-a id="host"></x-a>two</p><p>one</p>',
      'text/html',
    );
    const root = doc.querySelector('#host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = 'shadow';
    expect(collectBlocks(doc).map((block) => block.text)).not.toContain('two');
  });
});

describe('shadow roots', () => {
  it('reads open ones, before the text of the host', () => {
    const page = new DOMParser().parseFromString(
      '<x-a><p>light</p></x-a><p>after</p>',
      'text/html',
    );
    const host = page.querySelector('x-a');
    const root = host?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<h2>in <b>shadow</b></h2><slot></slot>';
    const blocks = collectBlocks(page);
    expect(blocks.map((block) => `${block.kind} ${block.text}`)).toEqual([
      'heading in shadow',
      'paragraph light',
      'paragraph after',
    ]);
  });
});
