// The title of the browser's tab for each place in the matrix.

import { say } from '../../lib/words/words';
import { cellName } from '../shared/words';
import type { Frame, Shown } from './load';

export function titleOf(shown: Shown, frame: Frame): string {
  return say('{place} – Treatment matrix', { place: words(shown, frame) });
}

function words(shown: Shown, { map }: Frame): string {
  switch (shown.view) {
    case 'map':
      return map.matrices.find((matrix) => matrix.id === shown.matrix)?.title ?? say('Map');
    case 'cell': {
      if (shown.at) return shown.at.passage.heading;
      const { cell } = shown.cell;
      const matrix = map.matrices.find((one) => cell.id.startsWith(one.id));
      return cellName(cell, matrix);
    }
    case 'entry':
      return shown.entry.entry.title;
    case 'topic':
      return shown.topic.topic.label;
    case 'search':
      return shown.text ? say('Search: {text}', { text: shown.text }) : say('Search');
    case 'unknown':
      return say('Not found');
  }
}
