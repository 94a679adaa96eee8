import type { Token } from "@borgar/fx";
import { parseA1Ref } from "@borgar/fx/xlsx";
import {
  argumentRanges,
  closingParenthesis,
  formulaTokens,
  isBlank,
  isOperator,
  joinTokens,
} from "@workbooks/xlsx/formulas/formulaTokens";

/** An argument as it stands in a formula: what of it is known before anything is calculated. */
type FormulaArgument =
  | { kind: "omitted" }
  | { kind: "number"; value: number }
  | { kind: "text"; value: string }
  | { kind: "one"; text: string }
  | { kind: "range"; text: string; rows: number; columns: number };

/** A function's call, by the function's name without the namespace, as a formula that any Excel calculates; null where there is none. */
export type NativeForms = (
  called: string,
  given: readonly FormulaArgument[],
) => { text: string; isArray: boolean } | null;

export interface NativeFormula {
  text: string;
  /** It has to be entered as an array formula. */
  isArray: boolean;
  /** It calls other functions too, whose answers may grow and shrink. */
  hasOthers: boolean;
}

/**
 * The formula with native ones in the place of the add-in's calls; null where one of them has none.
 *
 * @param calledBy the function of the add-in that a token calls, without the namespace
 */
export function nativeFormula(
  formula: string,
  calledBy: (token: Token) => string | null,
  forms: NativeForms,
): NativeFormula | null {
  const tokens = formulaTokens(formula);
  const seen: NativeFormula = { text: "", isArray: false, hasOthers: false };
  try {
    const text = converted(tokens, calledBy, forms, seen);
    return { ...seen, text };
  } catch (thrown) {
    if (thrown instanceof NoForm) return null;
    throw thrown;
  }
}

class NoForm extends Error {}

function converted(
  tokens: Token[],
  calledBy: (token: Token) => string | null,
  forms: NativeForms,
  seen: NativeFormula,
): string {
  let text = "";
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const called = calledBy(token);
    if (token.type === "func" && called === null) seen.hasOthers = true;
    if (called === null) {
      text += token.value;
      continue;
    }
    const open = index + 1;
    if (!isOperator(tokens[open], "(") || isOperator(tokens[index - 1], "!")) throw new NoForm();
    const close = closingParenthesis(tokens, open);
    const given = argumentRanges(tokens, open, close).map(([from, to]) =>
      argumentOf(tokens.slice(from, to), calledBy, (inner) => {
        const nested: NativeFormula = { text: "", isArray: false, hasOthers: false };
        const answer = converted(inner, calledBy, forms, nested);
        // Nobody knows how many cells it has.
        if (nested.isArray) throw new NoForm();
        return answer;
      }),
    );
    const form = forms(called, given);
    if (!form) throw new NoForm();
    if (form.isArray) seen.isArray = true;
    text += form.text;
    index = close;
  }
  return text;
}

function argumentOf(
  all: Token[],
  calledBy: (token: Token) => string | null,
  convert: (tokens: Token[]) => string,
): FormulaArgument {
  const tokens = all.filter((token) => !isBlank(token));
  const text = joinTokens(tokens);
  if (tokens.length === 0) return { kind: "omitted" };
  const number = /^([+-]?)(\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+)(%?)$/i.exec(text);
  if (number) {
    const [, sign, digits, percent] = number;
    // As Excel reads it: 7% is 0.07, which 7 / 100 is too.
    const value = Number(`${sign}${digits}`) / (percent ? 100 : 1);
    return { kind: "number", value };
  }
  const [first] = tokens;
  if (tokens.length === 1 && first?.type === "string")
    return { kind: "text", value: first.value.slice(1, -1).replaceAll('""', '"') };
  const reference = parseA1Ref(text);
  if (reference) {
    if (!("range" in reference) || reference.workbookName) throw new NoForm();
    const { top, left, bottom, right } = reference.range;
    if (typeof top !== "number" || typeof left !== "number" || typeof bottom !== "number" || typeof right !== "number")
      throw new NoForm();
    const [rows, columns] = [bottom - top + 1, right - left + 1];
    return rows * columns === 1 ? { kind: "one", text } : { kind: "range", text, rows, columns };
  }
  if (!tokens.every((token) => isOfOneValue(token) || calledBy(token) !== null)) throw new NoForm();
  return { kind: "one", text: `(${convert(tokens)})` };
}

/** Numbers, cells, and what makes one value of them; names and whole areas may be more than one. */
function isOfOneValue({ type, value }: Token): boolean {
  if (type === "operator") return !":{};#@".includes(value);
  if (type === "func") return /^(ABS|INT|ROUND|ROUNDUP|ROUNDDOWN|SQRT|EXP|LN)$/i.test(value);
  return ["number", "string", "range", "context", "context_quote"].includes(type);
}
