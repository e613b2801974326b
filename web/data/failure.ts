/** What went wrong, in the server's own form: what happened, where, and what to do. */
import type { Failure } from '../../src/server/shapes/answer.ts';

export type Fault = Failure['error'];

/** An answer that is no data, as an error that carries what to show. */
export class FailedAnswer extends Error {
  readonly fault: Fault;
  /** Of the HTTP answer; 0 when there was none. */
  readonly status: number;

  constructor(fault: Fault, status: number) {
    super(fault.what);
    this.fault = fault;
    this.status = status;
  }
}

/** Reads the body of a refusal; anything that is not of the agreed form is told as what it is. */
export function failureIn(body: unknown, status: number, where: string): Fault {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  if (typeof error === 'object' && error !== null) {
    const { what, where: place, todo, at } = error as Partial<Fault>;
    if (typeof what === 'string' && what !== '')
      return { what, where: place || where, todo: todo ?? '', at: at ?? null };
  }
  return fault(`The server answered with ${status}, and not in words`, where, 'Load the page again.');
}

/** The server does not answer at all: it was stopped, or the computer slept. */
export function unreachable(where: string): Fault {
  const todo =
    'See whether “backchannel serve” still runs in its terminal; if not, start it and open the address it prints.';
  return fault('The workbench does not answer', where, todo);
}

/** What to show for an error that was thrown. */
export function faultOf(error: unknown, where: string): Fault {
  if (error instanceof FailedAnswer) return error.fault;
  const what = error instanceof Error ? error.message : 'Something went wrong in this page';
  return fault(what, where, 'Load the page again.');
}

function fault(what: string, where: string, todo: string): Fault {
  return { what, where, todo, at: null };
}
