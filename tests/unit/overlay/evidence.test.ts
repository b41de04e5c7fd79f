// One question to the background for one topic, kept for a short while.
import { expect, it } from 'vitest';
import { EvidenceDesk } from '../../../lib/overlay/evidence';

function desk(answers: unknown[]) {
  const asked: string[] = [];
  let time = 0;
  const made = new EvidenceDesk(
    {
      evidence: async (topic) => {
        asked.push(topic);
        return answers.shift() as never;
      },
    },
    () => time,
  );
  return { desk: made, asked, pass: (ms: number) => (time += ms) };
}
const ok = (id: string) => ({ ok: true, answer: { topic: { id } } });

it('asks once while the answer is on its way, and shows it again for a while', async () => {
  const { desk: at, asked, pass } = desk([ok('a'), ok('a')]);
  expect(at.ask('a').now).toEqual({ state: 'loading' });
  await at.ask('a').answer;
  expect(at.ask('a').now).toEqual({ state: 'ready', evidence: { topic: { id: 'a' } } });
  pass(59_000);
  at.ask('a');
  expect(asked).toEqual(['a']);
  pass(2000);
  at.ask('a');
  expect(asked).toEqual(['a', 'a']);
});
it('asks again after a failure', async () => {
  const { desk: at, asked } = desk([{ ok: false, reason: 'blocked' }, ok('a')]);
  expect(await at.ask('a').answer).toEqual({ state: 'failed', reason: 'blocked' });
  expect((await at.ask('a').answer).state).toBe('ready');
  expect(asked).toEqual(['a', 'a']);
});
it('does not mix topics up', async () => {
  const { desk: at, asked } = desk([ok('a'), ok('b')]);
  await at.ask('a').answer;
  expect(at.ask('b').now).toEqual({ state: 'loading' });
  expect(asked).toEqual(['a', 'b']);
});
