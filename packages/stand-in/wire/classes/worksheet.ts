import { parseArea } from "../../workbook/address";
import { invalidArgument, invalidOperation, itemNotFound } from "../../workbook/excelError";
import { wholeSheet, type Sheet } from "../../workbook/sheet";
import { asColor, asFlag, asNumber, asText, oneOf } from "../arguments";
import { defineClass, objectOf, targetOf } from "../registry";
import { isListed, refuseInFront } from "../sheetsWithoutCells";
import type { Context, WireObject } from "../table";
import { areasArgument, rangeArgument } from "./range/rangeArguments";
import { sheetFindMethods } from "./range/methods/rangeFind";
import { rangeAreasOf, rangeOf } from "./range/rangeObjects";
import { copySheet } from "./worksheetInsert";

const visibilities = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

function usedRange(sheet: Sheet, [valuesOnly]: unknown[]): WireObject {
  const used = sheet.usedArea(valuesOnly === true);
  if (!used) throw itemNotFound();
  return rangeOf(sheet, used);
}

/** The next or the previous sheet, of the visible ones if so asked. */
function neighbour(sheet: Sheet, step: 1 | -1, [visibleOnly]: unknown[], { workbook }: Context): WireObject {
  const sheets = workbook.sheets.filter(
    (each) => each === sheet || visibleOnly !== true || each.visibility === "visible",
  );
  const found = sheets[sheets.indexOf(sheet) + step];
  if (!found) throw itemNotFound();
  return objectOf("Worksheet", found);
}

defineClass("WorksheetFreezePanes", {
  properties: {},
  methods: {
    freezeRows: { call: (sheet, [count]) => sheet.freeze(asNumber(count ?? 1), 0) },
    freezeColumns: { call: (sheet, [count]) => sheet.freeze(0, asNumber(count ?? 1)) },
    freezeAt: {
      call: (sheet, [at], { workbook }) => {
        const { area } = rangeArgument(at, workbook, sheet);
        sheet.freeze(area.row + area.rowCount, area.column + area.columnCount);
      },
    },
    unfreeze: { call: (sheet) => sheet.freeze(0, 0) },
    getLocation: {
      orNull: true,
      call: (sheet) => {
        const { rows, columns } = sheet.frozen;
        if (rows === 0 && columns === 0) throw itemNotFound();
        return rangeOf(sheet, {
          row: 0,
          column: 0,
          rowCount: rows || wholeSheet.rowCount,
          columnCount: columns || wholeSheet.columnCount,
        });
      },
    },
  },
});

const sheetEvents = [
  ...["Activated", "Deactivated", "DataChanged", "SelectionChanged", "Calculated", "FormatChanged", "FormulaChanged"],
  ...["RowHiddenChanged", "ProtectionChanged", "RowSorted", "ColumnSorted", "NameChanged", "VisibilityChanged"],
];

defineClass("Worksheet", {
  id: (sheet) => sheet.id,
  events: sheetEvents,
  properties: {
    id: { get: (sheet) => sheet.id },
    name: { get: (sheet) => sheet.name, set: (sheet, name, { workbook }) => workbook.renameSheet(sheet, asText(name)) },
    position: {
      get: (sheet, { workbook }) => workbook.sheets.indexOf(sheet),
      set: (sheet, position, { workbook }) => workbook.moveSheet(sheet, asNumber(position)),
    },
    visibility: {
      get: (sheet) =>
        Object.keys(visibilities).find((key) => visibilities[key as keyof typeof visibilities] === sheet.visibility),
      set: (sheet, value, { workbook }) => {
        workbook.setVisibility(sheet, visibilities[oneOf(value, ["Visible", "Hidden", "VeryHidden"])]);
      },
    },
    tabColor: {
      get: (sheet) => sheet.tabColor ?? "",
      set: (sheet, color) => sheet.setTabColor(color === "" ? null : asColor(color)),
    },
    showGridlines: {
      get: (sheet) => sheet.showGridlines,
      set: (sheet, value) => sheet.setGridlines(asFlag(value)),
      setAs: "gridlines",
    },
    standardWidth: { get: () => 8.43 },
    standardHeight: { get: () => 15 },
    charts: { object: (sheet) => objectOf("ChartCollection", sheet) },
    tables: { object: (sheet) => objectOf("TableCollection", { sheet, tables: () => sheet.tables }) },
    names: { object: (sheet) => objectOf("NamedItemCollection", { sheet }) },
    protection: { object: (sheet) => objectOf("WorksheetProtection", sheet) },
    autoFilter: { object: (sheet) => objectOf("AutoFilter", { sheet, table: null }) },
    pageLayout: { object: (sheet) => objectOf("PageLayout", sheet) },
    freezePanes: { object: (sheet) => objectOf("WorksheetFreezePanes", sheet) },
  },
  methods: {
    activate: { call: (sheet, _args, { workbook }) => workbook.activate(sheet) },
    delete: {
      call: (sheet, _args, { workbook }) => {
        // Very hidden is there so that nobody deletes the sheet by accident: first it has to be made hidden or visible.
        if (sheet.visibility === "veryHidden") throw invalidOperation();
        workbook.deleteSheet(sheet);
      },
    },
    calculate: {
      call: async (_sheet, [markAllDirty], { workbook }) => workbook.calculation.calculateNow(markAllDirty === true),
    },
    getCell: {
      call: (sheet, [row, column]) =>
        rangeOf(sheet, { row: asNumber(row), column: asNumber(column), rowCount: 1, columnCount: 1 }),
    },
    getRange: {
      call: (sheet, [address], { workbook }) => {
        if (address === undefined || address === null || address === "") return rangeOf(sheet, wholeSheet);
        const target = rangeArgument(address, workbook, sheet);
        return rangeOf(target.sheet, target.area);
      },
    },
    ...sheetFindMethods,
    getRanges: {
      call: (sheet, [address], { workbook }) => {
        if (address === undefined || address === null || address === "") return rangeAreasOf(sheet, [wholeSheet]);
        const target = areasArgument(address, workbook, sheet);
        if (target.sheet !== sheet) throw invalidArgument();
        return rangeAreasOf(sheet, target.areas);
      },
    },
    getRangeByIndexes: {
      call: (sheet, [row, column, rowCount, columnCount]) =>
        rangeOf(sheet, {
          row: asNumber(row),
          column: asNumber(column),
          rowCount: asNumber(rowCount),
          columnCount: asNumber(columnCount),
        }),
    },
    getUsedRange: {
      reads: true,
      call: (sheet, args) =>
        sheet.usedArea(args[0] === true) ? usedRange(sheet, args) : rangeOf(sheet, parseArea("A1")),
    },
    getUsedRangeOrNullObject: {
      reads: true,
      call: (sheet, args) => (sheet.usedArea(args[0] === true) ? usedRange(sheet, args) : null),
    },
    getNext: { orNull: true, call: (sheet, args, context) => neighbour(sheet, 1, args, context) },
    getPrevious: { orNull: true, call: (sheet, args, context) => neighbour(sheet, -1, args, context) },
    copy: {
      reads: true,
      call: (sheet, [position, beside], context) => {
        const { workbook } = context;
        const kind = oneOf(position ?? "None", ["None", "Before", "After", "Beginning", "End"]);
        const isBeside = kind === "Before" || kind === "After";
        const at = isBeside ? workbook.sheets.indexOf(targetOf(beside, "Worksheet")) + (kind === "After" ? 1 : 0) : 0;
        const copy = copySheet(sheet, context);
        if (isBeside || kind === "Beginning") workbook.moveSheet(copy, at);
        return objectOf("Worksheet", copy);
      },
    },
  },
});

function listed({ workbook, standIn: { play } }: Context, visibleOnly: unknown = false): Sheet[] {
  return workbook.sheets.filter(
    (sheet) => isListed(play, sheet) && (visibleOnly !== true || sheet.visibility === "visible"),
  );
}

function sheetInFront({ workbook, standIn: { play } }: Context): Sheet {
  refuseInFront(play, workbook);
  return workbook.activeSheet;
}

function listedSheet(key: unknown, { workbook, standIn: { play } }: Context): Sheet {
  const sheet = workbook.sheet(asText(key));
  if (!isListed(play, sheet)) throw itemNotFound();
  return sheet;
}

defineClass("WorksheetCollection", {
  properties: {},
  events: [...sheetEvents, "Added", "Deleted", "Moved"],
  items: (_workbook, context) => listed(context).map((sheet) => objectOf("Worksheet", sheet)),
  methods: {
    add: {
      call: (workbook, [name]) =>
        objectOf(
          "Worksheet",
          workbook.addSheet(name === undefined || name === null || name === "" ? undefined : asText(name)),
        ),
    },
    getActiveWorksheet: { call: (_workbook, _args, context) => objectOf("Worksheet", sheetInFront(context)) },
    getCount: { call: (_workbook, [visibleOnly], context) => listed(context, visibleOnly).length },
    getItem: { orNull: true, call: (_workbook, [key], context) => objectOf("Worksheet", listedSheet(key, context)) },
    getFirst: {
      call: (_workbook, [visibleOnly], context) => objectOf("Worksheet", listed(context, visibleOnly)[0] as Sheet),
    },
    getLast: {
      call: (_workbook, [visibleOnly], context) => objectOf("Worksheet", listed(context, visibleOnly).at(-1) as Sheet),
    },
  },
});
