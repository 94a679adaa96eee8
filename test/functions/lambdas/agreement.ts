import type { ValueContent } from "@workbooks/xlsx/content";
import type { Call, Given } from "./domain";

/** As Excel on the web passes it: a blank is null, an error an object. */
export function passed(cells: Given[][] | null): unknown {
  return (
    cells &&
    cells.map((row) =>
      row.map((cell) => (typeof cell === "object" && cell ? { type: "Error", basicValue: cell.error } : cell)),
    )
  );
}

export function shown(value: ValueContent): unknown {
  return typeof value === "object" && value !== null ? (value as { error: string }).error : value;
}

/** Numbers agree to 1e-9 of themselves, or to 1e-12 of the largest that went in or came out, where figures cancel. */
export function agrees(answer: unknown[][], right: (number | string)[][], call: Call): boolean {
  const all = [...call.flatMap((cells) => cells?.flat() ?? []), ...right.flat()];
  const largest = Math.max(1e-9, ...all.map((value) => (typeof value === "number" ? Math.abs(value) : 0)));
  return (
    answer.length === right.length &&
    answer.every(
      (row, i) =>
        row.length === right[i]!.length &&
        row.every((value, j) => {
          const wanted = right[i]![j]!;
          if (typeof value !== "number" || typeof wanted !== "number") return value === wanted;
          return Math.abs(value - wanted) <= Math.max(1e-9 * Math.abs(wanted), 1e-12 * largest);
        }),
    )
  );
}
