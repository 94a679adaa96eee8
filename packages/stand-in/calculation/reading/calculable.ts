import { tokenize } from "@borgar/fx";

type Token = ReturnType<typeof tokenize>[number];

/** What a workbook knows of the words in its formulas. */
interface Vocabulary {
  hasFunction(name: string): boolean;
  /** The formula of a name of the workbook; null where it has none. */
  nameFormula(name: string): string | null;
}

/** Names may lead to names, but no longer than this. */
const deepestName = 10;

/**
 * Whether Univer can calculate a formula: it has all functions that are called, in the formula and in the names that it
 * leans on, and no other workbook is read. What it cannot calculate keeps the value that it has.
 */
export function isCalculable(formula: string, vocabulary: Vocabulary, depth = 0): boolean {
  if (depth > deepestName) return true;
  const all = tokenize(formula.startsWith("=") ? formula : `=${formula}`);
  const bound = boundNames(all);
  return all.every((token, index, tokens) => {
    const { type, value } = token;
    if (bound.has(value.toLowerCase().replace(/^\[|\]$/g, ""))) return true;
    if (type === "func") return isKnownCall(tokens, index, vocabulary, depth);
    if (type === "operator" && value === ":") return isKnownBetween(tokens, index);
    if (type === "structured") return tokens[index - 1]?.value !== "!";
    if (type === "range_named") {
      if (tokens[index - 1]?.value === "!" || value.includes("[")) return false;
      const meant = vocabulary.nameFormula(value);
      return meant === null || isCalculable(meant, vocabulary, depth + 1);
    }
    return !type.startsWith("range") || !isElsewhere(value);
  });
}

/** Names that LET and LAMBDA introduce, which may be called. */
function boundNames(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  for (const [index, { type, value }] of tokens.entries()) {
    let at = index - 1;
    while (tokens[at]?.type === "whitespace") at--;
    const before = tokens[at];
    if ((type !== "range_named" && type !== "structured") || (before?.value !== "(" && before?.value !== ",")) continue;
    if (isBoundAt(tokens, index)) names.add(value.toLowerCase().replace(/^\[|\]$/g, ""));
  }
  return names;
}

/** Whether a word stands where LET or LAMBDA takes a name: not in the last place, and of LET in every other one. */
function isBoundAt(tokens: readonly Token[], index: number): boolean {
  let [depth, commas] = [0, 0];
  for (let at = index - 1; at > 0; at--) {
    const { type, value } = tokens[at] as Token;
    if (type !== "operator") continue;
    if (value === ")" || value === "}") depth++;
    else if (value === "," && depth === 0) commas++;
    else if ((value === "(" || value === "{") && depth-- === 0) {
      const caller = tokens[at - 1]?.value.toUpperCase();
      return caller === "LAMBDA" || (caller === "LET" && commas % 2 === 0);
    }
  }
  return false;
}

/** `[1]Costs!A1`, `'C:\plans\[costs.xlsx]Pay'!A1`: another workbook. */
function isElsewhere(reference: string): boolean {
  return reference.slice(0, reference.lastIndexOf("!") + 1).includes("[");
}

function isKnownCall(tokens: readonly Token[], index: number, vocabulary: Vocabulary, depth: number): boolean {
  const name = (tokens[index] as Token).value;
  if (tokens[index - 1]?.value === "!") return false;
  if (!vocabulary.hasFunction(name)) {
    const meant = vocabulary.nameFormula(name);
    return meant !== null && isCalculable(meant, vocabulary, depth + 1);
  }
  if (/^(?:GCD|LCM|MROUND)$/i.test(name) && leavesOut(tokens, index)) return false;
  return name.toUpperCase() !== "CELL" || asksForKnown(tokens, index);
}

/** `MROUND(,5)`: an argument that is left out is another thing than a blank cell to some functions. */
function leavesOut(tokens: readonly Token[], index: number): boolean {
  const text = tokens
    .slice(index + 1)
    .filter(({ type }) => type !== "whitespace")
    .map(({ value }) => value);
  return text
    .slice(0, text.indexOf(")") + 1)
    .some((value, at, all) => /^[(,]$/.test(value) && /^[,)]$/.test(all[at + 1] ?? ""));
}

/** Of what CELL tells, this is the same here; the file's path, formats and widths are not known. */
const knownOfCell = /^"(?:address|col|contents|row|type)"$/i;

function asksForKnown(tokens: readonly Token[], index: number): boolean {
  const [asked, comma, place] = tokens.slice(index + 2).filter(({ type }) => type !== "whitespace");
  if (!asked || !knownOfCell.test(asked.value) || comma?.value !== ",") return false;
  // The address on another sheet comes with the workbook's name.
  return !/^"address"$/i.test(asked.value) || !place?.value.includes("!");
}

/** Functions that Univer takes for the end of an area. */
const knownEnds = /^(?:CHOOSE|IF|INDEX|INDIRECT|OFFSET)$/i;

function isKnownBetween(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  if (after?.type === "func" && !knownEnds.test(after.value)) return false;
  if (tokens[index - 1]?.value !== ")") return true;
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    const { value, type } = tokens[at] as Token;
    if (type === "operator" && value === ")") depth++;
    if (type === "operator" && value === "(" && --depth === 0) {
      const caller = tokens[at - 1];
      return caller?.type !== "func" || knownEnds.test(caller.value);
    }
  }
  return true;
}
