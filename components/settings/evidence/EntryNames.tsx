// Entries by their titles alone, each with its kind, year and place.
import type { Entry } from '../../../lib/evidence/model';
import { english } from '../../shared/english';
import { entryFacts, kindWords } from '../../shared/words';

export function EntryNames({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul class="names">
      {entries.map((entry) => (
        <li key={entry.id}>
          <span class="src" {...english()}>
            {entry.title}
          </span>{' '}
          <span class="sm dim">{[kindWords(entry), ...entryFacts(entry)].join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
