// A host of our own over what the build made, with faults and new versions at will.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

const TYPES: Record<string, string> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
};

/** What a folder of the host holds, by path. */
export type Site = Map<string, Buffer>;

/** What comes in place of a file. `elsewhere` leads from a folder to its page, as some hosts do. */
export type Fault = 'cut off' | 'not found' | 'a page' | 'another file' | 'elsewhere';

/** The app as it was built. */
export function built(): Site {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name).slice(DIST.length));
  return new Map(paths.filter((path) => !path.endsWith('.br')).map((path) => [path, readFileSync(join(DIST, path))]));
}

/** The same with one text as `change` makes it. */
export const withText = (site: Site, path: string, change: (text: string) => string): Site =>
  new Map([...site, [path, Buffer.from(change(site.get(path)!.toString()))]]);

const digest = (content: Buffer) => createHash('sha256').update(content).digest('base64');

/** The app as a build of other sources would be: the parts in another folder, and a page that says which it is. */
export function next(site: Site, name: string): Site {
  const [folder] = [...site.keys()].find((path) => path.endsWith('/core.wasm'))!.split('/');
  const renamed = `app-${createHash('md5').update(name).digest('hex').slice(0, 16)}`;
  const inOther = (text: string) => text.replaceAll(folder, renamed);
  const page = Buffer.from(inOther(site.get('index.html')!.toString()).replace(/<html[^>]*>/, `<html lang="en" data-version="${name}">`));
  const worker = inOther(site.get('worker.js')!.toString())
    .replace(digest(site.get('index.html')!), digest(page))
    .replace(/VERSION = '\w+'/, `VERSION = '${name}'`);
  const files = [...site].map(([path, content]) => [inOther(path), content] as const);
  return new Map([...files, ['index.html', page], ['worker.js', Buffer.from(worker)]]);
}

/** A static host on a port of its own. */
export class Host {
  /** Ends with a slash. */
  readonly address: string;
  /** The paths that were asked for. */
  readonly asked: string[] = [];
  private readonly folders = new Map<string, Site>();
  private faults: [RegExp, Fault, number][] = [];
  private isDown = false;

  private constructor(private readonly server: Server) {
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => this.answer(request, response));
  }

  static async open(site: Site, under = ''): Promise<Host> {
    const server = createServer();
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
    const host = new Host(server);
    host.put(site, under);
    return host;
  }

  /** Puts a version in a folder, in place of what was there. A folder's name ends with a slash; the root has none. */
  put(site: Site, under = ''): void {
    this.folders.set(under, site);
  }

  /** From now on these files come with a fault, or so many times. */
  spoil(files: RegExp, fault: Fault, times = Infinity): void {
    this.faults.push([files, fault, times]);
  }

  /** From now on everything comes as it should. */
  mend(): void {
    this.faults = [];
  }

  /** As if there were no connection. */
  cut(): void {
    this.isDown = true;
    this.server.closeAllConnections();
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url!, this.address).pathname.slice(1);
    this.asked.push(path);
    if (this.isDown) return void response.destroy();
    const found = this.file(path);
    const fault = this.faults.find(([files, , times]) => files.test(path) && times > 0);
    if (fault) fault[2] -= 1;
    if (fault?.[1] === 'elsewhere') return void response.writeHead(302, { location: `/${path}index.html` }).end();
    if (fault?.[1] === 'another file') return send(response, 200, path, Buffer.from('/* another one */'));
    if (fault?.[1] === 'a page') return send(response, 200, 'index.html', Buffer.from('<!doctype html><p>Not here'));
    if (!found || fault?.[1] === 'not found') return send(response, 404, 'index.html', Buffer.from('<!doctype html><p>Not found'));
    if (fault) {
      response.writeHead(200, { 'content-type': type(path), 'content-length': found.length });
      response.write(found.subarray(0, found.length / 2), () => response.destroy());
      return;
    }
    send(response, 200, path, found);
  }

  private file(path: string): Buffer | undefined {
    const inside = [...this.folders.keys()].filter((under) => path.startsWith(under)).sort((a, b) => b.length - a.length)[0];
    return this.folders.get(inside)?.get(path.slice(inside.length) || 'index.html');
  }
}

const type = (path: string) => TYPES[path.split('.').pop()!] ?? (path.endsWith('/') || !path ? TYPES.html : 'application/octet-stream');

/** As many hosts do, whatever it is may be kept for ten minutes; and as some do, it varies. */
function send(response: ServerResponse, status: number, path: string, content: Buffer): void {
  const kind = { 'content-type': type(path), 'content-length': content.length };
  response.writeHead(status, { ...kind, 'cache-control': 'max-age=600', vary: 'Accept' });
  response.end(content);
}
