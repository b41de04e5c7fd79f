// A proxy that answers nothing and writes down everything: what no page asked for and no route answered ends here.
import { createServer } from 'node:http';

export interface Guard {
  readonly port: number;
  /** Hosts with port that were asked for, in order. */
  readonly asked: string[];
  readonly close: () => void;
}

/** Where the browsers themselves ask for updates, lists and accounts, with or without an extension. */
const BROWSERS_OWN =
  /^([\w-]+\.)*(googleapis\.com|google\.com|gvt1\.com|mozilla\.(com|net|org)|firefox\.com):/;

export async function startGuard(): Promise<Guard> {
  const asked: string[] = [];
  const note = (what: string) => {
    if (!BROWSERS_OWN.test(what)) asked.push(what);
  };
  const server = createServer((request, response) => {
    const { host, port } = new URL(request.url ?? '', 'http://unknown');
    note(port === '' ? `${host}:80` : host);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url ?? '');
    socket.on('error', () => undefined);
    socket.destroy();
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
