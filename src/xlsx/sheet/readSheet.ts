import type { SheetContent } from "../content";
import { readSheetProtection } from "../protection/protectionXml";
import type { ColorResolver } from "../styles/colors";
import { child, children, flag, type XmlElement } from "../xml/parseXml";
import { parseArea } from "./address";

type SheetFrame = Pick<
  SheetContent,
  | "protection"
  | "columns"
  | "merges"
  | "frozen"
  | "showGridlines"
  | "tabColor"
  | "defaultColumnWidth"
  | "defaultRowHeight"
>;

/** What a worksheet part says around its rows. */
export function readSheetFrame(frame: XmlElement, colorOf: ColorResolver): SheetFrame {
  const view = child(frame, "sheetViews", "sheetView");
  const format = child(frame, "sheetFormatPr")?.attributes ?? {};
  const columnWidth = format["defaultColWidth"] ?? baseWidth(format["baseColWidth"]);
  const rowHeight = format["defaultRowHeight"];
  return {
    protection: readSheetProtection(child(frame, "sheetProtection")),
    columns: children(child(frame, "cols"), "col").map(readColumn),
    merges: children(child(frame, "mergeCells"), "mergeCell").flatMap(
      (merge) => parseArea(merge.attributes["ref"] ?? "") ?? [],
    ),
    frozen: readFrozen(child(view, "pane")),
    showGridlines: flag(view?.attributes["showGridLines"], true),
    tabColor: colorOf(child(frame, "sheetPr", "tabColor")),
    ...(columnWidth === undefined ? {} : { defaultColumnWidth: Number(columnWidth) }),
    ...(rowHeight === undefined || Number(rowHeight) === 15 ? {} : { defaultRowHeight: Number(rowHeight) }),
  };
}

function readColumn({ attributes }: XmlElement): SheetContent["columns"][number] {
  const { min, max, width, hidden, style } = attributes;
  return {
    from: Number(min ?? 1) - 1,
    to: Number(max ?? min ?? 1) - 1,
    width: width === undefined ? null : Number(width),
    hidden: flag(hidden),
    style: style === undefined ? null : Number(style),
  };
}

function readFrozen(pane: XmlElement | undefined): SheetContent["frozen"] {
  const state = pane?.attributes["state"];
  if (!pane || (state !== "frozen" && state !== "frozenSplit")) return { rows: 0, columns: 0 };
  return { rows: Number(pane.attributes["ySplit"] ?? 0), columns: Number(pane.attributes["xSplit"] ?? 0) };
}

/** Five pixels of padding beside so many characters of seven pixels (ECMA-376 part 1, 18.3.1.81). */
function baseWidth(characters: string | undefined): number | undefined {
  return characters === undefined || characters === "8" ? undefined : Number(characters) + 5 / 7;
}
