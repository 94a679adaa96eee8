import type { SheetWriter } from "../sheetWriter";
import { type Styles } from "../sheetWriter";
import { assumptionsSheet, budgetSheet, incomeSheet } from "./budgetAndIncome";
import type { TrackerFacts } from "./facts";
import { summarySheet } from "./summary";
import { trackerSheet } from "./tracker";

/** A trust's savings tracker as its finance team keeps it: summary, schemes, budget, income, assumptions. */
export function trackerSheets(facts: TrackerFacts, styles: Styles): SheetWriter[] {
  return [summarySheet, trackerSheet, budgetSheet, incomeSheet, assumptionsSheet].map((build) => build(facts, styles));
}
