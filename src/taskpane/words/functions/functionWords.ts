import type { Shape } from "../../../functions/arguments/arguments";
import { namespace } from "../../../functions/catalogue";
import type { Example, FunctionRecord } from "../../../functions/record";
import type { FormulaToInsert } from "../../../workbook/insert/insertFormula";

/** "=SAVINGS.ATTRIBUTE(base, effects, [method])" */
export function callOf({ name, parameters }: FunctionRecord): string {
  const names = Object.entries(parameters).map(([parameter, { optional }]) =>
    optional ? `[${parameter}]` : parameter,
  );
  return `=${namespace}.${name}(${names.join(", ")})`;
}

/** What an argument may be, as a reader of the help says it. */
export const shapeWords: Record<Shape, string> = {
  cell: "one cell",
  list: "a row or a column",
  row: "one cell or a row",
  column: "one cell or a column",
  frame: "one cell or a range",
  table: "two columns",
};

/** The example as it goes into a cell, with the cells that its result fills. */
export function formulaOf({ formula, result }: Example): FormulaToInsert {
  const rows = resultRows(result);
  return { formula: `=${namespace}.${formula}`, rowCount: rows.length, columnCount: rows[0]?.length ?? 1 };
}

export function resultRows(result: Example["result"]): (number | string)[][] {
  return Array.isArray(result) ? result : [[result]];
}

/** A cell of a documented result in the reader's separators: six significant digits, as many as a narrow column shows. */
export function resultCell(value: number | string, locale: string | undefined): string {
  if (typeof value === "string") return value;
  // Labels of years and whole amounts alike stand as Excel shows them under "General": without separators.
  const size = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6, useGrouping: false }).format(
    Math.abs(value),
  );
  return value < 0 ? `−${size}` : size;
}
