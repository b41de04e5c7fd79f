// `npm start` on a machine with Node and nothing else: installs what is missing, then starts scripts/start/main.ts.
import { ensurePackages, handOver } from './setup/packages.mjs';

ensurePackages();
handOver('scripts/start/main.ts');
