import { cellAddress } from "../../cells/address";
import { textOf } from "../../cells/cell";
import { nameKey } from "../../cells/names";
import { choiceOf, choicesOf } from "../columns/choiceOf";
import type { TableKind } from "../tableKinds";
import { cellAt, formatAt } from "./sheetGrid";
import { shown } from "./cells/shownCell";
import { fiscalLabel, type YearConvention } from "./cells/times/years";
import { firstColumnOf } from "./extent/headerRows";
import { nameAt } from "./extent/tableRows";
import { inOurWords, type MappedColumn } from "./tableColumn";
import type { OpenTable } from "./openTable";
import type { ColumnReading, TableReading } from "./planReading";
import { timelineText, yearIndex, type Timeline } from "./years/timeline";

/** What was understood of a table, for the pane and for --json. */
export function tableReading(table: OpenTable, timeline: Timeline | null, convention: YearConvention): TableReading {
  const { header, columns, rows, kind } = table;
  const { grid } = header;
  const at = (row: number): string => cellAddress(grid.sheet, row, table.key?.column ?? firstColumnOf(header));
  return {
    kind,
    sheet: grid.sheet,
    tableName: header.table?.name ?? null,
    address: rows.address,
    rowCount: rows.rows.length,
    summary: summaryOf(table, timeline),
    columns: columns.map((column): ColumnReading => ({
      heading: column.heading,
      address: cellAddress(grid.sheet, column.row, column.column),
      meaning: meaningOf(column, timeline, convention),
      year: column.year ? yearLabel(column, timeline, convention) : null,
      sureness: column.sureness,
      firstValues: rows.rows
        .slice(0, 3)
        .map((row) => shown(cellAt(grid, row, column.column), formatAt(grid, row, column.column), grid.date1904)),
      why: column.why,
      ...wordsOf(table, column),
    })),
    totals: rows.totals.map(({ row }) => at(row)),
    sections: rows.sections.map(({ row }) => at(row)),
    leftOut: [
      ...rows.leftOut.map(({ row, why }) => ({ cell: at(row), why })),
      ...rows.results.map(({ row, is }) => ({
        cell: at(row),
        why:
          is === "target"
            ? "says what is needed"
            : is === "gap"
              ? "says what is missing"
              : "is the net of the rows above",
      })),
    ],
  };
}

/** Of a column that holds a choice its words: each once, as it stands first, the more frequent before. */
function wordsOf({ kind, header, rows }: OpenTable, column: MappedColumn): Pick<ColumnReading, "words"> {
  if (choicesOf(kind, column.meaning).length === 0) return {};
  const counts = new Map<string, { word: string; count: number }>();
  for (const row of rows.rows) {
    const word = textOf(nameAt(header, row, column.column));
    if (word === "") continue;
    const before = counts.get(nameKey(word));
    counts.set(nameKey(word), { word: before?.word ?? word, count: (before?.count ?? 0) + 1 });
  }
  const words = [...counts.values()].sort((a, b) => b.count - a.count);
  return {
    words: words.map((one) => ({ ...one, means: choiceOf(kind, column.meaning, inOurWords(column, one.word)) })),
  };
}

/** One line: "5 categories, 2014/15 + 6 years", "24 levers · 1 column unsure". */
function summaryOf({ kind, rows, columns }: OpenTable, timeline: Timeline | null): string {
  const words: Record<TableKind, [string, string]> = {
    spending: ["category", "categories"],
    funding: ["row", "rows"],
    levers: ["lever", "levers"],
  };
  const things = `${rows.rows.length} ${words[kind][rows.rows.length === 1 ? 0 : 1]}`;
  const span = kind !== "levers" && timeline ? `, ${timelineText(timeline)}` : "";
  const unsure = columns.filter(({ sureness }) => sureness === "unsure").length;
  return `${things}${span}${unsure > 0 ? ` · ${unsure} ${unsure === 1 ? "column" : "columns"} unsure` : ""}`;
}

function meaningOf(column: MappedColumn, timeline: Timeline | null, convention: YearConvention): string {
  if (column.meaning === "year") return `${column.yearKind ?? "amount"}:${yearLabel(column, timeline, convention)}`;
  return column.meaning;
}

function yearLabel({ year }: MappedColumn, timeline: Timeline | null, convention: YearConvention): string {
  if (!year) return "";
  if (year.kind === "fiscal") return fiscalLabel(year.start, convention);
  const index = timeline ? yearIndex(year, timeline) : null;
  return (index !== null && timeline?.labels[index - 1]) || `Year ${year.number}`;
}
