import type { Token } from "@borgar/fx";
import { parseStructRef, stringifyStructRef } from "@borgar/fx/xlsx";
import { noCustomFunctions, type CustomFunctionNames } from "./customFunctionNames";
import {
  argumentRanges,
  closingParenthesis,
  formulaTokens,
  isBlank,
  isOperator,
  joinTokens,
  openingParenthesis,
} from "./formulaTokens";
import { filePrefixOf } from "./futureFunctions";

/**
 * A formula as users type it, in the words the file needs; the other way of formulaFromFile.
 * `functions`: the custom functions that are known; `tableName`: the table that the cell stands in, for references such as
 * `[@Rate]` that leave it out.
 */
export function formulaToFile(formula: string, functions = noCustomFunctions, tableName?: string): string {
  const tokens = formulaTokens(formula).map((token) => ({ ...token }));
  markParameters(tokens);
  tokens.forEach((token, index) => {
    // A function that stands in another workbook is that workbook's, whatever its name.
    if (token.type === "func" && !isOperator(tokens[index - 1], "!")) token.value = fileName(token.value, functions);
    else if (token.type === "structured") {
      token.value = longThisRow(token.value, isNamed(tokens[index - 1]) ? undefined : tableName);
    }
  });
  wrapSpillOperators(tokens);
  wrapIntersectionOperators(tokens);
  return joinTokens(tokens);
}

function fileName(name: string, functions: CustomFunctionNames): string {
  const upper = name.toUpperCase();
  const custom = functions.kept(upper);
  if (custom !== null) return custom;
  const prefix = filePrefixOf(upper);
  return prefix === "" ? name : prefix + upper;
}

/** Whether a table's name stands before the brackets, be it one that is read as a cell's address (T1) or as no word at all (\x). */
function isNamed(before: Token | undefined): boolean {
  return before !== undefined && before.type !== "operator" && before.type !== "fx_prefix" && !isBlank(before);
}

function longThisRow(reference: string, tableName: string | undefined): string {
  const parsed = parseStructRef(reference);
  if (!parsed) return reference;
  const table = parsed.table || tableName;
  return stringifyStructRef(table ? { ...parsed, table } : parsed, { thisRow: true });
}

/** Names that LET and LAMBDA introduce are kept as "_xlpm.x" wherever they stand inside the call. */
function markParameters(tokens: Token[]): void {
  tokens.forEach((token, index) => {
    const name = token.value.toUpperCase();
    if (token.type !== "func" || (name !== "LET" && name !== "LAMBDA")) return;
    let open = index + 1;
    while (isBlank(tokens[open])) open++;
    if (!isOperator(tokens[open], "(")) return;
    const close = closingParenthesis(tokens, open);
    const ranges = argumentRanges(tokens, open, close).slice(0, -1);
    const declared = new Set(
      ranges
        .filter((_, position) => name === "LAMBDA" || position % 2 === 0)
        .map(([from, to]) => tokens.slice(from, to).filter((candidate) => !isBlank(candidate)))
        // What a LET or LAMBDA around this one has marked is marked.
        .filter((words) => words.length === 1 && !words[0]!.value.startsWith("_xlpm."))
        .flatMap(([word]) => (word!.type === "range_named" ? [word!.value.toUpperCase()] : optionalName(word!))),
    );
    for (let inside = open + 1; inside < close; inside++) {
      const word = tokens[inside]!;
      const isName = word.type === "range_named" || word.type === "func";
      if (isName && declared.has(word.value.toUpperCase())) word.value = `_xlpm.${word.value}`;
      else if (
        name === "LAMBDA" &&
        tokens[inside - 1]!.type !== "range_named" &&
        optionalName(word).some((each) => declared.has(each))
      )
        Object.assign(word, { type: "range_named", value: `_xlop.${word.value.slice(1, -1)}` });
    }
  });
}

/** `[rate]` is a parameter that may be left out: "_xlop.rate" where it is declared, "_xlpm.rate" elsewhere. */
function optionalName({ type, value }: Token): string[] {
  return type === "structured" && /^\[[^[\]@#]+\]$/.test(value) ? [value.slice(1, -1).toUpperCase()] : [];
}

/** `A1#` becomes `_xlfn.ANCHORARRAY(A1)`. */
function wrapSpillOperators(tokens: Token[]): void {
  for (let index = 0; index < tokens.length; index++) {
    if (!isOperator(tokens[index], "#")) continue;
    const start = primaryStart(tokens, index - 1);
    const inner = tokens.slice(start, index);
    tokens.splice(start, index + 1 - start, ...call("_xlfn.ANCHORARRAY", inner));
    index = start + inner.length + 2;
  }
}

/** `@A:A` becomes `_xlfn.SINGLE(A:A)`; from the right, so that a nested one is wrapped first. */
function wrapIntersectionOperators(tokens: Token[]): void {
  for (let index = tokens.length - 1; index >= 0; index--) {
    if (!isOperator(tokens[index], "@")) continue;
    const end = primaryEnd(tokens, index + 1);
    tokens.splice(index, end - index, ...call("_xlfn.SINGLE", tokens.slice(index + 1, end)));
  }
}

function call(name: string, inner: Token[]): Token[] {
  return [{ type: "func", value: name }, { type: "operator", value: "(" }, ...inner, { type: "operator", value: ")" }];
}

/** Start of the reference or call that ends at `last`: `Sheet1!A1`, `tbl[a]`, `INDEX(…)`. */
function primaryStart(tokens: Token[], last: number): number {
  let start = last;
  if (isOperator(tokens[last], ")")) {
    const open = openingParenthesis(tokens, last);
    start = open > 0 && tokens[open - 1]!.type === "func" ? open - 1 : Math.max(0, open);
  } else if (tokens[last]?.type === "structured" && tokens[last - 1]?.type === "range_named") {
    start = last - 1;
  }
  if (isOperator(tokens[start - 1], "!")) start -= tokens[start - 2]?.type.startsWith("context") ? 2 : 1;
  return Math.max(0, start);
}

/** End (exclusive) of the reference, range or call that begins at `first`. */
function primaryEnd(tokens: Token[], first: number): number {
  let end = first;
  while (isBlank(tokens[end])) end++;
  if (tokens[end]?.type.startsWith("context") && isOperator(tokens[end + 1], "!")) end += 2;
  const token = tokens[end];
  if (!token) return tokens.length;
  if (token.type === "func" && isOperator(tokens[end + 1], "(")) end = closingParenthesis(tokens, end + 1) + 1;
  else if (isOperator(token, "(")) end = closingParenthesis(tokens, end) + 1;
  else if (token.type === "range_named" && tokens[end + 1]?.type === "structured") end += 2;
  else end += 1;
  if (isOperator(tokens[end], ":")) return primaryEnd(tokens, end + 1);
  return end;
}
