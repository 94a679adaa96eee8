/** The tables that a plan is read from, in reading order. */
export const tableKinds = ["spending", "funding", "levers"] as const;
export type TableKind = (typeof tableKinds)[number];

/** As the user reads them. */
export const tableNames: Record<TableKind, string> = { spending: "Spending", funding: "Funding", levers: "Levers" };

/** One for each kind of table, in reading order. */
export function byKind<T>(one: (kind: TableKind) => T): Record<TableKind, T> {
  return Object.fromEntries(tableKinds.map((kind) => [kind, one(kind)])) as Record<TableKind, T>;
}
