/** /briefing: what would be handed over, as a preview and as files. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BRIEFING_FORMS, makeBriefing } from '../../briefing/make.ts';
import type { ManifestFile } from '../../briefing/manifest.ts';
import { safeJson } from '../../briefing/plain.ts';
import { sha256 } from '../../bytes/hash.ts';
import { CaseError } from '../../case/error.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import { type Asked, Refused, type Reply, type Route } from '../http/exchange.ts';
import { headersFor } from '../http/headers.ts';
import { type Opened, once } from '../opened.ts';
import type { BriefingFile, BriefingPage } from '../shapes/briefing.ts';

/** Beside src/server/pages/ as beside dist/server/pages/. */
const CHECKER = fileURLToPath(new URL('../../briefing/verify-briefing.mjs', import.meta.url));

const FORMS = [
  ['html', 'text/html; charset=utf-8', 'for people: answer, findings, pictures, footnotes down to the sources'],
  ['md', 'text/markdown; charset=utf-8', 'the same as text'],
  ['json', 'application/json; charset=utf-8', 'the same for programs'],
] as const;

const isRedacted = (query: URLSearchParams): boolean => query.get('redact') === 'true';

/** A file that is handed over, with its bytes. */
interface Made {
  readonly what: string;
  readonly name: string;
  readonly type: string;
  readonly says: string;
  readonly bytes: Buffer;
}

/** The three forms, the manifest and the checker. */
async function madeOf({ slow }: Opened, redact: boolean): Promise<Made[]> {
  const made = await makeBriefing(slow, { redact });
  const forms = FORMS.map(([what, type, says]): Made => {
    return { what, name: `briefing.${what}`, type, says, bytes: Buffer.from(BRIEFING_FORMS[`.${what}`]!(made)) };
  });
  const files = forms.map(({ name, bytes }) => ({ name, sha256: sha256(bytes), size: bytes.length }));
  const manifest: ManifestFile = { ...made.manifest, files };
  const besides = [
    {
      what: 'manifest',
      name: 'briefing.manifest.json',
      type: 'application/json; charset=utf-8',
      says: 'hashes of every source and passage, for the checker',
      bytes: Buffer.from(safeJson(manifest)),
    },
    {
      what: 'checker',
      name: 'verify-briefing.mjs',
      type: 'text/javascript; charset=utf-8',
      says: 'checks all of it without this program: node verify-briefing.mjs briefing.manifest.json FOLDER',
      bytes: readFileSync(CHECKER),
    },
  ];
  return [...forms, ...besides];
}

/** Made once for a build: it takes a while. */
function briefingOf(opened: Opened, redact: boolean): Promise<Made[]> {
  return once(opened, `briefing ${redact}`, () => madeOf(opened, redact));
}

function fileOf({ what, name, says, bytes }: Made, redact: boolean): BriefingFile {
  const address = `/briefing/download/${what}${redact ? '?redact=true' : ''}`;
  return { name, address, what: says, size: bytes.length, sha256: sha256(bytes) };
}

async function briefing(opened: Opened, { query }: Asked): Promise<BriefingPage> {
  const redact = isRedacted(query);
  const preview = `/briefing/preview${redact ? '?redact=true' : ''}`;
  try {
    return {
      redacted: redact,
      preview,
      files: (await briefingOf(opened, redact)).map((made) => fileOf(made, redact)),
      fault: null,
    };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return {
      redacted: redact,
      preview,
      files: [],
      fault: [error.message, error.advice].filter((part) => part !== '').join(': '),
    };
  }
}

/** One of the files. @throws Refused with 404 where there is no such */
async function made(opened: Opened, what: string, redact: boolean): Promise<Made> {
  const found = (await briefingOf(opened, redact)).find((each) => each.what === what);
  if (found === undefined) throw new Refused(404, 'there is nothing at this address');
  return found;
}

/** For a sandboxed frame: the briefing brings its own style, and nothing runs in it. */
function preview(desk: Desk, { query }: Asked): Promise<Reply> {
  return desk.use(async (opened) => {
    const { type, bytes } = await made(opened, 'html', isRedacted(query));
    const headers = { ...headersFor('frame', ["style-src 'unsafe-inline'"]), 'content-type': type };
    return { status: 200, headers, body: new Uint8Array(bytes) };
  });
}

function download(desk: Desk, { parts, query }: Asked): Promise<Reply> {
  return desk.use(async (opened) => {
    const { name, type, bytes } = await made(opened, parts.what ?? '', isRedacted(query));
    const as = `attachment; filename="${name}"`;
    return {
      status: 200,
      headers: { ...headersFor('data'), 'content-type': type, 'content-disposition': as },
      body: new Uint8Array(bytes),
    };
  });
}

/** Addresses of the briefing. */
export function briefingRoutes(desk: Desk): Route[] {
  return [
    dataRoute(desk, '/briefing', briefing),
    { method: 'GET', path: '/briefing/preview', isData: false, answer: (asked) => preview(desk, asked) },
    { method: 'GET', path: '/briefing/download/:what', isData: false, answer: (asked) => download(desk, asked) },
  ];
}
