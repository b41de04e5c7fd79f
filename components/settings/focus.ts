// Keeps the keyboard's place where the button that was pressed goes away with what it belonged to.
import { useEffect, useRef } from 'preact/hooks';

/** When `state` changes and nothing has the focus any more, `target` (with a tabindex of -1) gets it. */
export function useFocusKept(
  target: { readonly current: HTMLElement | null },
  state: string,
): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (document.activeElement === document.body) target.current?.focus();
  }, [target, state]);
}
