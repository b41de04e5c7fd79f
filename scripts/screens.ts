// `npm run screens`: photographs of every screen into screens/all. Words after `--` choose screens by their names; `en` or `cy` a language.
import { relative } from 'node:path';
import { findBrowser } from './browser/find';
import { build, ROOT } from './build';
import { SCREENS } from './photos/list';
import { takeScreens } from './photos/take';

const asked = process.argv.slice(2);
const languages = ['en', 'cy'].filter((one) => asked.includes(one));
const names = asked.filter((one) => one !== 'en' && one !== 'cy');
const chosen = SCREENS.filter(
  ({ name }) => names.length === 0 || names.some((part) => name.includes(part)),
);

const browser = findBrowser('chromium');
if (!browser) {
  console.error('No Chromium was found on this computer.');
  process.exit(1);
}
const given = process.env.EXTENSION_FOLDER;
const built = given ? { ok: true, folder: given, said: '' } : build('chrome', 'e2e');
if (!built.ok) {
  console.error(built.said);
  process.exit(1);
}
const into = `${ROOT}/screens/all`;
let taken = 0;
await takeScreens(chosen, {
  browser: browser.path,
  extension: built.folder,
  into,
  languages: languages.length > 0 ? languages : ['en', 'cy'],
  told({ file, over }) {
    taken += 1;
    if (over > 0) console.log(`${over} px too wide: ${relative(ROOT, file)}`);
  },
});
console.log(`${taken} photographs in ${relative(ROOT, into)}`);
