import type { Injector } from "@univerjs/core";
import {
  BaseReferenceObject,
  type BaseValueObject,
  type BaseFunction,
  ERROR_TYPE_SET,
  IFormulaRuntimeService,
  IFunctionService,
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
  mendWrittenTexts(injector.get(IFunctionService));
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

/** Functions to which a text is a text, or that hand it on: `IF(A1,"1-2","3:4")`, `LEN("1:2")`. */
const takeTexts =
  "IF IFS IFERROR IFNA CHOOSE SWITCH LET ISTEXT ISNONTEXT ISNUMBER T N TYPE INDIRECT MATCH XMATCH LOOKUP HLOOKUP VLOOKUP " +
  "XLOOKUP HSTACK VSTACK LEN UPPER LOWER PROPER TRIM CONCAT CONCATENATE TEXTJOIN TEXTBEFORE TEXTAFTER TEXTSPLIT EXACT LEFT " +
  "RIGHT MID FIND SEARCH SUBSTITUTE REPLACE REPT";

/** Univer takes a text that is written as an argument and looks like a date, a time or a percentage for that number. */
function mendWrittenTexts(functions: IFunctionService): void {
  for (const name of takeTexts.split(" ")) {
    const executor = functions.getExecutor(name) as BaseFunction | undefined;
    if (executor) executor.isArgumentsIgnoreNumberPattern = () => true;
  }
}
