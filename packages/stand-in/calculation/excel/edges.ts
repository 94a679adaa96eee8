import type { BaseValueObject, FunctionVariantType, IFunctionService } from "@univerjs/engine-formula";
import type { ArrayValueObject, BaseReferenceObject } from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueObject, valueOf } from "../functions/addinFunction";
import { eachOf } from "../functions/broadcast";
import { compare } from "../functions/comparison";
import { replaceCalculation } from "../functions/nativeFunctions";
import { refuse } from "./notCalculated";
import { numberOf, truthOf } from "./numbers";
import { divisionByZero, isError, notANumber, notAvailable, wrongValue, type OwnFunction } from "./ownFunction";
import { gridOf, type Grid } from "./searching/ranges";

/** Edges of single functions, each as Excel has it. */
export function mendEdges(functions: IFunctionService): void {
  // Parts of a row or column do not count.
  replaceCalculation(functions, "OFFSET", ([place, ...counts], before) =>
    before([place as BaseValueObject, ...counts.map((count, index) => wholeNumber(count, index >= 2))]),
  );
  replaceCalculation(functions, "INDEX", ([place, ...numbers], before) =>
    before([place as BaseValueObject, ...numbers.map((number) => wholeNumber(number))]),
  );
  replaceCalculation(functions, "SORT", (values, before) => sorted(values) ?? before(values));
  for (const name of ["SMALL", "LARGE"])
    replaceCalculation(functions, name, ([list, ...rest], before) => {
      if (!list || list.isArray() || list.isError()) return before([list as BaseValueObject, ...rest]);
      const number = numberOf(valueOf(list));
      return number === null ? valueObject(wrongValue) : before([valueObject([[number], [""]]), ...rest]);
    });
  replaceCalculation(functions, "ERROR.TYPE", (values, before) => {
    const value = values[0]?.isArray() ? (values[0] as ArrayValueObject).get(0, 0) : values[0];
    const kind = value?.isError() ? laterErrors[String(value.getValue())] : undefined;
    return kind === undefined ? before(values) : valueObject(kind);
  });
  for (const name of ["AVERAGE", "AVERAGEA"])
    replaceCalculation(functions, name, (values, before) => {
      const first = values
        .map((value) =>
          gridOf(value as FunctionVariantType)
            .values.flat()
            .find(isError),
        )
        .find(isError);
      if (first) return valueObject(first);
      // A text of a cell is left out, one that is calculated is the number that it spells.
      const isText = values.map((value) => isCalculatedText(value));
      const numbers = values.map((value, index) =>
        isText[index] ? numberOf(gridOf(value as FunctionVariantType).values[0]?.[0]) : 0,
      );
      if (numbers.includes(null)) return valueObject(wrongValue);
      return before(values.map((value, index) => (isText[index] ? valueObject(numbers[index] as number) : value)));
    });
  for (const name of ["BESSELI", "BESSELJ"])
    replaceCalculation(functions, name, (values, before) =>
      eachOf(values, (singles) => {
        const [x] = singles.map((single) => numberOf(valueOf(single)));
        return typeof x === "number" && Math.abs(x) > 8
          ? valueObject(refuse(`${name} of numbers beyond 8`))
          : before(singles);
      }),
    );
  for (const name of ["BIN2HEX", "BIN2OCT"])
    replaceCalculation(functions, name, (values, before) =>
      values.length < 2
        ? before(values)
        : eachOf(values, (singles) => {
            const places = singles[1] ? numberOf(valueOf(singles[1])) : null;
            return singles[1] && !singles[1].isNull() && places !== null && places < 1
              ? valueObject(notANumber)
              : before(singles);
          }),
    );
  replaceCalculation(functions, "MMULT", (values, before) => {
    const all = values.flatMap((value) => gridOf(value as FunctionVariantType).values.flat());
    const error = all.find(isError);
    if (error) return valueObject(error);
    return all.every((value) => typeof value === "number") ? before(values) : valueObject(wrongValue);
  });
  replaceCalculation(functions, "SUMSQ", (values, before) => {
    const all = values.flatMap((value) => gridOf(value as FunctionVariantType).values.flat());
    const isTooLarge = all.some((value) => typeof value === "number" && Math.abs(value) > 1.34e154);
    return isTooLarge && !all.some(isError) ? valueObject(notANumber) : before(values);
  });
  replaceCalculation(functions, "SERIESSUM", (values, before) => {
    const [x, power] = values.map((value) => gridOf(value as FunctionVariantType).values[0]?.[0]);
    return x === 0 && power === 0 ? valueObject(notANumber) : before(values);
  });
  for (const name of ["GCD", "LCM"])
    replaceCalculation(functions, name, (values) => valueObject(divisors(name, values)));
  for (const name of ["IFERROR", "IFNA"])
    replaceCalculation(functions, name, (values, before) =>
      values.some((value) => value.isArray()) ? orElse(name, values) : before(values),
    );
}

/** Errors that came after the function, as Excel numbers them. */
const laterErrors: Record<string, number> = { "#SPILL!": 9, "#CALC!": 14 };

/** Of arrays each value by itself; where the other one ends before there is something to put in, there is #N/A. */
function orElse(name: string, values: BaseValueObject[]): BaseValueObject {
  const [own, other] = values.map((value) => gridOf(value as FunctionVariantType)) as [Grid, Grid];
  const size = (side: "rowCount" | "columnCount") => Math.max(own[side], other[side]);
  const at = (grid: Grid, row: number, column: number): ValueContent => {
    const [down, across] = [grid.rowCount === 1 ? 0 : row, grid.columnCount === 1 ? 0 : column];
    return down < grid.rowCount && across < grid.columnCount ? (grid.values[down]?.[across] ?? null) : notAvailable;
  };
  return valueObject(
    Array.from({ length: Math.min(size("rowCount"), Math.max(own.values.length, other.values.length)) }, (_, row) =>
      Array.from({ length: size("columnCount") }, (__, column) => {
        const value = at(own, row, column);
        const isMeant = isError(value) && (name === "IFERROR" || value.error === "#N/A");
        return isMeant ? at(other, row, column) : value;
      }),
    ),
  );
}

function divisors(name: string, values: BaseValueObject[]): ValueContent {
  const numbers: number[] = [];
  // In an area a blank cell is 0, alone it is nothing.
  const lists = values.map((one) => gridOf(one as FunctionVariantType).values.flat());
  for (const value of lists.flatMap((list) => (list.length > 1 ? list.map((each) => each ?? 0) : list))) {
    if (isError(value)) return value;
    if (typeof value === "boolean") return wrongValue;
    if (value === null) continue;
    const number = numberOf(value);
    if (number === null) return wrongValue;
    if (number < 0 || number >= 2 ** 53) return notANumber;
    numbers.push(Math.trunc(number));
  }
  if (numbers.length === 0) return wrongValue;
  const common = (one: number, other: number): number => (other === 0 ? one : common(other, one % other));
  if (name === "GCD") return numbers.reduce(common);
  if (numbers.includes(0)) return 0;
  const multiple = numbers.reduce((one, other) => (one / common(one, other)) * other);
  return multiple >= 2 ** 53 ? notANumber : multiple;
}

/** `isSize`: a height or width of less than one is one. */
function wholeNumber(value: BaseValueObject, isSize = false): BaseValueObject {
  const plain = value.isReferenceObject() ? (value as unknown as BaseReferenceObject).toArrayValueObject() : value;
  const one = plain.isArray() && isSingle(plain as ArrayValueObject) ? (plain as ArrayValueObject).get(0, 0) : plain;
  if (!one || one.isArray() || !one.isNumber()) return value;
  const number = Number(one.getValue());
  return valueObject(isSize && number !== 0 && Math.abs(number) < 1 ? Math.sign(number) : Math.trunc(number));
}

function isSingle(array: ArrayValueObject): boolean {
  return array.getRowCount() === 1 && array.getColumnCount() === 1;
}

/** Rows sorted by one column: numbers, texts, truth values, errors as they come, and blanks at the end either way. */
function sorted([array, by, order, acrossColumns]: BaseValueObject[]): BaseValueObject | null {
  const across = acrossColumns && truthOf(valueOf(acrossColumns));
  if (!array?.isArray() || across || by?.isArray() || order?.isArray()) return null;
  const column = by && !by.isNull() ? numberOf(valueOf(by)) : 1;
  const direction = order && !order.isNull() ? numberOf(valueOf(order)) : 1;
  const rows = [...gridOf(array as FunctionVariantType).values];
  if (column === null || (direction !== 1 && direction !== -1) || column < 1 || column > (rows[0]?.length ?? 0))
    return null;
  const at = (row: ValueContent[]): ValueContent => row[Math.trunc(column) - 1] ?? null;
  const compared = rows.map((row, index) => ({ row, index }));
  compared.sort((one, other) => {
    const [left, right] = [at(one.row), at(other.row)];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || one.index - other.index;
    return orderOf(left, right) * direction || one.index - other.index;
  });
  return valueObject(compared.map(({ row }) => row));
}

function isCalculatedText(value: BaseValueObject): boolean {
  if (!value.isArray()) return value.isString();
  const array = value as ArrayValueObject;
  return isSingle(array) && array.getUnitId() === "" && (array.get(0, 0)?.isString() ?? false);
}

/** In the order of their numbers. */
const errors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

function orderOf(one: ValueContent, other: ValueContent): number {
  if (isError(one) && isError(other)) return errors.indexOf(one.error) - errors.indexOf(other.error);
  if (isError(one) || isError(other)) return Number(isError(one)) - Number(isError(other));
  if (compare(one, other, "=")) return 0;
  return compare(one, other, "<") ? -1 : 1;
}

/** Small functions of numbers. */
export const numberEdges: OwnFunction[] = [
  {
    name: "ATAN2",
    takes: "nn",
    calculate: (x: number, y: number) => (x === 0 && y === 0 ? divisionByZero : Math.atan2(y, x)),
  },
  {
    name: "EXP",
    takes: "n",
    calculate: (power: number) => {
      const value = Math.exp(power);
      // Excel has no numbers below 2.2E-308.
      return value < 2.225e-308 ? 0 : value;
    },
  },
  {
    name: "ACOTH",
    takes: "n",
    calculate: (x: number) => (Math.abs(x) <= 1 ? notANumber : (Math.log1p(1 / x) - Math.log1p(-1 / x)) / 2),
  },
  {
    name: "MOD",
    takes: "nn",
    calculate: (number: number, divisor: number) => {
      if (divisor === 0) return divisionByZero;
      const rest = number % divisor;
      return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest;
    },
  },
  {
    name: "BITXOR",
    takes: "nn",
    calculate: (one: number, other: number) => {
      const isOutside = [one, other].some((bits) => bits < 0 || bits >= 2 ** 48 || !Number.isInteger(bits));
      return isOutside ? notANumber : Number(BigInt(one) ^ BigInt(other));
    },
  },
  {
    name: "DOLLARDE",
    takes: "aa",
    calculate: (price: number, fraction: number) => {
      const parts = Math.trunc(fraction);
      if (fraction < 0) return notANumber;
      if (parts === 0) return divisionByZero;
      const whole = Math.trunc(price);
      return whole + ((price - whole) * 10 ** Math.ceil(Math.log10(parts))) / parts;
    },
  },
];
