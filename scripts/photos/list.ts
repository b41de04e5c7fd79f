// The screens of the extension that are photographed, and how each is brought about.
import type { BrowserContext, Page } from '@playwright/test';

export interface Stage {
  readonly context: BrowserContext;
  /** Start of the addresses of our own pages, with a slash at the end. */
  readonly own: string;
  /** Opens a demonstration page in a tab; gives the tab's number, once the page has been read. */
  demo(name: string): Promise<number>;
  /** Opens one of our own pages. */
  open(path: string): Promise<Page>;
}

export interface Screen {
  readonly name: string;
  /** Brings the screen about. The page is photographed at every width. */
  show(stage: Stage): Promise<Page>;
  /** Browsers give the popup a width of their own. */
  readonly narrowOnly?: true;
}

const page = (name: string, path: string): Screen => ({
  name,
  show: (stage) => stage.open(path),
});

const popup = (name: string, of: string, then?: (page: Page) => Promise<void>): Screen => ({
  name: `popup-${name}`,
  narrowOnly: true,
  async show(stage) {
    const shown = await stage.open(`popup.html?tab=${await stage.demo(of)}`);
    await then?.(shown);
    return shown;
  },
});

const press = (selector: string) => async (shown: Page) => {
  await shown.locator(selector).first().click();
};

export const SCREENS: readonly Screen[] = [
  ...[
    'sites',
    'marks',
    'cards',
    'role',
    'language',
    'evidence',
    'data',
    'organisation',
    'about',
  ].map((section) => page(`settings-${section}`, `settings.html#/${section}`)),
  {
    name: 'settings-data-delete',
    async show(stage) {
      const shown = await stage.open('settings.html#/data');
      await press('.btn.bad')(shown);
      return shown;
    },
  },
  page('settings-nothing', 'settings.html#/nowhere'),
  page('welcome', 'welcome.html'),
  popup('marks', '1-tender-notice'),
  popup('turn-off', '1-tender-notice', press('header .act')),
  popup('nothing', '4-care-homes'),
  {
    name: 'popup-impossible',
    narrowOnly: true,
    show: (stage) => stage.open('popup.html?tab=999999'),
  },
  {
    name: 'panel',
    async show(stage) {
      return stage.open(`sidepanel.html?tab=${await stage.demo('1-tender-notice')}`);
    },
  },
  {
    name: 'panel-nothing',
    async show(stage) {
      return stage.open(`sidepanel.html?tab=${await stage.demo('4-care-homes')}`);
    },
  },
  page('matrix-map', 'matrix.html#/?topics=residential-rehabilitation,mutual-aid'),
  page('matrix-cell', 'matrix.html#/drug/E4'),
  page('matrix-topic', 'matrix.html#/topic/residential-rehabilitation'),
  page('matrix-search', 'matrix.html#/search?q=mutual%20aid'),
  page('matrix-nothing', 'matrix.html#/drug/Z9'),
];
