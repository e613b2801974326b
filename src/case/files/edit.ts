/** Changes to case.yaml by the program: it is the user's file, so comments, order and spacing stay as they are. */
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLSeq,
} from 'yaml';

/** A source to add: keys as case.yaml has them, in the order in which they are written. */
export interface NewSource {
  readonly path: string;
  readonly [key: string]: unknown;
}

const OPTIONS = { version: '1.2', schema: 'core', logLevel: 'silent' } as const;

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The entry as lines of a list, each indented; maps inside it on one line, as people write them. */
function itemLines(entry: NewSource, indent: string, newline: string): string {
  const document = new Document([entry], { version: '1.2' });
  visit(document, {
    Map(_, map, path) {
      if (path.length > 3) map.flow = true; // the document, the list, the entry, a key: deeper ones
    },
  });
  const lines = document.toString({ lineWidth: 0 }).trimEnd().split('\n');
  return lines.map((line) => indent + line + newline).join('');
}

function insert(text: string, at: number, lines: string, newline: string): string {
  const before = text.slice(0, at);
  return before + (before === '' || before.endsWith('\n') ? '' : newline) + lines + text.slice(at);
}

/** Where the last value under a node ends: before comments that follow it. */
function valueEnd(node: Node): number {
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1) as Node | undefined;
    if (last !== undefined && last !== null) return valueEnd(last);
  }
  if (isMap(node) && !node.flow) {
    const pair = node.items.at(-1);
    const last = (pair?.value ?? pair?.key) as Node | undefined;
    if (last !== undefined && last !== null) return valueEnd(last);
  }
  return node.range?.[1] ?? 0;
}

/** After the last element of a list written with dashes, at the same indentation. */
function afterLast(text: string, list: YAMLSeq, entry: NewSource, newline: string): string {
  const first = list.range![0];
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  const end = valueEnd(list);
  // A block scalar's range ends behind its last line's end.
  const at = text[end - 1] === '\n' ? end : endOfLine(text, end);
  return insert(text, at, itemLines(entry, indent.replace(/\S.*$/, ''), newline), newline);
}

/** Text with the entry added by text alone; null where the list is written in a form that needs more than that. */
function spliced(text: string, document: Document, entry: NewSource): string | null {
  const newline = /\r\n/.test(text) ? '\r\n' : '\n';
  const root = document.contents;
  if (root !== null && !isMap(root)) return null;
  const pair = root?.items.find(({ key }) => isScalar(key) && key.value === 'sources');
  if (root === null || pair === undefined) {
    if (root?.flow) return null;
    const at = root === null ? text.length : endOfLine(text, valueEnd(root));
    return insert(text, at, `sources:${newline}${itemLines(entry, '  ', newline)}`, newline);
  }
  const list = pair.value as Node | null;
  if (isSeq(list) && !list.flow && list.items.length > 0) return afterLast(text, list, entry, newline);
  const isEmpty = isSeq(list) && list.items.length === 0 && !/#/.test(text.slice(list.range![0], list.range![1]));
  if (isEmpty || list === null || (isScalar(list) && list.value === null)) {
    const key = (pair.key as Scalar).range![1];
    const [start, end] = list === null || list.range![0] === list.range![1] ? [key, key] : list.range!;
    const [head, tail] = [text.slice(0, start), text.slice(end)];
    const without = /^ *(?:\r?\n|$)/.test(tail) ? head.trimEnd() + tail.replace(/^ +/, '') : head + tail;
    return insert(without, endOfLine(without, key), itemLines(entry, '  ', newline), newline);
  }
  return null;
}

/** All comments of a text, sorted. */
function commentsOf(text: string): string {
  return JSON.stringify([...new Lexer().lex(text)].filter((token) => token.startsWith('#')).sort());
}

function plainValue(text: string): { sources?: unknown } | undefined {
  const document = parseDocument(text, OPTIONS);
  return document.errors.length > 0 ? undefined : ((document.toJS() ?? {}) as { sources?: unknown });
}

/** Whether nothing but the new source changed, comments included. */
function isRight(before: string, after: string, entry: NewSource): boolean {
  if (commentsOf(before) !== commentsOf(after)) return false;
  const [old, now] = [plainValue(before), plainValue(after)];
  if (old === undefined || now === undefined) return false;
  const wanted = { ...old, sources: [...((old.sources as unknown[] | null | undefined) ?? []), entry] };
  const ordered = (value: object): string => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return ordered(now) === ordered(wanted);
}

/**
 * Adds a source to case.yaml. Everything that is there stays byte for byte, but where the list of sources is written in
 * brackets: then the file is written anew, with its comments and order.
 * @param text of case.yaml; must be readable YAML with a map
 * @param entry keys as they are to be written
 * @returns the new text
 * @throws {Error} when the text is no such YAML: load the files and show the mistakes before
 */
export function addSource(text: string, entry: NewSource): string {
  const document = parseDocument(text, OPTIONS);
  if (document.errors.length > 0) throw new Error(`case.yaml cannot be read: ${document.errors[0]!.message}`);
  const simple = spliced(text, document, entry);
  if (simple !== null && isRight(text, simple, entry)) return simple;
  const sources = document.get('sources', true) as unknown;
  if (isSeq(sources)) {
    const node = document.createNode(entry);
    if (sources.flow) node.flow = true;
    sources.add(node);
  } else document.set('sources', document.createNode([entry]));
  const whole = document.toString({ lineWidth: 0 });
  if (!isRight(text, whole, entry))
    throw new Error('case.yaml has a form that a source cannot be added to: write it under sources by hand');
  return whole;
}
