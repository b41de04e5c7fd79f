// Where sets of evidence do not fit together, each in a sentence.
import type { Clash } from '../../../lib/evidence/packs/model';
import { counted, say } from '../../../lib/words/words';

/** So many are in view; more are counted. */
const IN_VIEW = 100;

interface ClashListProps {
  clashes: readonly Clash[];
  /** How many there are in all. */
  total: number;
}

export function ClashList({ clashes, total }: ClashListProps) {
  const left = total - Math.min(clashes.length, IN_VIEW);
  return (
    <>
      <p class="sm dim">
        {say(
          'What came with the extension is never hidden by another set. Nothing is lost where two say different things: the other stays in its file.',
        )}
      </p>
      <ul class="dashes sm">
        {clashes.slice(0, IN_VIEW).map((clash) => (
          <li key={`${clash.kind} ${clash.from} ${clash.what} ${clash.id} ${clash.reason}`}>
            {clash.reason}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p class="sm dim">
          {counted(left, '{count} more is not listed.', '{count} more are not listed.')}
        </p>
      )}
    </>
  );
}
