// `npm test` on a machine with Node and nothing else: installs what is missing, then starts scripts/test/main.ts.
import { ensurePackages, handOver } from './setup/packages.mjs';

ensurePackages();
handOver('scripts/test/main.ts');
