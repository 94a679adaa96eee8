import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import type { Finding } from "../../finding";
import { findPeriod } from "../cells/period";
import type { OpenTable } from "../openTable";
import { cellAt } from "../sheetGrid";

/** Tables that a register's headings fit and whose rows are no levers: years down the side, or the lines of a budget. Each is an error that says so. */
export function refuseOtherShapes(registers: readonly OpenTable[], findings: Finding[]): void {
  for (const { header, key, rows } of registers) {
    if (!key || rows.rows.length < 2) continue;
    const names = rows.rows.map((row) => textOf(cellAt(header.grid, row, key.column)));
    const cell = cellAddress(header.grid.sheet, rows.rows[0] ?? 0, key.column);
    const option = `--column '${cellAddress(header.grid.sheet, key.row, key.column)}=period'`;
    if (names.every(isPeriodAlone)) {
      const choices = ["a row for each year", "levers that are called like years"];
      findings.push({
        level: "error",
        cell,
        message: "the rows are years, and schemes seem to stand in the columns; a row for each scheme is needed",
        question: { choices, taken: choices[0] ?? "", option },
      });
    }
    const lines = names.filter((name) => budgetLines.test(name));
    if (lines.length >= 4 && lines.length >= names.length / 3) {
      findings.push({
        level: "error",
        cell,
        message: `rows such as '${lines[0]}' and '${lines[1]}' are lines of a budget and no savings; the range of the savings alone is needed`,
        question: {
          choices: ["a budget", "a register"],
          taken: "a budget",
          option: "--levers with the range of the savings and their headings",
        },
      });
    }
  }
}

function isPeriodAlone(name: string): boolean {
  const found = findPeriod(name, { fiscalYearStart: 4, bareYear: "start" });
  return found !== null && found.rest === "";
}

const budgetLines =
  /^((net |base )?budget( brought forward| b\/f)?|base budget.*|inflation|pay award|pressures?|demographic growth|council tax( .*)?|business rates( .*)?|(revenue support )?grants?|(use of )?reserves|collection fund.*|(budget |funding )?gap.*|net expenditure|total funding|new homes bonus|contingency)$/i;
