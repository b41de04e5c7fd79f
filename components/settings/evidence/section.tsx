// The section “Evidence” of the settings: the sources, and bringing in a cell.
import type { Section } from '../SettingsApp';
import type { ImportDoors, SourceDoors } from './doors';
import { ImportPage } from './ImportPage';
import { SourcesPage } from './SourcesPage';

export function evidenceSection(imports: ImportDoors, sources: SourceDoors): Section {
  return {
    id: 'evidence',
    title: 'Evidence',
    show: ({ rest, asked }) =>
      rest === 'import' ? (
        <ImportPage doors={imports} handed={asked.get('from') === 'tab'} />
      ) : (
        <SourcesPage doors={sources} />
      ),
  };
}
