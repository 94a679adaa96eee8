import { isCellError, type Cell } from "../../../../cells/cell";
import { dateOfSerial } from "../../../reading/cells/times/serialDate";
import type { SheetArea } from "../../../../cells/area";
import type { FormulaPart, OutputCell, ResultArea } from "../../outputTable";
import { parseFormula, type Node } from "./parseFormula";

/** What a cell comes to; an error as its name. */
type Value = number | string | boolean | null | { error: string };

/** Cells of several rows and columns, row by row; one of one row or column is stretched to the size of the other, as Excel does. */
interface Values {
  rows: number;
  columns: number;
  list: readonly Value[];
}

/** Where a calculation finds what formulas point at. */
export interface CellSource {
  /** Of the user's sheets. */
  userCell(sheet: string, row: number, column: number): Cell;
  date1904: boolean;
  /** Of the written tables. */
  resultCell(table: ResultArea["table"], row: number, column: number): OutputCell;
}

/**
 * Calculates formulas of ours as Excel would, so that what is written can be held against the figures before it is written. It knows the functions that
 * they use, and no others.
 */
export function calculation(source: CellSource): (area: ResultArea) => Value {
  /** By table, row and column. */
  const known = new Map<ResultArea["table"], (Value | typeof waiting)[][]>();

  function resultAt(table: ResultArea["table"], row: number, column: number): Value {
    let rows = known.get(table);
    if (!rows) known.set(table, (rows = []));
    const cells = (rows[row] ??= []);
    const before = cells[column];
    if (before === waiting) throw new Error(`The cell ${table}, ${row}, ${column} depends on itself.`);
    if (before !== undefined) return before;
    const cell = source.resultCell(table, row, column);
    if (cell === null || typeof cell !== "object") return (cells[column] = cell === "" ? null : cell);
    if (typeof cell.formula === "string") return null;
    cells[column] = waiting;
    // A formula that points at a blank cell shows 0.
    const value = single(evaluate(treeOf(cell.formula))) ?? 0;
    cells[column] = value;
    return value;
  }

  function areaValues(area: ResultArea | SheetArea): Values {
    const { row: top, column: left, rowCount, columnCount } = area;
    const table = "table" in area ? area.table : null;
    const sheet = "sheet" in area ? area.sheet : "";
    const list: Value[] = [];
    for (let row = top; row < top + rowCount; row++)
      for (let column = left; column < left + columnCount; column++)
        list.push(table === null ? userValue(sheet, row, column) : resultAt(table, row, column));
    return { rows: rowCount, columns: columnCount, list };
  }

  function userValue(sheet: string, row: number, column: number): Value {
    const value = source.userCell(sheet, row, column);
    return isCellError(value) ? { error: value.error } : (value as Value);
  }

  function evaluate(node: Node): Values {
    if (node.is === "constant") return one(node.value);
    if (node.is === "area") return areaValues(node.area);
    const { name, args } = node;
    const scalar = (index: number): Value => single(evaluate(args[index] as Node));
    switch (name) {
      case "IF": {
        const test = scalar(0);
        if (isError(test)) return one(test);
        const taken = truth(test) ? args[1] : args[2];
        return taken ? evaluate(taken) : one(false);
      }
      case "IFERROR": {
        const value = scalar(0);
        return isError(value) ? evaluate(args[1] as Node) : one(value);
      }
      case "AND":
      case "OR": {
        const values = args.flatMap((arg) => evaluate(arg).list).filter((value) => value !== null);
        const wrong = values.find(isError);
        if (wrong) return one(wrong);
        return one(name === "AND" ? values.every(truth) : values.some(truth));
      }
      case "SUM":
      case "MIN":
      case "MAX": {
        const values = args.flatMap((arg) => evaluate(arg).list);
        const wrong = values.find(isError);
        if (wrong) return one(wrong);
        const numbers = values.filter((value) => typeof value === "number" || (args.length > 0 && value === true));
        const list = numbers.map(Number);
        if (name === "SUM") return one(list.reduce((sum, value) => sum + value, 0));
        return one(list.length === 0 ? 0 : name === "MIN" ? Math.min(...list) : Math.max(...list));
      }
      case "COUNT":
        return one(args.flatMap((arg) => evaluate(arg).list).filter((value) => typeof value === "number").length);
      case "COUNTA":
        return one(args.flatMap((arg) => evaluate(arg).list).filter((value) => value !== null && value !== "").length);
      case "SUMPRODUCT": {
        const lists = args.map(evaluate);
        const product = lists.length === 1 ? (lists[0] as Values) : lists.reduce((a, b) => spread(a, b, times));
        const values = product.list;
        const wrong = values.find(isError);
        if (wrong) return one(wrong);
        return one(values.reduce<number>((sum, value) => sum + (typeof value === "number" ? value : 0), 0));
      }
      case "MATCH": {
        const wanted = scalar(0);
        // A blank is no 0 here.
        const index = evaluate(args[1] as Node).list.findIndex((value) => value !== null && same(value, wanted));
        return one(isError(wanted) ? wanted : index < 0 ? { error: "#N/A" } : index + 1);
      }
      case "VLOOKUP": {
        const wanted = scalar(0);
        const table = evaluate(args[1] as Node);
        const column = Number(scalar(2)) - 1;
        if (isError(wanted)) return one(wanted);
        for (let first = 0; first < table.list.length; first += table.columns)
          if (wanted !== null && same(valueIn(table, first), wanted)) return one(valueIn(table, first + column));
        return one({ error: "#N/A" });
      }
      case "INDEX": {
        const { list } = evaluate(args[0] as Node);
        const index = Number(scalar(1)) - 1;
        return one(list[index] ?? { error: "#REF!" });
      }
      case "ROWS":
        return one(evaluate(args[0] as Node).rows);
      default: {
        const run = elementwise[name];
        if (!run) throw new Error(`The calculation does not know ${name}.`);
        const values = args.map(evaluate);
        const [first = one(0), second] = values;
        const date1904 = source.date1904;
        if (!second) return mapped(first, (a) => (isError(a) ? a : run(a, null, date1904)));
        return spread(first, second, (a, b) => (isError(a) ? a : isError(b) ? b : run(a, b, date1904)));
      }
    }
  }

  return (area) => single(areaValues(area));
}

/** Read once, however often a formula is calculated on other cells. */
function treeOf(formula: readonly FormulaPart[]): Node {
  const known = trees.get(formula) ?? parseFormula(formula);
  trees.set(formula, known);
  return known;
}

const trees = new WeakMap<readonly FormulaPart[], Node>();
const waiting = Symbol("is being worked out");
const one = (value: Value): Values => ({ rows: 1, columns: 1, list: [value] });
const isError = (value: Value): value is { error: string } => typeof value === "object" && value !== null;
const valueIn = ({ list }: Values, place: number): Value => list[place] ?? null;
const single = (values: Values): Value => valueIn(values, 0);
const truth = (value: Value): boolean => Number(value) !== 0;
const times = (a: Value, b: Value): Value =>
  typeof a === "number" && typeof b === "number" ? a * b : isError(a) ? a : isError(b) ? b : 0;

function mapped({ rows, columns, list }: Values, run: (value: Value) => Value): Values {
  return { rows, columns, list: list.map(run) };
}

function spread(a: Values, b: Values, run: (a: Value, b: Value) => Value): Values {
  const [rows, columns] = [Math.max(a.rows, b.rows), Math.max(a.columns, b.columns)];
  const list: Value[] = [];
  for (let row = 0; row < rows; row++) {
    const [atA, atB] = [a.rows === 1 ? 0 : row * a.columns, b.rows === 1 ? 0 : row * b.columns];
    for (let column = 0; column < columns; column++)
      list.push(
        run(valueIn(a, atA + (a.columns === 1 ? 0 : column)), valueIn(b, atB + (b.columns === 1 ? 0 : column))),
      );
  }
  return { rows, columns, list };
}

/** Text equals text whatever its capitals, and nothing but text. */
function same(a: Value, b: Value): boolean {
  if (typeof a === "string" && typeof b === "string") return a.toLowerCase() === b.toLowerCase();
  if (a === null || b === null) return a === b || a === "" || b === "" || a === 0 || b === 0;
  return a === b;
}

function number(value: Value): number | null {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  return null;
}

type Run = (a: Value, b: Value, date1904: boolean) => Value;

const arithmetic =
  (run: (a: number, b: number) => number): Run =>
  (a, b) => {
    const [x, y] = [number(a), number(b)];
    if (x === null || y === null) return { error: "#VALUE!" };
    const result = run(x, y);
    return Number.isFinite(result) ? result : { error: "#NUM!" };
  };

const ordered =
  (run: (order: number) => boolean): Run =>
  (a, b) => {
    const kind = (value: Value): number => (typeof value === "boolean" ? 2 : typeof value === "string" ? 1 : 0);
    if (kind(a) !== kind(b) && a !== null && b !== null) return run(kind(a) - kind(b));
    const [x, y] = [a ?? (typeof b === "string" ? "" : 0), b ?? (typeof a === "string" ? "" : 0)];
    if (typeof x === "string" && typeof y === "string") {
      const [s, t] = [x.toLowerCase(), y.toLowerCase()];
      return run(s < t ? -1 : s > t ? 1 : 0);
    }
    return run(Number(x) - Number(y));
  };

const elementwise: Record<string, Run> = {
  "+": arithmetic((a, b) => a + b),
  "-": arithmetic((a, b) => a - b),
  "*": arithmetic((a, b) => a * b),
  "/": (a, b, date) => (number(b) === 0 ? { error: "#DIV/0!" } : arithmetic((x, y) => x / y)(a, b, date)),
  "^": arithmetic((a, b) => a ** b),
  "=": (a, b) => (a === null || b === null ? ordered((order) => order === 0)(a, b, false) : same(a, b)),
  "<>": (a, b) => !(a === null || b === null ? ordered((order) => order === 0)(a, b, false) : same(a, b)),
  "<": ordered((order) => order < 0),
  ">": ordered((order) => order > 0),
  "<=": ordered((order) => order <= 0),
  ">=": ordered((order) => order >= 0),
  "&": (a, b) => `${a === null ? "" : String(a)}${b === null ? "" : String(b)}`,
  NEGATIVE: arithmetic((a) => -a),
  ABS: arithmetic((a) => Math.abs(a)),
  EXP: arithmetic((a) => Math.exp(a)),
  LN: arithmetic((a) => Math.log(a)),
  INT: arithmetic((a) => Math.floor(a)),
  MOD: arithmetic((a, b) => a - b * Math.floor(a / b)),
  NOT: (a) => !truth(a),
  ISNUMBER: (a) => typeof a === "number",
  YEAR: (a, _b, date1904) => dateOfSerial(number(a) ?? 0, date1904).getUTCFullYear(),
  DAY: (a, _b, date1904) => dateOfSerial(number(a) ?? 0, date1904).getUTCDate(),
  MONTH: (a, _b, date1904) => dateOfSerial(number(a) ?? 0, date1904).getUTCMonth() + 1,
};
