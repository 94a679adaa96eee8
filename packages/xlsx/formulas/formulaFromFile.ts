import type { Token } from "@borgar/fx";
import { parseStructRef, stringifyStructRef } from "@borgar/fx/xlsx";
import { noCustomFunctions } from "./customFunctionNames";
import { closingParenthesis, formulaTokens, isBlank, isOperator, joinTokens } from "./formulaTokens";
import { isFutureFunction } from "./futureFunctions";
import { decodeForbidden } from "../xml/xmlText";

/**
 * A formula as the file keeps it, in the words users type: `_xlfn.SEQUENCE(3)` is `SEQUENCE(3)`,
 * `_xlfn.ANCHORARRAY(A1)` is `A1#`, `_xlfn.SINGLE(A:A)` is `@A:A`, and `_xldudf_CONTOSO_ADD(1)` is `CONTOSO.ADD(1)` where
 * `functions` know that namespace.
 * Formulas without such words come back as they are, and so do words that formulaToFile could not write again: functions
 * of other add-ins (`_xldudf_FABRIKAM_ADD`, `_xll.FABRIKAM`), functions that came after this list, which Excel shows in the
 * same way where it does not know them, and functions that another program has put into a workbook
 * (`[2]!_xldudf_CONTOSO_ADD`): to Excel they are that workbook's, and #NAME? or #REF!.
 */
export function formulaFromFile(written: string, functions = noCustomFunctions): string {
  const formula = decodeForbidden(written);
  if (!NEEDS_READING.test(formula) && !functions.mayBeTypedIn(formula)) return formula;
  const tokens = formulaTokens(formula).map((token) => ({ ...token }));
  tokens.forEach((token, index) => {
    const isName = token.type === "func" || token.type === "range_named";
    if (isName && !isOperator(tokens[index - 1], "!"))
      token.value = functions.typed(token.value) ?? plainName(token.value);
    else if (token.type === "structured") token.value = shortThisRow(token.value);
  });
  for (let index = tokens.length - 1; index >= 0; index--) unwrapOperatorFunctions(tokens, index);
  return joinTokens(tokens);
}

/** Only a quick look whether there is anything to do; the reading itself goes by tokens. */
const NEEDS_READING = /_xl|#this row/i;

const PREFIXES = /^(?:_xlfn\.|_xlws\.|_xludf\.)+/i;
const PARAMETER = /^_xlpm\./i;
/** Where a parameter that may be left out is declared: `[rate]`. */
const OPTIONAL = /^_xlop\./i;

function plainName(name: string): string {
  const plain = name.replace(PREFIXES, "");
  if (plain !== name) return isFutureFunction(plain.toUpperCase()) ? plain : name;
  return OPTIONAL.test(name) ? `[${name.replace(OPTIONAL, "")}]` : name.replace(PARAMETER, "");
}

function shortThisRow(reference: string): string {
  if (!/#this row/i.test(reference)) return reference;
  const parsed = parseStructRef(reference);
  return parsed ? stringifyStructRef(parsed) : reference;
}

function unwrapOperatorFunctions(tokens: Token[], index: number): void {
  const token = tokens[index]!;
  if (token.type !== "func" && token.type !== "range_named") return;
  const name = token.value.toUpperCase();
  if (name !== "ANCHORARRAY" && name !== "SINGLE") return;
  let open = index + 1;
  while (isBlank(tokens[open])) open++;
  if (!isOperator(tokens[open], "(")) return;
  const close = closingParenthesis(tokens, open);
  if (!isOperator(tokens[close], ")")) return;
  const inner = tokens.slice(open + 1, close);
  const operator = (value: string): Token => ({ type: "operator", value });
  const wrapped = isOnePrimary(inner) ? inner : [operator("("), ...inner, operator(")")];
  const spelled = name === "SINGLE" ? [operator("@"), ...wrapped] : [...wrapped, operator("#")];
  tokens.splice(index, close + 1 - index, ...spelled);
}

/** A reference, a name or one call: what "@" and "#" bind to without parentheses. */
function isOnePrimary(tokens: Token[]): boolean {
  let depth = 0;
  return tokens.every((token) => {
    if (isOperator(token, "(")) depth++;
    else if (isOperator(token, ")")) depth--;
    else if (depth === 0 && token.type === "operator") return [":", "!", "#", "@"].includes(token.value);
    return depth > 0 || !isBlank(token);
  });
}
