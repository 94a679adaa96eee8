import { parse, tokenize, type Token } from "@borgar/fx";
import { quotedSheet } from "@workbooks/stand-in/workbook/address";

/**
 * The formula with every reference that names no sheet led to `sheet`, so that it means the same from another sheet.
 * Parentheses left open at the end are closed, as Excel does. Null where the text is no formula that Excel would take.
 */
export function qualifyReferences(formula: string, sheet: string): string | null {
  const tokens = formulaTokens(formula) ?? formulaTokens(formula + ")".repeat(openParentheses(formula)));
  if (!tokens) return null;
  return tokens
    .map(({ type, value }) => (REFERENCES.has(type) && !value.includes("!") ? `${quotedSheet(sheet)}!${value}` : value))
    .join("");
}

const REFERENCES = new Set(["range", "range_beam", "range_ternary"]);

function formulaTokens(formula: string): Token[] | null {
  const tokens = tokenize(formula, { mergeRefs: true }) as Token[];
  try {
    parse(tokens);
    return tokens;
  } catch {
    return null;
  }
}

function openParentheses(formula: string): number {
  const operators = (tokenize(formula) as Token[]).filter(({ type }) => type === "operator");
  const count = (value: string): number => operators.filter((operator) => operator.value === value).length;
  return Math.max(0, count("(") - count(")"));
}
