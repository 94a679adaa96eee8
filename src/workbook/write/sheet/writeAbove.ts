import type { OutputPage, OutputTable } from "../../../plan/report/outputTable";
import type { CellInput } from "../../excel/cellInput";
import { formatNumbers } from "../../excel/formatNumbers";
import { palette } from "./palette";

/** Puts title and notes, or a page, on a new sheet. */
export function writeAbove(sheet: Excel.Worksheet, { page }: OutputTable, above: readonly CellInput[][]): void {
  const width = page?.columnCount ?? 1;
  sheet.getRangeByIndexes(0, 0, above.length, width).formulas = above.map((line) => [...line]);
  const title = sheet.getRangeByIndexes(0, 0, 1, 1).format.font;
  title.size = 14;
  title.bold = true;
  title.color = palette.heading;
  if (page) dressPage(sheet, page);
  else if (above.length > 1) sheet.getRangeByIndexes(1, 0, above.length - 1, 1).format.font.color = palette.quiet;
}

/** The page's rows begin under the title. */
function dressPage(sheet: Excel.Worksheet, { rows, columnCount, numberFormats }: OutputPage): void {
  const formats = numberFormats.map((format) => (format === "@" ? "General" : format));
  formatNumbers(
    sheet,
    1,
    0,
    rows.map(() => formats),
  );
  rows.forEach(({ look }, index) => {
    const first = sheet.getRangeByIndexes(1 + index, 0, 1, 1).format;
    if (look === "quiet") first.font.color = palette.quiet;
    if (look === "headline") Object.assign(first.font, { bold: true, size: 12 });
    if (look === "figure") first.wrapText = true;
    if (look !== "heading") return;
    const heading = sheet.getRangeByIndexes(1 + index, 0, 1, columnCount).format;
    heading.font.bold = true;
    const rule = heading.borders.getItem("EdgeBottom");
    rule.style = "Continuous";
    rule.color = palette.quiet;
    sheet.getRangeByIndexes(1 + index, 1, 1, columnCount - 1).format.horizontalAlignment = "Right";
  });
}
