import { cellName, readArea } from "../../../cells/address";
import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** A chart of the user's that is drawn from a row or column that goes. It is drawn from it again only where that has been made anew. */
export interface ChartBroken {
  kind: "chartBroken";
  sheet: string;
  chart: string;
  /** Of each series: "='As planned Breakdown'!$A$6:$A$9". */
  series: { categories: string; values: string }[];
}

export const chartBroken: ChangeKind<ChartBroken> = {
  look: () => undefined,
  putBack: () => [],
  regrown: ({ sheet, chart, series }) => [
    action(({ workbook }) => {
      const drawn = workbook.worksheets.getItem(sheet).charts.getItem(chart);
      series.forEach(({ categories, values }, index) => {
        const one = drawn.series.getItemAt(index);
        const [across, up] = [categories, values].map((source) => rangeOf(workbook, source));
        if (across) one.setXAxisValues(across);
        if (up) one.setValues(up);
      });
    }, series),
  ],
};

/** Null for what is no one area: typed figures, several areas, nothing. */
function rangeOf({ worksheets }: Excel.Workbook, source: string): Excel.Range | null {
  const area = readArea(source, "");
  return area && area.sheet !== "" ? worksheets.getItem(area.sheet).getRange(cellName(source)) : null;
}
