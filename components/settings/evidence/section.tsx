// The section “Evidence” of the settings: the sources, and bringing in a cell.
import { say } from '../../../lib/words/words';
import type { Section } from '../SettingsApp';
import type { ImportDoors, SourceDoors } from './doors';
import { ImportPage } from './ImportPage';
import { SourcesPage } from './SourcesPage';

export function evidenceSection(imports: ImportDoors, sources: SourceDoors): Section {
  return {
    id: 'evidence',
    title: say('Evidence'),
    show: ({ rest, asked }) =>
      rest === 'import' ? (
        <ImportPage doors={imports} handed={asked.get('from') === 'tab'} />
      ) : (
        <SourcesPage doors={sources} />
      ),
  };
}
