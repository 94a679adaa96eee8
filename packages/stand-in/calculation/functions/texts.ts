import type { Injector } from "@univerjs/core";
import {
  BaseReferenceObject,
  type BaseValueObject,
  ERROR_TYPE_SET,
  IFormulaRuntimeService,
  StringValueObject,
} from "@univerjs/engine-formula";

interface Cell {
  v?: unknown;
  t?: number | null;
  f?: string;
}

interface Reading {
  getCellData(row: number, column: number): Cell | null | undefined;
  getCellValueObject(cell: Cell): BaseValueObject;
}

/** A cell's types of text; the second is never read as anything else. */
const text = 1;
const forcedText = 4;

/**
 * A text that a formula gives stays that text for the formulas that read it: the empty one is no blank cell, and one that
 * spells an error is none.
 */
export function mendTexts(injector: Injector): void {
  mendReading();
  const runtime = injector.get(IFormulaRuntimeService) as unknown as {
    _getValueObjectOfRuntimeData(variant: BaseValueObject | null): Cell;
  };
  const cellOf = runtime._getValueObjectOfRuntimeData.bind(runtime);
  runtime._getValueObjectOfRuntimeData = (variant) => {
    const cell = cellOf(variant);
    if (variant?.isString() && ERROR_TYPE_SET.has(cell.v as never)) cell.t = forcedText;
    return cell;
  };
}

let isMended = false;

function mendReading(): void {
  if (isMended) return;
  isMended = true;
  const reading = BaseReferenceObject.prototype as unknown as Reading;
  const { getCellData, getCellValueObject } = reading;
  reading.getCellData = function (this: Reading, row, column) {
    const cell = getCellData.call(this, row, column);
    // Univer takes a cell for blank that has the empty text and no formula, as results have it while it calculates.
    return cell?.v === "" && cell.t === text && !cell.f ? { ...cell, f: "=" } : cell;
  };
  reading.getCellValueObject = function (this: Reading, cell) {
    return cell.t === forcedText ? StringValueObject.create(String(cell.v)) : getCellValueObject.call(this, cell);
  };
}
