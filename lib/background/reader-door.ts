// The way from a link to a document into the reader page: an entry of the browser's context menu.
import { onLinkMenu, setLinkMenu } from '../platform/link-menu';
import { sessionArea } from '../platform/storage';
import { onBrowserStart, onInstalled, openOwnPage } from '../platform/tabs';
import { say } from '../words/words';
import { readerTickets } from './reader-tickets';

const MENU = 'open-in-reader';

/** Links that may lead to a document. Portals often name no file: what they call a download or an attachment counts. */
const LINKS = [
  ...['pdf', 'PDF', 'docx', 'DOCX', 'docm'].map((ending) => `*://*/*.${ending}*`),
  ...['ownload', 'ttachment', 'OWNLOAD', 'ocument'].map((word) => `*://*/*${word}*`),
];

/** Opens the reader page for a file of the web. */
async function openInReader(address: string): Promise<void> {
  await openOwnPage(await readerTickets(sessionArea).pathFor(address));
}

/** Must be called in the background's first turn. */
export function readerDoor(): void {
  const failed = (error: unknown) => console.error('reader:', error);
  const set = () => {
    const title = say('Open with evidence reader');
    setLinkMenu({ id: MENU, title, links: LINKS }).catch(failed);
  };
  onInstalled(set);
  onBrowserStart(set);
  onLinkMenu(MENU, (address) => {
    openInReader(address).catch(failed);
  });
}
