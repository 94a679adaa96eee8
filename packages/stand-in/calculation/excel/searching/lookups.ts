import {
  type ArrayValueObject,
  BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
  type IFunctionService,
  NullValueObject,
} from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueObject, valueOf } from "../../functions/addinFunction";
import { eachOf } from "../../functions/broadcast";
import { refuse } from "../notCalculated";
import { numberOf, truthOf } from "../numbers";
import { isError, notAvailable, wrongValue, type ErrorContent } from "../ownFunction";
import { gridOf, type Grid } from "./ranges";
import { halved, lastNotAbove, lastNotBelow, searched, type Nearest } from "./search";

/** Looking values up in rows and columns. */
export function registerLookups(functions: IFunctionService): void {
  functions.registerExecutors(
    new Lookup("MATCH", 2, 3, match),
    new Lookup("XMATCH", 2, 4, (sought, [area, mode, order]) => {
      const place = extended(sought, area, mode, order);
      return isError(place) ? place : place < 0 ? notAvailable : place + 1;
    }),
    new Lookup("XLOOKUP", 3, 6, xlookup),
    new Lookup("VLOOKUP", 3, 4, (sought, rest) => tableLookup(sought, rest, "columns")),
    new Lookup("HLOOKUP", 3, 4, (sought, rest) => tableLookup(sought, rest, "rows")),
  );
}

type Variant = FunctionVariantType | undefined;
type Answer = ValueContent | BaseValueObject;

/** A function that looks for its first argument, or for each value of it, with the help of the others. */
class Lookup extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    name: string,
    override minParams: number,
    override maxParams: number,
    private readonly find: (sought: ValueContent, rest: Variant[], isOne: boolean) => Answer,
  ) {
    super(name);
  }

  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...[sought, ...rest]: FunctionVariantType[]): BaseValueObject {
    const values = plain(sought as FunctionVariantType);
    const isOne = !values.isArray() || isSingle(values as ArrayValueObject);
    const answer = (value: BaseValueObject): BaseValueObject => {
      const found = value.isError() ? value : this.find(valueOf(value), rest, isOne);
      return isValueObject(found) ? found : valueObject(found);
    };
    if (isOne) return answer(values.isArray() ? firstOf(values as ArrayValueObject) : values);
    return eachOf([values], ([single]) => answer(single as BaseValueObject));
  }
}

function match(sought: ValueContent, [area, type]: Variant[]): ValueContent {
  const list = listOf(area);
  const kind = numberIn(type, 1);
  if (isError(list)) return list;
  if (isError(kind)) return kind;
  if (sought === null) return notAvailable;
  const place =
    kind === 0
      ? searched(list, sought, "none", { withWildcards: true })
      : kind > 0
        ? lastNotAbove(list, sought)
        : lastNotBelow(list, sought);
  return place < 0 ? notAvailable : place + 1;
}

function xlookup(sought: ValueContent, [area, from, otherwise, mode, order]: Variant[], isOne: boolean): Answer {
  if (!from) return wrongValue;
  if (from.isError()) return from as BaseValueObject;
  const place = extended(sought, area, mode, order);
  if (isError(place)) return place;
  const [looked, answers] = [gridOf(area as FunctionVariantType), gridOf(from)];
  const isDown = looked.columnCount === 1 && (looked.rowCount > 1 || answers.rowCount === 1);
  if (isDown ? looked.rowCount !== answers.rowCount : looked.columnCount !== answers.columnCount) return wrongValue;
  if (place < 0) return otherwise && !isLeftOut(otherwise) ? firstOrAll(otherwise) : notAvailable;
  const array = plain(from);
  if (!array.isArray()) return array;
  const [rows, columns] = isDown
    ? [
        [place, place + 1],
        [0, isOne ? answers.columnCount : 1],
      ]
    : [
        [0, isOne ? answers.rowCount : 1],
        [place, place + 1],
      ];
  const part = (array as ArrayValueObject).slice(rows as [number, number], columns as [number, number]);
  if (!part) return valueObject(null);
  return isSingle(part) ? firstOf(part) : part;
}

/** The place that XMATCH and XLOOKUP find; -1 for none. */
function extended(sought: ValueContent, area: Variant, mode: Variant, order: Variant): number | ErrorContent {
  const list = listOf(area);
  const [how, way] = [numberIn(mode, 0), numberIn(order, 1)];
  if (isError(list)) return list;
  if (isError(how)) return how;
  if (isError(way)) return way;
  const nearest = ({ "-1": "smaller", 0: "none", 1: "larger", 2: "none" } as Record<string, Nearest>)[String(how)];
  if (how === 3) return refuse("what regular expressions find");
  if (!nearest || ![1, -1, 2, -2].includes(way) || (how === 2 && Math.abs(way) === 2)) return wrongValue;
  if (Math.abs(way) === 2) return halved(list, sought, nearest, { falls: way < 0 });
  return searched(list, sought, nearest, { fromEnd: way < 0, withWildcards: how === 2 });
}

function tableLookup(
  sought: ValueContent,
  [table, index, approximately]: Variant[],
  along: "columns" | "rows",
): Answer {
  const errors = [table, index, approximately].map((variant) => variant && firstError(variant));
  const error = errors.find((one) => one !== undefined && one !== null);
  if (error) return error;
  const number = numberIn(index, 1);
  if (isError(number)) return number;
  const roughly = approximately === undefined || truthIn(approximately);
  if (roughly === null) return wrongValue;
  const isReference = table?.isReferenceObject() || table?.isArray();
  if (!table || !isReference)
    return table && typeof valueOf(table as BaseValueObject) === "string" ? wrongValue : notAvailable;
  const grid = gridOf(table);
  const place = Math.trunc(number) - 1;
  if (place < 0) return wrongValue;
  if (place >= (along === "columns" ? grid.columnCount : grid.rowCount)) return { error: "#REF!" };
  const list = along === "columns" ? grid.values.map((row) => row[0] ?? null) : (grid.values[0] ?? []);
  if (sought === null) sought = 0;
  const found = roughly ? lastNotAbove(list, sought) : searched(list, sought, "none", { withWildcards: true });
  if (found < 0) return notAvailable;
  const array = plain(table) as ArrayValueObject;
  return (along === "columns" ? array.get(found, place) : array.get(place, found)) ?? valueObject(null);
}

/** The values of one row or column. */
function listOf(area: Variant): ValueContent[] | ErrorContent {
  if (!area) return wrongValue;
  if (area.isError()) return valueOf(area as BaseValueObject) as ErrorContent;
  const grid: Grid = gridOf(area);
  if (grid.rowCount > 1 && grid.columnCount > 1) return notAvailable;
  return grid.columnCount === 1 ? grid.values.map((row) => row[0] ?? null) : [...(grid.values[0] ?? [])];
}

function numberIn(variant: Variant, leftOut: number): number | ErrorContent {
  if (!variant || isLeftOut(variant)) return leftOut;
  const value = valueOf(firstOrAll(variant));
  if (isError(value)) return value;
  return numberOf(value) ?? wrongValue;
}

function truthIn(variant: FunctionVariantType): boolean | null {
  return truthOf(valueOf(firstOrAll(variant)));
}

function firstError(variant: FunctionVariantType): BaseValueObject | null {
  return variant.isError() ? (variant as BaseValueObject) : null;
}

function isLeftOut(variant: FunctionVariantType): boolean {
  return !variant.isReferenceObject() && (variant as BaseValueObject).isNull();
}

function firstOrAll(variant: FunctionVariantType): BaseValueObject {
  const value = plain(variant);
  return value.isArray() && isSingle(value as ArrayValueObject) ? firstOf(value as ArrayValueObject) : value;
}

function plain(variant: FunctionVariantType): BaseValueObject {
  return variant.isReferenceObject()
    ? (variant as BaseReferenceObject).toArrayValueObject()
    : (variant as BaseValueObject);
}

function isSingle(array: ArrayValueObject): boolean {
  return array.getRowCount() === 1 && array.getColumnCount() === 1;
}

function firstOf(array: ArrayValueObject): BaseValueObject {
  return (array.get(0, 0) as BaseValueObject | null) ?? NullValueObject.create();
}

function isValueObject(answer: Answer): answer is BaseValueObject {
  return typeof answer === "object" && answer !== null && "isError" in answer;
}
