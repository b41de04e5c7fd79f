// The way back to the tab of the page that the reader came from.
import { useState } from 'preact/hooks';
import { say } from '../../lib/words/words';
import type { Context } from './context';

export function BackToPage({ context }: { context: Context }) {
  const [gone, setGone] = useState(false);
  const { back, from } = context;
  if (!back) return null;
  return (
    <>
      <button
        type="button"
        class="act"
        title={from.page ?? undefined}
        onClick={() => void back().then((there) => setGone(!there))}
      >
        {say('Back to your page')}
      </button>
      <span role="status" class="sm dim">
        {gone ? say('Its tab has been closed.') : ''}
      </span>
    </>
  );
}
