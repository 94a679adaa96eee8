import { ArrayValueObject, BaseValueObject, ErrorValueObject, NumberValueObject } from "@univerjs/engine-formula";
import { compare } from "./comparison";
import { textOfNumber } from "../../workbook/cells/generalFormat";

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
  mendArrays();
  mendSums();

  // Univer takes 7/A1 for 7*(1/A1), which is rounded twice.
  const divided = NumberValueObject.prototype.divided;
  NumberValueObject.prototype.divided = function (this: NumberValueObject, other: BaseValueObject) {
    return other.isArray() ? arrayOf(this).divided(other) : divided.call(this, other);
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

function compareNumbers(one: number, other: number, operator: string): boolean {
  return compare(one, other, operator);
}

interface ArrayOperations {
  _rowCount: number;
  _columnCount: number;
  _batchOperator(other: BaseValueObject, ...how: unknown[]): BaseValueObject;
  _batchOperatorArray(other: BaseValueObject, ...how: unknown[]): BaseValueObject;
}

/** Where one of two arrays ends before the other there is #N/A; Univer has a blank there. */
function mendArrays(): void {
  const array = ArrayValueObject.prototype as unknown as ArrayOperations;
  const batch = array._batchOperator;
  array._batchOperator = function (other, ...how) {
    if (!other.isArray()) return batch.call(this, other, ...how);
    const [one, two] = [this as unknown as ArrayValueObject, other as ArrayValueObject];
    const isBeyond = (from: ArrayValueObject, row: number, column: number): boolean =>
      (from.getRowCount() > 1 && row >= from.getRowCount()) ||
      (from.getColumnCount() > 1 && column >= from.getColumnCount());
    const [lastRow, lastColumn] = [
      Math.max(one.getRowCount(), two.getRowCount()) - 1,
      Math.max(one.getColumnCount(), two.getColumnCount()) - 1,
    ];
    if (!isBeyond(one, lastRow, lastColumn) && !isBeyond(two, lastRow, lastColumn))
      return batch.call(this, other, ...how);
    const result = this._batchOperatorArray(other, ...how) as ArrayValueObject;
    for (let row = 0; row <= lastRow; row++)
      for (let column = 0; column <= lastColumn; column++)
        if (isBeyond(one, row, column) || isBeyond(two, row, column))
          result.set(row, column, ErrorValueObject.create("#N/A" as never));
    return result;
  };
}

/** Univer makes a number object for each number that is added; running sums down a long column take it minutes. */
function mendSums(): void {
  ArrayValueObject.prototype.sum = function (this: ArrayValueObject) {
    let total = 0;
    let error: BaseValueObject | null = null;
    this.iterator((value) => {
      if (!value || value.isNull() || value.isString() || value.isBoolean()) return true;
      if (value.isError()) {
        error = value;
        return false;
      }
      total += Number(value.getValue());
      return true;
    });
    if (error) return error;
    return Number.isFinite(total) ? NumberValueObject.create(total) : ErrorValueObject.create("#NUM!" as never);
  };
}

function arrayOf(value: BaseValueObject): ArrayValueObject {
  return ArrayValueObject.create({
    ...{ calculateValueList: [[value]], rowCount: 1, columnCount: 1, unitId: "", sheetId: "", row: -1, column: -1 },
  });
}
