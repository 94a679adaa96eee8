import type { Chart } from "./chart";
import { followReferences, type WorkbookOfCharts } from "./chartReferences";
import { itemNotFound } from "../excelError";
import type { ReferenceChange } from "../formulas/references";
import type { Sheet } from "../sheet";

/** The charts of a workbook: which there are, and which one is activated. */
export class Charts {
  private activeId: string | null = null;
  private count = 0;

  constructor(
    private readonly workbook: WorkbookOfCharts & {
      onReferencesChanged(follower: (change: ReferenceChange) => void): void;
    },
  ) {
    workbook.onReferencesChanged((change) => followReferences(workbook, change));
  }

  /** The chart that was selected last, as long as it is there. */
  get active(): { chart: Chart; sheet: Sheet } | null {
    for (const sheet of this.workbook.sheets) {
      const chart = sheet.charts.find(({ id }) => id === this.activeId);
      if (chart) return { chart, sheet };
    }
    return null;
  }

  add(sheet: Sheet, chart: Chart): void {
    sheet.charts.push(chart);
    this.workbook.emit({ kind: "chartAdded", sheet: sheet.id, chart: chart.id });
    this.workbook.emit({ kind: "charts", sheet: sheet.id });
  }

  /** @throws ItemNotFound where it is gone already. */
  delete(sheet: Sheet, chart: Chart): void {
    const index = sheet.charts.findIndex(({ id }) => id === chart.id);
    if (index < 0) throw itemNotFound();
    if (this.activeId === chart.id) this.activate(null);
    sheet.charts.splice(index, 1);
    this.workbook.emit({ kind: "chartDeleted", sheet: sheet.id, chart: chart.id });
    this.workbook.emit({ kind: "charts", sheet: sheet.id });
  }

  /** Selects a chart, or (null) gives the selection back to the cells. */
  activate(chart: Chart | null): void {
    const before = this.active;
    if ((before?.chart.id ?? null) === (chart?.id ?? null)) return;
    this.activeId = chart?.id ?? null;
    if (before) this.workbook.emit({ kind: "chartDeactivated", sheet: before.sheet.id, chart: before.chart.id });
    const now = this.active;
    if (now) this.workbook.emit({ kind: "chartActivated", sheet: now.sheet.id, chart: now.chart.id });
  }

  /** Ids of the form that Excel gives, the same in every run. */
  newId(): string {
    return `{00000000-0002-0000-${(++this.count).toString(16).toUpperCase().padStart(4, "0")}-000000000000}`;
  }
}
