import { formulaTokens, isOperator, joinTokens } from "./formulaTokens";

/** A formula with sheets called by their new names; `renamed`: new names by old name in lower case. */
export function renameSheets(formula: string, renamed: Map<string, string>): string {
  if (renamed.size === 0) return formula;
  const tokens = formulaTokens(formula).map((token) => ({ ...token }));
  tokens.forEach((token, index) => {
    if (!token.type.startsWith("context") || !isOperator(tokens[index + 1], "!")) return;
    const name = token.value.startsWith("'") ? token.value.slice(1, -1).replace(/''/g, "'") : token.value;
    const newName = renamed.get(name.toLowerCase());
    if (newName !== undefined) token.value = quotedSheetName(newName);
  });
  return joinTokens(tokens);
}

/** Quotes are never wrong around a sheet's name, and needed around most. */
export function quotedSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z_]*$/.test(name) && !/^(R|C|RC)$/i.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}
