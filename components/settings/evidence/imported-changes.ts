// The changes of an import as the review shows them: of each field whether the copy's value would be taken up.
import type { Difference, Effect } from '../../../lib/evidence/importer/views';
import { say } from '../../../lib/words/words';
import type { ShownChange } from './FieldChanges';

export function importedChanges({ changes }: Difference, effect: Effect): ShownChange[] {
  return changes.map(({ field, held, imported }) => ({
    field,
    before: held,
    after: imported,
    ...(effect === 'replaces'
      ? {}
      : { note: held === null || held === '' ? say('filled in') : say('held stays') }),
  }));
}
