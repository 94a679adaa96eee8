import { formulaTokens } from "@workbooks/xlsx/formulas/formulaTokens";

/**
 * Cells that share one formula, as those of an array entered with Ctrl+Shift+Enter do, of which Excel lets no part be changed. Office.js does
 * not tell them from cells with formulas of their own; but beside each other those have the same relative references only where somebody
 * typed them so.
 */
export function arrayFormulaCells(
  places: readonly { sheet: string; row: number; column: number; formula: string }[],
): Set<unknown> {
  const at = new Map(places.map((place) => [`${place.sheet} ${place.row} ${place.column}`, place]));
  const found = new Set<unknown>();
  for (const place of places) {
    const { sheet, row, column, formula } = place;
    const [below, right] = [at.get(`${sheet} ${row + 1} ${column}`), at.get(`${sheet} ${row} ${column + 1}`)];
    const isJoined = [
      below?.formula === formula && isRelative(formula, /(^|[A-Z])\d/i) ? below : undefined,
      right?.formula === formula && isRelative(formula, /(^|:)[A-Z]/i) ? right : undefined,
    ].flatMap((other) => other ?? []);
    for (const each of isJoined.length > 0 ? [place, ...isJoined] : []) found.add(each);
  }
  return found;
}

function isRelative(formula: string, inReference: RegExp): boolean {
  return formulaTokens(formula).some(({ type, value }) => type === "range" && inReference.test(value));
}
