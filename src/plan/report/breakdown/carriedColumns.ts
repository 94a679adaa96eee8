import { readArea } from "../../../cells/address";
import { sameName } from "../../../cells/names";
import type { Plan } from "../../plan";
import { shown } from "../../reading/cells/shownCell";
import type { TableReading } from "../../reading/planReading";
import { cellAt, formatAt, type SheetGrid } from "../../reading/sheetGrid";

/** A column of the user's that stands beside the levers in the Breakdown. */
export interface CarriedColumn {
  heading: string;
  /** In the plan's order of levers. */
  cells: CarriedCell[];
}

/** A number with its format in the sheet, dates too; anything else as the sheet shows it. */
interface CarriedCell {
  value: string | number;
  format: string;
}

/**
 * What stands beside each lever in the columns with these headings ("Register!D6"). The same heading in several registers is one column; a heading that
 * no register has is left out.
 */
export function carriedColumns(
  headings: readonly string[],
  registers: readonly TableReading[],
  grids: readonly SheetGrid[],
  plan: Pick<Plan, "levers">,
): CarriedColumn[] {
  const columns = registers.flatMap(({ sheet, columns: all }) =>
    all
      .filter(({ address }) => headings.includes(address))
      .map(({ heading, address }) => ({ sheet, heading, address })),
  );
  const names = columns.map(({ heading, address }) => heading || address);
  return columns.flatMap(({ heading, address }, index): CarriedColumn[] => {
    const name = heading || address;
    if (names.findIndex((one) => sameName(one, name)) < index) return [];
    const alike = columns.filter((_, at) => sameName(names[at] ?? "", name));
    return [{ heading: name, cells: plan.levers.map((lever) => carriedCell(lever.address, alike, grids)) }];
  });
}

function carriedCell(
  leverAddress: string,
  columns: readonly { sheet: string; address: string }[],
  grids: readonly SheetGrid[],
): CarriedCell {
  const row = readArea(leverAddress, "");
  const column = columns.find(({ sheet }) => row !== null && sameName(sheet, row.sheet));
  const at = column && readArea(column.address, "");
  const grid = at && grids.find(({ sheet }) => sameName(sheet, at.sheet));
  if (!row || !at || !grid) return { value: "", format: "@" };
  const [value, format] = [cellAt(grid, row.row, at.column), formatAt(grid, row.row, at.column)];
  return typeof value === "number" ? { value, format } : { value: shown(value, format), format: "@" };
}
