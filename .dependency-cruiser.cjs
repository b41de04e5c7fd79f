// The house's import directions (docs/architecture.md): pure core, one seam to the browser, one to the database.
// Every room may speak to the reader (lib/words).
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only: ${['lib/words', ...allowed].join(', ')}`,
  from: { path: from },
  to: { pathNot: [from, '^lib/words/', ...allowed] },
});
const npm = (...names) => names.map((n) => `node_modules/(${n})/`);

module.exports = {
  forbidden: [
    only('words-is-a-leaf', '^lib/words/', []),
    only('text-is-a-leaf', '^lib/text/', []),
    only('vocabulary', '^lib/vocabulary/', ['^lib/text/', '^data/', ...npm('zod')]),
    only('detect-is-pure', '^lib/detect/', [
      '^lib/text/',
      '^lib/vocabulary/',
      '^data/',
      ...npm('zod'),
    ]),
    only('page-reads-the-host-page', '^lib/page/', ['^lib/text/']),
    only('evidence', '^lib/evidence/', ['^lib/text/', '^lib/vocabulary/', ...npm('zod', 'dexie')]),
    only('panel', '^lib/panel/', ['^lib/[a-z]+/(model|views|schema)[.]ts$', ...npm('zod')]),
    only('settings', '^lib/settings/', [...npm('zod')]),
    only('backup-knows-no-contents', '^lib/backup/', [...npm('zod')]),
    only('sites', '^lib/sites/', ['^data/', ...npm('zod')]),
    only('messages', '^lib/messages/', ['^lib/[a-z]+/(model|views|schema)[.]ts$', ...npm('zod')]),
    only('platform-is-a-leaf', '^lib/platform/', [
      '^lib/messages/',
      ...npm('webextension-polyfill', 'zod'),
    ]),
    only('measure-is-pure', '^lib/measure/', [
      '^lib/text/',
      '^lib/detect/',
      '^lib/vocabulary/',
      ...npm('zod'),
    ]),
    only('overlay', '^lib/overlay/', [
      '^lib/(page|detect|text|vocabulary|messages)/',
      '^lib/evidence/(model|views)[.]ts$',
    ]),
    only('reader', '^lib/reader/', ['^lib/(documents|page)/', ...npm('pdfjs-dist')]),
    only('components', '^components/', [
      '^lib/[a-z]+/(model|views|schema|words|map)[.]tsx?$',
      '^lib/evidence/(cite|rank|search/(model|words|marks)|(importer|packs)/(model|views))[.]ts$',
      ...npm('preact'),
    ]),
    only('documents', '^lib/documents/', [
      '^lib/page/(model|tags)[.]ts$',
      '^lib/detect/(model|text-blocks|text-lines)[.]ts$',
      ...npm('mammoth', 'marked', 'dompurify'),
    ]),
    {
      name: 'browser-only-in-platform',
      severity: 'error',
      from: { pathNot: '^lib/platform/' },
      to: { path: 'node_modules/webextension-polyfill' },
    },
    {
      name: 'dexie-only-in-evidence',
      severity: 'error',
      // A benchmark compares with Dexie bare.
      from: { pathNot: '^(lib/(evidence|notes)|tests/bench)/' },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'data-holds-no-code',
      severity: 'error',
      from: { path: '^data/' },
      to: { path: '.' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-an-entrypoint',
      severity: 'error',
      from: { path: '^(lib|components|scripts)/' },
      to: { path: '^entrypoints/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
