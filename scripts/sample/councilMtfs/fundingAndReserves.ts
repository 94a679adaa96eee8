import { columnLetters } from "../../../src/cells/address";
import type { SheetWriter, Styles } from "../sheetWriter";
import { councilTaxCell } from "./assumptions";
import { netBudgetCell } from "./budgetChanges";
import type { MtfsFacts } from "./facts";
import { councilTax, reservesUsed } from "./figures";
import { looks } from "./looks";
import { appendix, first, printTo } from "./opening";

/** Where the money comes from. 2026/27 takes from reserves what it needs to balance. */
export function fundingSheet(facts: MtfsFacts, styles: Styles): SheetWriter {
  const sheet = appendix(facts, styles, "D Funding", "Funding", [
    { heading: "Source of funding", width: 42 },
    ...[facts.baseYear, ...facts.years].map((heading) => ({ heading, width: 13, look: "headerNumber" as const })),
  ]);
  const reserves = reservesRow(facts);
  const total = reserves + 1;
  sheet.put(first, 0, facts.councilTax.name, looks.text);
  councilTax(facts).forEach((amount, year) => {
    const [growth, rise] = [councilTaxCell(0, year - 1), councilTaxCell(1, year - 1)];
    const formula = `ROUND(${columnLetters(year)}${first + 1}*(1+${growth})*(1+${rise}),0)`;
    sheet.put(first, 1 + year, amount, looks.amount, year === 0 ? undefined : formula);
  });
  facts.otherFunding.forEach(({ name, base, amounts }, index) => {
    sheet.put(first + 1 + index, 0, name, looks.text);
    [base, ...amounts].forEach((amount, year) => sheet.put(first + 1 + index, 1 + year, amount, looks.amount));
  });
  sheet.put(reserves, 0, "Use of reserves", looks.text);
  [facts.reservesUsed.base, ...reservesUsed(facts)].forEach((amount, year) =>
    sheet.put(
      reserves,
      1 + year,
      amount,
      looks.amount,
      year === 1 ? `${netBudgetCell(0)}-SUM(C${first + 1}:C${reserves})` : undefined,
    ),
  );
  sheet.put(total, 0, "Total funding", looks.totalText);
  for (let column = 1; column <= 1 + facts.years.length; column++)
    sheet.sum(total, column, { row: first, column }, { row: reserves, column }, looks.total);

  sheet.put(total + 2, 0, "2026/27 takes from reserves what it needs to balance. Council tax: Appendix F.", looks.note);
  printTo(sheet, facts, total + 3, 2 + facts.years.length);
  return sheet;
}

/** Zero-based; the rows above are the other funding. */
function reservesRow({ otherFunding }: MtfsFacts): number {
  return first + 1 + otherFunding.length;
}

/** The cell with a source's amount of a year after the base year; the last source is the reserves. */
export function fundingCell(source: number, year: number): string {
  return `'D Funding'!${columnLetters(2 + year)}${first + source + 1}`;
}

/** What the reserves come to. */
export function reservesSheet(facts: MtfsFacts, styles: Styles): SheetWriter {
  const sheet = appendix(facts, styles, "E Reserves", "Reserves", [
    { heading: "Reserve", width: 36 },
    { heading: "Balance at 31 March 2026", width: 16, look: "headerNumber" },
    ...facts.years.map((year) => ({ heading: `Movement ${year}`, width: 13, look: "headerNumber" as const })),
    { heading: "Balance at 31 March 2029", width: 16, look: "headerNumber" },
  ]);
  const used = reservesUsed(facts);
  const last = 2 + facts.years.length;
  facts.reserves.forEach(({ name, opening, use }, index) => {
    const row = first + index;
    sheet.put(row, 0, name, looks.text);
    sheet.put(row, 1, opening, looks.amount);
    facts.years.forEach((_, year) => {
      const amount = use === "funding" ? -(used[year] ?? 0) || 0 : (use[year] ?? 0);
      const formula = use === "funding" ? `-${fundingCell(1 + facts.otherFunding.length, year)}` : undefined;
      sheet.put(row, 2 + year, amount, looks.amount, formula);
    });
    sheet.sum(row, last, { row, column: 1 }, { row, column: last - 1 }, looks.amount);
  });
  const total = first + facts.reserves.length;
  sheet.put(total, 0, "Total reserves", looks.totalText);
  for (let column = 1; column <= last; column++)
    sheet.sum(total, column, { row: first, column }, { row: total - 1, column }, looks.total);
  sheet.put(
    total + 2,
    0,
    "The General Fund balance stays at about 5% of the net budget, as the section 151 officer advises.",
    looks.note,
  );
  printTo(sheet, facts, total + 3, last + 1);
  return sheet;
}
