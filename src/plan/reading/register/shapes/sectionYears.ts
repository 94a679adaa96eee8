import { cellAddress } from "../../../../cells/address";
import { normalise } from "../../../columns/words/normalise";
import { findYear, type Year, type YearConvention } from "../../cells/times/years";
import { firstColumnOf } from "../../extent/headerRows";
import type { OpenTable } from "../../openTable";
import { ask, type Asking } from "../../questions";
import { columnOf } from "../../tableColumn";

/**
 * Rows under headings that are years, where no column says when they start, start in those years. Of several years it is asked, since what recurs goes on
 * in the later ones.
 */
export function withSectionYears(table: OpenTable, convention: YearConvention, asking: Asking): OpenTable {
  const { header, columns, rows } = table;
  if (columns.some(({ meaning }) => dated.has(meaning))) return table;
  const startOf = new Map<number, Year>();
  for (const [row, section] of rows.sectionOf) {
    const year = yearIn(section, convention);
    if (!year) return table;
    startOf.set(row, year);
  }
  const [first] = rows.sections;
  if (!first || startOf.size < rows.rows.length) return table;
  const names = [...new Set(rows.rows.map((row) => rows.sectionOf.get(row) ?? ""))];
  const choice =
    names.length === 1
      ? "start"
      : ask(asking, {
          id: "sectionYears",
          cell: cellAddress(header.grid.sheet, first.row, columnOf(columns, "lever")?.column ?? firstColumnOf(header)),
          level: "error",
          message: `'${names[0]}' and '${names[1]}' head rows as years; say whether the rows start in them, so that what recurs goes on in the later ones`,
          choices: { start: "the rows start in that year", group: "they are names of groups" },
          usual: "start",
        });
  return choice === "start" ? { ...table, startOf, rows: { ...rows, sectionOf: new Map() } } : table;
}

const dated = new Set("start startMonth period year month quarter share inYear".split(" "));

/** The year of a heading that says nothing else: "2025/26 schemes". */
function yearIn(section: string, convention: YearConvention): Year | null {
  const found = findYear(section, convention);
  return found && ofSavings.test(normalise(found.rest)) ? found.year : null;
}

const ofSavings = /^((new|proposed|planned)? ?(savings?|schemes?|plans?|proposals?|cips?|programme)?)$/;
