import type { Chart } from "../../workbook/charts/chart";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import type { ChartActions } from "./moveCharts";

/** What the user does to the charts of the sheet that is shown; on a protected sheet nothing. */
export function chartActions(workbook: Workbook, focusCells: () => void): ChartActions {
  const step = (id: string, act: (chart: Chart, sheet: Sheet) => void) => {
    const sheet = workbook.activeSheet;
    const chart = sheet.charts.find((each) => each.id === id);
    if (!chart || sheet.isProtected) return;
    workbook.calculation.history.openStep();
    try {
      act(chart, sheet);
    } finally {
      workbook.calculation.history.closeStep();
    }
  };
  return {
    select: (id) => workbook.charts.activate(workbook.activeSheet.charts.find((chart) => chart.id === id) ?? null),
    move: (id, left, top) =>
      step(id, (chart, sheet) => {
        Object.assign(chart, { left, top });
        workbook.emit({ kind: "charts", sheet: sheet.id });
      }),
    delete(id) {
      step(id, (chart, sheet) => workbook.charts.delete(sheet, chart));
      focusCells();
    },
    leave() {
      workbook.charts.activate(null);
      focusCells();
    },
  };
}
