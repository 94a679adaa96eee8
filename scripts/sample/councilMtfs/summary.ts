import { columnLetters } from "../../../src/cells/address";
import type { Look, SheetWriter, Styles } from "../sheetWriter";
import { baseBudgetTotal } from "./baseBudget";
import { changes, netRow } from "./budgetChanges";
import type { MtfsFacts } from "./facts";
import { councilTax, inflatedBudgets, netBudgets, proposed, reservesUsed } from "./figures";
import { fundingCell } from "./fundingAndReserves";
import { looks } from "./looks";
import { appendix, first, printTo } from "./opening";
import { proposedOfType } from "./proposals";

/** From the budget of the year before to the net budget, its funding, and what is still to be found. */
export function summarySheet(facts: MtfsFacts, styles: Styles): SheetWriter {
  const sheet = appendix(facts, styles, "A Summary", "Medium Term Financial Strategy 2026/27 to 2028/29", [
    { heading: "Budget", width: 46 },
    ...facts.years.map((heading) => ({ heading, width: 14, look: "headerNumber" as const })),
  ]);
  const budgets = inflatedBudgets(facts);
  const base = (year: number): number => budgets.reduce((sum, line) => sum + (line[year] ?? 0), 0);
  const nets = netBudgets(facts);
  let row = first;
  const line = (
    label: string,
    value: (year: number) => number,
    formula: (year: number, letters: string) => string,
    looksOf: [Look, Look] = [looks.text, looks.amount],
  ): void => {
    sheet.put(row, 0, label, looksOf[0]);
    facts.years.forEach((_, year) =>
      sheet.put(row, 1 + year, value(year), looksOf[1], formula(year, columnLetters(1 + year))),
    );
    row++;
  };

  const net = netRow;
  line(
    "Base budget brought forward",
    (year) => (year === 0 ? base(0) : (nets[year - 1] ?? 0)),
    (year) => (year === 0 ? baseBudgetTotal(facts, 0) : `${columnLetters(year)}${net + 1}`),
  );
  line(
    "Pay and price inflation",
    (year) => base(year + 1) - base(year),
    (year) => `${baseBudgetTotal(facts, year + 1)}-${baseBudgetTotal(facts, year)}`,
  );
  for (const { label, type } of changes) {
    const own = facts.proposals.filter((proposal) => proposal.type === type);
    line(
      label,
      (year) => proposed(own, year),
      (year) => proposedOfType(facts, type, year),
    );
  }
  const total: [Look, Look] = [looks.totalText, looks.total];
  line(
    "Net budget",
    (year) => nets[year] ?? 0,
    (_, letters) => `SUM(${letters}${first + 1}:${letters}${net})`,
    total,
  );

  row++;
  const top = row;
  const sources = [
    councilTax(facts).slice(1),
    ...facts.otherFunding.map(({ amounts }) => amounts),
    reservesUsed(facts),
  ];
  const names = [facts.councilTax.name, ...facts.otherFunding.map(({ name }) => name), "Use of reserves"];
  sources.forEach((amounts, source) =>
    line(
      names[source] ?? "",
      (year) => amounts[year] ?? 0,
      (year) => fundingCell(source, year),
    ),
  );
  const funded = (year: number): number => sources.reduce((sum, amounts) => sum + (amounts[year] ?? 0), 0);
  line("Total funding", funded, (_, letters) => `SUM(${letters}${top + 1}:${letters}${row})`, total);
  const funding = row;
  row++;
  line(
    "Budget gap still to be closed",
    (year) => (nets[year] ?? 0) - funded(year),
    (_, letters) => `${letters}${net + 1}-${letters}${funding}`,
    total,
  );
  sheet.put(row + 1, 0, facts.about, looks.note);
  printTo(sheet, facts, row + 2, 1 + facts.years.length);
  return sheet;
}
