import type {
  ArrayValueObject,
  BaseFunction,
  BaseReferenceObject,
  BaseValueObject,
  IFunctionService,
  LambdaValueObjectObject,
} from "@univerjs/engine-formula";
import { ErrorValueObject, NumberValueObject } from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { eachOf } from "./broadcast";
import { valueObject, valueOf } from "./addinFunction";
import { replaceCalculation } from "./nativeFunctions";

/** CHOOSE with several indices at once, UNIQUE without regard to capitals, and no wrong answer of OFFSET to an array. */
export function mendArrayFunctions(functions: IFunctionService): void {
  mendMakeArray(functions);
  mendSequence(functions);
  replaceCalculation(functions, "CHOOSE", (values, before) => {
    const [index, ...choices] = values;
    if (!index?.isArray() || isSingle(index)) return before(values);
    return eachOf([index, ...choices.map(valuesOf)], ([at, ...singles]) => {
      const number = at?.isNumber() ? Math.trunc(Number(at.getValue())) : 0;
      return at?.isError() ? at : (singles[number - 1] ?? ErrorValueObject.create("#VALUE!" as never));
    });
  });
  replaceCalculation(functions, "UNIQUE", (values, before) => {
    const [array, byColumn, once] = values;
    const isPlain = !byColumn || byColumn.isNull() || byColumn.getValue() === false || byColumn.getValue() === 0;
    const isAll = !once || once.isNull() || once.getValue() === false || once.getValue() === 0;
    if (!array?.isArray() || !isPlain || !isAll) return before(values);
    const list = array as ArrayValueObject;
    const seen = new Map<string, ValueContent[]>();
    for (let row = 0; row < list.getRowCount(); row++) {
      const line = Array.from({ length: list.getColumnCount() }, (_, column) => valueOf(list.get(row, column) ?? null));
      const key = JSON.stringify(line.map((value) => (typeof value === "string" ? value.toLowerCase() : value)));
      if (!seen.has(key)) seen.set(key, line);
    }
    return valueObject([...seen.values()]);
  });
  replaceCalculation(functions, "OFFSET", (values, before) => {
    const isArrayed = values.slice(1).some((value) => !isSingle(valuesOf(value)));
    return isArrayed ? ErrorValueObject.create("#VALUE!" as never) : before(values);
  });
}

function valuesOf(value: BaseValueObject): BaseValueObject {
  return value.isReferenceObject() ? (value as unknown as BaseReferenceObject).toArrayValueObject() : value;
}

function isSingle(value: BaseValueObject): boolean {
  if (!value.isArray()) return true;
  const array = value as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1;
}

/** Univer lets it be no larger than what is left of the sheet; but inside a formula it fills no cells. */
function mendSequence(functions: IFunctionService): void {
  const executor = functions.getExecutor("SEQUENCE");
  if (executor) executor.setSheetRowColumnCount = () => undefined;
  Object.assign(executor ?? {}, { _rowCount: Infinity, _columnCount: Infinity });
}

/** Univer's MAKEARRAY is the only function whose answer comes later, for no reason; and nothing can be done with it. */
function mendMakeArray(functions: IFunctionService): void {
  const executor = functions.getExecutor("MAKEARRAY") as BaseFunction | undefined;
  if (!executor) return;
  executor.isAsync = () => false;
  executor.calculate = ((...[rows, columns, lambda]: BaseValueObject[]) => {
    const [rowCount, columnCount] = [rows, columns].map((count) => countOf(count));
    if (!lambda || !(lambda as { isLambda?(): boolean }).isLambda?.() || !rowCount || !columnCount)
      return ErrorValueObject.create("#VALUE!" as never);
    return valueObject(
      Array.from({ length: rowCount }, (_, row) =>
        Array.from({ length: columnCount }, (__, column) => {
          const places = [row, column].map((place) => NumberValueObject.create(place + 1));
          return valueOf((lambda as unknown as LambdaValueObjectObject).execute(...places) as BaseValueObject);
        }),
      ),
    );
  }) as BaseFunction["calculate"];
}

function countOf(count: BaseValueObject | undefined): number {
  const number = count?.isNumber() ? Math.trunc(Number(count.getValue())) : 0;
  return number > 0 ? number : 0;
}
