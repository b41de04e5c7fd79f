// A state of the popup: its heading, the site it is about, and what is said.
import type { ComponentChildren } from 'preact';
import { say } from '../../lib/words/words';

interface SaidProps {
  title: string;
  site?: string;
  children: ComponentChildren;
}

export function Said({ title, site, children }: SaidProps) {
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      {site && (
        <p class="site" title={site}>
          {site}
        </p>
      )}
      {children}
    </>
  );
}

export function siteName(host: string): string {
  return host === 'file' ? say('files on this computer') : host;
}
