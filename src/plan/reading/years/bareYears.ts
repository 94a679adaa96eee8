import { cellAddress } from "../../../cells/address";
import { cellAt } from "../sheetGrid";
import { columnOf } from "../tableColumn";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { yearQuestions } from "./answeredYears";

/** Bare years beside FY labels leave open which year a label means: one question for the plan, at the first bare year. */
export function askBareYears(tables: readonly OpenTable[], asking: Asking): void {
  if (asking.options.corrections?.bareYear !== undefined) return;
  const labels = tables.flatMap((table) => [...headingLabels(table), ...cellLabels(table)]);
  const bare = labels.find(
    ({ text }) =>
      /^\s*(19|20)\d{2}\s*$/.test(text) ||
      /(?<![\d/.,£-])(19|20)\d{2}(?![\d/.,-])/.test(text.replace(/f\.?y\.?\s*\d+/gi, "")),
  );
  const fiscal = labels.find(({ text }) => /\bf\.?y\.?\s*['’]?\d{2,4}\b/i.test(text));
  if (!bare || !fiscal) return;
  const year = Number(/(19|20)\d{2}/.exec(bare.text)?.[0]);
  ask(asking, {
    id: yearQuestions.bareYear,
    cell: bare.cell,
    message: `bare years stand beside labels such as '${fiscal.text.trim()}'; ${year} was taken for the fiscal year that starts in it`,
    choices: { start: `${year} is the year that starts in it`, end: `${year} is the year that ends in it` },
    usual: "start",
  });
}

function headingLabels({ header, columns }: OpenTable): { text: string; cell: string }[] {
  return columns
    .filter(({ meaning, year }) => year !== null && meaning !== "ignored")
    .map(({ heading, row, column }) => ({ text: heading, cell: cellAddress(header.grid.sheet, row, column) }));
}

function cellLabels({ header, columns, rows, kind }: OpenTable): { text: string; cell: string }[] {
  if (kind !== "levers") return [];
  return ["start", "end", "period"].flatMap((meaning) => {
    const column = columnOf(columns, meaning);
    if (!column) return [];
    return rows.rows.flatMap((row) => {
      const value = cellAt(header.grid, row, column.column);
      const isBareNumber = typeof value === "number" && Number.isInteger(value) && value >= 1950 && value < 2100;
      return typeof value === "string" || isBareNumber
        ? [{ text: String(value), cell: cellAddress(header.grid.sheet, row, column.column) }]
        : [];
    });
  });
}
