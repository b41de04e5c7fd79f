// The sections of the settings page, in their order. One that is added later is one more entry here.
import { say } from '../../lib/words/words';
import { AboutPage } from './data/AboutPage';
import { DataPage } from './data/DataPage';
import type { AboutDoors, DataDoors } from './data/doors';
import { RecentFiles } from './data/RecentFiles';
import type { ImportDoors, SourceDoors } from './evidence/doors';
import { evidenceSection } from './evidence/section';
import { OrganisationPage } from './OrganisationPage';
import type { Section } from './SettingsApp';
import { CardsPage } from './wishes/CardsPage';
import type { WishDoors } from './wishes/doors';
import { LanguagePage } from './wishes/LanguagePage';
import { MarksPage } from './wishes/MarksPage';
import { RolePage } from './wishes/RolePage';
import { SitesPage } from './wishes/SitesPage';

export interface AllDoors {
  readonly wishes: WishDoors;
  readonly imports: ImportDoors;
  readonly sources: SourceDoors;
  readonly data: DataDoors;
  readonly about: AboutDoors;
}

/** In the language chosen now. */
export function sections({ wishes, imports, sources, data, about }: AllDoors): Section[] {
  return [
    { id: 'sites', title: say('Sites'), show: () => <SitesPage doors={wishes} /> },
    { id: 'marks', title: say('Marks'), show: () => <MarksPage doors={wishes} /> },
    { id: 'cards', title: say('Cards'), show: () => <CardsPage doors={wishes} /> },
    { id: 'role', title: say('Role'), show: () => <RolePage doors={wishes} /> },
    { id: 'language', title: say('Language'), show: () => <LanguagePage doors={wishes} /> },
    evidenceSection(imports, sources),
    {
      id: 'data',
      title: say('Your data'),
      show: () => (
        <DataPage doors={data}>
          <RecentFiles doors={wishes} />
        </DataPage>
      ),
    },
    {
      id: 'organisation',
      title: say('Your organisation'),
      show: () => <OrganisationPage doors={wishes} subscriptions={sources.subscriptions} />,
    },
    { id: 'about', title: say('About and privacy'), show: () => <AboutPage doors={about} /> },
  ];
}
