// Marking the words of a query in a text, and cutting a long text to where they stand.
import { describe, expect, it } from 'vitest';
import { extract, marksOf } from '../../../../lib/evidence/search/marks';
import type { SearchRoom } from '../../../../lib/evidence/search/room';
import { answerFrom, askThrough, type Port } from '../../../../lib/evidence/search/thread';
import { askFor } from './search-ask';

const marked = (text: string, query: string, ...matched: [string, boolean][]) =>
  marksOf(
    text,
    query,
    matched.map(([word, whole]) => ({ word, whole })),
  ).map(({ start, end }) => text.slice(start, end));

describe('marks', () => {
  it('cover whole words, and of begun ones the beginning', () => {
    const text = 'Varieties of Case-Management';
    expect(marked(text, 'case manag', ['case', true], ['management', false])).toEqual([
      'Case',
      'Manag',
    ]);
  });

  it('cover the word that was meant where it was mistyped', () => {
    expect(marked('Rehabilitation of', 'rehabiltation', ['rehabilitation', true])).toEqual([
      'Rehabilitation',
    ]);
    expect(marked('Rehabilitation of', 'rehabiltat', ['rehabilitation', false])).toEqual([
      'Rehabilitation',
    ]);
  });

  it('are none where nothing was met', () => {
    expect(marked('Residential care', 'x')).toEqual([]);
  });
});

describe('an extract', () => {
  const text = `${'word '.repeat(60)}needle ${'more '.repeat(60)}`.trim();
  it('shows the first mark with words around, cut between words', () => {
    const cut = extract(text, marksOf(text, 'needle', [{ word: 'needle', whole: true }]), 100);
    expect(cut).toMatch(/^… word .*needle more.* more …$/);
    expect(cut?.length).toBeLessThanOrEqual(104);
  });

  it('is the text itself where that is short, and nothing without a mark', () => {
    expect(extract('a needle', [{ start: 2, end: 8 }], 100)).toBe('a needle');
    expect(extract('a needle', [], 100)).toBeNull();
  });
});

describe('another thread', () => {
  /** Two ends of a channel. */
  function channel(): [Port, Port] {
    const { port1, port2 } = new MessageChannel();
    port1.start();
    port2.start();
    return [port1, port2] as unknown as [Port, Port];
  }

  it('answers each question with its own answer, and throws here what is a fault there', async () => {
    const [here, there] = channel();
    let prepared = 0;
    const room: SearchRoom = {
      prepare: () => {
        prepared++;
      },
      ask: async ({ text }) => {
        if (text === 'fault') throw new Error('a fault');
        if (text === 'slow') await new Promise((resolve) => setTimeout(resolve, 20));
        return { ok: true, value: { state: 'preparing', done: text.length, of: 0 } };
      },
    };
    answerFrom(there, room);
    const far = askThrough(here);
    far.prepare();
    const answers = await Promise.all([far.ask(askFor('slow')), far.ask(askFor('ab'))]);
    expect(answers).toMatchObject([{ value: { done: 4 } }, { value: { done: 2 } }]);
    await expect(far.ask(askFor('fault'))).rejects.toThrow('a fault');
    expect(prepared).toBe(1);
  });
});
