import type { BaseValueObject, FunctionVariantType, IFunctionService } from "@univerjs/engine-formula";
import { valueObject, valueOf } from "../../functions/addinFunction";
import { replaceCalculation } from "../../functions/nativeFunctions";
import type { ValueContent } from "@workbooks/xlsx/content";
import { refuse } from "../notCalculated";
import { numberOf } from "../numbers";
import { isError, wrongValue } from "../ownFunction";
import { gridOf } from "../searching/ranges";

/** Functions of two lists: where one has no number, the other's is left out. The lists are the last two arguments. */
const ofPairs = "CORREL COVAR COVARIANCE.P COVARIANCE.S FORECAST FORECAST.LINEAR INTERCEPT PEARSON RSQ SLOPE STEYX";
/** Functions of many numbers, of which Univer takes several arguments apart. */
const ofAll = "HARMEAN KURT SKEW SKEW.P";

export function mendLists(functions: IFunctionService): void {
  for (const name of ofPairs.split(" "))
    replaceCalculation(functions, name, (values, before) => {
      const lists = values.slice(-2).map((value) => gridOf(value).values.flat());
      const [one, two] = lists as [ValueContent[], ValueContent[]];
      if (values.slice(-2).some((value) => !value.isArray()) || one.length !== two.length) return before(values);
      if ([...one, ...two].some(isError)) return before(values);
      const pairs = one.flatMap((value, index) => {
        const other = two[index];
        return typeof value === "number" && typeof other === "number" ? [[value, other]] : [];
      });
      if (pairs.length === one.length || pairs.length === 0) return before(values);
      const columns = [0, 1].map((place) => valueObject(pairs.map((pair) => [pair[place] as number])));
      return before([...values.slice(0, -2), ...columns]);
    });
  for (const name of ["LINEST", "LOGEST"])
    // A constant that is left out is one that is calculated.
    replaceCalculation(functions, name, (values, before) =>
      before(values.map((value, index) => (index === 2 && value.isNull() ? valueObject(true) : value))),
    );
  replaceCalculation(functions, "FREQUENCY", (values, before) => {
    const bins = values[1] ? gridOf(values[1]).values.flat() : [];
    const isOfNumbers = values.every((value) =>
      gridOf(value as FunctionVariantType)
        .values.flat()
        .every((one) => typeof one === "number"),
    );
    const isRising = isOfNumbers && bins.every((bin, index) => index === 0 || Number(bin) > Number(bins[index - 1]));
    return isRising
      ? before(values)
      : valueObject(refuse("FREQUENCY of what is no number, or of classes that do not rise"));
  });
  for (const name of ofAll.split(" "))
    replaceCalculation(functions, name, (values, before) => {
      const numbers: number[] = [];
      for (const value of values) {
        if (value.isError()) return value;
        const list = gridOf(value as FunctionVariantType).values.flat();
        const error = list.find(isError);
        if (error) return valueObject(error);
        if (value.isArray()) numbers.push(...list.filter((each) => typeof each === "number"));
        else {
          const number = numberOf(valueOf(value as BaseValueObject));
          if (number === null) return valueObject(wrongValue);
          numbers.push(number);
        }
      }
      return before([valueObject(numbers.map((number) => [number]))]);
    });
}
