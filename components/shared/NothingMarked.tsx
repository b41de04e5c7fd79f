// Why nothing is marked on a page, and the way to have it marked anyway; in the popup and in the side panel.
import type { Relevance } from '../../lib/detect/model';
import { say } from '../../lib/words/words';

interface NothingMarkedProps {
  page: { readonly relevance: Relevance | null; readonly anyway: boolean };
  markAnyway: () => void;
  busy: boolean;
}

export function NothingMarked({ page, markAnyway, busy }: NothingMarkedProps) {
  const { relevance, anyway } = page;
  const passed = relevance?.pass ?? false;
  return (
    <>
      <p>
        {passed || anyway
          ? say('None of the treatment topics that are marked is named on this page.')
          : say(
              'This page does not look like one about drug or alcohol treatment, so it was left alone.',
            )}
      </p>
      {relevance && !anyway && relevance.reasons.length > 0 && (
        <ul class="reasons">
          {relevance.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {!passed && !anyway && (
        <>
          <p class="btns">
            <button type="button" class="btn" disabled={busy} onClick={markAnyway}>
              {say('Mark anyway')}
            </button>
          </p>
          <p class="sm dim">{say('Only for this page, until you close it.')}</p>
        </>
      )}
    </>
  );
}
