// What the script of a page answers, whether it runs in a web page or in one of our own.
import type { Ask, PageMap } from '../messages/map';
import type { Overlay } from './overlay';

export const answersOf = (overlay: Overlay) => ({
  'page/summary': async () => overlay.summary(),
  'page/mark-anyway': () => overlay.markAnyway(),
  'page/turn': ({ on }: Ask<PageMap, 'page/turn'>) => overlay.turn(on),
  'page/wishes': (ask: Ask<PageMap, 'page/wishes'>) => overlay.wish(ask),
  'page/mentions': (ask: Ask<PageMap, 'page/mentions'>) => overlay.mentions(ask),
  'mark/next': ({ backwards }: Ask<PageMap, 'mark/next'>) => overlay.next(backwards),
  'mark/go': ({ to }: Ask<PageMap, 'mark/go'>) => overlay.go(to),
});
