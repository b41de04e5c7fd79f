// Browser tests: the extension as built by `wxt build --mode e2e`, in the Chromium and in the Firefox of this machine.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // An action that cannot be done fails by its own line before the whole test runs out of time.
  use: { actionTimeout: 15_000, navigationTimeout: 20_000 },
  // Browsers on shared machines stumble now and then; the report names every test that needed a second try.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'chromium', use: { browserName: 'chromium' } },
    { name: 'firefox', use: { browserName: 'firefox' } },
  ],
});
