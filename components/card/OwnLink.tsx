// A link to the extension's own matrix page. The page's own navigation cannot go there, so the click is handed over.
import type { ComponentChildren } from 'preact';
import { useTools } from './context';

interface OwnLinkProps {
  /** `/drug/E4`, `/drug/E4/some-entry`, `/topic/mutual-aid`. */
  path: string;
  class?: string;
  children: ComponentChildren;
}

export function OwnLink({ path, class: name, children }: OwnLinkProps) {
  const { href, openMatrix } = useTools();
  const open = (event: MouseEvent) => {
    // Left and middle button alike open a tab; the right one keeps its menu.
    if (event.button > 1) return;
    event.preventDefault();
    openMatrix(path);
  };
  return (
    <a class={name} href={href(path)} onClick={open} onAuxClick={open}>
      {children}
    </a>
  );
}
