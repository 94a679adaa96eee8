import type { ChartSeriesContent } from "@workbooks/xlsx/content";
import type { WorkbookOfCharts } from "./chartReferences";
import { textOfNumber } from "../cells/generalFormat";
import type { Sheet } from "../sheet";

/** The name that a series shows: that of its cell, or its own text. */
export function seriesName(
  workbook: Pick<WorkbookOfCharts, "resolve">,
  sheet: Sheet,
  { name, nameReference }: ChartSeriesContent,
): string {
  const cell = nameReference === undefined ? null : workbook.resolve(nameReference, sheet);
  if (!cell) return name;
  const value = cell.sheet.value(cell.area.row, cell.area.column);
  if (value === null) return "";
  if (typeof value === "number") return textOfNumber(value);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : typeof value === "object" ? value.error : value;
}
