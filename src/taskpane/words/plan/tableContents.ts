import type { TableKind } from "../../../plan/tableKinds";

/** What each table holds, for a user who has none yet. */
export const tableContents: Record<TableKind, string> = {
  spending: "One row per cost category, with its base and growth, or amounts by year.",
  funding: "What there is to spend, with base and growth, or amounts by year.",
  levers: "One row per scheme, with its saving as an amount or a percentage.",
};
