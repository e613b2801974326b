/** What `brief` writes besides briefings: requests for a reply, and single redacted values. */
import { tmpdir } from 'node:os';
import { extname } from 'node:path';
import { gatherBriefing } from '../../briefing/gather/gather.ts';
import { briefingSince } from '../../briefing/gather/since.ts';
import { namingOf } from '../../briefing/names.ts';
import { safeJson } from '../../briefing/plain.ts';
import { redacted } from '../../briefing/redact/redact.ts';
import { replyHtml, replyMarkdown } from '../../briefing/reply/document.ts';
import { replyRequest } from '../../briefing/reply/reply.ts';
import { CaseError } from '../../case/error.ts';
import { briefingKey } from '../../case/keys.ts';
import type { OpenCase } from '../../case/open.ts';
import { readList } from '../../case/views/list.ts';
import { exportPath, writePieces, writeWhole } from '../../interop/new-file.ts';

/** Writes a text whole or not at all. @returns the path, absolute. @throws CaseError for a path that may not be written */
export async function writeText(open: OpenCase, target: string, text: string): Promise<string> {
  const path = exportPath(open, target);
  await writeWhole(path, (fresh) => writePieces(fresh, [text]));
  return path;
}

/**
 * The document that asks a party for a reply.
 * @param named key, name or address of the party
 * @param target decides by its ending; null: Markdown
 * @throws CaseError when it is nobody, or several
 */
export async function makeReply(open: OpenCase, named: string, target: string | null): Promise<string> {
  const form = target === null ? '.md' : extname(target);
  if (form !== '.html' && form !== '.md')
    throw new CaseError(
      `a request for a reply is no ${form || 'file without an ending'}`,
      'name a file that ends with .html or .md',
    );
  const { keys } = await readList(open, `"${named.replaceAll('"', '""')}"`);
  const party = keys.includes(named) ? named : keys.length === 1 ? keys[0]! : null;
  if (party === null)
    throw new CaseError(
      keys.length === 0
        ? `there is no party ${JSON.stringify(named)}`
        : `several parties are ${JSON.stringify(named)}: ${keys.join(', ')}`,
      'backchannel people lists the parties; write the key of one',
    );
  const briefing = await gatherBriefing(open, { spoolDir: tmpdir() });
  const request = replyRequest(briefing, party);
  return (form === '.html' ? replyHtml : replyMarkdown)(request, namingOf(briefing));
}

/**
 * One redacted value with the key that opens it alone, as JSON.
 * @param since text of the earlier briefing, where the redacted one was given since it
 * @throws CaseError when no field has that name
 */
export async function openingOf(open: OpenCase, field: string, since: string | null): Promise<string> {
  const whole = await gatherBriefing(open, { spoolDir: tmpdir() });
  const briefing = since === null ? whole : await briefingSince(open, whole, since, tmpdir());
  const { openings } = await redacted(open, briefing, briefingKey(open.folder));
  const found = openings.find((opening) => opening.field === field);
  if (found === undefined)
    throw new CaseError(
      `no redacted field ${JSON.stringify(field)}`,
      'fields stand in the briefing, such as passage/S1/excerpt',
    );
  return safeJson(found);
}
