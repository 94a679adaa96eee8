import type { Injector } from "@univerjs/core";
import type { BaseFunction, BaseValueObject } from "@univerjs/engine-formula";
import {
  type ArrayValueObject,
  ArrayValueObject as Arrays,
  BooleanValueObject,
  ErrorValueObject,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueOf } from "../functions/addinFunction";
import { Callable, isError, type Matrix, nestedArray, omitted, type Value } from "./values";

/** Calls Excel's functions, as they are calculated here, with values instead of references. */
export class NativeFunctions {
  private readonly functions;
  private readonly current;
  private readonly runtime;

  constructor(injector: Injector) {
    this.functions = injector.get(IFunctionService);
    this.current = injector.get(IFormulaCurrentConfigService);
    this.runtime = injector.get(IFormulaRuntimeService);
  }

  call(name: string, given: Value[]): Value {
    const executor = this.functions.getExecutor(name) as BaseFunction | undefined;
    if (!executor) return { error: "#NAME?" };
    const { minParams, maxParams } = executor;
    if (minParams !== -1 && maxParams !== -1 && (given.length < minParams || given.length > maxParams))
      return { error: "#VALUE!" };
    if (executor.needsLocale) executor.setLocale(this.current.getLocale());
    const { currentUnitId, currentSubUnitId, currentRow, currentColumn } = this.runtime;
    executor.setRefInfo(currentUnitId, currentSubUnitId, currentRow, currentColumn);
    return asValue(executor.calculate(...given.map(asObject)) as BaseValueObject);
  }
}

export function asValue(object: BaseValueObject): Value {
  if (!object.isArray()) return valueOf(object);
  const array = object as ArrayValueObject;
  const [rowCount, columnCount] = [array.getRowCount(), array.getColumnCount()];
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => valueOf(array.get(row, column) ?? null)),
  );
}

function asObject(value: Value): BaseValueObject {
  if (value === omitted) return NullValueObject.create();
  if (value instanceof Callable) return single(nestedArray);
  return Array.isArray(value) ? arrayOf(value) : single(value as ValueContent);
}

/** Unlike a result, an argument may be a blank. */
function single(value: ValueContent): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return isError(value) ? ErrorValueObject.create(value.error as never) : StringValueObject.create(String(value));
}

function arrayOf(rows: Matrix): BaseValueObject {
  return Arrays.create({
    calculateValueList: rows.map((row) => row.map(single)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}
