import type { OutputTable } from "../outputTable";
import { shortened } from "./shortened";

/** The table without what binary fractions leave: 0.3 for 0.30000000000000004, and 0 for what is nothing beside the amounts of its format. */
export function withoutNoise(table: OutputTable): OutputTable {
  const largest = new Map<string, number>();
  table.rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      const format = table.numberFormats[r]?.[c] ?? "";
      if (typeof cell === "number") largest.set(format, Math.max(largest.get(format) ?? 0, Math.abs(cell)));
    }),
  );
  return {
    ...table,
    rows: table.rows.map((row, r) =>
      row.map((cell, c) => {
        if (typeof cell !== "number") return cell;
        const size = largest.get(table.numberFormats[r]?.[c] ?? "") ?? 0;
        return Math.abs(cell) <= noise * size ? 0 : shortened(cell);
      }),
    ),
  };
}

const noise = 1e-13;
