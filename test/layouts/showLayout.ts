import { columnLetters } from "../../src/cells/address";
import { isCellError, type Cell } from "../../src/cells/cell";
import type { Layout } from "./layout";
import type { SheetGrid } from "../../src/plan/reading/sheetGrid";

/** A layout as text: its features, and each sheet as a small table of cells. */
export function showLayout(layout: Layout): string {
  const features = layout.features.join(" · ") || "no feature";
  const questions = layout.questions.map(({ text }) => `must be asked: ${text}`);
  return [`[${features}]`, ...questions, ...layout.sheets.map(showSheet)].join("\n");
}

function showSheet(sheet: SheetGrid): string {
  const texts = sheet.values.map((row, index) =>
    row.map((value, column) => shown(value, sheet.numberFormats[index]?.[column] ?? "General")),
  );
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.min(22, Math.max(1, ...texts.map((row) => (row[column] ?? "").length))),
  );
  const row = (cells: string[]): string =>
    cells.map((text, column) => text.slice(0, 22).padEnd(widths[column] ?? 1)).join(" | ");
  const head = row(widths.map((_, column) => columnLetters(column)));
  const lines = texts.map((cells, index) => `  ${String(index + 1).padStart(3)}  ${row(cells)}`.trimEnd());
  const shownLines = lines.length > 16 ? [...lines.slice(0, 14), `       … ${lines.length - 14} rows more`] : lines;
  return [`  ${sheet.sheet}${sheet.isHidden ? " (hidden)" : ""}`, `       ${head}`, ...shownLines].join("\n");
}

function shown(value: Cell, format: string): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  const text = String(value).replace(/\s/g, " ");
  return format === "General" ? text : `${text} {${format}}`;
}
