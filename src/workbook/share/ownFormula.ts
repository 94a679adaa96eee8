import type { Token } from "@borgar/fx";
import { parseA1Ref, stringifyA1Ref } from "@borgar/fx/xlsx";
import { CustomFunctionNames } from "@workbooks/xlsx/formulas/customFunctionNames";
import { nativeFormula, type NativeForms, type NativeFormula } from "./nativeFormula";
import { formulaTokens, isBlank, isOperator, joinTokens } from "@workbooks/xlsx/formulas/formulaTokens";

/** A call of one of the add-in's functions. */
export interface OwnCall {
  /** As users type it: "SAVINGS.SAVINGSGAP". */
  name: string;
  /** As it stands in the formula: "_xldudf_SAVINGS_SAVINGSGAP", "[2]!_xldudf_SAVINGS_SAVINGSGAP"; the same where nothing is wrong. */
  written: string;
}

/** Reads and rewrites formulas by their tokens: what stands in texts, and whatever is not to be changed, stays as it is. */
export class OwnFormulas {
  private readonly names: CustomFunctionNames;
  private readonly mentions: string[];

  /** @param namespace what stands before the functions' names: "SAVINGS" */
  constructor(private readonly namespace: string) {
    this.names = new CustomFunctionNames([namespace]);
    const upper = namespace.toUpperCase();
    this.mentions = [`${upper}.`, `_XLDUDF_${upper.replaceAll(".", "_")}_`];
  }

  /** The calls of the add-in's functions, in their order; most formulas have none and are not read at all. */
  callsIn(formula: string): OwnCall[] {
    const upper = formula.toUpperCase();
    if (!this.mentions.some((mention) => upper.includes(mention))) return [];
    const tokens = formulaTokens(formula);
    return tokens.flatMap((token, index) => {
      const name = this.nameOf(token);
      if (name === null) return [];
      const written = joinTokens(tokens.slice(prefixStart(tokens, index), index + 1));
      return [{ name, written: written.toUpperCase() === name ? name : written }];
    });
  }

  /** The functions that a formula calls, without the namespace: "ATTRIBUTE". */
  calledIn(formula: string): string[] {
    return this.callsIn(formula).map(({ name }) => this.bare(name));
  }

  /** The name of a function's LAMBDA: "SAVINGS_ATTRIBUTE". */
  lambdaName(called: string): string {
    return `${this.namespace.replaceAll(".", "_")}_${called}`;
  }

  /** The formula with the LAMBDAs in place of the functions; null where a function stands in another workbook, by a name that was mangled. */
  withLambdas(formula: string): string | null {
    const tokens = formulaTokens(formula).map((token) => ({ ...token }));
    for (const [index, token] of tokens.entries()) {
      const name = this.nameOf(token);
      if (name === null) continue;
      if (isOperator(tokens[index - 1], "!")) return null;
      token.value = this.lambdaName(this.bare(name));
    }
    return joinTokens(tokens);
  }

  /** The formula with what `forms` have in place of the functions; null where one of them has none. */
  withNatives(formula: string, forms: NativeForms): NativeFormula | null {
    return nativeFormula(
      formula,
      (token) => {
        const name = this.nameOf(token);
        return name === null ? null : this.bare(name);
      },
      forms,
    );
  }

  /** The formula with every function of the add-in under the name that users type. */
  withNamesMended(formula: string): string {
    const tokens = formulaTokens(formula);
    const mended: Token[] = [];
    tokens.forEach((token, index) => {
      const name = this.nameOf(token);
      if (name === null) {
        mended.push(token);
        return;
      }
      mended.splice(mended.length - (index - prefixStart(tokens, index)));
      mended.push(token.value.toUpperCase() === name ? token : { ...token, value: name });
    });
    return joinTokens(mended);
  }

  /** Whole columns and rows that reach a function of the add-in, as they stand there: "A:C", "Data!$B:$B". */
  wholesIn(formula: string): WholeReference[] {
    if (this.callsIn(formula).length === 0) return [];
    const tokens = formulaTokens(formula);
    return this.wholes(tokens).map(({ sheet, index, from }) => ({
      sheet,
      written: joinTokens(tokens.slice(from, index + 1)),
      isColumns: isColumns(tokens[index]?.value ?? ""),
    }));
  }

  /**
   * The formula with those cut to the rows and columns down to the last that is filled, all of a formula at the same one: functions take
   * arguments of one length. What is filled later below is not in them.
   *
   * @param lastOf the last filled row and column of a sheet (`null`: the formula's own), from zero; null where nothing is filled
   */
  withWholesCut(formula: string, lastOf: (sheet: string | null) => { row: number; column: number } | null): string {
    const tokens = formulaTokens(formula);
    const wholes = this.wholes(tokens);
    const lasts = wholes.flatMap(({ sheet }) => lastOf(sheet) ?? []);
    if (lasts.length === 0) return formula;
    const row = Math.max(...lasts.map((last) => last.row));
    const column = Math.max(...lasts.map((last) => last.column));
    const cut = tokens.map((token) => ({ ...token }));
    for (const { index } of wholes) cut[index]!.value = cutTo(tokens[index]!.value, row, column);
    return joinTokens(cut);
  }

  private bare(name: string): string {
    return name.slice(this.namespace.length + 1);
  }

  private nameOf(token: Token): string | null {
    return token.type === "func" ? this.names.typed(token.value) : null;
  }

  /** Those whose cells a function of the add-in gets, directly or through what hands on whole ranges. */
  private wholes(tokens: Token[]): Whole[] {
    const found: Whole[] = [];
    const callers: (string | null)[] = [];
    tokens.forEach((token, index) => {
      if (isOperator(token, "(")) {
        const before = tokens[index - 1];
        callers.push(before?.type === "func" ? (this.nameOf(before) ?? before.value.toUpperCase()) : null);
      } else if (isOperator(token, ")")) callers.pop();
      else if (token.type === "range_beam") {
        const reader = [...callers].reverse().find((caller) => caller !== null && !handsOn.has(caller));
        const place = placeOf(tokens, index);
        if (reader && this.names.typed(reader) !== null && place) found.push({ ...place, index });
      }
    });
    return found;
  }
}

export interface WholeReference {
  /** Null: the formula's own. */
  sheet: string | null;
  written: string;
  isColumns: boolean;
}

interface Whole {
  sheet: string | null;
  /** Of the reference, and of the first token of its sheet's name. */
  index: number;
  from: number;
}

/** They give as many cells as they get. */
const handsOn = new Set(["IF", "IFERROR", "IFNA"]);

/** Where a name's other workbook begins: "[2]", "!", "_xldudf_…". */
function prefixStart(tokens: readonly Token[], index: number): number {
  if (!isOperator(tokens[index - 1], "!")) return index;
  const before = tokens[index - 2];
  return before?.type === "context" || before?.type === "context_quote" ? index - 2 : index;
}

/** Null where the cells are another workbook's, or those of several sheets. */
function placeOf(tokens: readonly Token[], index: number): Pick<Whole, "sheet" | "from"> | null {
  if (!isOperator(tokens[index - 1], "!")) return { sheet: null, from: index };
  const from = prefixStart(tokens, index);
  const reference = parseA1Ref(joinTokens(tokens.slice(from, index + 1)));
  if (from === index || !reference || reference.workbookName || isOperator(tokens[from - 1], ":")) return null;
  return reference.sheetName ? { sheet: reference.sheetName, from } : null;
}

function isColumns(reference: string): boolean {
  const parsed = parseA1Ref(reference);
  return parsed !== undefined && "range" in parsed && parsed.range.top === null;
}

/** "A:C" to row 57 is "A$1:C$57": a copy of the formula elsewhere reads the same rows, as it did before. */
function cutTo(reference: string, row: number, column: number): string {
  const parsed = parseA1Ref(reference);
  if (!parsed || !("range" in parsed)) return reference;
  const { range } = parsed;
  const cut =
    range.top === null
      ? { ...range, top: 0, $top: true, bottom: row, $bottom: true }
      : { ...range, left: 0, $left: true, right: column, $right: true };
  return stringifyA1Ref({ range: cut });
}

/** Longer ones Excel refuses. */
export const longestFormula = 8_192;

/** Functions of other add-ins in a formula: `_xldudf_FABRIKAM_ADD`, `_xll.FABRIKAM`. */
export function isOfOtherAddin(formula: string): boolean {
  if (!/_xl(?:dudf_|l\.)/i.test(formula)) return false;
  return formulaTokens(formula).some(({ type, value }) => type === "func" && /^_xl(?:dudf_|l\.)/i.test(value));
}

/** The names of other workbooks that a formula leans on, as it has them: "Budget.xlsx". */
export function linksIn(formula: string): string[] {
  if (!formula.includes("[") && !formula.includes("!")) return [];
  const tokens = formulaTokens(formula);
  const books = tokens.flatMap((token, index) => {
    if (!isOperator(token, "!")) return [];
    const context = contextBefore(tokens, index);
    const [open, close] = [context.lastIndexOf("["), context.lastIndexOf("]")];
    if (open >= 0 && close > open) return [context.slice(open + 1, close)];
    // A name of another workbook has no brackets.
    const isFile = /\.(xl[a-z]{1,2}|ods|csv)'?$/i.test(context) && tokens[index + 1]?.type !== "range";
    return isFile ? [context.replace(/^'|'$/g, "")] : [];
  });
  return [...new Set(books)];
}

/** What stands before a "!"; a path is no name to the reader of formulas, and comes in pieces that begin with an apostrophe. */
function contextBefore(tokens: readonly Token[], bang: number): string {
  const before = tokens[bang - 1];
  if (before?.type === "context" || before?.type === "context_quote") return before.value;
  for (let start = bang - 1; start >= 0; start--)
    if (tokens[start]?.value === "'" || tokens[start]?.value.startsWith("'"))
      return joinTokens(tokens.slice(start, bang) as Token[]);
  return isBlank(before) ? "" : (before?.value ?? "");
}
