import { CustomFunctionNames } from "@workbooks/xlsx/formulas/customFunctionNames";
import { formulaTokens, joinTokens } from "@workbooks/xlsx/formulas/formulaTokens";

/** Longer ones Excel refuses. */
export const longestFormula = 8_192;

/** Finds the add-in's functions in formulas, as users type them, as files keep them and as other programs have mangled them, and gives them other names. */
export class OwnFunctionNames {
  private readonly names: CustomFunctionNames;
  private readonly mentions: readonly string[];

  /** @param namespace what stands before the functions' names: "SAVINGS" */
  constructor(private readonly namespace: string) {
    this.names = new CustomFunctionNames([namespace]);
    const upper = namespace.toUpperCase();
    this.mentions = [`${upper}.`, `_XLDUDF_${upper.replaceAll(".", "_")}_`];
  }

  /** Those that a formula calls, without the namespace: "ATTRIBUTE". Most formulas have none and are not read at all. */
  calledIn(formula: string): string[] {
    const upper = formula.toUpperCase();
    if (!this.mentions.some((mention) => upper.includes(mention))) return [];
    return formulaTokens(formula).flatMap((token) => {
      const typed = token.type === "func" ? this.names.typed(token.value) : null;
      return typed === null ? [] : [typed.slice(this.namespace.length + 1)];
    });
  }

  /** The name of a function's LAMBDA: "SAVINGS_ATTRIBUTE". */
  lambdaName(called: string): string {
    return `${this.namespace.replaceAll(".", "_")}_${called}`;
  }

  /** The formula with the LAMBDAs in place of the functions; null where a function stands in another workbook, by a name that was mangled. */
  withLambdas(formula: string): string | null {
    const tokens = formulaTokens(formula).map((token) => ({ ...token }));
    for (const [index, token] of tokens.entries()) {
      const typed = token.type === "func" ? this.names.typed(token.value) : null;
      if (typed === null) continue;
      if (tokens[index - 1]?.value === "!") return null;
      token.value = this.lambdaName(typed.slice(this.namespace.length + 1));
    }
    return joinTokens(tokens);
  }
}

/** Functions of other add-ins in a formula: `_xldudf_FABRIKAM_ADD`, `_xll.FABRIKAM`. */
export function isOfOtherAddin(formula: string): boolean {
  if (!/_xl(?:dudf_|l\.)/i.test(formula)) return false;
  return formulaTokens(formula).some(({ type, value }) => type === "func" && /^_xl(?:dudf_|l\.)/i.test(value));
}
