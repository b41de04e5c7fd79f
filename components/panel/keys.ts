// Arrow keys walk the list: topics and the mentions that are unfolded. Tab goes through everything, as on any page.

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function stepThrough(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const { target, currentTarget } = event;
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return;
  const stops = [...currentTarget.querySelectorAll<HTMLElement>('.topic, .mention')];
  const at = stops.indexOf(target);
  const to = at === -1 ? undefined : stops[at + step];
  if (!to) return;
  event.preventDefault();
  to.focus();
}
