import { columnLetters } from "../../../src/cells/address";
import type { SheetWriter, Styles } from "../sheetWriter";
import type { MtfsFacts } from "./facts";
import { looks } from "./looks";
import { appendix, first, printTo } from "./opening";

const sheetName = "F Assumptions";
/** Of the table of budgets' inflation, below that of council tax. */
const inflationFirst = first + 5;

/** The rates that the other appendices work with. */
export function assumptionsSheet(facts: MtfsFacts, styles: Styles): SheetWriter {
  const sheet = appendix(facts, styles, sheetName, "Assumptions", [
    { heading: "Council tax", width: 54 },
    ...facts.years.map((heading) => ({ heading, width: 13, look: "headerNumber" as const })),
  ]);
  const line = (row: number, label: string, rates: readonly number[]): void => {
    sheet.put(row, 0, label, looks.text);
    rates.forEach((rate, year) => sheet.put(row, 1 + year, rate, looks.rate));
  };
  line(first, "Growth of the tax base", facts.councilTax.baseGrowth);
  line(first + 1, "Rise in council tax, adult social care precept included", facts.councilTax.rate);
  sheet.put(inflationFirst - 1, 0, "Pay and price inflation on net budgets", looks.header);
  facts.years.forEach((year, index) => sheet.put(inflationFirst - 1, 1 + index, year, looks.headerNumber));
  facts.budgets.forEach(({ directorate, inflation }, index) => line(inflationFirst + index, directorate, inflation));
  const end = inflationFirst + facts.budgets.length;
  sheet.put(end + 1, 0, "Pay at 3.0% a year; contracts as they provide.", looks.note);
  printTo(sheet, facts, end + 2, 1 + facts.years.length);
  return sheet;
}

/** The cell with a directorate's inflation of a year after the base year. */
export function inflationCell(directorate: number, year: number): string {
  return `'${sheetName}'!${columnLetters(1 + year)}${inflationFirst + directorate + 1}`;
}

/** The cell with growth of the tax base (0) or the rise in council tax (1) of a year. */
export function councilTaxCell(line: number, year: number): string {
  return `'${sheetName}'!${columnLetters(1 + year)}${first + line + 1}`;
}
