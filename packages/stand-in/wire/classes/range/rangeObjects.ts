import type { AreaContent } from "@workbooks/xlsx/content";
import { inSheet } from "../../../workbook/address";
import { itemNotFound, invalidOperation } from "../../../workbook/excelError";
import type { Sheet } from "../../../workbook/sheet";
import { objectOf } from "../../registry";
import type { WireObject } from "../../table";
import type { RangeTarget } from "../../targets";
import { isUnbounded } from "./rangeValues";

/** A range on a sheet. @throws InvalidArgument where it would leave the sheet */
export function rangeOf(sheet: Sheet, area: AreaContent): WireObject {
  return objectOf("Range", { sheet, area: inSheet(area) });
}

/** Areas of one sheet as Office.js sees them. @throws ItemNotFound where there is none */
export function rangeAreasOf(sheet: Sheet, areas: AreaContent[]): WireObject {
  if (areas.length === 0) throw itemNotFound();
  return objectOf("RangeAreas", { sheet, areas });
}

/** What `range.getVisibleView()` answers. */
export function visibleViewOf(range: RangeTarget): WireObject {
  if (isUnbounded(range)) throw invalidOperation();
  const { sheet, area } = range;
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
  return objectOf("RangeView", {
    range,
    rows: upTo(area.rowCount)
      .map((i) => area.row + i)
      .filter((row) => !sheet.isRowHidden(row)),
    columns: upTo(area.columnCount)
      .map((i) => area.column + i)
      .filter((column) => !sheet.isColumnHidden(column)),
    index: 0,
  });
}
