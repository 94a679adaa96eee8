import {
  type BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  type IFunctionService,
  NumberValueObject,
} from "@univerjs/engine-formula";
import { wholeRange } from "../reading/formulaReader";
import { replaceCalculation } from "./nativeFunctions";

/**
 * Functions that ask where a reference leads look at cells that may not be calculated yet: the values that Univer finds
 * there on the way are not kept for formulas that read them. Whole columns and rows have as many cells as in Excel.
 */
export function mendPlaceFunctions(functions: IFunctionService): void {
  for (const name of ["ROW", "ROWS", "COLUMN", "COLUMNS"]) {
    const executor = functions.getExecutor(name) as BaseFunction | undefined;
    if (!executor) continue;
    const before = executor.calculate.bind(executor) as (...values: BaseValueObject[]) => BaseValueObject;
    executor.needsReferenceObject = true;
    executor.calculate = ((...values: BaseValueObject[]) =>
      before(
        ...values.map((value) =>
          value.isReferenceObject() ? (value as unknown as BaseReferenceObject).toArrayValueObject(false) : value,
        ),
      )) as BaseFunction["calculate"];
  }
  for (const [name, from, to] of [
    ["ROWS", "startRow", "endRow"],
    ["COLUMNS", "startColumn", "endColumn"],
  ] as const)
    replaceCalculation(functions, name, ([value, ...others], before) => {
      if (!value?.isReferenceObject() || others.length > 0) return before([value, ...others] as BaseValueObject[]);
      const isMissing = (value as unknown as { _checkIfWorksheetMiss(): boolean })._checkIfWorksheetMiss();
      const range = wholeRange(value as unknown as BaseReferenceObject);
      return isMissing ? before([value]) : NumberValueObject.create(range[to] - range[from] + 1);
    });
  for (const name of ["CELL", "ISFORMULA", "FORMULATEXT"]) {
    const executor = functions.getExecutor(name) as BaseFunction | undefined;
    if (!executor) continue;
    const before = executor.calculate.bind(executor) as (...values: BaseValueObject[]) => BaseValueObject;
    executor.calculate = ((...values: BaseValueObject[]) => {
      const answer = before(...values);
      FORMULA_REF_TO_ARRAY_CACHE.clear();
      return answer;
    }) as BaseFunction["calculate"];
  }
}
