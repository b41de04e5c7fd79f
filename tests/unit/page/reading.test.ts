// @vitest-environment jsdom
// A read page stays true while it changes: every way of changing it must end in what a fresh reading gives.
import { beforeEach, describe, expect, it } from 'vitest';
import { Changes } from '../../../lib/page/changes';
import { markupLook } from '../../../lib/page/markup-look';
import { PageText } from '../../../lib/page/reading';

const isOurs = (node: Node) => node.nodeName === 'X-OURS';
const look = markupLook();
function page(cap = 1e6) {
  const text = new PageText(document, { look, isOurs, onShadow: () => {}, cap });
  for (const _ of text.readAll());
  return text;
}
const shape = (text: PageText) =>
  text.blocks.map((block) => `${block.kind}|${block.text.trim()}|${block.element.nodeName}`);

/** Changes the page, reads the change, and compares with a reading from the start. */
async function change(text: PageText, act: () => void) {
  const changes = new Changes(isOurs);
  const observer = new MutationObserver((records) => changes.note(records));
  const what = { subtree: true, childList: true, characterData: true, attributes: true };
  observer.observe(document, what);
  act();
  changes.note(observer.takeRecords());
  observer.disconnect();
  if (changes.looks) for (const _ of text.lookAgain(text.blocks, changes));
  const again = new Changes(isOurs);
  const reading = text.refresh(changes, again);
  let step = reading.next();
  while (!step.done) step = reading.next();
  if (again.huge) for (const _ of text.readAll());
  else expect(again.any).toBe(false);
  expect(shape(text)).toEqual(shape(page()));
  return { changes, ...step.value };
}
const by = (selector: string): HTMLElement => {
  const el = document.querySelector<HTMLElement>(selector);
  if (!el) throw new Error(`no ${selector}`);
  return el;
};
const make = (html: string): HTMLElement => {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  return holder.content.firstElementChild as HTMLElement;
};

beforeEach(() => {
  document.body.innerHTML = `<h1>Title</h1><p id=a>One <b id=b>bold</b> end</p>
    <div id=d>before<p id=p>inner</p>after</div><ul id=u><li id=l>first</li><li>second</li></ul>
    <div id=h hidden><p>hidden <i>text</i></p></div><p id=z>Last</p>`;
});

describe('what changed is read again', () => {
  it('text of a node', async () => {
    const text = page();
    const { added, dropped } = await change(text, () => {
      (by('#b').firstChild as Text).data = 'brave';
    });
    expect(added.map((block) => block.text)).toEqual(['One brave end']);
    expect(dropped.map((block) => block.text)).toEqual(['One bold end']);
  });
  it.each<[string, () => void]>([
    ['an inline element added', () => by('#a').append(make('<i>more</i>'))],
    ['an inline element removed', () => by('#b').remove()],
    [
      'an inline element with a block inside added',
      () => by('#a').append(make('<i>x<p>y</p></i>')),
    ],
    ['a block added in the middle', () => by('#u').before(make('<p>new</p>'))],
    ['a block added at the end of the body', () => document.body.append(make('<p>new</p>'))],
    ['a whole part added', () => by('#u').before(make('<section><h2>H</h2><p>new</p></section>'))],
    ['a block added inside a run', () => by('#b').before(make('<p>cut</p>'))],
    ['the block inside a run removed', () => by('#p').remove()],
    ['a block moved', () => by('#a').before(by('#u'))],
    ['items in another order', () => by('#u').append(by('#l'))],
    ['a part replaced', () => by('#d').replaceWith(make('<div>x<p>y</p>z</div>'))],
    ['everything replaced', () => document.body.replaceChildren(make('<p>only</p>'))],
    [
      'text of a block replaced',
      () => {
        by('#p').textContent = 'other';
      },
    ],
    ['a text node at the body itself', () => document.body.prepend('loose text')],
    ['a hidden part shown', () => by('#h').removeAttribute('hidden')],
    ['a shown part hidden', () => by('#d').setAttribute('hidden', '')],
    ['a part made editable', () => by('#d').setAttribute('contenteditable', 'true')],
    [
      'a heading that opens references',
      () => by('#u').before(make('<div><h2>References</h2><p>Smith</p></div>')),
    ],
    ['a line under references', () => by('#z').after(make('<p>new</p>'))],
    [
      'our own element and scripts',
      () => document.body.append(make('<x-ours>ours</x-ours>'), make('<script>1</script>')),
    ],
    [
      'two things at once',
      () => {
        by('#a').remove();
        by('#l').textContent = 'changed';
      },
    ],
  ])('%s', async (_, act) => {
    const text = page();
    await change(text, act);
  });
  it('again and again, with what stays the same object', async () => {
    const text = page();
    const last = text.blocks[text.blocks.length - 1];
    for (let i = 0; i < 5; i++)
      await change(text, () => {
        by('#a').append(make(`<p>${'abc'.repeat(i + 1)}</p>`));
        by('#l').firstChild?.remove();
        by('#l').append(`n${i}x`);
      });
    expect(text.blocks[text.blocks.length - 1]).toBe(last);
  });
  it('nothing new where the same text is written again', async () => {
    const text = page();
    const { added } = await change(text, () => {
      (by('#b').firstChild as Text).data = 'bold';
    });
    expect(added).toEqual([]);
  });
});

describe('limits', () => {
  it('stops at the cap and says so', () => {
    document.body.innerHTML = `<p>${'word '.repeat(50)}</p>`.repeat(20);
    const text = page(1000);
    expect(text.cut).toBe(true);
    expect(text.blocks.length).toBe(4);
  });
  it('gives up following where very much changes', () => {
    const changes = new Changes(isOurs);
    const list = document.createElement('div');
    for (let i = 0; i < 3000; i++) list.append(document.createElement('p'));
    changes.note([
      {
        type: 'childList',
        target: document.body,
        addedNodes: list.childNodes,
        removedNodes: [],
      } as never,
    ]);
    expect(changes.huge).toBe(true);
    expect(changes.elements.size).toBe(0);
  });
});
