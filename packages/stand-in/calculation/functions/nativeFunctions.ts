import type { BaseFunction, IFunctionService } from "@univerjs/engine-formula";
import {
  type ArrayValueObject,
  type BaseValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import type { ValueContent } from "@workbooks/xlsx/content";
import { eachOf } from "./broadcast";
import { valueObject, valueOf } from "./addinFunction";
import { textOfNumber } from "../../workbook/cells/generalFormat";
import { isoWeek, textOfTruth, wildcardPosition } from "./datesAndTexts";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

type Values = BaseValueObject[];
type Calculate = (values: Values, before: (values: Values) => BaseValueObject) => BaseValueObject;

/** Puts right what Univer's own functions answer otherwise than Excel (test/packages/stand-in/calculation/cases/nativeFormulas.json shows where). */
export function mendNatives(functions: IFunctionService): void {
  const mend = (name: string, calculate: Calculate) => replaceCalculation(functions, name, calculate);
  const mendEach = (name: string, evaluate: (values: ValueContent[]) => ValueContent | undefined) =>
    mend(name, (values, before) => eachOf(values, (single) => ownOrBefore(single, evaluate, before)));

  // Excel's 29 February 1900, which never was.
  mendEach("DAY", ([date]) => (isNumber(date) && Math.floor(date) === 60 ? 29 : undefined));
  mendEach("DATE", ([year, month, day]) => {
    if (isNumber(year) && isNumber(month) && year + Math.floor((Math.trunc(month) - 1) / 12) > 9999)
      return { error: "#NUM!" };
    return year === 1900 && isNumber(month) && isNumber(day) && month >= 1 && month < 3 && day >= 1 && day < 32
      ? (Math.trunc(month) - 1) * 31 + Math.trunc(day)
      : undefined;
  });
  mendEach("TRIM", ([text]) =>
    typeof text === "string" ? text.replace(/^ +| +$/g, "").replace(/ +/g, " ") : undefined,
  );
  mendEach("TEXT", ([value, format]) => {
    if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
    return format === "" ? "" : undefined;
  });
  mendEach("HYPERLINK", ([link, name = link]) => name);
  mendEach("ISOWEEKNUM", ([date]) => (isNumber(date) && date >= 1 ? isoWeek(date) : undefined));
  mendEach("SECOND", ([time]) => (isNumber(time) && time >= 0 ? Math.round(time * 86_400) % 60 : undefined));
  mendEach("SEARCH", ([sought, within, start = 1]) => {
    if (typeof sought !== "string" || typeof within !== "string" || !isNumber(start) || start < 1) return undefined;
    return wildcardPosition(sought, within, Math.trunc(start)) ?? { error: "#VALUE!" };
  });
  mendEach("T.DIST.2T", ([x, freedom]) => {
    if (!isNumber(x) || !isNumber(freedom) || x < 0 || freedom < 1) return undefined;
    return 2 * tCdf(-x, Math.trunc(freedom));
  });
  mendEach("NOT", ([value]) => (typeof value === "string" ? not(textOfTruth(value)) : undefined));
  mend("DOLLAR", (values, before) =>
    eachOf([before(values)], ([shown]) =>
      shown?.isString() ? StringValueObject.create(String(shown.getValue()).trimEnd()) : (shown as BaseValueObject),
    ),
  );
  mend("IF", ([test, ...rest], before) => before([test ? withTruth(test) : test, ...rest] as Values));
  for (const name of ["AND", "OR", "XOR"])
    mend(name, (values, before) => {
      // The empty text that is written says nothing.
      const others = values.filter((value) => value.isArray() || value.getValue() !== "");
      return before((others.length > 0 ? others : values).map((value) => (value.isArray() ? value : withTruth(value))));
    });
  // Texts in a range count as nothing, those that look like numbers too.
  mend("AVERAGEA", (values, before) => before(values.map((value) => (isInCells(value) ? textsAsZero(value) : value))));
  // Univer sorts the values that it keeps of a range, for every other formula too: it gets a copy.
  for (const name of ["SORT", "SORTBY"])
    mend(name, ([array, ...rest], before) => before([array ? mapped(array, (one) => one) : array, ...rest] as Values));
  for (const name of textFunctions) mend(name, (values, before) => before(values.map(numbersAsTexts(name))));
}

/** Functions to which a number is its text of 15 digits; Univer gives them 12. The counts they take stay numbers. */
const textFunctions =
  "LEN UPPER LOWER TRIM CONCAT CONCATENATE TEXTJOIN EXACT LEFT RIGHT MID FIND SEARCH SUBSTITUTE REPLACE REPT".split(
    " ",
  );
/** How many arguments from the first are texts, where not all are. */
const textCount = wordTable<number>({
  LEFT: 1,
  RIGHT: 1,
  MID: 1,
  REPT: 1,
  FIND: 2,
  SEARCH: 2,
  SUBSTITUTE: 3,
  REPLACE: 1,
});

function numbersAsTexts(name: string): (value: BaseValueObject, index: number) => BaseValueObject {
  return (value, index) => {
    if (index >= (textCount[name] ?? Infinity) || (!value.isArray() && !value.isNumber())) return value;
    return mapped(value, (one) =>
      one.isNumber() ? StringValueObject.create(textOfNumber(Number(one.getValue()))) : one,
    );
  };
}

export function replaceCalculation(functions: IFunctionService, name: string, calculate: Calculate): void {
  const executor = functions.getExecutor(name) as BaseFunction | undefined;
  if (!executor) return;
  const before = executor.calculate.bind(executor) as (...values: Values) => BaseValueObject;
  executor.calculate = ((...values: Values) =>
    calculate(values, (others) => before(...others))) as BaseFunction["calculate"];
}

function ownOrBefore(
  values: Values,
  evaluate: (values: ValueContent[]) => ValueContent | undefined,
  before: (values: Values) => BaseValueObject,
): BaseValueObject {
  const error = values.find((value) => value.isError());
  if (error) return error;
  const own = evaluate(values.map(valueOf));
  return own === undefined ? before(values) : valueObject(own);
}

function isNumber(value: ValueContent | undefined): value is number {
  return typeof value === "number";
}

function mapped(value: BaseValueObject, change: (value: BaseValueObject) => BaseValueObject): BaseValueObject {
  return value.isArray()
    ? (value as ArrayValueObject).mapValue((one) => change(one as BaseValueObject))
    : change(value);
}

/** "TRUE" and "FALSE" as text are the truth values; any other text is #VALUE!. */
function withTruth(value: BaseValueObject): BaseValueObject {
  if (value.isArray() ? !hasText(value as ArrayValueObject) : !value.isString()) return value;
  return mapped(value, (one) => (one.isString() ? valueObject(textOfTruth(String(one.getValue()))) : one));
}

function hasText(array: ArrayValueObject): boolean {
  for (let row = 0; row < array.getRowCount(); row++)
    for (let column = 0; column < array.getColumnCount(); column++) if (array.get(row, column)?.isString()) return true;
  return false;
}

function not(value: ValueContent): ValueContent {
  return typeof value === "boolean" ? !value : value;
}

/** An array of cells, or a constant, and no text that was calculated. */
function isInCells(value: BaseValueObject): boolean {
  const array = value as ArrayValueObject;
  return value.isArray() && (array.getUnitId() !== "" || array.getRowCount() * array.getColumnCount() > 1);
}

function textsAsZero(value: BaseValueObject): BaseValueObject {
  return mapped(value, (one) => (one.isString() ? NumberValueObject.create(0) : one));
}
