import { readTyped } from "../../workbook/cells/typedText";
import type { CellEdit } from "../../workbook/sheet";
import { isWrongFormula } from "../grid/typing/refuseFormulas";
import type { PastedCell } from "./htmlCells";

/** What pasted cells become, counted from the first: as typed in Excel, but for what their maker says of them. */
export function pastedEdits(rows: PastedCell[][], what: "all" | "values" | "formats"): CellEdit[] {
  const isDayFirst = rows.some((cells) => cells.some(({ text }) => DAY_FIRST.test(text)));
  return rows.flatMap((cells, row) =>
    cells.map((cell, column) => {
      const read = what === "formats" ? {} : readCell(cell, isDayFirst);
      const { numberFormat, ...value } = read;
      const style = what === "values" ? {} : { ...cell.style };
      if (style.numberFormat === "m/d/yyyy" && isDayFirst) style.numberFormat = "dd/mm/yyyy";
      if (numberFormat !== undefined && what === "all" && (style.numberFormat ?? "General") === "General")
        style.numberFormat = numberFormat;
      return { row, column, ...value, ...(Object.keys(style).length > 0 ? { style } : {}) };
    }),
  );
}

/** A date that can only be meant day first; then the others beside it are, too. */
const DAY_FIRST = /^(1[3-9]|2\d|3[01])[/.-](0?[1-9]|1[0-2])[/.-](\d{2}|\d{4})$/;
const DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;

function readCell({ text, number, isText }: PastedCell, isDayFirst: boolean): ReturnType<typeof readTyped> {
  if (number !== null) return { value: number };
  if (text === "") return { value: null };
  if (isText || isWrongFormula(text)) return { value: text };
  const date = isDayFirst ? DATE.exec(text) : null;
  if (date) {
    const read = readTyped(`${date[2] ?? ""}/${date[1] ?? ""}/${date[3] ?? ""}`, false);
    return typeof read.value === "number" ? { ...read, numberFormat: "dd/mm/yyyy" } : { value: text };
  }
  const read = readTyped(text, false);
  // Text that is pasted is a formula only where it says so: "-abc" and "@x" are words.
  return read.formula !== undefined && !text.startsWith("=") ? { value: text } : read;
}
