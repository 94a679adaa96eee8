import {
  BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
  type IFunctionService,
} from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueObject, valueOf } from "../../functions/addinFunction";
import { eachOf } from "../../functions/broadcast";
import { criterionOf } from "./criteria";
import { divisionByZero, isError, wrongValue } from "../ownFunction";
import { gridOf, sizedAs, valueIn, type Grid } from "./ranges";

type Summary = (numbers: number[], count: number) => ValueContent;

const sum: Summary = (numbers) => numbers.reduce((total, number) => total + number, 0);
const average: Summary = (numbers) =>
  numbers.length > 0 ? (sum(numbers, 0) as number) / numbers.length : divisionByZero;

/** COUNTIF and its kin: what is done with the values where all criteria are met. */
export function registerConditional(functions: IFunctionService): void {
  functions.registerExecutors(
    new Conditional("COUNTIF", "none", (_, count) => count),
    new Conditional("COUNTIFS", "none", (_, count) => count),
    new Conditional("SUMIF", "last", sum),
    new Conditional("SUMIFS", "first", sum),
    new Conditional("AVERAGEIF", "last", average),
    new Conditional("AVERAGEIFS", "first", average),
    new Conditional("MAXIFS", "first", (numbers) =>
      numbers.reduce((most, one) => Math.max(most, one), numbers[0] ?? 0),
    ),
    new Conditional("MINIFS", "first", (numbers) =>
      numbers.reduce((least, one) => Math.min(least, one), numbers[0] ?? 0),
    ),
  );
}

class Conditional extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    name: string,
    /** Where the values are: before or behind the criteria; COUNTIF only counts. */
    private readonly values: "none" | "first" | "last",
    private readonly summary: Summary,
  ) {
    super(name);
    this.minParams = values === "first" ? 3 : 2;
    this.maxParams = name.endsWith("IF") ? (values === "last" ? 3 : 2) : 255;
  }

  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const pairs =
      this.values === "first" ? variants.slice(1) : this.values === "last" ? variants.slice(0, 2) : variants;
    if (pairs.length % 2 === 1) return valueObject(wrongValue);
    const areas = pairs.filter((_, index) => index % 2 === 0);
    // Before a range there may stand an error; a criterion may be one.
    const error = [...areas, variants[0]].find((variant) => variant?.isError());
    if (error) return error as BaseValueObject;
    const grids = areas.map(gridOf);
    const [first] = grids as [Grid];
    if (grids.some((grid) => grid.rowCount !== first.rowCount || grid.columnCount !== first.columnCount))
      return valueObject(wrongValue);
    const from = this.values === "first" ? variants[0] : this.values === "last" ? (variants[2] ?? areas[0]) : undefined;
    if (from?.isError()) return from as BaseValueObject;
    const values = from && (this.values === "last" ? sizedAs(from, first) : gridOf(from));
    if (values && (values.rowCount !== first.rowCount || values.columnCount !== first.columnCount))
      return valueObject(wrongValue);
    const criteria = pairs.filter((_, index) => index % 2 === 1).map(plain);
    return eachOf(criteria, (singles) => valueObject(this.met(grids, singles.map(valueOf), values)));
  }

  private met(grids: Grid[], criteria: ValueContent[], values: Grid | undefined): ValueContent {
    const accept = criteria.map(criterionOf);
    const [{ rowCount, columnCount }] = grids as [Grid];
    const all = values ? [...grids, values] : grids;
    const written = Math.min(rowCount, Math.max(...all.map((grid) => grid.values.length)));
    const across = Math.min(columnCount, Math.max(...all.map((grid) => grid.values[0]?.length ?? 0)));
    const numbers: number[] = [];
    let count = 0;
    for (let row = 0; row < written; row++)
      for (let column = 0; column < across; column++) {
        if (!accept.every((is, index) => is(valueIn(grids[index] as Grid, row, column)))) continue;
        count++;
        const value = values && valueIn(values, row, column);
        if (isError(value)) return value;
        if (typeof value === "number") numbers.push(value);
      }
    // What lies beyond the written cells is blank.
    if (accept.every((is) => is(null))) count += rowCount * columnCount - written * across;
    return this.summary(numbers, count);
  }
}

function plain(variant: FunctionVariantType): BaseValueObject {
  return variant.isReferenceObject()
    ? (variant as BaseReferenceObject).toArrayValueObject()
    : (variant as BaseValueObject);
}
