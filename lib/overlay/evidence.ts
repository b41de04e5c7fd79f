// Asks for the evidence of one topic at a time; an answer is kept for a short while.
import type { CardPorts, Evidence } from './model';

/** How long an answer is shown again without asking, in ms: evidence may be replaced while the page stays open. */
const FRESH = 60_000;

interface Asked {
  readonly topic: string;
  readonly at: number;
  readonly answer: Promise<Evidence>;
  now: Evidence;
}

export class EvidenceDesk {
  #asked: Asked | null = null;

  readonly #ports: Pick<CardPorts, 'evidence'>;
  readonly #clock: () => number;

  constructor(ports: Pick<CardPorts, 'evidence'>, clock: () => number) {
    this.#ports = ports;
    this.#clock = clock;
  }

  /** Asks, or goes on with what was asked. `now` is what is known at this moment. */
  ask(topic: string): { readonly now: Evidence; readonly answer: Promise<Evidence> } {
    const before = this.#asked;
    const fresh = before?.topic === topic && this.#clock() - before.at < FRESH;
    if (before && fresh && before.now.state !== 'failed') return before;
    const answer = this.#ports
      .evidence(topic)
      .then(
        (reply): Evidence =>
          reply.ok
            ? { state: 'ready', evidence: reply.answer }
            : { state: 'failed', reason: reply.reason },
      );
    const asked: Asked = { topic, at: this.#clock(), answer, now: { state: 'loading' } };
    this.#asked = asked;
    answer.then((evidence) => {
      asked.now = evidence;
    });
    return asked;
  }
}
