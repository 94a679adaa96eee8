import { columnLetters } from "../../../src/cells/address";
import type { Look, SheetWriter, Styles } from "../sheetWriter";
import type { MtfsFacts } from "./facts";
import { looks, ragColors } from "./looks";
import { appendix, first, printTo } from "./opening";

/** Sections of the appendix, and the types of proposals in each. */
const sections = [
  { heading: "Pressures and growth", types: ["Pressure", "Growth"] },
  { heading: "Undelivered savings brought forward", types: ["Undelivered b/f"] },
  { heading: "Savings", types: ["Saving"] },
  { heading: "Funding switches", types: ["Funding switch"] },
];

const typeColumn = 3;
const amountColumn = 4;
const lastColumn = 12;

/** The proposals: what is new in each year, pressures up, savings down. */
export function proposalsSheet(facts: MtfsFacts, styles: Styles): SheetWriter {
  const sheet = appendix(facts, styles, "C Proposals", "Pressures, growth and savings, new in each year", [
    { heading: "Ref", width: 10 },
    { heading: "Directorate", width: 20 },
    { heading: "Proposal", width: 48 },
    { heading: "Type", width: 22 },
    ...facts.years.map((heading) => ({ heading, width: 11, look: "headerNumber" as const })),
    { heading: "Total", width: 11, look: "headerNumber" },
    { heading: "Ongoing / One-off", width: 12, look: "headerMiddle" },
    { heading: "FTE", width: 8, look: "headerNumber" },
    { heading: "EIA", width: 7, look: "headerMiddle" },
    { heading: "RAG", width: 7, look: "headerMiddle" },
    { heading: "Cabinet Member", width: 27 },
  ]);
  let row = first;
  for (const { heading, types } of sections) {
    for (let column = 0; column <= lastColumn; column++)
      sheet.put(row, column, column === 0 ? heading : null, looks.section);
    const top = row + 1;
    const proposals = facts.proposals.filter(({ type }) => types.includes(type));
    proposals.forEach((proposal, index) => proposalRow(sheet, top + index, proposal));
    row = top + proposals.length;
    totals(sheet, row, `Total ${heading.toLowerCase()}`, top, looks.subtotalText, looks.subtotal);
    row++;
  }
  totals(sheet, row, "Net change in budget", first, looks.totalText, looks.total);
  const end = row + 1;
  sheet.put(
    end + 1,
    0,
    "Amounts are what is new in each year: a saving of 2026/27 that is ongoing stays in the budget after it.",
    looks.note,
  );
  sheet.put(
    end + 2,
    0,
    "EIA: equality impact assessment published. RAG: how sure delivery is, as the budget panel saw it in January 2026.",
    looks.note,
  );
  for (const [letter, colors] of Object.entries(ragColors))
    sheet.colorRules.push({
      area: { row: first, column: 11, rowCount: row - first, columnCount: 1 },
      when: { equals: letter },
      ...colors,
    });
  sheet.content.frozen = { rows: first, columns: 3 };
  printTo(sheet, facts, end + 3, lastColumn + 1);
  return sheet;
}

function proposalRow(sheet: SheetWriter, row: number, proposal: MtfsFacts["proposals"][number]): void {
  const { ref, directorate, name, type, amounts, lasting, posts, eia, rag, member } = proposal;
  [ref, directorate, name, type].forEach((text, column) => sheet.put(row, column, text, looks.text));
  amounts.forEach((amount, year) => sheet.put(row, amountColumn + year, amount, looks.amount));
  sheet.sum(row, 7, { row, column: amountColumn }, { row, column: 6 }, looks.amount);
  sheet.put(row, 8, lasting, looks.middle);
  sheet.put(row, 9, posts, looks.posts);
  [eia, rag].forEach((text, index) => sheet.put(row, 10 + index, text === "" ? null : text, looks.middle));
  sheet.put(row, lastColumn, member, looks.text);
}

function totals(sheet: SheetWriter, row: number, label: string, top: number, text: Look, amount: Look): void {
  for (let column = 0; column <= lastColumn; column++) {
    if (column >= amountColumn && column <= 7)
      sheet.sum(row, column, { row: top, column }, { row: row - 1, column }, amount, "SUBTOTAL");
    else sheet.put(row, column, column === 2 ? label : null, text);
  }
}

/** The sum of one type's amounts in a year, as a formula. */
export function proposedOfType({ proposals }: MtfsFacts, type: string, year: number): string {
  const last = first + proposals.length + 2 * sections.length;
  const range = (column: number): string => {
    const letters = columnLetters(column);
    return `'C Proposals'!$${letters}$${first + 1}:$${letters}$${last}`;
  };
  return `SUMIFS(${range(amountColumn + year)},${range(typeColumn)},"${type}")`;
}
