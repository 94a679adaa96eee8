import type { ChartContent } from "../../xlsx/content";

/** A chart on a sheet: what files hold of it, with an id for the wire and what only lives while the workbook is open. */
export interface Chart extends ChartContent {
  id: string;
  /** The range that `charts.add` or `setData` was given, "Sheet1!A1:B4". */
  source: string | null;
  titleVisible: boolean;
}

/** Excel's first size of a chart, in points. */
export const newChartSize = { width: 360, height: 216 };
