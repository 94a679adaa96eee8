import type { Injector, Workbook } from "@univerjs/core";
import { IUniverInstanceService } from "@univerjs/core";
import {
  type ArrayValueObject,
  BaseReferenceObject,
  type BaseValueObject,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaDataModel,
} from "@univerjs/engine-formula";
import { lastColumnCount, lastRowCount } from "../../workbook/address";
import type { UniverRange } from "../univerAreas";

interface Reference {
  _forcedSheetId: string | undefined;
  getUnitId(): string;
  getForcedSheetName(): string;
  getRangeData(): UniverRange;
  setRangeData(range: UniverRange): void;
  getRangePosition(): UniverRange;
  getActiveSheetRowCount(): number;
  getActiveSheetColumnCount(): number;
  setForcedSheetId(sheets: SheetIds): void;
  isExceedRange(): boolean;
  getFirstCell(): BaseValueObject;
  toArrayValueObject(useCache?: boolean): ArrayValueObject;
  iterator(visit: (value: BaseValueObject | null, row: number, column: number) => boolean | undefined): void;
  _checkIfWorksheetMiss(): boolean;
}

/** Ids of sheets by name, by workbook. */
type SheetIds = Record<string, Record<string, string> | undefined>;

let isMended = false;
const idsInSmallLetters = new WeakMap<object, Map<string, string>>();

/**
 * Sheets are found by name without regard to capitals, a sheet that is not there is #REF!, and references go to the end of
 * Excel's sheets, not of what has been written.
 */
export function mendReferences(): void {
  if (isMended) return;
  isMended = true;
  boundKeptAreas();
  boundHugeAreas();
  const reference = BaseReferenceObject.prototype as unknown as Reference;
  reference.setForcedSheetId = function (this: Reference, sheets) {
    const ids = sheets[this.getUnitId()] ?? {};
    const name = this.getForcedSheetName();
    this._forcedSheetId =
      name === ""
        ? undefined
        : ((Object.hasOwn(ids, name) ? ids[name] : undefined) ?? inSmallLetters(ids).get(name.toLowerCase()));
  };
  reference.isExceedRange = function (this: Reference) {
    const { startRow, startColumn, endRow, endColumn } = this.getRangePosition();
    return startRow < 0 || startColumn < 0 || endRow >= lastRowCount || endColumn >= lastColumnCount;
  };
  const { getFirstCell, iterator, toArrayValueObject } = reference;
  // The values of an area are kept by the sheet's id, which a missing sheet shares with the formula's own.
  reference.toArrayValueObject = function (this: Reference, useCache = true) {
    return toArrayValueObject.call(this, useCache && !this._checkIfWorksheetMiss());
  };
  reference.getFirstCell = function (this: Reference) {
    return this._checkIfWorksheetMiss() ? missing() : getFirstCell.call(this);
  };
  reference.iterator = function (this: Reference, visit) {
    if (!this._checkIfWorksheetMiss()) return iterator.call(this, visit);
    const { startRow, startColumn } = this.getRangePosition();
    visit(missing(), startRow, startColumn);
  };
}

/** Univer lists sheets by name in an object that has a `__proto__` and a `constructor` of its own. */
export function mendSheetNames(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const sheetData = model.getCalculateData.bind(model);
  model.getCalculateData = () => {
    const data = sheetData();
    for (const unit of Object.keys(data.unitSheetNameMap)) {
      const ids = Object.create(null) as Record<string, string>;
      const book = injector.get(IUniverInstanceService).getUnit<Workbook>(unit);
      for (const sheet of book?.getSheets() ?? []) ids[sheet.getName()] = sheet.getSheetId();
      data.unitSheetNameMap[unit] = ids;
    }
    return data;
  };
}

/** Cells of an area that are looked at one by one; a whole column has as many. */
const mostLookedAt = lastRowCount;

/**
 * Univer looks at every cell of an area, and `$A$1:$XFD$1048576` has 17 thousand million. An area of more than a column is
 * read as far as the sheet is written: what lies behind is blank. The reference itself keeps its ends.
 */
function boundHugeAreas(): void {
  const reference = BaseReferenceObject.prototype as unknown as Reference;
  const { getRangePosition } = reference;
  reference.getRangePosition = function (this: Reference) {
    // It puts the ends of whole rows and columns into the reference itself, where they stay.
    const own = this.getRangeData();
    this.setRangeData({ ...own });
    const range = getRangePosition.call(this);
    this.setRangeData(own);
    const { startRow, startColumn, endRow, endColumn } = range;
    if ((endRow - startRow + 1) * (endColumn - startColumn + 1) <= mostLookedAt) return range;
    range.endRow = Math.min(endRow, Math.max(startRow, this.getActiveSheetRowCount() - 1));
    range.endColumn = Math.min(endColumn, Math.max(startColumn, this.getActiveSheetColumnCount() - 1));
    return range;
  };
}

/** Cells whose values are kept at once for formulas that read the same areas; some hundred megabytes. */
const mostKept = 4_000_000;

/**
 * Univer keeps the values of the last 10,000 areas that were read, however large they are: ten thousand running sums
 * down a column would hold fifty million of them.
 */
function boundKeptAreas(): void {
  let kept = 0;
  const { set, clear } = FORMULA_REF_TO_ARRAY_CACHE;
  FORMULA_REF_TO_ARRAY_CACHE.set = function (this: typeof FORMULA_REF_TO_ARRAY_CACHE, key, values) {
    const count = values.getRowCount() * values.getColumnCount();
    if (kept + count > mostKept) this.clear();
    kept += count;
    set.call(this, key, values);
  };
  FORMULA_REF_TO_ARRAY_CACHE.clear = function (this: typeof FORMULA_REF_TO_ARRAY_CACHE) {
    kept = 0;
    clear.call(this);
  };
}

function inSmallLetters(ids: Record<string, string>): Map<string, string> {
  let map = idsInSmallLetters.get(ids);
  if (!map) {
    map = new Map(Object.entries(ids).map(([name, id]) => [name.toLowerCase(), id]));
    idsInSmallLetters.set(ids, map);
  }
  return map;
}

function missing(): BaseValueObject {
  return ErrorValueObject.create("#REF!" as never);
}
