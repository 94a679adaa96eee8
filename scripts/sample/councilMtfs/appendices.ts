import type { SheetWriter, Styles } from "../sheetWriter";
import { assumptionsSheet } from "./assumptions";
import { baseBudgetSheet } from "./baseBudget";
import type { MtfsFacts } from "./facts";
import { fundingSheet, reservesSheet } from "./fundingAndReserves";
import { proposalsSheet } from "./proposals";
import { summarySheet } from "./summary";

/** The appendices of a council's budget report: summary, base budget, proposals, funding, reserves, assumptions. */
export function mtfsSheets(facts: MtfsFacts, styles: Styles): SheetWriter[] {
  const builders = [summarySheet, baseBudgetSheet, proposalsSheet, fundingSheet, reservesSheet, assumptionsSheet];
  return builders.map((build) => build(facts, styles));
}
