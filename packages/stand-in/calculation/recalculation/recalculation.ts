import type { Injector, ObjectMatrix } from "@univerjs/core";
import {
  type BaseReferenceObject,
  type BaseValueObject,
  ErrorValueObject,
  FORMULA_REF_TO_ARRAY_CACHE,
  type FunctionVariantType,
  ICalculateFormulaService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  IFunctionService,
  NumberValueObject,
} from "@univerjs/engine-formula";
import { lastColumnCount, lastRowCount } from "../../workbook/address";
import type { AreaContent } from "@workbooks/xlsx/content";
import { areaOf, type UniverRange } from "../univerAreas";
import { FormulaCells, type FormulaCell, type SheetRange } from "./formulaCells";
import { CalculationOrder, PointsAtDueCell } from "./order";
import type { DefinedNames } from "../reading/definedNames";
import { FormulaReader, isSame, wholeRange } from "../reading/formulaReader";
import { makeRoomForArray } from "./spill";
import type { Dialect } from "../reading/formulaDialect";
import { isCalculable } from "../reading/calculable";
import { StoredValues } from "./storedValues";

/** Rules of Excel that Univer has to ask us about. */
export interface ExcelRules extends Dialect {
  /** Inside a table, and over merged cells, an array never spills. */
  isClosedToArrays(sheet: string, range: UniverRange): boolean;
  /** Cells keep the values that the file has of them; only those that it has none of are calculated. */
  keepsFileValues: boolean;
  /** The formula of a cell as it is read: one that a file brought, and that is no array, takes single values of areas. */
  readAs(cell: FormulaCell): string;
}

/** What a formula reads with the values that stand there now, by what OFFSET and INDIRECT lead to and INDEX picks. */
export interface CellReads {
  areas: (AreaContent & { sheet: string })[];
  /** With these values it comes to an error. */
  isError: boolean;
}

type Matrices = Record<string, Record<string, ObjectMatrix<unknown> | undefined> | undefined>;
type Ranges = Record<string, Record<string, Record<number, Record<number, unknown>> | undefined> | undefined>;

/** A new spill makes cells due that were calculated before it; so many times at most, where spills chase each other. */
const mostRounds = 100;

/**
 * Which formulas are calculated and in which order. Univer reads all formulas of the workbook anew for each calculation and
 * finds the dependents of a spilled array only as long as it is there; this keeps what formulas read, calculates what
 * depends on a change (and what is volatile) and nothing else, each cell after its precedents. Circular cells show 0.
 */
export class Recalculation {
  readonly stored: StoredValues;
  private readonly cells: FormulaCells;
  private readonly reader;
  private readonly current;
  private readonly runtime;
  private isFirst = true;
  private round = 0;
  private order: CalculationOrder | null = null;
  private again = new Set<FormulaCell>();

  constructor(
    private readonly injector: Injector,
    private readonly unit: string,
    private readonly rules: ExcelRules,
    names: DefinedNames,
  ) {
    this.reader = new FormulaReader(injector, unit, names, rules, (reference) => this.calculatedFirst(reference));
    this.current = injector.get(IFormulaCurrentConfigService);
    this.runtime = injector.get(IFormulaRuntimeService);
    const functions = injector.get(IFunctionService);
    const vocabulary = {
      hasFunction: (name: string) => functions.hasExecutor(name.toUpperCase()),
      nameFormula: (name: string) => names.find(name)?.formulaOrRefString ?? null,
    };
    this.stored = new StoredValues({
      keepsFileValues: rules.keepsFileValues,
      isCalculable: (formula) => isCalculable(formula, vocabulary),
      shown: ({ sheet, row, column }) =>
        (this.current.getUnitData()[unit]?.[sheet]?.cellData.getValue(row, column) as { v?: unknown } | null)?.v,
    });
    this.cells = new FormulaCells((cell) => this.reader.read(cell));
    const service = injector.get(ICalculateFormulaService) as unknown as { _executeStep(): Promise<void> };
    service._executeStep = () => this.run();
    for (const name of ["OFFSET", "INDIRECT"]) this.watch(functions, name);
    // Whether an array finds room is decided here, before Univer is given it.
    (this.runtime as unknown as { _checkIfArrayFormulaRangeHasData(): boolean })._checkIfArrayFormulaRangeHasData =
      () => false;
  }

  /** Formulas mean something else from now on; what they read is found out anew before the next calculation. */
  meaningChanges(isMeant: (formula: string) => boolean): void {
    this.meant.push(isMeant);
  }

  /** The area that is spilled from a cell. */
  spillFrom(sheet: string, row: number, column: number): UniverRange | null {
    return this.cells.at(sheet, row, column)?.spill ?? null;
  }

  /** Whether a cell's formula depends on itself, as it was last calculated. */
  isCircular(sheet: string, row: number, column: number): boolean {
    const cell = this.cells.at(sheet, row, column);
    return cell !== undefined && this.circular.has(cell);
  }

  /** What of a cell's formula is not calculated here, as it was last tried; null where all of it is. */
  refusal(sheet: string, row: number, column: number): string | null {
    const cell = this.cells.at(sheet, row, column);
    return (cell && this.refusals.get(cell)) ?? null;
  }

  /** What a cell's formula reads now; null where that cannot be told, for the formula cannot be calculated here. */
  reads(sheet: string, row: number, column: number): CellReads | null {
    const cell = this.cells.at(sheet, row, column);
    if (!cell || !this.stored.isCalculable(cell.formula)) return null;
    const pointed: SheetRange[] = (this.pointed = []);
    try {
      const isError = this.reader.isError(cell);
      const areas = [...this.reader.needed(cell), ...pointed];
      return { areas: areas.map((one) => ({ ...areaOf(one.range), sheet: one.sheet })), isError };
    } finally {
      this.pointed = null;
    }
  }

  /** Where what is being calculated points at, as long as somebody asks. */
  private pointed: SheetRange[] | null = null;
  private readonly meant: ((formula: string) => boolean)[] = [];
  private readonly circular = new Set<FormulaCell>();
  private readonly refusals = new WeakMap<FormulaCell, string>();

  private async run(): Promise<void> {
    let due = this.due();
    const count = due.size;
    const circular = new Set<FormulaCell>();
    for (let round = 0; due.size > 0 && round < mostRounds; round++) {
      this.again = new Set();
      FORMULA_REF_TO_ARRAY_CACHE.clear();
      this.order = new CalculationOrder([...due], {
        calculate: (cell) => {
          if (!circular.has(cell)) this.circular.delete(cell);
          this.show(cell, circular.has(cell) ? nothing() : this.valueOf(cell), circular.has(cell));
        },
        circular: (cell) => {
          circular.add(cell);
          this.circular.add(cell);
          const isWhere = asksOnlyWhere(cell);
          this.show(cell, isWhere ? this.refused(cell, "a formula that asks where it is itself") : nothing(), !isWhere);
        },
        needed: (cell) => this.reader.needed(cell),
        pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
      });
      await this.order.calculateAll();
      due = this.again;
    }
    this.order = null;
    this.reader.forgetRead();
    this.stored.isOpening = false;
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    if (count > 0) this.runtime.markedAsSuccessfullyExecuted();
    else this.runtime.markedAsNoFunctionsExecuted();
  }

  /** What is not calculated here keeps the value that the file has of it, and is #NAME? where there is none. */
  private valueOf(cell: FormulaCell): FunctionVariantType | null {
    const value = this.reader.value(cell);
    this.refusals.delete(cell);
    return this.reader.refusal === null ? value : this.refused(cell, this.reader.refusal);
  }

  private refused(cell: FormulaCell, what: string): FunctionVariantType | null {
    this.refusals.set(cell, what);
    return this.stored.hasFileValue(cell) ? null : errorOf("#NAME?");
  }

  /** What has to be calculated after what has changed. */
  private due(): Set<FormulaCell> {
    const sheetsMeant = Object.keys(this.current.getDirtyNameMap()[this.unit] ?? {}).length > 0;
    if (sheetsMeant) {
      this.injector.get(IFunctionService).deleteFormulaAstCacheKey("");
      this.meaningChanges(() => true);
    }
    const { changed, freed } = this.cells.update((this.current.getFormulaData()[this.unit] ?? {}) as never);
    if (this.isFirst) this.takeArrays();
    const meant = this.meant.splice(0);
    if (meant.length > 0) this.stored.forgetCalculable();
    const isMeant = (cell: FormulaCell): boolean => meant.some((is) => is(cell.formula));
    // What is new was read just now, with what formulas mean from now on.
    const isNew = new Set(changed);
    const readAgain = [
      ...changed.filter(isMeant).map((cell) => ({ cell, isElsewhere: false })),
      ...(meant.length > 0 ? this.cells.readAgain((cell) => !isNew.has(cell) && isMeant(cell)) : []),
    ];
    const due = new Set<FormulaCell>();
    this.round++;
    if (this.current.isForceCalculate()) this.markCells(this.cells.all(), due);
    if (!this.isFirst) this.markCells(changed, due);
    if (sheetsMeant)
      for (const { cell, isElsewhere } of readAgain)
        if (/[![]/.test(cell.formula)) this.markCells([cell], due, isElsewhere);
    for (const { sheetId: sheet, range } of this.current.getDirtyRanges()) {
      const edited = { sheet, range: plainRange(range) };
      this.markCells([...this.cells.within(edited), ...this.cells.arraysOver(edited)], due);
      this.markReaders([edited], due);
    }
    for (const area of freed) {
      this.markReaders([area], due);
      this.markCells(this.blockedOver(area), due);
    }
    this.round++;
    this.markCells(this.cells.volatile, due, false);
    this.isFirst = false;
    return due;
  }

  /** Arrays that a file brought along. */
  private takeArrays(): void {
    const sheets = (this.current.getArrayFormulaRange() as Ranges)[this.unit] ?? {};
    for (const [sheet, rows] of Object.entries(sheets))
      for (const [row, columns] of Object.entries(rows ?? {}))
        for (const [column, range] of Object.entries(columns)) {
          const cell = this.cells.at(sheet, Number(row), Number(column));
          if (cell && range) this.cells.setArray(cell, plainRange(range as UniverRange), null);
        }
  }

  /** `isChange`: because of something that was written, and not only since they are volatile. */
  private markCells(cells: Iterable<FormulaCell>, due: Set<FormulaCell>, isChange = true): void {
    const changed: SheetRange[] = [];
    for (const cell of cells) if (this.mark(cell, due, isChange)) changed.push(outputOf(cell));
    this.markReaders(changed, due, isChange);
  }

  /** False for a cell that is due already, or keeps its value all the same. */
  private mark(cell: FormulaCell, due: Set<FormulaCell>, isChange: boolean): boolean {
    if (due.has(cell)) return false;
    if (isChange) this.stored.due(cell);
    if (this.stored.keeps(cell)) return false;
    due.add(cell);
    return true;
  }

  /** Everything that reads these areas, what reads that, and so on. */
  private markReaders(areas: SheetRange[], due: Set<FormulaCell>, isChange = true): void {
    const changed = [...areas];
    for (let area = changed.pop(); area; area = changed.pop())
      this.cells.readAreas(area, (read) => {
        if (read.visited === this.round) return;
        read.visited = this.round;
        for (const cell of read.readers) {
          if (this.mark(cell, due, isChange)) changed.push(outputOf(cell));
        }
      });
  }

  /** In the midst of a calculation an area has changed: what has read it is calculated again, and what reads that. */
  private markAgain(area: SheetRange): void {
    const hasRead: FormulaCell[] = [];
    this.cells.readAreas(area, (read) => read.readers.forEach((cell) => hasRead.push(cell)));
    this.markCells(
      hasRead.filter(({ state }) => state === "calculated"),
      this.again,
    );
    this.markCells(this.cells.pointing, this.again, false);
  }

  private show(cell: FormulaCell, value: FunctionVariantType | null, isCircular: boolean): void {
    if (value === null) return;
    const error = value.isError() ? String((value as ErrorValueObject).getValue()) : null;
    if (this.stored.isWorse(cell, error, isCircular)) return;
    const before = cell.spill;
    if (before) this.takeAway(cell, before);
    const area = arrayArea(cell, value);
    const isBlocked = area !== null && this.isBlocked(cell, area);
    this.cells.setArray(cell, isBlocked ? null : area, isBlocked ? area : null);
    const { row, column, sheet } = cell;
    if (cell.spill) makeRoomForArray(this.injector, this.unit, sheet, cell.spill);
    this.runtime.setCurrent(row, column, lastRowCount, lastColumnCount, sheet, this.unit);
    try {
      this.runtime.setRuntimeData(isBlocked ? errorOf("#SPILL!") : value);
    } catch {
      // Univer cannot read what one of its own functions has answered.
      this.runtime.setRuntimeData(errorOf("#VALUE!"));
    }
    const now = cell.spill;
    if (before ? now && isSame(before, now) : !now) return;
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    this.round++;
    for (const range of [before, now]) if (range) this.markAgain({ sheet, range });
    if (before) this.markCells(this.blockedOver({ sheet, range: before }), this.again);
  }

  /** The values of an earlier array must not be read any more. */
  private takeAway(cell: FormulaCell, { startRow, startColumn, endRow, endColumn }: UniverRange): void {
    const { sheet } = cell;
    const values = [this.current.getArrayFormulaCellData(), this.runtime.getRuntimeArrayFormulaCellData()];
    for (const matrix of values.map((units) => (units as unknown as Matrices)[this.unit]?.[sheet]))
      for (let row = startRow; matrix && row <= endRow; row++)
        for (let column = startColumn; column <= endColumn; column++) matrix.realDeleteValue(row, column);
    for (const ranges of [this.current.getArrayFormulaRange(), this.runtime.getUnitArrayFormula()])
      delete (ranges as unknown as Ranges)[this.unit]?.[sheet]?.[cell.row]?.[cell.column];
  }

  /** Cells whose arrays had no room there. */
  private blockedOver(area: SheetRange): FormulaCell[] {
    return this.cells.arraysOver(area).filter(({ blocked }) => blocked !== null);
  }

  private isBlocked(cell: FormulaCell, range: UniverRange): boolean {
    const { sheet } = cell;
    if (range.endRow >= lastRowCount || range.endColumn >= lastColumnCount) return true;
    if (this.rules.isClosedToArrays(sheet, range)) return true;
    if (this.cells.arraysOver({ sheet, range }).some((other) => other !== cell && other.spill !== null)) return true;
    const matrix = this.current.getUnitData()[this.unit]?.[sheet]?.cellData;
    for (let row = range.startRow; matrix && row <= range.endRow; row++)
      for (let column = range.startColumn; column <= range.endColumn; column++) {
        if (row === cell.row && column === cell.column) continue;
        const other = matrix.getValue(row, column);
        if (other && (other.f || other.si || other.p || (other.v ?? "") !== "")) return true;
      }
    return false;
  }

  /** A function that answers a reference to wherever its arguments say waits until that is calculated. */
  private watch(functions: IFunctionService, name: string): void {
    const executor = functions.getExecutor(name);
    if (!executor) return;
    const calculate = executor.calculate.bind(executor);
    executor.calculate = (...variants) => {
      const value = calculate(...variants);
      if (value.isReferenceObject()) this.calculatedFirst(value as unknown as BaseReferenceObject);
      return value;
    };
  }

  /** @throws PointsAtDueCell where a cell of the area is not calculated yet */
  private calculatedFirst(reference: BaseReferenceObject): void {
    if (!this.order && !this.pointed) return;
    // Until then, a sheet that is named counts as the formula's own.
    if (reference.getForcedSheetName() !== "") reference.setForcedSheetId(this.current.getSheetNameMap() as never);
    if ((reference as unknown as { _checkIfWorksheetMiss(): boolean })._checkIfWorksheetMiss()) return;
    const area = { sheet: reference.getSheetId(), range: wholeRange(reference) };
    this.pointed?.push(area);
    const cell = this.order?.notCalculatedIn(area);
    if (cell) throw new PointsAtDueCell(cell);
  }
}

/** In Excel a formula may ask of its own cell by a function that leads there, and goes round no circle. */
function asksOnlyWhere({ formula }: FormulaCell): boolean {
  return /\b(?:ROWS?|COLUMNS?|ISREF|ISFORMULA)\((?:OFFSET|INDIRECT)\(/i.test(formula);
}

function errorOf(error: string): FunctionVariantType {
  return ErrorValueObject.create(error as never);
}

/** What a circular cell shows. */
function nothing(): FunctionVariantType {
  return NumberValueObject.create(0);
}

/** What a cell's value changes: itself, and what its array fills. */
function outputOf({ sheet, row, column, spill }: FormulaCell): SheetRange {
  return { sheet, range: spill ?? { startRow: row, startColumn: column, endRow: row, endColumn: column } };
}

/** Where an array of more than one value would go. */
function arrayArea(cell: FormulaCell, value: FunctionVariantType): UniverRange | null {
  if (!value.isReferenceObject() && !(value as BaseValueObject).isArray()) return null;
  const { startRow, startColumn, endRow, endColumn } = (value as BaseReferenceObject).getRangePosition();
  if (startRow === endRow && startColumn === endColumn) return null;
  return {
    startRow: cell.row,
    startColumn: cell.column,
    endRow: cell.row + endRow - startRow,
    endColumn: cell.column + endColumn - startColumn,
  };
}

/** Without the end of a range that has none: Univer's whole columns and rows. */
function plainRange({ startRow, startColumn, endRow, endColumn }: UniverRange): UniverRange {
  return {
    startRow: startRow || 0,
    startColumn: startColumn || 0,
    endRow: Number.isNaN(endRow) ? lastRowCount - 1 : endRow,
    endColumn: Number.isNaN(endColumn) ? lastColumnCount - 1 : endColumn,
  };
}
