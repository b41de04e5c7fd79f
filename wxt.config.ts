// How the extension is built: its manifest per browser and build mode, and the evidence that ships with it.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import { defineConfig } from 'wxt';
import { buildMode, hostPermissions } from './lib/sites/manifest';

export default defineConfig({
  webExt: { disabled: true },
  vite: () => ({
    plugins: [preact()],
    build: {
      // The oldest that the manifest allows: nothing is written out for older ones.
      target: ['chrome128', 'firefox140'],
      rolldownOptions: {
        // Nothing here counts on what reading a property or the name of a global does by itself.
        treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      },
    },
  }),
  manifest: ({ browser, mode }) => {
    const { key, ...hosts } = hostPermissions(buildMode(mode));
    return {
      name: 'Evidence Overlay',
      // What the browser itself shows goes by the browser's language (public/_locales); all else by the reader's choice.
      default_locale: 'en',
      description: '__MSG_description__',
      permissions: ['storage', 'scripting', 'activeTab', 'alarms', 'contextMenus'],
      ...hosts,
      omnibox: { keyword: 'matrix' },
      commands: {
        'next-mark': {
          suggested_key: { default: 'Alt+Shift+E' },
          description: '__MSG_next_mark__',
        },
        'previous-mark': {
          suggested_key: { default: 'Alt+Shift+Q' },
          description: '__MSG_previous_mark__',
        },
        // Without keys of its own: browsers give an extension four at most.
        'mark-page': { description: '__MSG_mark_page__' },
        // Not S: councils' pages have it as an access key, which Firefox reaches by the same two. Not P or W:
        // Chromium keeps them for itself and gives an extension neither, without a word.
        [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
          suggested_key: { default: 'Alt+Shift+L' },
          description: '__MSG_open_panel__',
        },
      },
      ...(browser === 'firefox'
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'evidence-overlay@drug-alcohol-evidence.example',
                strict_min_version: '140.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : // light-dark() needs 123, caretPositionFromPoint 128.
          {
            minimum_chrome_version: '128',
            // Firefox has no such schema; what arrives is checked in both (lib/settings/policy.ts).
            storage: { managed_schema: 'managed-schema.json' },
            ...(key ? { key } : {}),
          }),
    };
  },
  hooks: {
    // What runs in every page is made smaller once more, by a few per cent; of the whole build that would take half a minute.
    'build:done': async (wxt) => {
      for (const name of ['overlay.js', 'card.js']) {
        const file = join(wxt.config.outDir, name);
        const { code } = await minify(await readFile(file, 'utf8'), {
          ecma: 2020,
          compress: { passes: 3 },
        });
        if (code) await writeFile(file, code);
      }
    },
    // As files of their own: imported, they would be bundled into the background and parsed at each of its many starts.
    'build:publicAssets': (wxt, files) => {
      for (const file of ['pack.json', 'words/cy.json']) {
        files.push({ absoluteSrc: resolve(wxt.config.root, 'data', file), relativeDest: file });
      }
      // Decoders for pictures in PDFs, which pdf.js loads only for a file that needs them.
      for (const file of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
        const absoluteSrc = resolve(wxt.config.root, 'node_modules/pdfjs-dist/wasm', file);
        files.push({ absoluteSrc, relativeDest: `pdf/${file}` });
      }
    },
    // Whatever the build tool may add to the manifest, the hosts come from data/sites.json alone.
    'build:manifestGenerated': (wxt, manifest) => {
      const granted = hostPermissions(buildMode(wxt.config.mode)).host_permissions;
      if (granted) manifest.host_permissions = granted;
      else delete manifest.host_permissions;
      // Set here, as the build tool takes only a page called “options” for it.
      manifest.options_ui = { page: 'settings.html', open_in_tab: true };
    },
  },
});
