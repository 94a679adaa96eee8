/**
 * A value of JSON in which everything that occurs more than once is written once. `shapes` are the objects' keys, `nodes` all
 * distinct values, parts before wholes: a text, number, truth value or null stands for itself; a list is [-1, …nodes] and an
 * object [shape, …nodes], each part by its index. The last node is the value.
 */
export interface Packed {
  shapes: string[][];
  nodes: unknown[];
}

export function unpacked({ shapes, nodes }: Packed): unknown {
  const values: unknown[] = [];
  for (const node of nodes) {
    if (!Array.isArray(node)) {
      values.push(node);
      continue;
    }
    const [shape, ...parts] = node as number[];
    const members = parts.map((part) => values[part]);
    const keys = shapes[shape ?? -1];
    values.push(keys ? Object.fromEntries(keys.map((key, index) => [key, members[index]])) : members);
  }
  return values.at(-1);
}
