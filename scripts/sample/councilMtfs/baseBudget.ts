import { columnLetters } from "../../../src/cells/address";
import type { SheetWriter, Styles } from "../sheetWriter";
import type { MtfsFacts } from "./facts";
import { inflationCell } from "./assumptions";
import { inflatedBudgets } from "./figures";
import { looks } from "./looks";
import { appendix, first, printTo } from "./opening";

/** Net budgets by directorate with inflation, before any proposal. */
export function baseBudgetSheet(facts: MtfsFacts, styles: Styles): SheetWriter {
  const years = [facts.baseYear, ...facts.years];
  const sheet = appendix(facts, styles, "B Base budget", "Net budget with inflation, before pressures and savings", [
    { heading: "Directorate", width: 34 },
    { heading: `${facts.baseYear} budget`, width: 14, look: "headerNumber" },
    ...facts.years.map((heading) => ({ heading, width: 13, look: "headerNumber" as const })),
  ]);
  const total = first + facts.budgets.length;
  inflatedBudgets(facts).forEach((amounts, index) => {
    const row = first + index;
    sheet.put(row, 0, facts.budgets[index]?.directorate ?? "", looks.text);
    amounts.forEach((amount, year) => {
      const before = columnLetters(year);
      const formula = `ROUND(${before}${row + 1}*(1+${inflationCell(index, year - 1)}),0)`;
      sheet.put(row, 1 + year, amount, looks.amount, year === 0 ? undefined : formula);
    });
  });
  sheet.put(total, 0, "Net budget with inflation", looks.totalText);
  years.forEach((_, year) =>
    sheet.sum(total, 1 + year, { row: first, column: 1 + year }, { row: total - 1, column: 1 + year }, looks.total),
  );

  sheet.put(total + 2, 0, "Income from fees and charges is netted off. Rates of inflation: Appendix F.", looks.note);
  printTo(sheet, facts, total + 3, 1 + years.length);
  return sheet;
}

/** The cell with the net budget of a year; 0 is the base year. */
export function baseBudgetTotal({ budgets }: MtfsFacts, year: number): string {
  return `'B Base budget'!${columnLetters(1 + year)}${first + budgets.length + 1}`;
}
