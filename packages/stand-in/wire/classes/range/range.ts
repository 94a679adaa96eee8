import type { AreaContent } from "@workbooks/xlsx/content";
import { formatFromLocale, formatInLocale, typedInEnglish, type LocaleName } from "../../../workbook/cells/locales";
import { bounding, intersection, lastColumnCount, lastRowCount } from "../../../workbook/address";
import { arrayFormulaAreas, assertArraysWhole } from "../../../workbook/cells/arrayFormulas";
import { invalidArgument, itemNotFound } from "../../../workbook/excelError";
import { numberFormatCategory } from "../../../workbook/cells/numberFormatCategory";
import type { Sheet } from "../../../workbook/sheet";
import { asFlag, asNumber } from "../../arguments";
import { defineClass, objectOf } from "../../registry";
import type { Context, WireObject } from "../../table";
import type { RangeTarget } from "../../targets";
import { clearAreas, markDirty, tablesTouching, whereItIs } from "./areaMembers";
import { cellMethods } from "./methods/rangeCells";
import { copyMethods } from "./methods/rangeCopy";
import { edgeMethods } from "./methods/rangeEdges";
import { findMethods } from "./methods/rangeFind";
import { insertMethods } from "./methods/rangeInsert";
import { mergeCells } from "./methods/rangeMerge";
import { specialCells } from "./methods/rangeSpecialCells";
import { traceMethods } from "./methods/rangeTrace";
import { removeDuplicates } from "./removeDuplicates";
import { rangeArgument } from "./rangeArguments";
import { rangeOf, visibleViewOf } from "./rangeObjects";
import {
  assertWritable,
  isUnbounded,
  mapCells,
  readCells,
  readFormula,
  readFormulaR1C1,
  readText,
  readType,
  readValues,
  writeNumberFormats,
  writeTyped,
  writeTypedR1C1,
  wrongSize,
} from "./rangeValues";

function within(target: RangeTarget, area: Partial<AreaContent>): WireObject {
  return rangeOf(target.sheet, { ...target.area, ...area });
}

function usedRange(target: RangeTarget, [valuesOnly]: unknown[]): WireObject {
  const used = target.sheet.usedArea(valuesOnly === true, target.area);
  if (!used) throw itemNotFound();
  return rangeOf(target.sheet, used);
}

/** The block of filled cells around a range, bounded by empty rows and columns. */
function surrounding({ sheet, area }: RangeTarget): WireObject {
  const used = sheet.usedArea(true);
  let block = area;
  const isFilled = (part: AreaContent) => {
    const common = used && intersection(part, used);
    if (!common) return false;
    for (let row = common.row; row < common.row + common.rowCount; row++) {
      for (let column = common.column; column < common.column + common.columnCount; column++)
        if (sheet.value(row, column) !== null) return true;
    }
    return false;
  };
  for (let grew = true; grew;) {
    const first = { row: Math.max(0, block.row - 1), column: Math.max(0, block.column - 1) };
    const around = {
      ...first,
      rowCount: block.row + block.rowCount + 1 - first.row,
      columnCount: block.column + block.columnCount + 1 - first.column,
    };
    const [bottom, right] = [block.row + block.rowCount, block.column + block.columnCount];
    const below = isFilled({ ...around, row: bottom, rowCount: 1 });
    const beside = isFilled({ ...around, column: right, columnCount: 1 });
    const above = first.row < block.row && isFilled({ ...around, rowCount: 1 });
    const before = first.column < block.column && isFilled({ ...around, columnCount: 1 });
    grew = below || beside || above || before;
    const row = above ? first.row : block.row;
    const column = before ? first.column : block.column;
    block = { row, column, rowCount: bottom + (below ? 1 : 0) - row, columnCount: right + (beside ? 1 : 0) - column };
  }
  return rangeOf(sheet, block);
}

/** Each cell of an array that was entered with Ctrl+Shift+Enter has its formula. */
function readFormulas(target: RangeTarget, { workbook }: Context): unknown[][] | null {
  const formulas: unknown[][] | null = readCells(readFormula)(target);
  const { sheet, area } = target;
  for (const array of formulas ? arrayFormulaAreas(workbook, sheet) : []) {
    const shared = intersection(array, area);
    if (!shared) continue;
    for (let row = 0; row < shared.rowCount; row++)
      for (let column = 0; column < shared.columnCount; column++)
        formulas![shared.row - area.row + row]![shared.column - area.column + column] = sheet.formula(
          array.row,
          array.column,
        );
  }
  return formulas;
}

function spill(target: RangeTarget, parent: boolean, { workbook }: Context): WireObject {
  const area = target.sheet.spillAt(target.area.row, target.area.column);
  // What was entered with Ctrl+Shift+Enter does not spill.
  const isOlder = arrayFormulaAreas(workbook, target.sheet).some(
    ({ row, column }) => row === area?.row && column === area.column,
  );
  if (isOlder) throw itemNotFound();
  if (!area || (!parent && (area.row !== target.area.row || area.column !== target.area.column))) throw itemNotFound();
  return rangeOf(target.sheet, parent ? { ...area, rowCount: 1, columnCount: 1 } : area);
}

defineClass("Range", {
  byReference: true,
  follow: (target, change) => {
    const area = whereItIs(target.sheet, target.area, change);
    if (area) target.area = area;
    return area !== null;
  },
  properties: {
    address: { get: ({ sheet, area }, { workbook }) => workbook.address(sheet, area) },
    addressLocal: { get: ({ sheet, area }, { workbook }) => workbook.address(sheet, area) },
    cellCount: {
      get: ({ area }) => (area.rowCount * area.columnCount > 2_147_483_647 ? -1 : area.rowCount * area.columnCount),
    },
    columnCount: { get: ({ area }) => area.columnCount },
    columnIndex: { get: ({ area }) => area.column },
    rowCount: { get: ({ area }) => area.rowCount },
    rowIndex: { get: ({ area }) => area.row },
    isEntireColumn: { get: ({ area }) => area.rowCount === lastRowCount },
    isEntireRow: { get: ({ area }) => area.columnCount === lastColumnCount },
    values: { get: readValues, set: typed(writeTyped) },
    formulas: { get: readFormulas, set: typed(writeTyped) },
    formulasLocal: { get: readFormulas, set: typed(writeTyped) },
    formulasR1C1: { get: readCells(readFormulaR1C1), set: typed(writeTypedR1C1) },
    text: { get: readCells(readText) },
    valueTypes: { get: readCells(readType) },
    numberFormat: {
      get: (target) => mapCells(target, (row, column) => target.sheet.style(row, column).numberFormat),
      set: writeNumberFormats,
    },
    numberFormatCategories: {
      get: (target) =>
        mapCells(target, (row, column) => numberFormatCategory(target.sheet.style(row, column).numberFormat)),
    },
    numberFormatLocal: {
      get: (target, { standIn: { play } }) =>
        mapCells(target, (row, column) => formatInLocale(target.sheet.style(row, column).numberFormat, play.locale)),
      set: (target, input, { standIn: { play } }) => writeNumberFormats(target, englishFormats(input, play.locale)),
    },
    hasSpill: { get: ({ sheet, area }) => sheet.spillAt(area.row, area.column) !== null },
    hidden: {
      get: ({ sheet, area }) => linesHidden(sheet, area, "row") === true || linesHidden(sheet, area, "column") === true,
    },
    rowHidden: {
      get: ({ sheet, area }) => linesHidden(sheet, area, "row"),
      set: ({ sheet, area }, value) => sheet.hideRows(area.row, area.rowCount, asFlag(value)),
    },
    columnHidden: {
      get: ({ sheet, area }) => linesHidden(sheet, area, "column"),
      set: ({ sheet, area }, value) => sheet.hideColumns(area.column, area.columnCount, asFlag(value)),
    },
    left: { get: ({ sheet, area }) => sum(area.column, (column) => sheet.columnWidth(column)) },
    top: { get: ({ sheet, area }) => sum(area.row, (row) => sheet.rowHeight(row)) },
    width: {
      get: ({ sheet, area }) =>
        area.columnCount === lastColumnCount ? null : sum(area.columnCount, (i) => sheet.columnWidth(area.column + i)),
    },
    height: {
      get: ({ sheet, area }) =>
        area.rowCount === lastRowCount ? null : sum(area.rowCount, (i) => sheet.rowHeight(area.row + i)),
    },
    format: { object: ({ sheet, area }) => objectOf("RangeFormat", { sheet, areas: [area] }) },
    dataValidation: { object: ({ sheet, area }) => objectOf("DataValidation", { sheet, areas: [area] }) },
    conditionalFormats: {
      object: ({ sheet, area }) => objectOf("ConditionalFormatCollection", { sheet, areas: [area] }),
    },
    sort: { object: (target) => objectOf("RangeSort", target) },
    worksheet: { object: ({ sheet }) => objectOf("Worksheet", sheet) },
  },
  methods: {
    getCell: {
      call: (target, [row, column]) =>
        within(target, {
          row: target.area.row + asNumber(row),
          column: target.area.column + asNumber(column),
          rowCount: 1,
          columnCount: 1,
        }),
    },
    getRow: { call: (target, [row]) => within(target, { row: target.area.row + asNumber(row), rowCount: 1 }) },
    getColumn: {
      call: (target, [column]) => within(target, { column: target.area.column + asNumber(column), columnCount: 1 }),
    },
    getLastCell: {
      call: (target) =>
        within(target, {
          row: target.area.row + target.area.rowCount - 1,
          column: target.area.column + target.area.columnCount - 1,
          rowCount: 1,
          columnCount: 1,
        }),
    },
    getLastRow: { call: (target) => within(target, { row: target.area.row + target.area.rowCount - 1, rowCount: 1 }) },
    getLastColumn: {
      call: (target) => within(target, { column: target.area.column + target.area.columnCount - 1, columnCount: 1 }),
    },
    getEntireRow: { call: (target) => within(target, { column: 0, columnCount: lastColumnCount }) },
    getEntireColumn: { call: (target) => within(target, { row: 0, rowCount: lastRowCount }) },
    getOffsetRange: {
      call: (target, [rows, columns]) =>
        within(target, { row: target.area.row + asNumber(rows), column: target.area.column + asNumber(columns) }),
    },
    getResizedRange: {
      call: (target, [rows, columns]) =>
        within(target, {
          rowCount: target.area.rowCount + asNumber(rows),
          columnCount: target.area.columnCount + asNumber(columns),
        }),
    },
    getAbsoluteResizedRange: {
      call: (target, [rows, columns]) => within(target, { rowCount: asNumber(rows), columnCount: asNumber(columns) }),
    },
    getBoundingRect: {
      call: (target, [other], { workbook }) =>
        rangeOf(target.sheet, bounding(target.area, rangeArgument(other, workbook, target.sheet).area)),
    },
    getIntersection: {
      orNull: true,
      call: (target, [other], { workbook }) => {
        const argument = rangeArgument(other, workbook, target.sheet);
        const common = argument.sheet === target.sheet ? intersection(target.area, argument.area) : null;
        if (!common) throw itemNotFound();
        return rangeOf(target.sheet, common);
      },
    },
    getUsedRange: { call: usedRange, reads: true, orNull: true },
    getSurroundingRegion: { call: surrounding, reads: true },
    getSpillingToRange: { call: (target, _args, context) => spill(target, false, context), reads: true, orNull: true },
    getSpillParent: { call: (target, _args, context) => spill(target, true, context), reads: true, orNull: true },
    getTables: {
      call: ({ sheet, area }, [fullyContained]) =>
        objectOf("TableScopedCollection", tablesTouching({ sheet, areas: [area] }, fullyContained)),
    },
    select: { call: ({ sheet, area }, _args, { workbook }) => workbook.select(sheet, [area]) },
    clear: { call: ({ sheet, area }, args, context) => clearAreas({ sheet, areas: [area] }, args, context) },
    getSpecialCells: {
      orNull: true,
      reads: true,
      call: ({ sheet, area }, args) => specialCells({ sheet, areas: [area] }, args),
    },
    getVisibleView: { call: (target) => visibleViewOf(target) },
    setDirty: { call: ({ sheet, area }, _args, { workbook }) => markDirty(sheet, area, workbook) },
    ...cellMethods,
    ...edgeMethods,
    ...traceMethods,
    ...copyMethods,
    ...findMethods,
    ...insertMethods,
    removeDuplicates: { call: removeDuplicates, reads: true },
    merge: { call: ({ sheet, area }, [across]) => mergeCells(sheet, area, across === true) },
    unmerge: {
      call: ({ sheet, area }) => {
        assertWritable(sheet);
        sheet.changeMerges(
          sheet.merges.filter((merge) => intersection(merge, area)),
          [],
        );
      },
    },
    calculate: { call: async (_target, _args, { workbook }) => workbook.calculation.calculateNow(false) },
    // Office.js sends big arrays in parts and asks first whether the whole has the right size.
    _validateArraySize: {
      call: ({ area }, [rows, columns]) => {
        if (rows !== area.rowCount || columns !== area.columnCount) throw invalidArgument(wrongSize);
      },
    },
    track: { call: () => undefined },
    untrack: { call: () => undefined },
  },
});

function englishFormats(input: unknown, locale: LocaleName): unknown {
  if (Array.isArray(input)) return input.map((part) => englishFormats(part, locale));
  return typeof input === "string" ? formatFromLocale(input, locale) : input;
}

/** Enters values or formulas, unless that would change part of an array formula. */
function typed(write: (target: RangeTarget, input: unknown) => void) {
  return (target: RangeTarget, input: unknown, { workbook, standIn: { play } }: Context) => {
    assertArraysWhole(workbook, target.sheet, [target.area]);
    write(target, typedInEnglish(input, play.locale));
  };
}

/** True, false, or null where some are hidden and some not. */
function linesHidden(sheet: Sheet, area: AreaContent, axis: "row" | "column"): boolean | null {
  const isHidden = (i: number) =>
    axis === "row" ? sheet.isRowHidden(area.row + i) : sheet.isColumnHidden(area.column + i);
  const count = Math.min(
    axis === "row" ? area.rowCount : area.columnCount,
    isUnbounded({ sheet, area }) ? 10_000 : Infinity,
  );
  const first = isHidden(0);
  for (let i = 1; i < count; i++) if (isHidden(i) !== first) return null;
  return first;
}

function sum(count: number, size: (index: number) => number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += size(i);
  return total;
}
