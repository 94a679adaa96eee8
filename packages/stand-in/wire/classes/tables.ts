import {
  accessDenied,
  apiNotFound,
  insertDeleteConflict,
  invalidArgument,
  itemNotFound,
} from "../../workbook/excelError";
import type { Sheet } from "../../workbook/sheet";
import { bodyArea, type Table } from "../../workbook/tables/table";
import { asFlag, asNumber, asText } from "../arguments";
import { defineClass, objectOf, targetOf } from "../registry";
import { isWireObject, type Context, type WireObject } from "../table";
import { tableId } from "../tableId";
import type { RangeTarget, TablePartTarget } from "../targets";
import { rangeArgument } from "./range/rangeArguments";
import { rangeOf } from "./range/rangeObjects";
import { typedInEnglish } from "../../workbook/cells/locales";
import { assertWritable, readValues, writeTyped } from "./range/rangeValues";

function sheetOf(table: Table, { workbook }: Context): Sheet {
  const sheet = workbook.sheet(table.sheetId);
  if (!sheet.tables.includes(table)) throw itemNotFound();
  return sheet;
}

function writableSheetOf(table: Table, context: Context): Sheet {
  const sheet = sheetOf(table, context);
  assertWritable(sheet);
  return sheet;
}

function headerRange(table: Table, context: Context): WireObject {
  if (!table.hasHeaderRow) throw itemNotFound();
  return rangeOf(sheetOf(table, context), { ...table.area, rowCount: 1 });
}

function totalsRange(table: Table, context: Context): WireObject {
  if (!table.hasTotalsRow) throw itemNotFound();
  return rangeOf(sheetOf(table, context), {
    ...table.area,
    row: table.area.row + table.area.rowCount - 1,
    rowCount: 1,
  });
}

function columnTarget({ table, index }: TablePartTarget, context: Context): RangeTarget {
  return { sheet: sheetOf(table, context), area: { ...table.area, column: table.area.column + index, columnCount: 1 } };
}

function rowTarget({ table, index }: TablePartTarget, context: Context): RangeTarget {
  const body = bodyArea(table);
  if (index >= body.rowCount) throw itemNotFound();
  return { sheet: sheetOf(table, context), area: { ...body, row: body.row + index, rowCount: 1 } };
}

const ofColumn = (part: TablePartTarget, whole: WireObject): WireObject => {
  const { sheet, area } = whole.target as RangeTarget;
  return rangeOf(sheet, { ...area, column: area.column + part.index, columnCount: 1 });
};

defineClass("TableColumn", {
  id: ({ index }) => String(index + 1),
  properties: {
    id: { get: ({ index }) => index + 1 },
    index: { get: ({ index }) => index },
    name: {
      get: ({ table, index }) => table.columns[index],
      set: ({ table, index }, name, context) =>
        writableSheetOf(table, context).write([
          { row: table.area.row, column: table.area.column + index, value: asText(name) },
        ]),
    },
    values: {
      get: (part, context) => readValues(columnTarget(part, context)),
      set: (part, values, context) => writeTyped(columnTarget(part, context), values),
    },
  },
  methods: {
    getRange: {
      call: (part, _args, context) => rangeOf(columnTarget(part, context).sheet, columnTarget(part, context).area),
    },
    getDataBodyRange: {
      call: (part, _args, context) => ofColumn(part, rangeOf(sheetOf(part.table, context), bodyArea(part.table))),
    },
    getHeaderRowRange: { call: (part, _args, context) => ofColumn(part, headerRange(part.table, context)) },
    getTotalRowRange: { call: (part, _args, context) => ofColumn(part, totalsRange(part.table, context)) },
    delete: {
      call: ({ table, index }, _args, context) => {
        writableSheetOf(table, context);
        context.workbook.tables.deleteColumn(table, index);
      },
    },
  },
});

function columnBy(table: Table, key: unknown): WireObject {
  const index =
    typeof key === "number"
      ? key - 1
      : table.columns.findIndex((name) => name.toLowerCase() === asText(key).toLowerCase());
  const byId = index < 0 && /^\d+$/.test(String(key)) ? Number(key) - 1 : index;
  if (byId < 0 || byId >= table.columns.length) throw itemNotFound();
  return objectOf("TableColumn", { table, index: byId });
}

defineClass("TableColumnCollection", {
  properties: { count: { get: (table) => table.columns.length } },
  items: (table) => table.columns.map((_, index) => objectOf("TableColumn", { table, index })),
  methods: {
    getCount: { call: (table) => table.columns.length },
    getItem: { orNull: true, call: (table, [key]) => columnBy(table, key) },
    getItemAt: {
      call: (table, [index]) => {
        if (asNumber(index) < 0 || asNumber(index) >= table.columns.length) throw itemNotFound();
        return objectOf("TableColumn", { table, index: asNumber(index) });
      },
    },
    add: {
      call: (table, [index, values, name], context) => {
        const sheet = writableSheetOf(table, context);
        const at = context.workbook.tables.insertColumn(
          table,
          (index ?? null) as number | null,
          (name ?? null) as string | null,
        );
        if (values !== undefined && values !== null) {
          const isWhole = Array.isArray(values) && values.length === table.area.rowCount;
          const area = isWhole ? table.area : bodyArea(table);
          writeTyped({ sheet, area: { ...area, column: area.column + at, columnCount: 1 } }, values);
        }
        return objectOf("TableColumn", { table, index: at });
      },
    },
  },
});

defineClass("TableRow", {
  properties: {
    index: { get: ({ index }) => index },
    values: {
      get: (part, context) => readValues(rowTarget(part, context)),
      set: (part, values, context) => writeTyped(rowTarget(part, context), values),
    },
  },
  methods: {
    getRange: {
      call: (part, _args, context) => rangeOf(rowTarget(part, context).sheet, rowTarget(part, context).area),
    },
    delete: {
      call: ({ table, index }, _args, context) => {
        writableSheetOf(table, context);
        context.workbook.tables.deleteRows(table, index, 1);
      },
    },
  },
});

/** A row by its number or as an object. @throws InvalidArgument for one that there is not */
function rowIndex(table: Table, row: unknown): number {
  const index = isWireObject(row) ? targetOf(row, "TableRow").index : asNumber(row);
  if (!Number.isInteger(index) || index < 0 || index >= bodyArea(table).rowCount) throw invalidArgument();
  return index;
}

defineClass("TableRowCollection", {
  properties: { count: { get: (table) => bodyArea(table).rowCount } },
  items: (table) =>
    Array.from({ length: bodyArea(table).rowCount }, (_, index) => objectOf("TableRow", { table, index })),
  methods: {
    getCount: { call: (table) => bodyArea(table).rowCount },
    getItemAt: {
      call: (table, [index]) => {
        if (asNumber(index) < 0 || asNumber(index) >= bodyArea(table).rowCount) throw itemNotFound();
        return objectOf("TableRow", { table, index: asNumber(index) });
      },
    },
    add: {
      call: (table, [index, values, alwaysInsert], context) => {
        const sheet = writableSheetOf(table, context);
        if (alwaysInsert === false) throw apiNotFound("TableRowCollection.add (alwaysInsert: false)");
        const lines = Array.isArray(values)
          ? Array.isArray(values[0])
            ? (values as unknown[][])
            : [values as unknown[]]
          : null;
        if (lines?.some((line) => !Array.isArray(line) || line.length !== table.area.columnCount))
          throw invalidArgument();
        const at = context.workbook.tables.insertRows(table, (index ?? null) as number | null, lines?.length ?? 1);
        const body = bodyArea(table);
        if (lines)
          writeTyped(
            { sheet, area: { ...body, row: body.row + at, rowCount: lines.length } },
            typedInEnglish(lines, context.standIn.play.locale),
          );
        return objectOf("TableRow", { table, index: at });
      },
    },
    deleteRows: {
      call: (table, [rows], context) => {
        writableSheetOf(table, context);
        if (table.isFiltered) throw insertDeleteConflict();
        const indexes = Array.isArray(rows) ? rows.map((row) => rowIndex(table, row)) : [];
        if (indexes.length === 0 || new Set(indexes).size < indexes.length) throw invalidArgument();
        for (const index of indexes.sort((one, other) => other - one))
          context.workbook.tables.deleteRows(table, index, 1);
      },
    },
    deleteRowsAt: {
      call: (table, [index, count], context) => {
        writableSheetOf(table, context);
        if (table.isFiltered) throw insertDeleteConflict();
        context.workbook.tables.deleteRows(table, asNumber(index), asNumber(count ?? 1));
      },
    },
  },
});

defineClass("Table", {
  id: tableId,
  events: ["DataChanged", "SelectionChanged"],
  properties: {
    id: { get: tableId },
    legacyId: { get: ({ id }) => String(id) },
    name: {
      get: ({ name }) => name,
      set: (target, name, { workbook }) => workbook.tables.rename(target, asText(name)),
    },
    style: {
      get: ({ style }) => style ?? "",
      set: (target, style, { workbook }) => {
        target.style = asText(style) === "" ? null : asText(style);
        workbook.tables.changed(target);
      },
    },
    showHeaders: { get: ({ hasHeaderRow }) => hasHeaderRow },
    showTotals: {
      get: ({ hasTotalsRow }) => hasTotalsRow,
      set: (target, value, { workbook }) => workbook.tables.setTotals(target, asFlag(value)),
    },
    showBandedRows: {
      get: ({ showBandedRows }) => showBandedRows,
      set: (target, value, { workbook }) => {
        target.showBandedRows = asFlag(value);
        workbook.tables.changed(target);
      },
    },
    showFilterButton: {
      get: ({ showFilterButton }) => showFilterButton,
      set: (target, value, { workbook }) => {
        target.showFilterButton = asFlag(value);
        workbook.tables.changed(target);
      },
    },
    worksheet: { object: (target, context) => objectOf("Worksheet", sheetOf(target, context)) },
    autoFilter: {
      object: (target, context) => objectOf("AutoFilter", { sheet: sheetOf(target, context), table: target }),
    },
    sort: { object: (target) => objectOf("TableSort", target) },
    columns: { object: (target) => objectOf("TableColumnCollection", target) },
    rows: { object: (target) => objectOf("TableRowCollection", target) },
  },
  methods: {
    getRange: { call: (target, _args, context) => rangeOf(sheetOf(target, context), target.area) },
    getHeaderRowRange: { call: (target, _args, context) => headerRange(target, context) },
    getDataBodyRange: { call: (target, _args, context) => rangeOf(sheetOf(target, context), bodyArea(target)) },
    getTotalRowRange: { call: (target, _args, context) => totalsRange(target, context) },
    resize: {
      call: (target, [to], context) => {
        const sheet = writableSheetOf(target, context);
        context.workbook.tables.resize(target, rangeArgument(to, context.workbook, sheet).area);
      },
    },
    delete: {
      call: (target, _args, context) => {
        writableSheetOf(target, context);
        context.workbook.tables.delete(target);
      },
    },
    convertToRange: {
      call: (target, _args, context) => {
        const sheet = writableSheetOf(target, context);
        context.workbook.tables.delete(target, true);
        return rangeOf(sheet, target.area);
      },
    },
  },
});

/** The tables that touch a range. */
defineClass("TableScopedCollection", {
  properties: {},
  items: ({ tables }) => tables().map((each) => objectOf("Table", each)),
  methods: {
    getCount: { call: ({ tables }) => tables().length },
    getFirst: {
      call: ({ tables }) => {
        const [first] = tables();
        if (!first) throw itemNotFound();
        return objectOf("Table", first);
      },
    },
    getItem: { orNull: true, call: ({ tables }, [key]) => tableBy(tables(), key) },
  },
});

function tableBy(tables: Table[], key: unknown): WireObject {
  const wanted = String(key).toLowerCase();
  const found = tables.find(
    (each) => [tableId(each), each.name].some((name) => name.toLowerCase() === wanted) || String(each.id) === wanted,
  );
  if (!found) throw itemNotFound();
  return objectOf("Table", found);
}

defineClass("TableCollection", {
  properties: { count: { get: ({ tables }) => tables().length } },
  events: ["DataChanged", "Added", "Deleted"],
  items: ({ tables }) => tables().map((each) => objectOf("Table", each)),
  methods: {
    getCount: { call: ({ tables }) => tables().length },
    getItem: { orNull: true, call: ({ tables }, [key]) => tableBy(tables(), key) },
    getItemAt: {
      call: ({ tables }, [index]) => {
        const found = tables()[asNumber(index)];
        if (!found) throw itemNotFound();
        return objectOf("Table", found);
      },
    },
    add: {
      call: ({ sheet }, [address, hasHeaders], { workbook }) => {
        const target = rangeArgument(address, workbook, sheet ?? workbook.activeSheet);
        if (target.sheet.isProtected) throw accessDenied();
        return objectOf("Table", workbook.tables.add(target.sheet, target.area, asFlag(hasHeaders)));
      },
    },
  },
});
