/** Strongly connected parts of a directed graph. */

/**
 * The strongly connected parts (Tarjan 1972), without recursion: a chain of re-reports may be long.
 * @param nodes in the order that decides between equal results
 * @param targets nodes that a node points at; those that are no node are passed over
 * @returns each part in the order of `nodes`; parts that others point at stand before these
 */
export function strongParts(nodes: readonly string[], targets: (node: string) => readonly string[]): string[][] {
  const place = new Map(nodes.map((node, i) => [node, i]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const parts: string[][] = [];
  const enter = (node: string): Walk => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    onStack.add(node);
    return { node, left: targets(node).filter((target) => place.has(target)), at: 0 };
  };
  const leave = (node: string): void => {
    if (low.get(node) !== index.get(node)) return;
    const part = stack.splice(stack.lastIndexOf(node));
    for (const member of part) onStack.delete(member);
    parts.push(part.sort((a, b) => place.get(a)! - place.get(b)!));
  };
  for (const root of nodes) {
    if (index.has(root)) continue;
    const walks = [enter(root)];
    for (let walk = walks.at(-1); walk !== undefined; walk = walks.at(-1)) {
      const target = walk.left[walk.at++];
      if (target === undefined) {
        walks.pop();
        leave(walk.node);
        const above = walks.at(-1);
        if (above !== undefined) low.set(above.node, Math.min(low.get(above.node)!, low.get(walk.node)!));
      } else if (!index.has(target)) walks.push(enter(target));
      else if (onStack.has(target)) low.set(walk.node, Math.min(low.get(walk.node)!, index.get(target)!));
    }
  }
  return parts;
}

interface Walk {
  readonly node: string;
  readonly left: readonly string[];
  at: number;
}
