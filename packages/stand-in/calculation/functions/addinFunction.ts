import { RANGE_TYPE } from "@univerjs/core";
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { AreaContent, ValueContent } from "@workbooks/xlsx/content";
import { areaOf, type UniverRange } from "../univerAreas";

/** What is told of a function of the add-in. */
export interface FunctionDescription {
  name: string;
  description: string;
  parameters: { name: string; description: string; optional: boolean }[];
}

/** A call of one of the add-in's functions from a cell. */
export interface AddinCall {
  name: string;
  sheet: string;
  row: number;
  column: number;
  arguments: AddinArgument[];
}

/** An argument as it stands in the formula; null is left out. */
export type AddinArgument = {
  values: ValueContent[][];
  /** Where a reference points. */
  area: (AreaContent & { sheet: string }) | null;
  /** It means whole columns (A:A) or rows (1:1), which have more cells in Excel than here. */
  whole: "columns" | "rows" | "sheet" | null;
} | null;

/** A function of the add-in, as Univer calls it. */
export class AddinFunction extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    name: string,
    private readonly evaluate: (call: AddinCall) => ValueContent | ValueContent[][],
  ) {
    super(name);
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const call = {
      name: String(this.name),
      sheet: this.subUnitId ?? "",
      row: this.row,
      column: this.column,
      arguments: variants.map(argumentOf),
    };
    return valueObject(this.evaluate(call));
  }
}

/** `@`: the one value of a range that stands in the cell's own row or column, or the first value of an array. */
export class Single extends BaseFunction {
  override needsReferenceObject = true;

  override calculate(variant: FunctionVariantType): BaseValueObject {
    if (!variant.isReferenceObject())
      return variant.isArray()
        ? ((variant as ArrayValueObject).get(0, 0) ?? NullValueObject.create())
        : (variant as BaseValueObject);
    const reference = variant as BaseReferenceObject;
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    const values = reference.toArrayValueObject();
    const row = startRow === endRow ? startRow : this.row;
    const column = startColumn === endColumn ? startColumn : this.column;
    if (row < startRow || row > endRow || column < startColumn || column > endColumn)
      return ErrorValueObject.create("#VALUE!" as never);
    return values.get(row - startRow, column - startColumn) ?? NullValueObject.create();
  }
}

/** `E1#`: the whole array that is spilled from a cell; #REF! where nothing is. */
export class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    name: string,
    private readonly spillFrom: (sheet: string, row: number, column: number) => UniverRange | null,
  ) {
    super(name);
  }

  override calculate(variant: FunctionVariantType): BaseValueObject {
    if (!variant.isReferenceObject()) return ErrorValueObject.create("#REF!" as never);
    const reference = variant as BaseReferenceObject;
    const { startRow, startColumn } = reference.getRangePosition();
    const range = this.spillFrom(reference.getSheetId(), startRow, startColumn);
    const first = reference.toArrayValueObject().get(0, 0);
    if (first?.isError()) return first as BaseValueObject;
    if (!range) return ErrorValueObject.create("#REF!" as never);
    const own = reference.getRangeData();
    reference.setRangeData({ ...own, ...range });
    const { x, y } = reference.getRefOffset();
    reference.setRefOffset(0, 0);
    const values = reference.toArrayValueObject(false);
    reference.setRangeData(own);
    reference.setRefOffset(x, y);
    return values;
  }
}

const wholes = {
  [RANGE_TYPE.NORMAL]: null,
  [RANGE_TYPE.COLUMN]: "columns",
  [RANGE_TYPE.ROW]: "rows",
  [RANGE_TYPE.ALL]: "sheet",
} as const;

function argumentOf(variant: FunctionVariantType): AddinArgument {
  if (variant.isReferenceObject()) {
    const reference = variant as BaseReferenceObject;
    return {
      values: valuesOf(reference.toArrayValueObject()),
      area: { sheet: reference.getSheetId(), ...areaOf(reference.getRangePosition()) },
      whole: wholes[reference.getRangeData().rangeType ?? RANGE_TYPE.NORMAL],
    };
  }
  if ((variant as BaseValueObject).isNull()) return null;
  return {
    values: variant.isArray() ? valuesOf(variant as ArrayValueObject) : [[valueOf(variant as BaseValueObject)]],
    area: null,
    whole: null,
  };
}

function valuesOf(array: ArrayValueObject): ValueContent[][] {
  const values: ValueContent[][] = [];
  for (let row = 0; row < array.getRowCount(); row++) {
    const line: ValueContent[] = [];
    for (let column = 0; column < array.getColumnCount(); column++) line.push(valueOf(array.get(row, column) ?? null));
    values.push(line);
  }
  return values;
}

export function valueOf(object: BaseValueObject | null | undefined): ValueContent {
  if (!object || object.isNull()) return null;
  if (object.isError()) return { error: (object as ErrorValueObject).getErrorType() };
  const value = object.getValue();
  return object.isBoolean() ? Boolean(value) : (value as ValueContent);
}

export function valueObject(value: ValueContent | ValueContent[][]): BaseValueObject {
  if (!Array.isArray(value)) return single(value);
  const columnCount = value[0]?.length ?? 0;
  if (value.length === 1 && columnCount === 1) return single(value[0]?.[0] ?? null);
  const calculateValueList = value.map((line) => line.map(single));
  return ArrayValueObject.create({
    calculateValueList,
    rowCount: value.length,
    columnCount,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

/** Nothing in a result shows as 0, as in Excel. */
function single(value: ValueContent): BaseValueObject {
  if (value === null) return NumberValueObject.create(0);
  if (typeof value === "number")
    return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create("#NUM!" as never);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  return ErrorValueObject.create(value.error as never);
}
