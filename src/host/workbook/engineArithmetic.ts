import { ArrayValueObject, BaseValueObject, ErrorValueObject, NumberValueObject } from "@univerjs/engine-formula";
import { textOfNumber } from "./generalFormat";

type Compared = { compare(other: BaseValueObject, operator: string, isCaseSensitive?: boolean): BaseValueObject };

/**
 * Univer calculates + - * / in decimals of 20 digits and rounds the result to a double: 0.1+0.2 is 0.3, but 1/3*3 is
 * 0.9999999999999999. Excel follows IEEE 754 and is forgiving in two places only: it compares by 15 digits, and turns
 * numbers into text by 15 digits. So do we; and no result loses a bit.
 */
export function mendArithmetic(): void {
  const number = NumberValueObject.prototype as unknown as Record<string, unknown> & { isMended?: boolean };
  if (number.isMended) return;
  number.isMended = true;
  number["plusBy"] = operation((one, other) => one + other);
  number["minusBy"] = operation((one, other) => one - other);
  number["multiplyBy"] = operation((one, other) => one * other);
  number["dividedBy"] = operation((one, other) => (other === 0 ? null : one / other));
  number["_compareFiniteNumber"] = compareNumbers;

  // Univer takes 7/A1 for 7*(1/A1), which is rounded twice.
  const divided = NumberValueObject.prototype.divided;
  NumberValueObject.prototype.divided = function (this: NumberValueObject, other: BaseValueObject) {
    return other.isArray() ? arrayOf(this).divided(other) : divided.call(this, other);
  };

  // An error that is compared with itself is that error, not TRUE.
  const array = ArrayValueObject.prototype as unknown as Compared;
  const compare = array.compare;
  array.compare = function (this: ArrayValueObject, other, operator, isCaseSensitive) {
    return errorIn(this) ?? errorIn(other) ?? compare.call(this, other, operator, isCaseSensitive);
  };

  const concatenate = BaseValueObject.prototype.concatenate;
  BaseValueObject.prototype.concatenate = function (this: BaseValueObject, value, type) {
    const isFront = (type as unknown as number | undefined) !== 1;
    const own = this.isNumber() ? textOfNumber(this.getValue() as number) : null;
    const its = typeof value === "number" ? textOfNumber(value) : value;
    if (own === null || typeof its === "boolean") return concatenate.call(this, its, type);
    return isFront ? `${its}${own}` : `${own}${its}`;
  };
}

/** An operation on a number and a raw value; null is a division by zero. */
function operation(calculate: (one: number, other: number) => number | null) {
  return function (this: NumberValueObject, value: string | number | boolean): BaseValueObject {
    if (typeof value === "string" && value.trim() === "") return ErrorValueObject.create("#VALUE!" as never);
    const one = Number(this.getValue());
    const other = Number(value);
    if (Number.isNaN(one) || Number.isNaN(other)) return ErrorValueObject.create("#VALUE!" as never);
    const result = calculate(one, other);
    if (result === null) return ErrorValueObject.create("#DIV/0!" as never);
    return Number.isFinite(result) ? NumberValueObject.create(result) : ErrorValueObject.create("#NUM!" as never);
  };
}

/** Two numbers whose first 15 digits are the same are equal. */
function compareNumbers(one: number, other: number, operator: string): boolean {
  const isEqual = one === other || (isNear(one, other) && one.toPrecision(15) === other.toPrecision(15));
  if (operator === "=") return isEqual;
  if (operator === "<>") return !isEqual;
  if (operator === ">=") return isEqual || one > other;
  if (operator === "<=") return isEqual || one < other;
  return !isEqual && (operator === ">" ? one > other : one < other);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-14 * Math.abs(one);
}

function errorIn(object: BaseValueObject): BaseValueObject | null {
  if (!object.isArray()) return object.isError() ? object : null;
  const array = object as ArrayValueObject;
  if (array.getRowCount() !== 1 || array.getColumnCount() !== 1) return null;
  const only = array.get(0, 0);
  return only?.isError() ? only : null;
}

function arrayOf(value: BaseValueObject): ArrayValueObject {
  return ArrayValueObject.create({
    ...{ calculateValueList: [[value]], rowCount: 1, columnCount: 1, unitId: "", sheetId: "", row: -1, column: -1 },
  });
}
