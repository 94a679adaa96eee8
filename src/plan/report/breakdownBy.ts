import type { LeverResult } from "../breakdown";

/** By what a saving can be split. */
export type BreakdownBy = "group" | "lever" | "type" | "status";

/** The part that a lever belongs to, as every table and chart calls it. */
export const partOf: Record<BreakdownBy, (lever: LeverResult) => string> = {
  group: ({ group }) => group || "No group",
  lever: ({ name }) => name,
  type: ({ type, baselineOnly }) => (baselineOnly ? "Baseline assumption" : type),
  status: ({ status }) => status || "No status",
};
