import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from './certificate.ts';
import { type Asset, assetOf, PRACTICE_CONSOLES, type PracticeConsole } from './consoles.ts';
import { Desk } from './desk.ts';
import { readStories, type Story } from './story.ts';
import type { World } from './world.ts';

export interface PracticeOptions {
  /** 0 lets the system choose. */
  readonly port?: number;
  /** Whether simulated buyers write and answer, and how fast; `false`: only what a test says happens. */
  readonly play?: false | { readonly speed: number };
}

export interface Practice {
  readonly port: number;
  /** For Chromium's `--host-resolver-rules`: the consoles' real host names lead here, without a port. */
  readonly hostRules: string;
  /** For Firefox's `network.dns.localDomains`; there the port stays in the address. */
  readonly hosts: readonly string[];
  /** The marketplace behind a console, to say something from the test's side. */
  world(console: Story['console']): World;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

/** `?story=pinduoduo-evening&speed=4`; a speed that is no positive number is none. */
function sceneOf(query: URLSearchParams): { story: string | null; speed: number | null } {
  const speed = Number(query.get('speed'));
  return { story: query.get('story'), speed: speed > 0 ? speed : null };
}

const send = (response: ServerResponse, status: number, type: string, body: string) =>
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);

/**
 * Starts the practice consoles on one local port, over HTTPS, each under its real host name (told apart by
 * the Host header). Ends with `close()`; nothing is left on disk.
 */
export async function startPractice({ port = 0, play = false }: PracticeOptions = {}): Promise<Practice> {
  const desks = new Map(
    PRACTICE_CONSOLES.map(({ id, host, story }) => [host, new Desk(story, readStories(id), play)]),
  );
  const assets = new Map<string, Promise<Asset | null>>();
  const asset = (console: PracticeConsole, path: string) => {
    const key = `${console.host}${path}`;
    const known = assets.get(key) ?? assetOf(console, path);
    assets.set(key, known);
    return known;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'unknown'}`);
    const console = PRACTICE_CONSOLES.find(({ host }) => host === url.hostname);
    const desk = desks.get(url.hostname);
    if (!console || !desk)
      return void send(response, 421, 'text/plain', `no practice console at ${url.hostname}`);
    if (url.pathname === '/')
      return void response.writeHead(302, { location: console.paths[0] ?? '/' }).end();
    if (url.pathname === '/practice/changes') return desk.stream(sceneOf(url.searchParams), response);
    if (url.pathname === '/practice/act' && request.method === 'POST')
      return void send(response, 200, 'application/json', JSON.stringify(desk.act(await bodyOf(request))));
    const found = await asset(console, url.pathname);
    if (found) send(response, 200, found.type, found.body);
    else send(response, 404, 'text/plain', `no ${url.pathname} here`);
  };

  const hosts = PRACTICE_CONSOLES.map(({ host }) => host);
  const server = createServer(makeCertificate(hosts), (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.end();
      else send(response, 400, 'text/plain', error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;

  return {
    port: bound,
    hostRules: hosts.map((host) => `MAP ${host} 127.0.0.1:${bound}`).join(','),
    hosts,
    world: (id) => {
      const host = PRACTICE_CONSOLES.find((one) => one.id === id)?.host ?? '';
      const desk = desks.get(host);
      if (!desk) throw new Error(`no practice console ${id}`);
      return desk.world;
    },
    close: () =>
      new Promise((resolve) => {
        for (const desk of desks.values()) desk.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
