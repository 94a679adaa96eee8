import { tokenize } from "@borgar/fx";
import { parseStructRef, stringifyStructRef } from "@borgar/fx/xlsx";

type Token = ReturnType<typeof tokenize>[number];

/**
 * Rewrites what the engine does not understand into what it does: `E1#` to `ANCHORARRAY(E1)`, `@x` to `SINGLE(x)`, where
 * x is a reference or a call, `Levers[@Rate]` to `Levers[[#This Row],[Rate]]`, `-"5"` to `-("5")`, `5%%` to `(5%)%`, and
 * 0.0000001, which the engine takes for a text, to 1E-7. Everything else stays letter by letter.
 */
export function toEngineFormula(formula: string): string {
  if (!/[#@]|-\s*(?:"|true|false)|%\s*%|\.0{6}/i.test(formula)) return formula;
  const tokens = tokenize(formula);
  const pieces = tokens.map((token) => token.value);
  tokens.forEach((token, index) => {
    if (token.type === "number") pieces[index] = withExponent(token.value);
    // What is left of a reference to a sheet that is gone: #REF!A1:B2.
    if (token.value === "#REF!")
      for (let i = index + 1; tokens[i]?.type.startsWith("range") || tokens[i]?.value === ":"; i++) pieces[i] = "";
    if (token.type === "structured" && token.value.includes("@")) pieces[index] = withThisRow(token.value);
    if (token.type !== "operator") return;
    if (token.value === "#") wrap(pieces, operandBefore(tokens, index), index, "ANCHORARRAY", index);
    if (token.value === "@") wrap(pieces, index, operandAfter(tokens, index), "SINGLE", index);
    const next = tokens[index + 1];
    if (token.value === "-" && (next?.type === "string" || next?.type === "bool"))
      pieces[index + 1] = `(${next.value})`;
    if (token.value === "%" && next?.value === "%") {
      const from = operandBefore(tokens, index);
      pieces[from] = `(${pieces[from] ?? ""}`;
      pieces[index] = "%)";
    }
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

/** The table's name before the short forms that Excel allows inside the table: `[@Rate]` to `Levers[[#This Row],[Rate]]`. */
export function withTableName(formula: string, table: string): string {
  if (!formula.includes("[")) return formula;
  return tokenize(formula)
    .map((token) =>
      token.type === "structured" && token.value.startsWith("[") ? qualified(token.value, table) : token.value,
    )
    .join("");
}

function qualified(reference: string, table: string): string {
  const thisRow = /^\[@\[?([^\]]*?)\]?\]$/.exec(reference);
  if (!thisRow) return table + reference;
  return thisRow[1] ? `${table}[[#This Row],[${thisRow[1]}]]` : `${table}[#This Row]`;
}

function withThisRow(reference: string): string {
  const parsed = parseStructRef(reference);
  return parsed ? stringifyStructRef(parsed, { thisRow: true }) : reference;
}

function withExponent(number: string): string {
  const shortest = String(Number(number));
  return shortest.includes("e-") ? shortest.toUpperCase() : number;
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

function operandAfter(tokens: Token[], index: number): number {
  const next = tokens[index + 1];
  if (next?.type !== "func" && next?.value !== "(") return index + 1;
  let depth = 0;
  for (let i = index + 1; i < tokens.length; i++) {
    if (tokens[i]?.value === "(") depth++;
    if (tokens[i]?.value === ")" && --depth === 0) return i;
  }
  return tokens.length - 1;
}
