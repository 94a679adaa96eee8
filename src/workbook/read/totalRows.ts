import type { Cell } from "../../cells/cell";

/** The rows of a large sheet, by index, whose formulas are worth asking for: named a total, or last before a blank row or the end. */
export function maybeTotals(values: readonly Cell[][]): number[] {
  const rows: number[] = [];
  let isBlankBelow = true;
  for (let row = values.length - 1; row >= 0; row--) {
    const line = values[row] ?? [];
    const isBlank = line.every((cell) => cell === "" || cell === null);
    if (!isBlank && (isBlankBelow || line.some((cell) => typeof cell === "string" && namesTotal.test(cell))))
      rows.push(row);
    isBlankBelow = isBlank;
  }
  return rows.reverse();
}

const namesTotal = /total|\b(sum|net|overall|all schemes|grand)\b/i;
