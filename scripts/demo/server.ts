// Serves the demonstration pages, and the style sheet of the GOV.UK Design System for them, on this machine only.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DEMO_FOLDER = join(ROOT, 'tests/fixtures/demo');
const GOVUK = join(ROOT, 'node_modules/govuk-frontend/dist/govuk');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Media type of a file by its ending. */
export const typeOf = (path: string): string =>
  TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** Names of the demonstration pages without `.html`, in the order in which they are shown. */
export const demoPages = (): string[] =>
  readdirSync(DEMO_FOLDER)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -'.html'.length))
    .sort();

export interface DemoFile {
  readonly body: Buffer;
  readonly type: string;
}

/** The file behind a path such as `/1-tender-notice.html` or `/govuk/govuk-frontend.min.css`; null where there is none. */
export async function demoFile(path: string): Promise<DemoFile | null> {
  const clean = normalize(decodeURIComponent(path));
  // The style sheet asks for its fonts and images by `/assets/…`.
  const file = /^[/\\](govuk|assets)[/\\]/.test(clean)
    ? join(GOVUK, clean.replace(/^[/\\]govuk/, ''))
    : join(DEMO_FOLDER, clean);
  if (![GOVUK, DEMO_FOLDER].some((folder) => file.startsWith(folder + sep))) return null;
  try {
    return { body: await readFile(file), type: typeOf(file) };
  } catch {
    return null;
  }
}

export interface DemoServer {
  /** Such as `http://localhost:41234`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export async function serveDemo(): Promise<DemoServer> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    demoFile(path).then(
      (file) => {
        if (file === null) response.writeHead(404).end();
        else response.writeHead(200, { 'content-type': file.type }).end(file.body);
      },
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
