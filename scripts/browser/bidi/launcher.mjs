// What Playwright takes for Firefox: starts the real one, and names the relay's address where Firefox names its own.
// Arguments: the address of the relay, the path of Firefox, and what Firefox is to get.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const [relay, path = '', ...args] = process.argv.slice(2);
const firefox = spawn(path, args, { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.once('error', (error) => {
  console.error(String(error));
  process.exit(1);
});
firefox.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => firefox.kill());

// The port of Firefox goes along as the path, so that the relay knows whom it stands before.
createInterface(firefox.stderr).on('line', (line) => {
  console.error(
    line.replace(/(WebDriver BiDi listening on )ws:\/\/\S+?:(\d+)\S*/, `$1${relay}/$2`),
  );
});
