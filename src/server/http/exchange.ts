/** A request and its answer, as pages see them: nothing of the web framework. */

/** What was asked. */
export interface Asked {
  readonly method: string;
  /** Parts of the address, decoded: `id` of /findings/:id. */
  readonly parts: Readonly<{ [name: string]: string }>;
  readonly query: URLSearchParams;
  /** Aborted when whoever asks does not wait any more. */
  readonly signal: AbortSignal;
  /** A request header by its lower-case name; null: not sent. */
  header(name: string): string | null;
  /**
   * The body as text.
   * @throws Refused when it is longer than `most` bytes
   */
  body(most: number): Promise<string>;
}

/** What is answered. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<{ [name: string]: string }>;
  readonly body: string | Uint8Array<ArrayBuffer> | AsyncIterable<string | Uint8Array> | null;
}

/** An address and who answers it. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** With `:name` for a part; data addresses without their `.json`. */
  readonly path: string;
  /** Whether it is the address with `.json`. */
  readonly isData: boolean;
  answer(asked: Asked): Promise<Reply>;
}

/** Ends a request with a status and a sentence for people. */
export class Refused extends Error {
  readonly status: number;
  readonly where: string;
  readonly todo: string;
  /** Place of a mistake in a query, in characters from 0 and how many. */
  readonly at: readonly [offset: number, length: number] | null;

  /**
   * @param status HTTP status, 400 and above
   * @param what is wrong, without a full stop
   * @param where the part of the address or the field that it is about; '' where none is
   * @param todo what to do about it; '' where nothing can be done
   */
  constructor(
    status: number,
    what: string,
    where = '',
    todo = '',
    at: readonly [offset: number, length: number] | null = null,
  ) {
    super(what);
    this.name = 'Refused';
    this.status = status;
    this.where = where;
    this.todo = todo;
    this.at = at;
  }
}
