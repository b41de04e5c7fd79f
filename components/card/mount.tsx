// Renders the card into a shadow root and keeps it up to date.
import { render } from 'preact';
import type { CardOpening, Evidence } from '../../lib/overlay/model';
import { type CardTools, Tools } from './context';
import { HoverCard } from './HoverCard';

export interface MountedCard {
  open(opening: CardOpening): void;
  show(evidence: Evidence): void;
  clear(): void;
}

/** `tools` without `openMatrix`, which is part of each opening. */
export function mountCard(root: Element, tools: Omit<CardTools, 'openMatrix'>): MountedCard {
  let opening: CardOpening | null = null;
  let count = 0;
  const draw = (): void => {
    if (!opening) return;
    const { mention, evidence, how, actions } = opening;
    const all: CardTools = { ...tools, openMatrix: actions.openMatrix };
    render(
      <Tools.Provider value={all}>
        <HoverCard key={count} mention={mention} evidence={evidence} how={how} actions={actions} />
      </Tools.Provider>,
      root,
    );
  };
  return {
    open(next) {
      opening = next;
      count++;
      draw();
    },
    show(evidence) {
      if (!opening) return;
      opening = { ...opening, evidence };
      draw();
    },
    clear() {
      opening = null;
      render(null, root);
    },
  };
}
