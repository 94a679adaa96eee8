import type { BaseValueObject, FunctionVariantType, IFunctionService } from "@univerjs/engine-formula";
import {
  type ArrayValueObject,
  BaseFunction,
  type BaseReferenceObject,
  ErrorValueObject,
  RangeReferenceObject,
} from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueObject, valueOf } from "./addinFunction";

/** The functions into which `toUniverFormula` puts what Univer has no operators for. */
export function registerReferenceFunctions(functions: IFunctionService): void {
  functions.registerExecutors(
    new ArrayConstant("ARRAYCONSTANT"),
    new Intersection("INTERSECTION"),
    new ThisRow("THISROW"),
    new AreaValues("AREAVALUES"),
    new Areas("AREAS"),
  );
}

/** `{1,2;3,4}`: the counts of rows and columns, then the values by rows. */
class ArrayConstant extends BaseFunction {
  override calculate(...[rows, columns, ...values]: BaseValueObject[]): BaseValueObject {
    const [rowCount, columnCount] = [Number(rows?.getValue()), Number(columns?.getValue())];
    if (rowCount * columnCount !== values.length) return errorOf("#VALUE!");
    const contents = values.map(valueOf);
    return valueObject(
      Array.from({ length: rowCount }, (_, row) => contents.slice(row * columnCount, (row + 1) * columnCount)),
    );
  }
}

/** `A1:A3 A2:B2`: what both have; #NULL! where they have nothing in common. */
class Intersection extends BaseFunction {
  override needsReferenceObject = true;

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    if (!variants.every((variant) => variant.isReferenceObject())) return firstError(variants) ?? errorOf("#VALUE!");
    const references = variants as BaseReferenceObject[];
    const ranges = references.map((reference) => reference.getRangePosition());
    const common = {
      startRow: Math.max(...ranges.map(({ startRow }) => startRow)),
      endRow: Math.min(...ranges.map(({ endRow }) => endRow)),
      startColumn: Math.max(...ranges.map(({ startColumn }) => startColumn)),
      endColumn: Math.min(...ranges.map(({ endColumn }) => endColumn)),
    };
    const isOnOneSheet = references.every((reference) => reference.getSheetId() === references[0]?.getSheetId());
    if (!isOnOneSheet || common.startRow > common.endRow || common.startColumn > common.endColumn)
      return errorOf("#NULL!");
    return part(references[0] as BaseReferenceObject, common);
  }
}

/** `Levers[@Gap]`: of an area the formula's own row; #VALUE! beside it. */
class ThisRow extends BaseFunction {
  override needsReferenceObject = true;

  override calculate(variant: FunctionVariantType): FunctionVariantType {
    if (!variant.isReferenceObject()) return firstError([variant]) ?? errorOf("#VALUE!");
    const range = (variant as BaseReferenceObject).getRangePosition();
    if (this.row < range.startRow || this.row > range.endRow) return errorOf("#VALUE!");
    return rowOf(variant as BaseReferenceObject, this.row);
  }
}

/** `(A1:A3,C1)` where one argument is expected: the values of all areas in a column. */
class AreaValues extends BaseFunction {
  override needsReferenceObject = true;

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const error = firstError(variants);
    if (error) return error;
    return valueObject(
      variants.flatMap((variant) => {
        const values = variant.isReferenceObject() ? (variant as BaseReferenceObject).toArrayValueObject() : variant;
        if (!values.isArray()) return [[valueOf(values as BaseValueObject)]];
        const all: ValueContent[][] = [];
        (values as ArrayValueObject).iterator((value) => void all.push([valueOf(value ?? null)]));
        return all;
      }),
    );
  }
}

/** AREAS: the areas of a union, which come as so many arguments. */
class Areas extends BaseFunction {
  override needsReferenceObject = true;

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    return firstError(variants) ?? valueObject(variants.length);
  }
}

/** One row of an area, still as a reference: ROW and OFFSET ask where it is. */
function rowOf(reference: BaseReferenceObject, row: number): FunctionVariantType {
  const { x, y } = reference.getRefOffset();
  const range = reference.getRangePosition();
  const own = new RangeReferenceObject(
    {
      ...range,
      startRow: row - y,
      endRow: row - y,
      startColumn: range.startColumn - x,
      endColumn: range.endColumn - x,
    },
    reference.getForcedSheetId(),
    reference.getForcedUnitId(),
  );
  own.setForcedSheetName(reference.getForcedSheetName());
  own.setDefaultSheetId(reference.getDefaultSheetId());
  own.setDefaultUnitId(reference.getDefaultUnitId());
  own.setUnitStylesData(reference.getUnitStylesData());
  own.setRefOffset(x, y);
  return own;
}

function part(
  reference: BaseReferenceObject,
  range: { startRow: number; endRow: number; startColumn: number; endColumn: number },
): BaseValueObject {
  const whole = reference.getRangePosition();
  const values = reference
    .toArrayValueObject()
    .slice(
      [range.startRow - whole.startRow, range.endRow - whole.startRow + 1],
      [range.startColumn - whole.startColumn, range.endColumn - whole.startColumn + 1],
    );
  if (!values) return errorOf("#VALUE!");
  const isSingle = range.startRow === range.endRow && range.startColumn === range.endColumn;
  return isSingle ? ((values.get(0, 0) as BaseValueObject | null) ?? valueObject(null)) : values;
}

function firstError(variants: FunctionVariantType[]): BaseValueObject | null {
  return (variants.find((variant) => variant.isError()) as BaseValueObject | undefined) ?? null;
}

function errorOf(error: string): BaseValueObject {
  return ErrorValueObject.create(error as never);
}
