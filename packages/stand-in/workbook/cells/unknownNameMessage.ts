import { tokenize } from "@borgar/fx";
import { distance } from "fastest-levenshtein";
import { notCalculated } from "../../calculation/excel/notCalculated";
import type { Workbook } from "../workbook";

/** A sentence on a cell that is #NAME? by its own formula, with the name that was probably meant; else null. */
export function unknownNameMessage(workbook: Workbook, sheetId: string, row: number, column: number): string | null {
  const sheet = workbook.findSheet(sheetId);
  const value = sheet?.value(row, column) ?? null;
  const formula = sheet?.formula(row, column) ?? null;
  if (!sheet || formula === null || typeof value !== "object" || value?.error !== "#NAME?") return null;
  const names = workbook.names.items.map(({ name }) => name);
  for (const { type, value: written } of tokenize(formula)) {
    const isFunction = type === "func";
    const known = isFunction ? [...workbook.calculation.known.names(), ...notCalculated.keys(), ...names] : names;
    if (!isFunction && type !== "range_named") continue;
    const name = written.slice(written.lastIndexOf("!") + 1).toUpperCase();
    // Words such as those of LET and LAMBDA are names of the formula's own.
    if (known.some((each) => each.toUpperCase() === name) || (!isFunction && /\b(LET|LAMBDA)\(/i.test(formula)))
      continue;
    if (!isFunction && workbook.calculation.tables.find(written)) continue;
    const meant = nearest(name, known);
    const hint = meant === null ? "" : ` Did you mean ${meant}?`;
    return `There is no ${isFunction ? "function" : "name"} ${written} here.${hint}`;
  }
  return null;
}

/**
 * The known name that a typo was probably meant to be: the fewest letters apart (by Levenshtein), at most a third of them;
 * of those as near the one that begins alike, then the shortest. What stands before its last dot may be left out.
 */
export function nearest(typed: string, known: readonly string[]): string | null {
  const name = typed.toUpperCase();
  const most = Math.max(1, Math.floor(name.length / 3));
  const ranked = known.map((each) => {
    const whole = each.toUpperCase();
    const last = whole.slice(whole.lastIndexOf(".") + 1);
    const apart = Math.min(distance(name, whole), name.includes(".") ? Infinity : distance(name, last) + LEFT_OUT);
    return { each, apart, begins: whole[0] === name[0] ? 0 : 1 };
  });
  ranked.sort(
    (one, other) =>
      one.apart - other.apart ||
      one.begins - other.begins ||
      one.each.length - other.each.length ||
      (one.each < other.each ? -1 : 1),
  );
  const [first] = ranked;
  return first && first.apart <= most ? first.each : null;
}

/** A function of another namespace is farther than one with a letter wrong. */
const LEFT_OUT = 0.5;
