// Is the extension still there? After an update its old content scripts live on in open pages, cut off from it.
import { runtime } from './content';

export function isExtensionAlive(): boolean {
  try {
    return typeof runtime().id === 'string';
  } catch {
    // Firefox throws where Chromium gives undefined.
    return false;
  }
}
