import { formatArea, intersection } from "../workbook/address";
import type { Workbook, WorkbookEvent } from "../workbook/workbook";
import type { RichApiMessageEntry } from "../host";
import type { Sheet } from "../workbook/sheet";
import { table } from "./classes/tables";
import type { WireObject } from "./table";

const category = 65_536;
const wholeWorkbook = "Workbook";
/** Office.js's numbers of the events. */
const types = {
  tableChanged: 101,
  tableAdded: 102,
  worksheetChanged: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  chartAdded: 50,
  chartActivated: 51,
  chartDeactivated: 52,
  chartDeleted: 53,
};

/** Tells the add-in of what happens, as far as it has registered for it. */
export class WireEvents {
  /** "Worksheet DataChanged {id}", "WorksheetCollection DataChanged", … */
  private readonly registered = new Set<string>();
  private nextId = 1;

  constructor(
    private readonly workbook: Workbook,
    private readonly post: (entries: RichApiMessageEntry[]) => void,
  ) {
    workbook.on((event) => this.happened(event));
  }

  register(event: string, target: WireObject, on: boolean): void {
    const id = (target.type.eventId ?? target.type.id)?.(target.target as never);
    const key = [target.type.name, event, ...(id === undefined ? [] : [id])].join(" ");
    if (on) this.registered.add(key);
    else this.registered.delete(key);
  }

  /** The add-in's page has gone, and with it those that listened. */
  forget(): void {
    this.registered.clear();
  }

  private happened(event: WorkbookEvent): void {
    if (!this.workbook.enableEvents) return;
    const worksheetId = "sheet" in event ? event.sheet : null;
    if (worksheetId === null) return;
    if (event.kind === "cells") this.cellsChanged(worksheetId, event);
    if (event.kind === "calculated")
      this.push("Calculated", types.calculated, worksheetId, { worksheetId, address: "" });
    if (event.kind === "sheetActivated") this.push("Activated", types.activated, worksheetId, { worksheetId });
    if (event.kind === "sheetDeactivated") this.push("Deactivated", types.deactivated, worksheetId, { worksheetId });
    if (event.kind === "sheetAdded") this.push("Added", types.added, worksheetId, { worksheetId, source: "Local" });
    if (event.kind === "sheetDeleted")
      this.push("Deleted", types.deleted, worksheetId, { worksheetId, source: "Local" });
    if ("chart" in event) this.chartHappened(event);
    if (event.kind === "selection") {
      const address = event.areas.map((area) => formatArea(area)).join(",");
      this.push("SelectionChanged", types.selectionChanged, worksheetId, { worksheetId, address });
    }
  }

  /** Told to whoever watches the chart, and to whoever watches the charts of its sheet. */
  private chartHappened({ kind, sheet: worksheetId, chart: chartId }: Extract<WorkbookEvent, { chart: string }>): void {
    const name = kind.slice("chart".length);
    const isNews = kind === "chartAdded" || kind === "chartDeleted";
    const payload = { chartId, worksheetId, ...(isNews && { source: "Local" }) };
    const entries: RichApiMessageEntry[] = [];
    if (this.registered.has(`Chart ${name} ${chartId}`)) entries.push(this.entry(types[kind], chartId, payload));
    if (this.registered.has(`ChartCollection ${name} ${worksheetId}`))
      entries.push(this.entry(types[kind], worksheetId, payload));
    if (entries.length > 0) this.post(entries);
  }

  private cellsChanged(worksheetId: string, event: Extract<WorkbookEvent, { kind: "cells" }>): void {
    const sheet = this.workbook.findSheet(worksheetId);
    if (!sheet) return;
    const address = formatArea(event.area);
    const common = {
      ...{
        address,
        worksheetId,
        changeType: event.change,
        source: "Local",
        triggerSource: event.byAddin ? "ThisLocalAddin" : "Unknown",
      },
      referenceId: this.workbook.address(sheet, event.area),
    };
    this.push("DataChanged", types.worksheetChanged, worksheetId, { ...common, ...this.details(sheet, event) });
    for (const changed of sheet.tables) {
      const part = intersection(changed.area, event.area);
      if (!part) continue;
      const id = table.id?.(changed) ?? "";
      const payload = { ...common, address: formatArea(part), tableId: id };
      const entries: RichApiMessageEntry[] = [];
      if (this.registered.has(`Table DataChanged ${id}`)) entries.push(this.entry(types.tableChanged, id, payload));
      if (this.registered.has("TableCollection DataChanged"))
        entries.push(this.entry(types.tableChanged, wholeWorkbook, payload));
      if (entries.length > 0) this.post(entries);
    }
  }

  /** For one cell Excel also says what it holds now. */
  private details(
    sheet: Sheet,
    { area }: { area: { row: number; column: number; rowCount: number; columnCount: number } },
  ): object {
    if (area.rowCount !== 1 || area.columnCount !== 1) return {};
    const value = sheet.value(area.row, area.column);
    return {
      valueAfter: value === null ? "" : typeof value === "object" ? value.error : value,
      valueTypeAfter: value === null ? "Empty" : typeof value === "number" ? "Double" : "String",
    };
  }

  private push(event: string, type: number, worksheetId: string, payload: object): void {
    const entries: RichApiMessageEntry[] = [];
    if (this.registered.has(`Worksheet ${event} ${worksheetId}`)) entries.push(this.entry(type, worksheetId, payload));
    if (this.registered.has(`WorksheetCollection ${event}`)) entries.push(this.entry(type, wholeWorkbook, payload));
    if (entries.length > 0) this.post(entries);
  }

  private entry(type: number, targetId: string, payload: object): RichApiMessageEntry {
    return [category, type, targetId, JSON.stringify(payload), `event${this.nextId++}`, false];
  }
}
