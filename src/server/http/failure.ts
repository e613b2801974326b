/** What went wrong, as an answer: one shape for data, a plain page for people. */
import { CaseError } from '../../case/error.ts';
import type { Failure } from '../shapes/answer.ts';
import type { Reply } from './exchange.ts';
import { Refused } from './exchange.ts';
import { headersFor } from './headers.ts';

interface Said {
  readonly status: number;
  readonly error: Failure['error'];
}

function saidOf(error: unknown): Said {
  if (error instanceof Refused) {
    const { status, message: what, where, todo, at } = error;
    return { status, error: { what, where, todo, at } };
  }
  if (error instanceof CaseError)
    return { status: 422, error: { what: error.message, where: '', todo: error.advice, at: null } };
  // A mistake of the program: its words may hold anything of a record, so they are not repeated to a page.
  return {
    status: 500,
    error: { what: 'the workbench made a mistake', where: '', todo: 'look at the terminal that serves it', at: null },
  };
}

/** Whether what was thrown is a mistake of the program, which whoever serves should see. */
export function isMistake(error: unknown): boolean {
  return !(error instanceof Refused) && !(error instanceof CaseError);
}

const ENTITIES: Readonly<{ [sign: string]: string }> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text inside of HTML. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

function pageOf({ status, error }: Said): string {
  const todo = error.todo === '' ? '' : `<p>${escaped(error.todo)}.</p>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Backchannel: ${status}</title><h1>Backchannel</h1><p>${escaped(error.what)}.</p>${todo}</html>\n`;
}

/**
 * The answer for what was thrown.
 * @param isData whether whoever asked expects JSON
 */
export function failureReply(error: unknown, isData: boolean): Reply {
  const said = saidOf(error);
  const allow: { [name: string]: string } = said.status === 405 ? { allow: 'GET, HEAD' } : {};
  const type = isData ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
  const body = isData ? `${JSON.stringify({ error: said.error } satisfies Failure)}\n` : pageOf(said);
  return { status: said.status, headers: { ...headersFor('data'), ...allow, 'content-type': type }, body };
}
