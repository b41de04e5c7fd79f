// The one seam to the browser's extension interface; nothing else imports webextension-polyfill.
import browser from 'webextension-polyfill';

export { browser };
