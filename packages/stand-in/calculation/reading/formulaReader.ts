import type { Injector } from "@univerjs/core";
import {
  type ArrayValueObject,
  AstTreeBuilder,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
  generateAstNode,
  IFunctionService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  Interpreter,
  Lexer,
  NumberValueObject,
} from "@univerjs/engine-formula";
import { lastColumnCount, lastRowCount } from "../../workbook/address";
import { refuse, takeRefusal } from "../excel/notCalculated";
import type { UniverRange } from "../univerAreas";
import { type DefinedNames, nameValue } from "./definedNames";
import { NameValues } from "./nameValues";
import type { FormulaCell, FormulaReading, SheetRange } from "../recalculation/formulaCells";

/** A formula as Univer has parsed it. */
type Node = ReturnType<typeof generateAstNode>;

/** Numbers of Univer's kinds of nodes. */
const kinds = { reference: 1, operator: 3, function: 4, colon: 10 };
const pointingFunctions = new Set(["OFFSET", "INDIRECT"]);
/** They ask where a reference leads and not what is there. */
const addressFunctions = new Set(["ROW", "ROWS", "COLUMN", "COLUMNS", "AREAS", "SHEET", "SHEETS", "ISREF"]);
/** They ask for the formula that stands in a cell, whatever it comes to. */
const textFunctions = new Set(["ISFORMULA", "FORMULATEXT"]);
/** What CELL says of a place, whatever is in it. */
const cellPlaces = /^"(?:address|col|row|filename)"$/i;
const volatileFunctions = new Set([...pointingFunctions, "NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "CELL"]);

/** Asks Univer for the value of a formula and for what it reads. */
export class FormulaReader {
  private readonly lexer;
  private readonly builder;
  private readonly current;
  private readonly runtime;
  private readonly interpreter;
  private readonly names: NameValues<Node>;
  private offset = { x: 0, y: 0 };
  /** The first 20,000 formulas as they were read, until they are calculated: Univer keeps 5,000, and parses the others anew. */
  private readonly parsed = new Map<FormulaCell, { text: string; node: Node }>();

  constructor(
    injector: Injector,
    private readonly unit: string,
    private readonly scope: DefinedNames,
    private readonly rules: { readAs(cell: FormulaCell): string },
    /** Told of the area between two ends of which one is pointed at, as it is calculated. */
    private readonly pointedAt: (reference: BaseReferenceObject) => void,
  ) {
    this.lexer = injector.get(Lexer);
    this.builder = injector.get(AstTreeBuilder);
    this.current = injector.get(IFormulaCurrentConfigService);
    this.runtime = injector.get(IFormulaRuntimeService);
    this.interpreter = injector.get(Interpreter);
    this.names = new NameValues(scope, {
      open: (formula) => this.parse(formula),
      value: (node) => this.executeHere(node),
    });
    injector.get(IFunctionService).registerExecutors(this.names.executor);
  }

  /** What of the formula whose value was asked for last is not calculated here; null where all of it is. */
  refusal: string | null = null;

  value(cell: FormulaCell): FunctionVariantType {
    takeRefusal();
    const node = this.open(cell);
    betweenPointed = this.pointedAt;
    try {
      const value = this.execute(node);
      const isCancelled = cancels(node, cell.formula);
      return isCancelled ? NumberValueObject.create(0) : value;
    } finally {
      betweenPointed = null;
      forgetValues(node);
      this.parsed.delete(cell);
      this.refusal = takeRefusal();
    }
  }

  /** Whether the formula comes to an error; an answer that is still to come is none. */
  isError(cell: FormulaCell): boolean {
    const value = this.value(cell);
    const shown = value.isReferenceObject()
      ? (value as BaseReferenceObject).getFirstCell()
      : (value as BaseValueObject);
    const first = shown.isArray() ? (shown as ArrayValueObject).getFirstCell() : shown;
    return first.isError() && String(first.getValue()) !== "#BUSY!";
  }

  read(cell: FormulaCell): FormulaReading {
    const reading = newReading();
    this.collectAll(cell, reading, false, true);
    return reading;
  }

  /** What was read is not calculated any more, or means something else. */
  forgetRead(): void {
    this.parsed.clear();
  }

  /** What the cell needs now: not what only the other branch of an IF reads, nor what INDEX does not pick. */
  needed(cell: FormulaCell): SheetRange[] {
    const reading = newReading();
    this.collectAll(cell, reading, true);
    return reading.areas;
  }

  private open(cell: FormulaCell, isKept = false): Node {
    this.runtime.setCurrent(cell.row, cell.column, lastRowCount, lastColumnCount, cell.sheet, this.unit);
    this.offset = { x: cell.offsetX, y: cell.offsetY };
    this.names.forget();
    const text = this.scope.inScope(this.rules.readAs(cell), cell.sheet);
    const before = isKept ? undefined : this.parsed.get(cell);
    const node = before?.text === text ? before.node : this.parse(text);
    if (isKept && this.parsed.size < 20_000) this.parsed.set(cell, { text, node });
    return node;
  }

  /** Univer ends in an exception over what is no name of LET or parameter of LAMBDA. */
  private parse(formula: string): Node {
    try {
      return generateAstNode(this.unit, formula, this.lexer, this.builder, this.current);
    } catch {
      refuse("a LET or LAMBDA of this form");
      return generateAstNode(this.unit, "=#VALUE!", this.lexer, this.builder, this.current);
    }
  }

  private execute(node: Node): FunctionVariantType {
    return this.interpreter.execute({ node, refOffsetX: this.offset.x, refOffsetY: this.offset.y });
  }

  /** The value of a formula that is no cell's own. */
  private executeHere(node: Node): FunctionVariantType {
    const value = this.execute(node);
    forgetValues(node);
    return value;
  }

  /** What the formula reads, and what the formulas of those names read that are not a part of it. */
  private collectAll(cell: FormulaCell, reading: Collected, chosenOnly: boolean, isKept = false): void {
    this.collect(this.open(cell, isKept), cell, reading, chosenOnly);
    // A set that grows while it is gone through: what names use comes at the end.
    for (const name of reading.names) {
      if (this.names.leadsBackToItself(name)) reading.areas.push(itself(cell));
      else this.collect(this.names.open(name), cell, reading, chosenOnly);
    }
  }

  /** `chosenOnly`: of an IF or a CHOOSE with one answer, only the branch that is taken; of INDEX only what it picks. */
  private collect(node: Node, cell: FormulaCell, reading: Collected, chosenOnly: boolean): void {
    // Operators are gone through in a loop: there may be more of them in a formula than calls can be deep.
    const waiting = [...this.readChildren(node, chosenOnly)].reverse();
    for (let child = waiting.pop(); child; child = waiting.pop()) {
      if (child.nodeType === kinds.reference) this.add(child, reading.areas);
      else if (child.nodeType === kinds.colon) this.addBetween(child, cell, reading, chosenOnly);
      else if (child.nodeType === kinds.function) this.collectCall(child, cell, reading, chosenOnly);
      else for (const each of [...(child.getChildren() as Node[])].reverse()) waiting.push(each);
    }
  }

  private collectCall(node: Node, cell: FormulaCell, reading: Collected, chosenOnly: boolean): void {
    const name = functionName(node);
    if (name === nameValue) reading.names.add(this.names.nameIn(node));
    reading.isVolatile ||= volatileFunctions.has(name);
    reading.pointsAnywhere ||= pointingFunctions.has(name);
    if (chosenOnly && name === "INDEX" && this.addPicked(node, cell, reading)) return;
    const from = reading.areas.length;
    this.collect(node, cell, reading, chosenOnly);
    if (name === "THISROW") narrow(reading.areas, from, cell.row);
  }

  /** The arguments that are read, in the order in which they have to be known. */
  private readChildren(node: Node, chosenOnly: boolean): Node[] {
    const chosen = chosenOnly ? this.chosen(node) : null;
    if (chosen) return chosen;
    const children = node.getChildren() as Node[];
    const name = functionName(node);
    if (addressFunctions.has(name) || (chosenOnly && textFunctions.has(name)))
      return children.filter((child) => !isPlace(child));
    const [first, ...others] = children;
    if (name === "OFFSET" && first && isPlace(first)) return others;
    if (name === "CELL" && first && cellPlaces.test(first.getToken().trim()))
      return others.filter((child) => !isPlace(child));
    return name === "INDEX" && first ? [...others, first] : children;
  }

  private chosen(node: Node): Node[] | null {
    const name = functionName(node);
    if (name !== "IF" && name !== "CHOOSE") return null;
    const [test, ...branches] = node.getChildren() as Node[];
    const value = test ? this.number(test) : null;
    if (!test || value === null) return null;
    const branch = branches[name === "IF" ? (value ? 0 : 1) : Math.trunc(value) - 1];
    return branch ? [test, branch] : [test];
  }

  /** The part of an area that INDEX picks by its row and column; false where that is not to be known beforehand. */
  private addPicked(node: Node, cell: FormulaCell, reading: Collected): boolean {
    const [place, ...numbers] = node.getChildren() as Node[];
    if (!place || !isPlace(place) || numbers.length > 2) return false;
    const areas: SheetRange[] = [];
    if (!this.add(place, areas)) return false;
    const [first, second] = numbers.map((number) => this.number(number));
    const { sheet, range } = areas[0] as SheetRange;
    if (first === null || second === null || first === undefined) return false;
    const isRow = second === undefined && range.startRow === range.endRow;
    const [row, column] = isRow ? [0, first] : [first, second ?? 0];
    const picked = { ...range };
    if (row >= 1) picked.startRow = picked.endRow = range.startRow + Math.trunc(row) - 1;
    if (column >= 1) picked.startColumn = picked.endColumn = range.startColumn + Math.trunc(column) - 1;
    for (const number of numbers) this.collectOne(number, cell, reading);
    reading.areas.push({ sheet, range: picked });
    return true;
  }

  private collectOne(node: Node, cell: FormulaCell, reading: Collected): void {
    if (node.nodeType === kinds.reference) this.add(node, reading.areas);
    else if (node.nodeType === kinds.colon) this.addBetween(node, cell, reading, true);
    else if (node.nodeType === kinds.function) this.collectCall(node, cell, reading, true);
    else this.collect(node, cell, reading, true);
  }

  /** The number that a part of the formula comes to; null where it has none, or leads to what is not calculated yet. */
  private number(node: Node): number | null {
    try {
      return firstValue(this.execute(node));
    } catch {
      return null;
    } finally {
      forgetValues(node);
    }
  }

  private add(node: Node, areas: SheetRange[]): boolean {
    const value = this.execute(node);
    node.setValue(null as never);
    if (!value.isReferenceObject()) return false;
    const reference = value as BaseReferenceObject;
    areas.push({ sheet: reference.getSheetId(), range: wholeRange(reference) });
    return true;
  }

  /** `A1:B2`, or an area that ends where INDEX says: then everything that it may come to. */
  private addBetween(node: Node, cell: FormulaCell, reading: Collected, chosenOnly: boolean): void {
    watchBetween(node);
    const isPlain = (node.getChildren() as Node[]).every((child) => child.nodeType === kinds.reference);
    if (isPlain && this.add(node, reading.areas)) return;
    const from = reading.areas.length;
    this.collect(node, cell, reading, chosenOnly);
    const ends = reading.areas.slice(from);
    const sheet = ends[0]?.sheet;
    if (sheet !== undefined)
      reading.areas.push({ sheet, range: ends.map(({ range }) => range).reduce((one, other) => around(one, other)) });
  }
}

let betweenPointed: ((reference: BaseReferenceObject) => void) | null = null;
const watched = new WeakSet<object>();

/** `B1:OFFSET(B4,-1,0)`: only when it is calculated does it show what lies between. */
function watchBetween(node: Node): void {
  const kind = Object.getPrototypeOf(node) as { execute(this: Node): void };
  if (watched.has(kind)) return;
  watched.add(kind);
  const { execute } = kind;
  kind.execute = function (this: Node) {
    execute.call(this);
    const value = this.getValue() as FunctionVariantType | null;
    const isPointed = (this.getChildren() as Node[]).some((child) => pointingFunctions.has(functionName(child)));
    if (isPointed && value?.isReferenceObject()) betweenPointed?.(value as BaseReferenceObject);
  };
}

function functionName(node: Node): string {
  return node.nodeType === kinds.function ? node.getToken().trim().toUpperCase() : "";
}

/** A reference as it is written, of a table's own row too. */
function isPlace(node: Node): boolean {
  if (node.nodeType === kinds.reference) return true;
  const isWrapped = node.nodeType === kinds.colon || functionName(node) === "THISROW";
  return isWrapped && (node.getChildren() as Node[]).every(isPlace);
}

/** Of a table's columns only the formula's own row is read. */
function narrow(areas: SheetRange[], from: number, row: number): void {
  for (const area of areas.splice(from))
    if (row >= area.range.startRow && row <= area.range.endRow)
      areas.push({ ...area, range: { ...area.range, startRow: row, endRow: row } });
}

/**
 * Excel shows 0 where a formula's last operation is a sum or difference and the two numbers cancel to 15 digits:
 * `=1-0.9-0.1`. In parentheses or followed by another operation the rest of -2.8E-17 stays.
 */
function cancels(node: Node, formula: string): boolean {
  const last = (node.getChildren() as Node[])[0];
  const sign = last?.nodeType === kinds.operator ? last.getToken().trim() : "";
  if (sign !== "-" && sign !== "+") return false;
  const [one, other] = (last?.getChildren() as Node[]).map((child) =>
    singleNumber((child.getValue() || null) as FunctionVariantType | null),
  );
  if (!one || !other) return false;
  const subtracted = sign === "-" ? other : -other;
  return one !== subtracted && one.toPrecision(15) === subtracted.toPrecision(15) && !isInParentheses(formula);
}

function singleNumber(variant: FunctionVariantType | null): number | null {
  if (!variant || variant.isError()) return null;
  const array = variant.isReferenceObject() ? (variant as BaseReferenceObject).toArrayValueObject() : variant;
  if (!array.isArray())
    return (array as BaseValueObject).isNumber() ? Number((array as BaseValueObject).getValue()) : null;
  const { startRow, startColumn, endRow, endColumn } = (array as ArrayValueObject).getRangePosition();
  const first = (array as ArrayValueObject).getFirstCell();
  return startRow === endRow && startColumn === endColumn && first.isNumber() ? Number(first.getValue()) : null;
}

/** Whether the first parenthesis of a formula closes at its end. */
function isInParentheses(formula: string): boolean {
  const text = formula.replace(/"[^"]*"|'[^']*'/g, "").replace(/\s/g, "");
  if (!text.startsWith("=(") || !text.endsWith(")")) return false;
  let depth = 0;
  for (let at = 1; at < text.length - 1; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return false;
  }
  return true;
}

/** What is found on the way, with the names whose formulas are looked at at the end. */
type Collected = FormulaReading & { names: Set<string> };

function newReading(): Collected {
  return { areas: [], isVolatile: false, pointsAnywhere: false, names: new Set() };
}

function itself({ sheet, row, column }: FormulaCell): SheetRange {
  return { sheet, range: { startRow: row, endRow: row, startColumn: column, endColumn: column } };
}

/** As `resetCalculationState` does, which calls itself for each operator of `1+1+1+…`. */
function forgetValues(root: Node): void {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    Object.assign(node, { _valueObject: null, _calculateState: false });
    waiting.push(...(node.getChildren() as Node[]));
  }
}

/** Where a reference points; whole columns and rows go to the end of Excel's sheet, not of Univer's. */
export function wholeRange(reference: BaseReferenceObject): UniverRange {
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
