import type { OutputTable } from "../../../plan/report/outputTable";
import type { Action } from "../../excel/actions";
import { newChartActions } from "./outputChart";
import type { OutputSheet } from "../inspectOutputs";
import { headerRowOf, type NewSheet } from "../sheet/newSheet";
import type { TableChange } from "../table/tableChange";
import { barSourceNow, chartActions, chartAside } from "../sheet/updateSheet";

interface ChartTarget {
  output: OutputTable;
  /** The sheet that is there, and how its table changes; null for a new one. */
  now: OutputSheet | null;
  change: TableChange | null;
  added: Pick<NewSheet, "sheet">;
}

/** Draws the chart of a sheet, or leads it to where its rows stand now: in the sheet's own table, or in that of another of the run. */
export function sheetChartActions(target: ChartTarget, targets: readonly ChartTarget[]): Action[] {
  const { output, now, added } = target;
  const { chart } = output;
  const holder = chart?.drawnOf ? targets.find((other) => other.output.id === chart.drawnOf) : target;
  if (!chart || !holder) return [];
  const source =
    holder.now && holder.change
      ? barSourceNow(holder.now, holder.change, chart.barCount)
      : {
          ...{ sheet: holder.added.sheet, row: headerRowOf(holder.output), column: 0 },
          ...{ header: holder.output.header, rowCount: chart.barCount },
        };
  if (!now) return newChartActions(output, added.sheet, headerRowOf(output), source);
  return [...chartActions(chart, now, source), ...chartAside(now, output.rows.length)];
}
