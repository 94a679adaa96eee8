import type { FormulaPart, OutputTable } from "../../outputTable";
import { CannotFollow } from "../cannotFollow";

/**
 * Refuses formulas that Excel cannot hold: over 8,192 characters, 64 functions deep, or 255 arguments in one function (Excel specifications
 * and limits, Microsoft). Excel would refuse the file or the cell; the table and the row are said instead, before anything is written.
 *
 * @throws CannotFollow
 */
export function refuseOverLimits(tables: readonly OutputTable[]): void {
  for (const table of tables)
    table.rows.forEach((row) =>
      row.forEach((cell, column) => {
        if (cell === null || typeof cell !== "object" || typeof cell.formula === "string") return;
        const fault = limitFault(cell.formula);
        if (fault === null) return;
        const [name = ""] = row;
        const place = `${table.sheetTitle}, ${typeof name === "object" ? "" : `${String(name)}, `}${table.header[column] ?? ""}`;
        throw new CannotFollow(
          `The formula of ${place} would have ${fault}, which is more than Excel takes; fewer levers or categories, or values, can be written instead.`,
        );
      }),
    );
}

/** "9,120 characters"; null where Excel takes the formula. */
export function limitFault(parts: readonly FormulaPart[]): string | null {
  const length = lengthOf({ parts });
  if (length > 8_192) return `some ${length.toLocaleString("en-GB")} characters`;
  const { depth, most } = shape(parts.map((part) => (typeof part === "string" ? part : "A1")).join(""));
  if (depth > 64) return `functions within functions ${depth} deep`;
  return most > 255 ? `${most} arguments in one function` : null;
}

/** How many characters a formula has at most, its sign with it. */
export function lengthOf({ parts }: { parts: readonly FormulaPart[] }): number {
  return parts.reduce((sum, part) => sum + (typeof part === "string" ? part.length : longestReference), 1);
}

/** "'As planned ByCategory (2)'!$XFD$1048576:$XFD$1048576", sheet names at their longest. */
const longestReference = 62;

/** How deep functions stand in functions, and the most arguments of one; texts and names of sheets aside. */
function shape(formula: string): { depth: number; most: number } {
  const open: { isFunction: boolean; count: number }[] = [];
  let [depth, most, before] = [0, 0, ""];
  for (const sign of formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "x")) {
    const inner = open.at(-1);
    if (sign === "(") {
      open.push({ isFunction: /[A-Z]/i.test(before), count: 1 });
      depth = Math.max(depth, open.filter(({ isFunction }) => isFunction).length);
    } else if (sign === ")") most = Math.max(most, open.pop()?.count ?? 0);
    else if (sign === "," && inner) inner.count++;
    before = sign;
  }
  return { depth, most };
}
