import { parse, tokenize, type Token } from "@borgar/fx";
import { quotedSheet } from "../workbook/address";

/**
 * The formula with every reference that names no sheet led to `sheet`, so that it means the same from another sheet.
 * Null where the text is no formula that Excel would take.
 */
export function qualifyReferences(formula: string, sheet: string): string | null {
  try {
    parse(formula);
  } catch {
    return null;
  }
  const tokens = tokenize(formula, { mergeRefs: true }) as Token[];
  return tokens.map(({ type, value }) => (REFERENCES.has(type) && !value.includes("!") ? `${quotedSheet(sheet)}!${value}` : value)).join("");
}

const REFERENCES = new Set(["range", "range_beam", "range_ternary"]);
