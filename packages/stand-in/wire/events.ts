import { formatAreas, formatArea, intersection } from "../workbook/address";
import type { Actor } from "../calculation/actors";
import type { Workbook, WorkbookEvent } from "../workbook/workbook";
import type { Sheet, Visibility } from "../workbook/sheet";
import type { ValueContent } from "@workbooks/xlsx/content";
import { tableId } from "./tableId";
import type { WireObject } from "./table";
import type { RichApiMessageEntry } from "./protocol";

const category = 65_536;
const wholeWorkbook = "Workbook";

/** Office.js's numbers of the events, by the names under which worksheets and the collection of them register. */
const sheetEvents = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowSorted: 19,
  ColumnSorted: 20,
  RowHiddenChanged: 22,
  FormulaChanged: 23,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  Moved: 27,
} as const;
const chartEvents = { chartAdded: 50, chartActivated: 51, chartDeactivated: 52, chartDeleted: 53 } as const;
const tableEvents = { SelectionChanged: 100, DataChanged: 101, Added: 102, Deleted: 103 } as const;

const visibilityNames: Record<Visibility, string> = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" };

/** Tells the add-in of what happens, as far as it has registered for it and has not switched its events off. */
export class WireEvents {
  /** "Worksheet DataChanged {id}", "WorksheetCollection DataChanged", "TableCollection Added {sheet}", … */
  private readonly registered = new Set<string>();
  /** The tables that the selection is in. */
  private selectedTables = new Set<number>();
  private nextId = 1;

  constructor(
    private readonly workbook: Workbook,
    private readonly post: (entries: RichApiMessageEntry[]) => void,
  ) {
    workbook.on((event) => this.happened(event));
  }

  register(event: string, target: WireObject, on: boolean): void {
    const key = keyOf(target.type.name, event, targetId(target));
    if (on) this.registered.add(key);
    else this.registered.delete(key);
    this.workbook.watchesFormulas = [...this.registered].some((each) => each.includes(" FormulaChanged"));
  }

  /** The add-in's page has gone, and with it those that listened. */
  forget(): void {
    this.registered.clear();
    this.workbook.watchesFormulas = false;
  }

  private happened(event: WorkbookEvent): void {
    if (!this.workbook.enableEvents || !("sheet" in event) || event.sheet === null) return;
    const worksheetId = event.sheet;
    const { by } = event;
    const source = { source: sourceOf(by), worksheetId };
    switch (event.kind) {
      case "cells":
        return this.cellsChanged(worksheetId, event);
      case "calculated":
        return this.push(by, "Calculated", worksheetId, { worksheetId, address: "" });
      case "sheetActivated":
        return this.push(by, "Activated", worksheetId, { worksheetId });
      case "sheetDeactivated":
        return this.push(by, "Deactivated", worksheetId, { worksheetId });
      case "sheetAdded":
        return this.push(by, "Added", worksheetId, source);
      case "sheetDeleted":
        return this.push(by, "Deleted", worksheetId, source);
      case "sheetRenamed":
        return this.push(by, "NameChanged", worksheetId, {
          ...source,
          nameBefore: event.before,
          nameAfter: event.after,
        });
      case "sheetMoved":
        return this.push(by, "Moved", worksheetId, {
          ...source,
          positionBefore: event.before,
          positionAfter: event.after,
        });
      case "sheetVisibility": {
        const [visibilityBefore, visibilityAfter] = [visibilityNames[event.before], visibilityNames[event.after]];
        return this.push(by, "VisibilityChanged", worksheetId, { ...source, visibilityBefore, visibilityAfter });
      }
      case "rowsHidden": {
        const changeType = event.hidden ? "Hidden" : "Unhidden";
        return this.push(by, "RowHiddenChanged", worksheetId, {
          ...source,
          address: formatArea(event.area),
          changeType,
        });
      }
      case "formats":
        return this.formatsChanged(by, worksheetId, event.area, source);
      case "sorted":
        return this.push(by, event.sorted === "rows" ? "RowSorted" : "ColumnSorted", worksheetId, {
          ...{ ...source, address: formatArea(event.area) },
        });
      case "protection":
        return this.push(by, "ProtectionChanged", worksheetId, {
          ...{ ...source, isProtected: this.workbook.sheet(worksheetId).isProtected },
        });
      case "tableAdded":
      case "tableDeleted": {
        const payload = { ...source, tableId: tableId({ id: event.table }), tableName: event.name };
        return this.pushTable(by, event.kind === "tableAdded" ? "Added" : "Deleted", null, worksheetId, payload);
      }
      case "chartAdded":
      case "chartDeleted":
      case "chartActivated":
      case "chartDeactivated":
        return this.chartHappened(event);
      case "selection":
        this.push(by, "SelectionChanged", worksheetId, { worksheetId, address: formatAreas(event.areas) });
        return this.tableSelectionChanged(event);
      default:
        // These are for the page.
        return;
    }
  }

  private cellsChanged(worksheetId: string, event: Extract<WorkbookEvent, { kind: "cells" }>): void {
    const sheet = this.workbook.findSheet(worksheetId);
    if (!sheet) return;
    const { by } = event;
    const source = sourceOf(by);
    const common = {
      ...{ address: formatArea(event.area), worksheetId, changeType: event.change, source },
      triggerSource: by === "addin" ? "ThisLocalAddin" : "Unknown",
      shiftDirection: "None",
      referenceId: this.workbook.address(sheet, event.area),
    };
    const details = detailsOf(sheet, event);
    this.push(by, "DataChanged", worksheetId, { ...common, ...details });
    for (const changed of sheet.tables) {
      const part = intersection(changed.area, event.area);
      if (!part) continue;
      const id = tableId(changed);
      const payload = { ...common, ...details, address: formatArea(part), tableId: id };
      this.pushTable(by, "DataChanged", id, worksheetId, payload);
    }
    const formulaDetails = event.formulasBefore ?? [];
    if (formulaDetails.length > 0)
      this.push(by, "FormulaChanged", worksheetId, { source, worksheetId, formulaDetails });
  }

  /** Told to whoever watches the chart, and to whoever watches the charts of its sheet. */
  private chartHappened(event: Extract<WorkbookEvent, { chart: string }>): void {
    const { by, kind, sheet: worksheetId, chart: chartId } = event;
    const name = kind.slice("chart".length);
    const isNews = kind === "chartAdded" || kind === "chartDeleted";
    const source = sourceOf(by);
    this.send(
      by,
      [
        ["Chart", name, chartId, chartEvents[kind]],
        ["ChartCollection", name, worksheetId, chartEvents[kind]],
      ],
      { chartId, worksheetId, ...(isNews && { source }) },
    );
  }

  private formatsChanged(
    by: Actor,
    worksheetId: string,
    area: Extract<WorkbookEvent, { kind: "formats" }>["area"],
    source: object,
  ): void {
    const sheet = this.workbook.findSheet(worksheetId);
    if (!sheet) return;
    const referenceId = this.workbook.address(sheet, area);
    this.push(by, "FormatChanged", worksheetId, { ...source, address: formatArea(area), referenceId });
  }

  /** A table also hears, once, that the selection has left it. */
  private tableSelectionChanged(event: Extract<WorkbookEvent, { kind: "selection" }>): void {
    const { by, sheet: worksheetId, areas } = event;
    const before = this.selectedTables;
    this.selectedTables = new Set();
    for (const each of this.workbook.tables.all) {
      const parts = each.sheetId === worksheetId ? areas.flatMap((area) => intersection(area, each.area) ?? []) : [];
      if (parts.length > 0) this.selectedTables.add(each.id);
      if (parts.length === 0 && !before.has(each.id)) continue;
      const id = tableId(each);
      const payload = { worksheetId: each.sheetId, tableId: id, address: formatAreas(parts) };
      this.send(by, [["Table", "SelectionChanged", id, tableEvents.SelectionChanged]], payload);
    }
  }

  private push(by: Actor, event: keyof typeof sheetEvents, worksheetId: string, payload: object): void {
    const type = sheetEvents[event];
    this.send(
      by,
      [
        ["Worksheet", event, worksheetId, type],
        ["WorksheetCollection", event, null, type],
      ],
      payload,
    );
  }

  private pushTable(
    by: Actor,
    event: keyof typeof tableEvents,
    id: string | null,
    worksheetId: string,
    payload: object,
  ): void {
    const type = tableEvents[event];
    this.send(
      by,
      [
        ...(id === null ? [] : [["Table", event, id, type] as const]),
        ["TableCollection", event, worksheetId, type],
        ["TableCollection", event, null, type],
      ],
      payload,
    );
  }

  /** To each of these that somebody has registered with. */
  private send(
    by: Actor,
    targets: (readonly [type: string, event: string, id: string | null, number: number])[],
    payload: object,
  ): void {
    const entries = targets
      .filter(([type, event, id]) => this.registered.has(keyOf(type, event, id)))
      .map(([, , id, number]): RichApiMessageEntry => [
        ...([category, number, id ?? wholeWorkbook, JSON.stringify(payload), `event${this.nextId++}`] as const),
        by === "otherPerson",
      ]);
    if (entries.length > 0) this.post(entries);
  }
}

function sourceOf(by: Actor): "Remote" | "Local" {
  return by === "otherPerson" ? "Remote" : "Local";
}

function keyOf(type: string, event: string, id: string | null): string {
  return [type, event, ...(id === null ? [] : [id])].join(" ");
}

/** What tells two objects of a class apart; the tables of a sheet are another collection than those of the workbook. */
function targetId({ type, target }: WireObject): string | null {
  if (type.name === "TableCollection") return (target as { sheet: Sheet | null }).sheet?.id ?? null;
  return (type.eventId ?? type.id)?.(target as never) ?? null;
}

/** For one cell Excel also says what it held and what it holds now. */
function detailsOf(
  sheet: Sheet,
  { area, change, valueBefore }: Extract<WorkbookEvent, { kind: "cells" }>,
): Record<string, unknown> {
  if (change !== "RangeEdited" || area.rowCount !== 1 || area.columnCount !== 1) return {};
  const now = sheet.value(area.row, area.column);
  return {
    ...(valueBefore === undefined ? {} : { valueBefore: shown(valueBefore), valueTypeBefore: typeOf(valueBefore) }),
    ...{ valueAfter: shown(now), valueTypeAfter: typeOf(now) },
  };
}

function shown(value: ValueContent): unknown {
  return value === null ? "" : typeof value === "object" ? value.error : value;
}

function typeOf(value: ValueContent): string {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  return { number: "Double", boolean: "Boolean", string: "String" }[typeof value as "number" | "boolean" | "string"];
}
