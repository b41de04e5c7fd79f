// "Not this sense": adding and taking back the reader's decisions about words.
import type { Dismissal } from './schema';

const same = (a: Dismissal, b: Dismissal) =>
  a.topic === b.topic && a.words === b.words && a.host === b.host;

/** Adds a decision, once. */
export function withDismissal(all: readonly Dismissal[], one: Dismissal): Dismissal[] {
  return [...withoutDismissal(all, one), one];
}

export function withoutDismissal(all: readonly Dismissal[], one: Dismissal): Dismissal[] {
  return all.filter((other) => !same(other, one));
}

/** Those that hold on a host. */
export function dismissalsFor(all: readonly Dismissal[], host: string): Dismissal[] {
  return all.filter((one) => one.host === null || one.host === host);
}
