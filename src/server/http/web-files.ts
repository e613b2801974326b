/** The browser's side, as it was built: one document for every page, and its scripts and styles. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refused, type Reply, type Route } from './exchange.ts';
import { headersFor } from './headers.ts';

/** In a package beside dist/server/, in a checkout below it. */
const FOLDERS = [new URL('../../web/', import.meta.url), new URL('../../../dist/web/', import.meta.url)];

const TYPES: Readonly<{ [ending: string]: string }> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** Where the browser's side lies; null where it was not built. */
function folderOf(): string | null {
  const found = FOLDERS.map((url) => fileURLToPath(url)).find((folder) => existsSync(join(folder, 'assets')));
  return found ?? null;
}

function fileReply(path: string, type: string): Reply {
  return {
    status: 200,
    headers: { ...headersFor('page'), 'content-type': type },
    body: new Uint8Array(readFileSync(path)),
  };
}

const notBuilt = (): Refused =>
  new Refused(503, 'the pages of the workbench were not built', '', 'run npm run build in the folder of the program');

/** The document of every page. @throws Refused with 503 where it was not built */
function documentReply(folder: string | null): Reply {
  if (folder === null) throw notBuilt();
  return fileReply(join(folder, 'index.html'), 'text/html; charset=utf-8');
}

/** A script, style or picture, by a name that the folder itself lists: no path of an address is ever opened. */
function assetReply(folder: string | null, name: string): Reply {
  if (folder === null) throw notBuilt();
  const type = TYPES[extname(name)];
  if (type === undefined || !readdirSync(join(folder, 'assets')).includes(name))
    throw new Refused(404, 'there is nothing at this address');
  return fileReply(join(folder, 'assets', name), type);
}

/**
 * Addresses of documents and of what they load.
 * @param pages addresses of pages, with `:name` for a part
 * @param folder of the built pages; found beside the program when left out
 */
export function webRoutes(pages: readonly string[], folder: string | null = folderOf()): Route[] {
  const asset: Route = {
    method: 'GET',
    path: '/assets/:name',
    isData: false,
    answer: async ({ parts }) => assetReply(folder, parts.name ?? ''),
  };
  return [
    asset,
    ...pages.map((path): Route => ({ method: 'GET', path, isData: false, answer: async () => documentReply(folder) })),
  ];
}
