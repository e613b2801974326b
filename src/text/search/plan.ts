/** How a query is answered in a shard: as few questions to the engine as possible, put together as sets of documents. */
import type { QueryNode } from '../query/ast.ts';
import { matchOf, type TableMatch, type TextTable } from './expression.ts';

/** Can be moved between threads. */
export type Plan =
  | TableMatch
  /** The documents whose records are in a set of the request. */
  | { readonly kind: 'condition'; readonly condition: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Plan[] }
  | { readonly kind: 'not'; readonly part: Plan };

const TABLES: readonly TextTable[] = ['words', 'grams'];

/** Operators in each other that the engine is given; its parser has a small stack. What is deeper is put together here. */
const DEEPEST = 8;

/** What can be joined with others into one question. */
function isJoinable(plan: Plan): plan is TableMatch {
  return plan.kind === 'match' && plan.depth < DEEPEST;
}

function joined(operator: 'AND' | 'OR', parts: readonly TableMatch[]): TableMatch {
  const [first] = parts;
  if (parts.length === 1) return first!;
  const expression = parts.map((part) => `(${part.expression})`).join(` ${operator} `);
  return { kind: 'match', table: first!.table, expression, depth: 1 + Math.max(...parts.map(({ depth }) => depth)) };
}

function several(kind: 'and' | 'or', parts: readonly Plan[]): Plan {
  return parts.length === 1 ? parts[0]! : { kind, parts };
}

function anyOf(parts: readonly Plan[]): Plan {
  const asked = TABLES.flatMap((table) => {
    const matches = parts.filter(isJoinable).filter((part) => part.table === table);
    return matches.length === 0 ? [] : [joined('OR', matches)];
  });
  return several('or', [...parts.filter((part) => !isJoinable(part)), ...asked]);
}

/** What NOT leaves out, where the engine can do it. */
function unwantedIn(plan: Plan): readonly TableMatch[] {
  return plan.kind === 'not' && isJoinable(plan.part) ? [plan.part] : [];
}

/** NOT has two sides in FTS5: it goes along with what is wanted, if anything is. */
function allOf(parts: readonly Plan[]): Plan {
  const rest = parts.filter((part) => !isJoinable(part) && unwantedIn(part).length === 0);
  const asked = TABLES.flatMap((table): Plan[] => {
    const wanted = parts.filter(isJoinable).filter((part) => part.table === table);
    const unwanted = parts.flatMap(unwantedIn).filter((part) => part.table === table);
    if (unwanted.length === 0) return wanted.length === 0 ? [] : [joined('AND', wanted)];
    const without = joined('OR', unwanted);
    if (wanted.length === 0) return [{ kind: 'not', part: without }];
    const within = joined('AND', wanted);
    const expression = `(${within.expression}) NOT (${without.expression})`;
    return [{ kind: 'match', table, expression, depth: 1 + Math.max(within.depth, without.depth) }];
  });
  return several('and', [...rest, ...asked]);
}

/** Parts of parts of the same kind as one list. */
function flat(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode[] {
  return parts.flatMap((part) => (part.kind === kind ? flat(kind, part.parts) : [part]));
}

/** The plan for a query. Conditions come first in lists: they are quick, and where none fits nothing else is asked. */
export function planOf(node: QueryNode): Plan {
  switch (node.kind) {
    case 'phrase':
    case 'near':
      return matchOf(node);
    case 'condition':
      return node;
    case 'not': {
      const part = planOf(node.part);
      return part.kind === 'not' ? part.part : { kind: 'not', part };
    }
    case 'and':
      return allOf(flat('and', node.parts).map(planOf));
    case 'or':
      return anyOf(flat('or', node.parts).map(planOf));
  }
}
