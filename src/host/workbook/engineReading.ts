import type { Injector } from "@univerjs/core";
import {
  AstTreeBuilder,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
  generateAstNode,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  Interpreter,
  Lexer,
} from "@univerjs/engine-formula";
import { lastColumnCount, lastRowCount } from "./address";
import type { UniverRange } from "./engineAreas";
import type { FormulaCell, FormulaReading, SheetRange } from "./engineFormulaCells";

/** A formula as the engine has parsed it. */
type Node = ReturnType<typeof generateAstNode>;

/** Numbers of the engine's kinds of nodes. */
const kinds = { reference: 1, function: 4, colon: 10 };
const pointingFunctions = new Set(["OFFSET", "INDIRECT"]);
const volatileFunctions = new Set([...pointingFunctions, "NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "CELL"]);

/** Asks the engine for the value of a formula and for what it reads. */
export class FormulaReader {
  private readonly lexer;
  private readonly builder;
  private readonly current;
  private readonly runtime;
  private readonly interpreter;

  constructor(
    injector: Injector,
    private readonly unit: string,
  ) {
    this.lexer = injector.get(Lexer);
    this.builder = injector.get(AstTreeBuilder);
    this.current = injector.get(IFormulaCurrentConfigService);
    this.runtime = injector.get(IFormulaRuntimeService);
    this.interpreter = injector.get(Interpreter);
  }

  value(cell: FormulaCell): FunctionVariantType {
    const node = this.open(cell);
    const value = this.execute(node, cell);
    node.resetCalculationState();
    return value;
  }

  read(cell: FormulaCell): FormulaReading {
    const reading = newReading();
    this.collect(this.open(cell), cell, reading, false);
    return reading;
  }

  /** Whether the cell needs an area now: not where only the other branch of an IF reads it. */
  needs(cell: FormulaCell, { sheet, range }: SheetRange): boolean {
    const reading = newReading();
    this.collect(this.open(cell), cell, reading, true);
    return reading.areas.some((area) => area.sheet === sheet && isSame(area.range, range));
  }

  private open(cell: FormulaCell): Node {
    this.runtime.setCurrent(cell.row, cell.column, lastRowCount, lastColumnCount, cell.sheet, this.unit);
    return generateAstNode(this.unit, cell.formula, this.lexer, this.builder, this.current);
  }

  private execute(node: Node, cell: FormulaCell): FunctionVariantType {
    return this.interpreter.execute({ node, refOffsetX: cell.offsetX, refOffsetY: cell.offsetY });
  }

  /** `chosenOnly`: of an IF or a CHOOSE with one answer, only the branch that is taken. */
  private collect(node: Node, cell: FormulaCell, reading: FormulaReading, chosenOnly: boolean): void {
    const children = (chosenOnly ? this.chosen(node, cell) : null) ?? (node.getChildren() as Node[]);
    for (const child of children) {
      if (child.nodeType === kinds.reference) this.add(child, cell, reading.areas);
      else if (child.nodeType === kinds.colon) this.addBetween(child, cell, reading, chosenOnly);
      else {
        const name = child.nodeType === kinds.function ? child.getToken().toUpperCase() : "";
        reading.isVolatile ||= volatileFunctions.has(name);
        reading.pointsAnywhere ||= pointingFunctions.has(name);
        this.collect(child, cell, reading, chosenOnly);
      }
    }
  }

  private chosen(node: Node, cell: FormulaCell): Node[] | null {
    const name = node.nodeType === kinds.function ? node.getToken().toUpperCase() : "";
    if (name !== "IF" && name !== "CHOOSE") return null;
    const [test, ...branches] = node.getChildren() as Node[];
    if (!test) return null;
    const value = firstValue(this.execute(test, cell));
    test.resetCalculationState();
    if (value === null) return null;
    const branch = branches[name === "IF" ? (value ? 0 : 1) : Math.trunc(value) - 1];
    return branch ? [test, branch] : [test];
  }

  private add(node: Node, cell: FormulaCell, areas: SheetRange[]): boolean {
    const value = this.execute(node, cell);
    node.setValue(null as never);
    if (!value.isReferenceObject()) return false;
    const reference = value as BaseReferenceObject;
    areas.push({ sheet: reference.getSheetId(), range: wholeRange(reference) });
    return true;
  }

  /** `A1:B2`, or an area that ends where INDEX says: then everything that it may come to. */
  private addBetween(node: Node, cell: FormulaCell, reading: FormulaReading, chosenOnly: boolean): void {
    const isPlain = (node.getChildren() as Node[]).every((child) => child.nodeType === kinds.reference);
    if (isPlain && this.add(node, cell, reading.areas)) return;
    const from = reading.areas.length;
    this.collect(node, cell, reading, chosenOnly);
    const ends = reading.areas.slice(from);
    const sheet = ends[0]?.sheet;
    if (sheet !== undefined)
      reading.areas.push({ sheet, range: ends.map(({ range }) => range).reduce((one, other) => around(one, other)) });
  }
}

function newReading(): FormulaReading {
  return { areas: [], isVolatile: false, pointsAnywhere: false };
}

/** Where a reference points; whole columns and rows go to the end of Excel's sheet, not of the engine's. */
function wholeRange(reference: BaseReferenceObject): UniverRange {
  const { x, y } = reference.getRefOffset();
  const { startRow, startColumn, endRow, endColumn } = reference.getRangeData();
  const orElse = (value: number, instead: number) => (Number.isNaN(value) ? instead : value);
  return {
    startRow: within(orElse(startRow + y, 0), lastRowCount),
    startColumn: within(orElse(startColumn + x, 0), lastColumnCount),
    endRow: within(orElse(endRow + y, lastRowCount), lastRowCount),
    endColumn: within(orElse(endColumn + x, lastColumnCount), lastColumnCount),
  };
}

function within(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1);
}

function around(one: UniverRange, other: UniverRange): UniverRange {
  return {
    startRow: Math.min(one.startRow, other.startRow),
    startColumn: Math.min(one.startColumn, other.startColumn),
    endRow: Math.max(one.endRow, other.endRow),
    endColumn: Math.max(one.endColumn, other.endColumn),
  };
}

export function isSame(one: UniverRange, other: UniverRange): boolean {
  return (
    one.startRow === other.startRow &&
    one.startColumn === other.startColumn &&
    one.endRow === other.endRow &&
    one.endColumn === other.endColumn
  );
}

/** The number or truth value of a test that has one, null for an error, a text or an array. */
function firstValue(variant: FunctionVariantType): number | null {
  const isArea = variant.isReferenceObject() || variant.isArray();
  const array = variant.isReferenceObject() ? (variant as BaseReferenceObject).toArrayValueObject() : variant;
  const value = isArea ? (array as { getFirstCell(): BaseValueObject }).getFirstCell() : (variant as BaseValueObject);
  return value.isNumber() || value.isBoolean() ? Number(value.getValue()) : value.isNull() ? 0 : null;
}
