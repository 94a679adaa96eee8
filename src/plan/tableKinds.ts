/** The tables that a plan is read from, in reading order. */
export const tableKinds = ["spending", "funding", "levers"] as const;
export type TableKind = (typeof tableKinds)[number];

/** The tables beside them: how the base year ended, and how prices move. Nothing of a plan is counted from them alone. */
export const sideKinds = ["position", "prices"] as const;
export type SideKind = (typeof sideKinds)[number];

/** As the user reads them. */
export const tableNames: Record<TableKind | SideKind, string> = {
  spending: "Spending",
  funding: "Funding",
  levers: "Levers",
  position: "Position",
  prices: "Prices",
};

/** One for each kind of table, in reading order. */
export function byKind<T>(one: (kind: TableKind) => T): Record<TableKind, T> {
  return Object.fromEntries(tableKinds.map((kind) => [kind, one(kind)])) as Record<TableKind, T>;
}
