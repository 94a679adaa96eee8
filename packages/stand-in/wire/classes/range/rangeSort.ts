import type { AreaContent } from "@workbooks/xlsx/content";
import { intersection, lastColumnCount, lastRowCount } from "../../../workbook/address";
import { sortCells, type SortKey } from "../../../workbook/cells/cellSort";
import { apiNotFound, invalidArgument } from "../../../workbook/excelError";
import { bodyArea, type Table } from "../../../workbook/tables/table";
import { asNumber, oneOf } from "../../arguments";
import { defineClass } from "../../registry";
import type { Context } from "../../table";
import { assertWritable } from "./rangeValues";

/** A condition to sort by, as Office.js gives it. */
interface SortField {
  key: number;
  ascending?: boolean | null;
  sortOn?: string | null;
  dataOption?: string | null;
  color?: string | null;
  icon?: unknown;
  subField?: string | null;
}

function keysOf(fields: unknown, lines: number): SortKey[] {
  if (!Array.isArray(fields) || fields.length === 0 || fields.length > 64) throw invalidArgument();
  return (fields as SortField[]).map((field) => {
    const key = asNumber(field.key);
    if (!Number.isInteger(key) || key < 0 || key >= lines) throw invalidArgument();
    const sortOn = oneOf(field.sortOn ?? "Value", ["Value", "CellColor", "FontColor", "Icon"]);
    if (sortOn !== "Value") throw apiNotFound(`SortField.sortOn "${sortOn}"`);
    if (field.subField) throw apiNotFound("SortField.subField");
    const textAsNumber = oneOf(field.dataOption ?? "Normal", ["Normal", "TextAsNumber"]) === "TextAsNumber";
    return { key, ascending: field.ascending !== false, textAsNumber };
  });
}

function refuseStrokes(method: unknown): "PinYin" {
  const wanted = oneOf(method ?? "PinYin", ["PinYin", "StrokeCount"]);
  if (wanted !== "PinYin") throw apiNotFound(`sort method "${wanted}"`);
  return wanted;
}

defineClass("RangeSort", {
  properties: {},
  methods: {
    apply: {
      reads: true,
      call: ({ sheet, area }, [fields, matchCase, hasHeaders, orientation, method], { workbook }) => {
        assertWritable(sheet);
        refuseStrokes(method);
        const columns = oneOf(orientation ?? "Rows", ["Rows", "Columns"]) === "Columns";
        const isUnbounded = area.rowCount === lastRowCount || area.columnCount === lastColumnCount;
        const used = isUnbounded ? sheet.usedArea(true) : area;
        const bounded = used && intersection(used, area);
        if (!bounded) return;
        const keys = keysOf(fields, columns ? bounded.rowCount : bounded.columnCount);
        const sorted = hasHeaders === true ? withoutFirst(bounded, columns) : bounded;
        if (sorted) sortCells(workbook, sheet, sorted, keys, { matchCase: matchCase === true, columns });
      },
    },
  },
});

function withoutFirst(area: AreaContent, columns: boolean): AreaContent | null {
  if (columns)
    return area.columnCount > 1 ? { ...area, column: area.column + 1, columnCount: area.columnCount - 1 } : null;
  return area.rowCount > 1 ? { ...area, row: area.row + 1, rowCount: area.rowCount - 1 } : null;
}

/** How a table was last sorted, while the workbook is open; files are saved without it. */
const lastSorts = new WeakMap<Table, { fields: SortField[]; matchCase: boolean; method: "PinYin" }>();

defineClass("TableSort", {
  properties: {
    fields: { get: (table) => lastSorts.get(table)?.fields ?? [] },
    matchCase: { get: (table) => lastSorts.get(table)?.matchCase ?? false },
    method: { get: () => "PinYin" },
  },
  methods: {
    apply: {
      reads: true,
      call: (table, [fields, matchCase, method], context) => {
        const kept = { fields: fields as SortField[], matchCase: matchCase === true, method: refuseStrokes(method) };
        sortTable(table, kept, context);
        lastSorts.set(table, kept);
      },
    },
    reapply: {
      reads: true,
      call: (table, _args, context) => {
        const last = lastSorts.get(table);
        if (last) sortTable(table, last, context);
      },
    },
    clear: { call: (table) => void lastSorts.delete(table) },
  },
});

function sortTable(
  table: Table,
  { fields, matchCase }: { fields: SortField[]; matchCase: boolean },
  { workbook }: Context,
): void {
  const sheet = workbook.sheet(table.sheetId);
  assertWritable(sheet);
  const keys = keysOf(fields, table.area.columnCount);
  sortCells(workbook, sheet, bodyArea(table), keys, { matchCase, columns: false });
}
