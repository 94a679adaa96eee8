import {
  BaseFunction,
  type BaseValueObject,
  type FunctionVariantType,
  type IFunctionService,
} from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueObject } from "../../functions/addinFunction";
import { criterionOf } from "./criteria";
import { refuse } from "../notCalculated";
import { divisionByZero, isError, notANumber, wrongValue, type ErrorContent } from "../ownFunction";
import { gridOf, type Grid } from "./ranges";
import { textOf } from "../texts/texts";

type Summary = (numbers: number[], values: ValueContent[]) => ValueContent;

const sum: Summary = (numbers) => numbers.reduce((total, number) => total + number, 0);
const spread = (numbers: number[], less: number): ValueContent => {
  if (numbers.length - less < 1) return divisionByZero;
  const mean = (sum(numbers, []) as number) / numbers.length;
  return numbers.reduce((total, number) => total + (number - mean) ** 2, 0) / (numbers.length - less);
};
const root = (value: ValueContent): ValueContent => (typeof value === "number" ? Math.sqrt(value) : value);

/** What is done with the field of the records that meet the criteria. */
const summaries: Record<string, Summary> = {
  DSUM: sum,
  DAVERAGE: (numbers) => (numbers.length > 0 ? (sum(numbers, []) as number) / numbers.length : divisionByZero),
  DCOUNT: (numbers) => numbers.length,
  DCOUNTA: (_, values) => values.filter((value) => value !== null).length,
  DMAX: (numbers) => (numbers.length > 0 ? Math.max(...numbers) : 0),
  DMIN: (numbers) => (numbers.length > 0 ? Math.min(...numbers) : 0),
  DPRODUCT: (numbers) => (numbers.length > 0 ? numbers.reduce((product, number) => product * number, 1) : 0),
  DGET: (_, values) => (values.length > 1 ? notANumber : values.length === 0 ? wrongValue : (values[0] ?? null)),
  DVAR: (numbers) => spread(numbers, 1),
  DVARP: (numbers) => spread(numbers, 0),
  DSTDEV: (numbers) => root(spread(numbers, 1)),
  DSTDEVP: (numbers) => root(spread(numbers, 0)),
};

export function registerDatabases(functions: IFunctionService): void {
  functions.registerExecutors(...Object.entries(summaries).map(([name, summary]) => new Database(name, summary)));
}

class Database extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 3;
  override maxParams = 3;

  constructor(
    name: string,
    private readonly summary: Summary,
  ) {
    super(name);
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const error = variants.find((variant) => variant.isError());
    if (error) return error as BaseValueObject;
    const [records, field, criteria] = variants.map(gridOf) as [Grid, Grid, Grid];
    if (field.rowCount * field.columnCount > 1) return valueObject(wrongValue);
    if (criteria.values.flat().some(isError)) return valueObject(refuse("criteria with an error"));
    return valueObject(this.of(records.values, field.values[0]?.[0] ?? null, criteria.values));
  }

  private of(
    [headings = [], ...records]: ValueContent[][],
    field: ValueContent,
    criteria: ValueContent[][],
  ): ValueContent {
    if (isError(field)) return field;
    if (records.length === 0) return wrongValue;
    const isCounted = field === null && this.name === "DCOUNT";
    const column = columnOf(headings, field);
    if (isError(column) && !isCounted) return column;
    const isMeant = meets(headings, criteria);
    const values = records.filter(isMeant).map((record) => (isError(column) ? 1 : (record[column] ?? null)));
    const error = values.find(isError);
    if (error && this.name !== "DCOUNT" && this.name !== "DCOUNTA") return error;
    return this.summary(
      values.filter((value) => typeof value === "number"),
      values,
    );
  }
}

function columnOf(headings: ValueContent[], field: ValueContent): number | ErrorContent {
  if (typeof field === "number") {
    const place = Math.trunc(field);
    return place >= 1 && place <= headings.length ? place - 1 : wrongValue;
  }
  const column = headings.findIndex((heading) => heading !== null && isNamed(heading, field));
  return column < 0 ? wrongValue : column;
}

function isNamed(heading: ValueContent, name: ValueContent): boolean {
  return textOf(heading).toLowerCase() === textOf(name).toLowerCase();
}

/** A record meets the criteria where it meets all those of one of their rows; a text is met by all that begins with it. */
function meets(
  headings: ValueContent[],
  [titles = [], ...rows]: ValueContent[][],
): (record: ValueContent[]) => boolean {
  const alternatives = rows.map((row) =>
    row.flatMap((criterion, index) => {
      const title = titles[index] ?? null;
      const column = headings.findIndex((heading) => heading !== null && isNamed(heading, title));
      if (criterion === null) return [];
      if (column < 0) return [() => false];
      const isText = typeof criterion === "string" && !/^[<>=]/.test(criterion);
      const accepted = [criterionOf(criterion), ...(isText ? [criterionOf(`${criterion}*`)] : [])];
      return [(record: ValueContent[]) => accepted.some((accept) => accept(record[column] ?? null))];
    }),
  );
  return (record) => alternatives.some((row) => row.every((is) => is(record)));
}
