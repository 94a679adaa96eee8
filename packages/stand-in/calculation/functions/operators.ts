import type { BaseFunction, BaseValueObject, FunctionVariantType, IFunctionService } from "@univerjs/engine-formula";
import { BooleanValueObject } from "@univerjs/engine-formula";
import { compare } from "./comparison";
import { eachOf } from "./broadcast";
import { valueOf } from "./addinFunction";

/** Operators whose answers Univer takes together: of arrays each value is compared, and divided, by itself. */
export function mendOperators(functions: IFunctionService): void {
  const comparison = functions.getExecutor("COMPARE") as (BaseFunction & { _compareType?: string }) | undefined;
  // Univer takes a text that looks like a number for that number, and "a*" for any text that begins with a.
  if (comparison)
    comparison.calculate = ((one: BaseValueObject, other: BaseValueObject) =>
      eachOf([one, other], ([left, right]) => {
        const error = [left, right].find((value) => value?.isError());
        return (
          error ?? BooleanValueObject.create(compare(valueOf(left), valueOf(right), comparison._compareType ?? "="))
        );
      })) as BaseFunction["calculate"];
  const division = functions.getExecutor("DIVIDED");
  const divide = division?.calculate.bind(division);
  if (division && divide)
    division.calculate = ((one: BaseValueObject, other: BaseValueObject) =>
      one.isArray() && !other.isArray()
        ? eachOf([one, other], (values) => divide(...values) as BaseValueObject)
        : (divide(one, other) as FunctionVariantType)) as BaseFunction["calculate"];
}
