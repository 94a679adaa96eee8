import type {
  BaseFunction,
  BaseValueObject,
  IFunctionService,
  LambdaValueObjectObject,
} from "@univerjs/engine-formula";
import { ErrorValueObject, NumberValueObject } from "@univerjs/engine-formula";
import { valueObject, valueOf } from "./engineFunctions";

/** Univer's MAKEARRAY is the only function whose answer comes later, for no reason; and nothing can be done with it. */
export function mendMakeArray(functions: IFunctionService): void {
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
