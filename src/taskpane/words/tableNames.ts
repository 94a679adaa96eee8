import type { TableKind } from "../../plan/planReading";

/** The three tables in reading order, with what each holds. */
export const tableKinds: readonly TableKind[] = ["spending", "funding", "levers"];

export const tableNames: Record<TableKind, { name: string; holds: string }> = {
  spending: { name: "Spending", holds: "One row per cost category, with its base and growth, or amounts by year." },
  funding: { name: "Funding", holds: "What there is to spend, with base and growth, or amounts by year." },
  levers: { name: "Levers", holds: "One row per lever, with its saving as an amount or a percentage." },
};
