import type { SheetContent } from "../content";
import { readSheetProtection } from "../protection/protectionXml";
import type { ColorResolver } from "../styles/colors";
import { child, children, flag, numberOr, type XmlElement } from "../xml/parseXml";
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS, parseArea } from "./address";
import { styleNumber } from "./cells/readCells";
import { readPage } from "./page/readPage";

type SheetFrame = Pick<
  SheetContent,
  | "protection"
  | "columns"
  | "merges"
  | "filter"
  | "frozen"
  | "showGridlines"
  | "tabColor"
  | "defaultColumnWidth"
  | "defaultRowHeight"
  | "page"
>;

/** What a worksheet part says around its rows. */
export function readSheetFrame(frame: XmlElement, colorOf: ColorResolver, styleCount: number): SheetFrame {
  const view = child(frame, "sheetViews", "sheetView");
  const format = child(frame, "sheetFormatPr")?.attributes ?? {};
  const columnWidth = numberOr(format["defaultColWidth"], baseWidth(numberOr(format["baseColWidth"], 8)));
  const rowHeight = numberOr(format["defaultRowHeight"], 15);
  const page = readPage(frame);
  const filter = parseArea(child(frame, "autoFilter")?.attributes["ref"] ?? "");
  return {
    protection: readSheetProtection(child(frame, "sheetProtection")),
    columns: children(child(frame, "cols"), "col")
      .slice(0, MAXIMUM_COLUMNS)
      .flatMap((column) => readColumn(column, styleCount)),
    merges: children(child(frame, "mergeCells"), "mergeCell").flatMap(
      (merge) => parseArea(merge.attributes["ref"] ?? "") ?? [],
    ),
    ...(filter ? { filter } : {}),
    frozen: readFrozen(child(view, "pane")),
    showGridlines: flag(view?.attributes["showGridLines"], true),
    tabColor: colorOf(child(frame, "sheetPr", "tabColor")),
    ...(Object.keys(page).length > 0 ? { page } : {}),
    ...(columnWidth === null ? {} : { defaultColumnWidth: columnWidth }),
    ...(rowHeight === 15 ? {} : { defaultRowHeight: rowHeight }),
  };
}

/** Nothing for columns that there are not. */
function readColumn({ attributes }: XmlElement, styleCount: number): SheetContent["columns"] {
  const { min, max, width, hidden, style } = attributes;
  const from = Number(min ?? 1) - 1;
  const to = Math.min(Number(max ?? min ?? 1), MAXIMUM_COLUMNS) - 1;
  if (!(Number.isInteger(from) && from >= 0 && Number.isInteger(to) && to >= from)) return [];
  return [
    {
      ...{ from, to, hidden: flag(hidden) },
      width: numberOr(width, null),
      style: style === undefined ? null : styleNumber(style, styleCount),
    },
  ];
}

function readFrozen(pane: XmlElement | undefined): SheetContent["frozen"] {
  const state = pane?.attributes["state"];
  if (!pane || (state !== "frozen" && state !== "frozenSplit")) return { rows: 0, columns: 0 };
  const split = (name: string, limit: number) =>
    Math.trunc(Math.min(Math.max(0, numberOr(pane.attributes[name], 0)), limit - 1));
  return { rows: split("ySplit", MAXIMUM_ROWS), columns: split("xSplit", MAXIMUM_COLUMNS) };
}

/** Five pixels of padding beside so many characters of seven pixels (ECMA-376 part 1, 18.3.1.81). */
function baseWidth(characters: number): number | null {
  return characters === 8 ? null : characters + 5 / 7;
}
