import type { AreaContent } from "@workbooks/xlsx/content";
import { intersection } from "../../../workbook/address";
import { assertArraysWhole } from "../../../workbook/cells/arrayFormulas";
import { followedArea } from "../../../workbook/cells/cellMoves";
import { apiNotFound } from "../../../workbook/excelError";
import type { ReferenceChange } from "../../../workbook/formulas/references";
import type { Sheet } from "../../../workbook/sheet";
import type { Workbook } from "../../../workbook/workbook";
import { oneOf } from "../../arguments";
import type { Context } from "../../table";
import type { AreasTarget, TablesTarget } from "../../targets";
import { assertWritable } from "./rangeValues";

const kinds = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;

/** `clear(applyTo)` of a Range or a RangeAreas. @throws AccessDenied on a protected sheet */
export function clearAreas({ sheet, areas }: AreasTarget, [applyTo]: unknown[], { workbook }: Context): void {
  assertWritable(sheet);
  const what = oneOf(applyTo ?? "All", kinds);
  if (what === "Hyperlinks" || what === "RemoveHyperlinks") throw apiNotFound(`Range.clear("${what}")`);
  if (what !== "Formats") assertArraysWhole(workbook, sheet, areas);
  for (const area of areas) sheet.clear(area, what === "All" ? "all" : what === "Formats" ? "formats" : "contents");
}

/** Where an area is after cells were put in or taken out. Excel leaves a range where it is when its cells are cut and pasted. */
export function whereItIs(sheet: Sheet, area: AreaContent, change: ReferenceChange): AreaContent | null {
  return change.kind === "inserted" || change.kind === "deleted" ? followedArea(area, change, sheet.name) : area;
}

/** The formulas of an area are due, at once or when calculation is next asked for. */
export function markDirty(sheet: Sheet, area: AreaContent, { calculation }: Workbook): void {
  sheet.eachCell(area, (row, column, cell) => {
    if (cell.f ?? cell.si) calculation.markDirty(sheet.id, row, column);
  });
}

/** The tables that touch the areas, or (`fullyContained`) lie wholly in one of them. */
export function tablesTouching({ sheet, areas }: AreasTarget, fullyContained: unknown): TablesTarget {
  return {
    sheet,
    tables: () =>
      sheet.tables.filter((table) =>
        areas.some((area) => {
          const common = intersection(table.area, area);
          if (!common || fullyContained !== true) return common !== null;
          return common.rowCount === table.area.rowCount && common.columnCount === table.area.columnCount;
        }),
      ),
  };
}
