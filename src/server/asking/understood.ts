/** How a query was understood, in words. */
import type { Query, QueryNode } from '../../text/query/ast.ts';

const quoted = (text: string, prefix: boolean): string => `“${text}${prefix ? '…' : ''}”`;

function nodeText(node: QueryNode, query: Query, inner: boolean): string {
  switch (node.kind) {
    case 'phrase':
      return `${node.column === null ? '' : `${node.column} `}${quoted(node.phrase.text, node.phrase.prefix)}`;
    case 'near':
      return `${node.phrases.map(({ text, prefix }) => quoted(text, prefix)).join(' and ')} within ${node.distance} words`;
    case 'condition': {
      const { field, value } = query.conditions[node.condition]!;
      return `${field} ${value}`;
    }
    case 'not':
      return `not ${nodeText(node.part, query, true)}`;
    default: {
      const text = node.parts.map((part) => nodeText(part, query, true)).join(` ${node.kind} `);
      return inner && node.parts.length > 1 ? `(${text})` : text;
    }
  }
}

/** A query as one line. */
export function understood(query: Query): string {
  return nodeText(query.root, query, false);
}
