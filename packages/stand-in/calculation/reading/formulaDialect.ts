import { tokenize } from "@borgar/fx";
import { quotedSheet, splitSheet } from "../../workbook/address";
import { fifteenDigits } from "../../workbook/cells/typedText";
import { plainReference, type TableShape } from "./structuredReferences";

type Token = ReturnType<typeof tokenize>[number];

/** What formulas refer to by name. */
export interface Dialect {
  findTable(name: string): TableShape | null;
  /** In the order of the tabs. */
  sheetNames(): readonly string[];
  hasTables(): boolean;
}

/** Formulas of cells, plain numbers and calls only, which Univer reads as they are. */
const plainFormula = /^=[A-Z$\d()+*/,:&<>=^-]*$/i;
const oddInPlain = /\d{16}|(?:^|[^A-Z$\d])(?:0\d|\d+E)|-(?:true|false)|(?:^|[^A-Z\d])\(.*,/i;

/**
 * Rewrites what Univer does not understand into what it does: `E1#` to `ANCHORARRAY(E1)`, `@x` to `SINGLE(x)`, where
 * x is a reference or a call, `A1:A3 A2:B2` to `INTERSECTION(A1:A3,A2:B2)`, `{1,2;3,4}` to `ARRAYCONSTANT(2,2,1,2,3,4)`,
 * the union in `SUM((A1,A3))` to `SUM(A1,A3)`, `Sheet1:Sheet3!A1` to one reference a sheet, references to tables to plain
 * ones, `-"5"` to `-("5")`, `5%%` to `(5%)%`, and numbers to the form that Univer does not take for a text: 1.50 to
 * 1.5, 1E-8 to 1e-8, and 16 digits to 15, as Excel does. Everything else stays letter by letter.
 */
export function toUniverFormula(formula: string, dialect: Dialect): string {
  if (plainFormula.test(formula) && !oddInPlain.test(formula) && !dialect.hasTables()) return formula;
  const tokens = tokenize(formula);
  const pieces = tokens.map((token) => operand(token, dialect));
  tokens.forEach((token, index) => {
    // What is left of a reference to a sheet that is gone: #REF!A1:B2.
    if (token.value === "#REF!")
      for (let i = index + 1; tokens[i]?.type.startsWith("range") || tokens[i]?.value === ":"; i++) pieces[i] = "";
    else if (token.type === "whitespace") intersect(tokens, pieces, index);
    else if (token.type === "operator") rewriteOperator(tokens, pieces, index);
  });
  return pieces.join("");
}

/** A formula as Excel writes it back: functions, addresses and TRUE in capitals, sheets and names as they were typed. */
export function inCapitals(formula: string): string {
  return tokenize(formula)
    .map(({ type, value }) => {
      // What stands in a file for a function that Excel does not know keeps its letters.
      if (type === "func" && /^_xl/i.test(value)) return value;
      if (type === "func" || type === "bool" || type === "error") return value.toUpperCase();
      if (type !== "range" && type !== "range_beam" && type !== "range_ternary") return value;
      const address = value.lastIndexOf("!") + 1;
      return value.slice(0, address) + value.slice(address).toUpperCase();
    })
    .join("");
}

function operand({ type, value }: Token, dialect: Dialect): string {
  if (type === "number") return plainNumber(value);
  if (type === "range" || type === "range_beam" || type === "range_ternary") return onEachSheet(value, dialect);
  if (type !== "structured" && type !== "range_named") return value;
  return plainReference(value, (name) => dialect.findTable(name)) ?? value;
}

function rewriteOperator(tokens: Token[], pieces: string[], index: number): void {
  const { value } = tokens[index] as Token;
  const next = tokens[index + 1];
  if (value === "#") wrap(pieces, operandBefore(tokens, index), index, "ANCHORARRAY", index);
  else if (value === "@") wrap(pieces, index, operandAfter(tokens, index), "SINGLE", index);
  else if (value === "{") rewriteConstant(tokens, pieces, index);
  else if (value === "(") rewriteUnion(tokens, pieces, index);
  else if (value === ":" && next?.type === "range")
    pieces[index + 1] = next.value.slice(next.value.lastIndexOf("!") + 1);
  else if (value === "-" && (next?.type === "string" || next?.type === "bool")) pieces[index + 1] = `(${next.value})`;
  else if (value === "%" && next?.value === "%") {
    const from = operandBefore(tokens, index);
    pieces[from] = `(${pieces[from] ?? ""}`;
    pieces[index] = "%)";
  }
}

/** Univer takes a comma or a semicolon in a text for the end of it, and reads no constant after an operator. */
function rewriteConstant(tokens: Token[], pieces: string[], from: number): void {
  let rowCount = 1;
  let count = 1;
  for (let index = from + 1; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.type === "operator" && token.value === "}") {
      pieces[from] = `ARRAYCONSTANT(${rowCount},${count / rowCount},`;
      pieces[index] = ")";
      return;
    }
    if (token.type !== "operator" || (token.value !== "," && token.value !== ";")) continue;
    count++;
    if (token.value === ";") rowCount++;
    pieces[index] = ",";
  }
}

/** Functions to which the areas of a union are as good as so many arguments. */
const takesAreas =
  /^(?:SUM|SUMSQ|PRODUCT|AVERAGEA?|COUNTA?|MAXA?|MINA?|MEDIAN|AREAS|AND|OR|XOR|(?:STDEV|VAR)(?:A|P|PA|\.S|\.P)?|GEOMEAN|HARMEAN|AVEDEV|DEVSQ|SKEW|KURT)$/i;

/** `(A1,A3)`: all its areas as arguments where that is the same, else as one column of values. INDEX has it as it is. */
function rewriteUnion(tokens: Token[], pieces: string[], open: number): void {
  const before = tokens[open - 1];
  const close = closing(tokens, open);
  // After ")" it is the call of a LAMBDA.
  if (before?.type === "func" || before?.value === ")" || !hasComma(tokens, open, close)) return;
  const isAlone = before?.value === "(" || before?.value === ",";
  const caller = isAlone ? tokens[enclosing(tokens, open) - 1]?.value : undefined;
  if (caller?.toUpperCase() === "INDEX") return;
  if (caller && takesAreas.test(caller)) [pieces[open], pieces[close]] = ["", ""];
  else pieces[open] = "AREAVALUES(";
}

function hasComma(tokens: Token[], open: number, close: number): boolean {
  let depth = 0;
  for (let index = open; index < close; index++) {
    const { value, type } = tokens[index] as Token;
    if (type !== "operator") continue;
    if (value === "(" || value === "{") depth++;
    if (value === ")" || value === "}") depth--;
    if (value === "," && depth === 1) return true;
  }
  return false;
}

/** The space between two references is an operator. */
function intersect(tokens: Token[], pieces: string[], index: number): void {
  const isReference = (token: Token | undefined, isBefore: boolean): boolean =>
    /^(?:range|range_named|range_beam|range_ternary|structured)$/.test(token?.type ?? "") ||
    token?.value === (isBefore ? ")" : "(") ||
    (!isBefore && token?.type === "func");
  if (!isReference(tokens[index - 1], true) || !isReference(tokens[index + 1], false)) return;
  const [from, to] = [operandBefore(tokens, index), operandAfter(tokens, index)];
  pieces[index] = ",";
  pieces[from] = `INTERSECTION(${pieces[from] ?? ""}`;
  pieces[to] = `${pieces[to] ?? ""})`;
}

/** `Sheet1:Sheet3!A1` as `Sheet1!A1,Sheet2!A1,Sheet3!A1`; other references stay. */
function onEachSheet(reference: string, dialect: Dialect): string {
  const { sheet, address } = splitSheet(reference);
  const ends = sheet?.split(":") ?? [];
  if (ends.length !== 2) return reference;
  const names = dialect.sheetNames();
  const places = ends.map((end) => names.findIndex((name) => name.toLowerCase() === end.toLowerCase()));
  if (places.includes(-1)) return "#REF!";
  return names
    .slice(Math.min(...places), Math.max(...places) + 1)
    .map((name) => `${quotedSheet(name)}!${address}`)
    .join(",");
}

/** The table's name before the short forms that Excel allows inside the table: `[@Rate]` to `Levers[[#This Row],[Rate]]`. */
export function withTableName(formula: string, table: string): string {
  if (!formula.includes("[")) return formula;
  return tokenize(formula)
    .map((token, index, tokens) => {
      const isNamed = /^(?:range|unknown)/.test(tokens[index - 1]?.type ?? "");
      const isShort = token.type === "structured" && token.value.startsWith("[") && !isNamed;
      return isShort ? qualified(token.value, table) : token.value;
    })
    .join("");
}

function qualified(reference: string, table: string): string {
  const thisRow = /^\[@\[?([^\]]*?)\]?\]$/.exec(reference);
  if (!thisRow) return table + reference;
  return thisRow[1] ? `${table}[[#This Row],[${thisRow[1]}]]` : `${table}[#This Row]`;
}

/** As JavaScript writes the number of 15 digits: Univer takes every other form for a text. */
function plainNumber(number: string): string {
  const value = Number(fifteenDigits(number));
  return Number.isFinite(value) ? String(value) : "#NUM!";
}

function wrap(pieces: string[], from: number, to: number, name: string, operator: number): void {
  pieces[operator] = "";
  pieces[from] = `${name}(${pieces[from] ?? ""}`;
  pieces[to] = `${pieces[to] ?? ""})`;
}

function operandBefore(tokens: Token[], index: number): number {
  return tokens[index - 1]?.value === ")" ? opening(tokens, index - 1) : index - 1;
}

function opening(tokens: Token[], closing: number): number {
  let depth = 0;
  for (let i = closing; i >= 0; i--) {
    if (tokens[i]?.value === ")") depth++;
    if (tokens[i]?.value === "(" && --depth === 0) return tokens[i - 1]?.type === "func" ? i - 1 : i;
  }
  return 0;
}

function enclosing(tokens: Token[], open: number): number {
  let depth = 0;
  for (let i = open - 1; i >= 0; i--) {
    if (tokens[i]?.value === ")") depth++;
    if (tokens[i]?.value === "(" && depth-- === 0) return i;
  }
  return 0;
}

function operandAfter(tokens: Token[], index: number): number {
  const next = tokens[index + 1];
  if (next?.type === "func") return closing(tokens, index + 2);
  return next?.value === "(" ? closing(tokens, index + 1) : index + 1;
}

function closing(tokens: Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]?.value === "(") depth++;
    if (tokens[i]?.value === ")" && --depth === 0) return i;
  }
  return tokens.length - 1;
}
