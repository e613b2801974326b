/** What a page shows in place of rows: nothing there, something wrong, or not there yet. */
import type { ComponentChildren, VNode } from 'preact';
import type { Fault } from '../data/failure.ts';

interface EmptyProps {
  readonly title: string;
  /** What to do next: a sentence, a link, a command. */
  readonly children: ComponentChildren;
}

/** That there is nothing, why, and what to do next. Never blank. */
export function Empty({ title, children }: EmptyProps): VNode {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <div class="empty-next">{children}</div>
    </div>
  );
}

/** What happened, where, and what to do. */
export function ErrorBox({ fault }: { readonly fault: Fault }): VNode {
  return (
    <div class="fault" role="alert">
      <p class="fault-what">{fault.what}.</p>
      {fault.where !== '' && <p class="fault-where">{fault.where}</p>}
      {fault.todo !== '' && <p class="fault-todo">{fault.todo}</p>}
    </div>
  );
}

interface PendingProps {
  /** Lines of space that the answer will want, so that nothing moves when it comes. */
  readonly lines?: number;
  /** What takes long, to be read meanwhile; without it only those hear of it who do not see the space. */
  readonly what?: string;
}

/** Space for what is on its way. */
export function Pending({ lines = 8, what }: PendingProps): VNode {
  return (
    <div class="pending" role="status">
      <span class={what === undefined ? 'heard' : 'fine'}>{what ?? 'Loading'}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} class="pending-line" />
      ))}
    </div>
  );
}

interface LoadedProps<T> {
  readonly asked: { readonly data: T | null; readonly waiting: boolean; readonly fault: Fault | null };
  readonly lines?: number;
  /** Heading of the page until the data brings its own; left out where the page has one already. */
  readonly title?: string;
  readonly what?: string;
  readonly children: (data: T) => ComponentChildren;
}

/** The three ends of a question in one place: space, fault, or the data, paler while a newer answer is on its way. */
export function Loaded<T>({ asked, lines = 8, title, what, children }: LoadedProps<T>): VNode {
  if (asked.data !== null && asked.fault === null)
    return (
      <div class={asked.waiting ? 'loaded waiting' : 'loaded'} aria-busy={asked.waiting}>
        {children(asked.data)}
      </div>
    );
  return (
    <>
      {title !== undefined && <h1>{title}</h1>}
      {asked.fault === null ? (
        <Pending lines={lines} {...(what === undefined ? {} : { what })} />
      ) : (
        <ErrorBox fault={asked.fault} />
      )}
    </>
  );
}
