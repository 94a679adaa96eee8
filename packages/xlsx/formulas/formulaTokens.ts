import type { Token } from "@borgar/fx";
import { tokenize } from "@borgar/fx/xlsx";

/** A formula's tokens with references in their parts ("Sheet1", "!", "A1", ":", "B2"); their values join to the formula. */
export function formulaTokens(formula: string): Token[] {
  return tokenize(formula, { mergeRefs: false, withLocation: false }) as Token[];
}

export function joinTokens(tokens: Token[]): string {
  return tokens.map((token) => token.value).join("");
}

export function isOperator(token: Token | undefined, value: string): boolean {
  return token?.type === "operator" && token.value === value;
}

export function isBlank(token: Token | undefined): boolean {
  return token?.type === "whitespace" || token?.type === "newline";
}

/** Index of the parenthesis that closes the one at `open`; the last token where none does. */
export function closingParenthesis(tokens: Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    if (isOperator(tokens[index], "(")) depth++;
    else if (isOperator(tokens[index], ")") && --depth === 0) return index;
  }
  return tokens.length - 1;
}

/** Index of the parenthesis that the one at `close` closes; -1 where none does. */
export function openingParenthesis(tokens: Token[], close: number): number {
  let depth = 0;
  for (let index = close; index >= 0; index--) {
    if (isOperator(tokens[index], ")")) depth++;
    else if (isOperator(tokens[index], "(") && --depth === 0) return index;
  }
  return -1;
}

/** Token ranges [from, to) of the arguments between the parentheses at `open` and `close`. */
export function argumentRanges(tokens: Token[], open: number, close: number): [number, number][] {
  const ranges: [number, number][] = [];
  let depth = 0;
  let from = open + 1;
  for (let index = from; index < close; index++) {
    const token = tokens[index];
    if (isOperator(token, "(") || isOperator(token, "{")) depth++;
    else if (isOperator(token, ")") || isOperator(token, "}")) depth--;
    else if (depth === 0 && isOperator(token, ",")) {
      ranges.push([from, index]);
      from = index + 1;
    }
  }
  ranges.push([from, close]);
  return ranges;
}
