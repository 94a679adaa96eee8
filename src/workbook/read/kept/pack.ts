import type { Packed } from "./packed";

/** The packed form of anything that JSON can write; `unpacked` is the way back. */
export function packed(value: unknown): Packed {
  const shapes = new Indexed<string[]>();
  const nodes = new Indexed<unknown>();
  const add = (part: unknown): number => {
    if (typeof part !== "object" || part === null) return nodes.at(part);
    if (Array.isArray(part)) return nodes.at([-1, ...part.map(add)]);
    const members = Object.entries(part).filter(([, member]) => member !== undefined);
    return nodes.at([shapes.at(members.map(([key]) => key)), ...members.map(([, member]) => add(member))]);
  };
  // Nodes that were known before may come last: the value itself is added once more.
  const root = add(value);
  const all = nodes.items;
  if (root !== all.length - 1) all.push(all[root]);
  return { shapes: shapes.items, nodes: all };
}

/** Distinct items, each with its index. */
class Indexed<T> {
  readonly items: T[] = [];
  private readonly known = new Map<string, number>();

  at(item: T): number {
    const key = JSON.stringify(item);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
