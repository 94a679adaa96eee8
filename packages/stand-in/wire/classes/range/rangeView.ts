import { invalidArgument, itemNotFound } from "../../../workbook/excelError";
import type { Sheet } from "../../../workbook/sheet";
import { asNumber } from "../../arguments";
import { defineClass, objectOf } from "../../registry";
import type { Context } from "../../table";
import type { RangeTarget, ViewTarget } from "../../targets";
import { rangeOf } from "./rangeObjects";
import {
  readFormula,
  readFormulaR1C1,
  readText,
  readType,
  readValue,
  writeNumberFormats,
  writeTyped,
  wrongSize,
} from "./rangeValues";

function cells<R>({ range, rows, columns }: ViewTarget, read: (sheet: Sheet, row: number, column: number) => R): R[][] {
  return rows.map((row) => columns.map((column) => read(range.sheet, row, column)));
}

/** Writes one cell of the view after the other, so that what is hidden stays as it is. */
function writeEach(view: ViewTarget, input: unknown, write: (cell: RangeTarget, value: unknown) => void): void {
  const values = Array.isArray(input) ? (input as unknown[][]) : null;
  if (values && (values.length !== view.rows.length || values.some((line) => line.length !== view.columns.length)))
    throw invalidArgument(wrongSize);
  view.rows.forEach((row, i) =>
    view.columns.forEach((column, j) =>
      write(
        { sheet: view.range.sheet, area: { row, column, rowCount: 1, columnCount: 1 } },
        values ? [[values[i]?.[j]]] : input,
      ),
    ),
  );
}

const typed = {
  set: (view: ViewTarget, input: unknown) => writeEach(view, input, writeTyped),
};

defineClass("RangeView", {
  properties: {
    rowCount: { get: ({ rows }) => rows.length },
    columnCount: { get: ({ columns }) => columns.length },
    index: { get: ({ index }) => index },
    values: { get: (view) => cells(view, readValue), ...typed },
    formulas: { get: (view) => cells(view, readFormula), ...typed },
    formulasLocal: { get: (view) => cells(view, readFormula), ...typed },
    formulasR1C1: { get: (view) => cells(view, readFormulaR1C1) },
    text: { get: (view) => cells(view, readText) },
    valueTypes: { get: (view) => cells(view, readType) },
    numberFormat: {
      get: (view) => cells(view, (sheet, row, column) => sheet.style(row, column).numberFormat),
      set: (view, input) => writeEach(view, input, writeNumberFormats),
    },
    cellAddresses: {
      get: (view, { workbook }: Context) =>
        cells(view, (sheet, row, column) => workbook.address(sheet, { row, column, rowCount: 1, columnCount: 1 })),
    },
    rows: { object: (view) => objectOf("RangeViewCollection", view) },
  },
  methods: { getRange: { call: ({ range }) => rangeOf(range.sheet, range.area) } },
});

/** A view of each visible row. */
const rowsOf = (view: ViewTarget): ViewTarget[] =>
  view.rows.map((row, index) => ({
    range: { ...view.range, area: { ...view.range.area, row, rowCount: 1 } },
    rows: [row],
    columns: view.columns,
    index,
  }));

defineClass("RangeViewCollection", {
  properties: {},
  items: (view) => rowsOf(view).map((row) => objectOf("RangeView", row)),
  methods: {
    getCount: { call: ({ rows }) => rows.length },
    getItemAt: {
      call: (view, [index]) => {
        const row = rowsOf(view)[asNumber(index)];
        if (!row) throw itemNotFound();
        return objectOf("RangeView", row);
      },
    },
  },
});
