import type { ArrayValueObject, BaseReferenceObject, FunctionVariantType } from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueOf } from "../../functions/addinFunction";
import { wholeRange } from "../../reading/formulaReader";

/** The values of an area or array, row by row, and how large it is, also beyond what is written on its sheet. */
export interface Grid {
  values: ValueContent[][];
  rowCount: number;
  columnCount: number;
}

/** The values of each array, as long as Univer keeps it: the same column is asked for by formula after formula. */
const known = new WeakMap<object, ValueContent[][]>();

export function gridOf(variant: FunctionVariantType): Grid {
  if (!variant.isReferenceObject()) {
    const values = valuesOf(variant);
    return { values, rowCount: values.length, columnCount: values[0]?.length ?? 0 };
  }
  const { startRow, endRow, startColumn, endColumn } = wholeRange(variant as BaseReferenceObject);
  const values = valuesOf((variant as BaseReferenceObject).toArrayValueObject());
  return { values, rowCount: endRow - startRow + 1, columnCount: endColumn - startColumn + 1 };
}

/** The grid of the same first cell that is as large as another one. */
export function sizedAs(variant: FunctionVariantType, { rowCount, columnCount }: Grid): Grid {
  if (!variant.isReferenceObject()) return gridOf(variant);
  const reference = variant as BaseReferenceObject;
  const range = wholeRange(reference);
  if (range.endRow - range.startRow + 1 === rowCount && range.endColumn - range.startColumn + 1 === columnCount)
    return gridOf(variant);
  const [own, { x, y }] = [reference.getRangeData(), reference.getRefOffset()];
  const { startRow, startColumn } = range;
  const sized = { startRow, startColumn, endRow: startRow + rowCount - 1, endColumn: startColumn + columnCount - 1 };
  reference.setRefOffset(0, 0);
  reference.setRangeData({ ...own, ...sized });
  const values = valuesOf(reference.toArrayValueObject(false));
  reference.setRangeData(own);
  reference.setRefOffset(x, y);
  return { values, rowCount, columnCount };
}

function valuesOf(variant: FunctionVariantType): ValueContent[][] {
  if (!variant.isArray()) return [[valueOf(variant as never)]];
  const before = known.get(variant);
  if (before) return before;
  const array = variant as ArrayValueObject;
  const values = Array.from({ length: array.getRowCount() }, (_, row) =>
    Array.from({ length: array.getColumnCount() }, (__, column) => valueOf(array.get(row, column) ?? null)),
  );
  known.set(variant, values);
  return values;
}

export function valueIn({ values }: Grid, row: number, column: number): ValueContent {
  return values[row]?.[column] ?? null;
}
