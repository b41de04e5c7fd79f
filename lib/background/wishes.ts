// The settings of this browser, as the reader and their organisation set them.
import { localArea, managedPolicy } from '../platform/storage';
import { settingsStore } from '../settings/store';

export const wishes = settingsStore(localArea, managedPolicy);
