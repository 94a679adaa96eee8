import { areasMeet } from "../../../cells/area";
import { isBlank, isCellError, textOf } from "../../../cells/cell";
import { cellAt, type SheetGrid } from "../sheetGrid";
import type { TableKind } from "../../tableKinds";

/** Words by which a title, a table's or a sheet's name, or a row's label tells what a table is about. */
export const kindWords: Record<TableKind, RegExp> = {
  levers: /\b(levers?|schemes?|register|savings|cips?|qipp|efficienc(y|ies)|initiatives?|opportunit(y|ies))\b/i,
  spending: /\b(spend|spending|costs?|expenditure|need|counterfactual|do[- ]nothing|pressures?|demand)\b/i,
  funding: /\b(funding|funds?|fund|allocations?|resources?|settlement|mandate|income|envelope|funded)\b/i,
};

/** Words of a table's or sheet's name apart: "tblFundingPlan_2" → "tbl Funding Plan 2". */
export function nameWords(name: string): string {
  return name
    .replace(/_/g, " ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\d+)/g, " $1 ");
}

/**
 * The texts above a table, nearest last: title, unit, price basis. Looks at most four rows up, over at most one blank row at a time and over figures with
 * a label each ("Total efficiencies | 31.5"), and stops where another table's cells begin.
 */
export function titleLines(grid: SheetGrid, top: number, left: number, right: number): string[] {
  const lines: string[] = [];
  let blanks = 0;
  let figures = 0;
  for (let row = top - 1; row >= Math.max(grid.row, top - 4); row--) {
    const line = { row, column: left, rowCount: 1, columnCount: right - left + 1 };
    if (grid.tables.some((table) => areasMeet(table, line))) break;
    const texts: string[] = [];
    let others = 0;
    for (let column = left; column <= right; column++) {
      const value = cellAt(grid, row, column);
      if (isBlank(value)) continue;
      if (typeof value === "string" && !isCellError(value)) texts.push(textOf(value));
      else others++;
    }
    // A title may begin a little further left.
    const beside = [1, 2].map((step) => cellAt(grid, row, left - step)).find((value) => !isBlank(value));
    if (texts.length + others === 0 && typeof beside === "string") texts.push(textOf(beside));
    if (others === 1 && texts.length === 1) {
      figures++;
      continue;
    }
    // Headings over the figures make them a table of its own.
    if (others > 0 || texts.length > (figures > 0 ? 1 : 3)) break;
    if (texts.length === 0 && ++blanks > 1) break;
    if (texts.length > 0) blanks = 0;
    lines.unshift(...texts);
  }
  return lines;
}
