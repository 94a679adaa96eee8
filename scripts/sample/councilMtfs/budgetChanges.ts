import { columnLetters } from "../../../src/cells/address";
import { first } from "./opening";

/** What changes the budget of a year beside inflation: the summary's lines, each with its type of proposal. */
export const changes = [
  { label: "Pressures", type: "Pressure" },
  { label: "Growth", type: "Growth" },
  { label: "Undelivered savings brought forward", type: "Undelivered b/f" },
  { label: "Savings", type: "Saving" },
  { label: "Funding switches", type: "Funding switch" },
];

/** The summary's row of the net budget, zero-based: below the budget brought forward, inflation and the changes. */
export const netRow = first + 2 + changes.length;

/** The cell with the net budget of a year after the base year. */
export function netBudgetCell(year: number): string {
  return `'A Summary'!${columnLetters(1 + year)}${netRow + 1}`;
}
