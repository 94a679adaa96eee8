import { SheetWriter, type Styles } from "../sheetWriter";
import type { MtfsFacts } from "./facts";
import { looks, tabColor } from "./looks";

/** Zero-based row of the headings, the same in every appendix. */
export const headerRow = 4;
export const first = headerRow + 1;

/** A sheet with its titles and headings; those from `numbersFrom` on stand over numbers. */
export function appendix(
  facts: MtfsFacts,
  styles: Styles,
  name: string,
  title: string,
  columns: readonly { heading: string; width: number; look?: "headerNumber" | "headerMiddle" }[],
): SheetWriter {
  const widths = columns.map(({ width }) => width);
  const sheet = new SheetWriter(name, styles, widths, tabColor);
  sheet.put(0, 0, facts.title, looks.title);
  sheet.put(1, 0, `Appendix ${name.slice(0, 1)}: ${title}`, { ...looks.subtitle, bold: true, fontSize: 12 });
  sheet.put(2, 0, `${facts.unit}, cash; reductions in brackets`, looks.subtitle);
  sheet.height(0, 26);
  columns.forEach(({ heading, look = "header" as const }, column) =>
    sheet.put(headerRow, column, heading, looks[look]),
  );
  sheet.height(headerRow, 32);
  sheet.content.frozen = { rows: first, columns: 1 };
  return sheet;
}

/** Puts what is printed, from A1 to here. */
export function printTo(sheet: SheetWriter, facts: MtfsFacts, rowCount: number, columnCount: number): void {
  sheet.print = {
    orientation: "landscape",
    titleRows: first,
    area: { rowCount, columnCount },
    footer: `${facts.title}, MTFS 2026/27 to 2028/29`,
  };
}
