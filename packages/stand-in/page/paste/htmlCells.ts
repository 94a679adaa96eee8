import type { AreaContent, StyleContent } from "@workbooks/xlsx/content";
import { declarationsOf, styleFromCss, type Declarations } from "./cssStyle";

export interface PastedCell {
  text: string;
  /** The number behind the text, where the maker says it (LibreOffice, older Excel). */
  number: number | null;
  style: Partial<StyleContent>;
  /** The maker is known to say which cells are numbers, and this one is none: "2011/12" and "007" stay what they are. */
  isText: boolean;
}

export interface PastedTable {
  rows: PastedCell[][];
  /** Merged cells, counted from the table's first cell. */
  merges: AreaContent[];
}

/** The cells of the first table of an HTML page as spreadsheets put it on the clipboard; null where there is none. */
export function htmlCells(html: string): PastedTable | null {
  const page = new DOMParser().parseFromString(html, "text/html");
  const table = page.querySelector("table");
  if (!table) return null;
  const rules = sheetRules([...page.querySelectorAll("style")].map((style) => style.textContent).join("\n"));
  const isFromExcel = /Excel\.Sheet|Microsoft Excel/i.test(page.head.innerHTML);
  const rows: PastedCell[][] = [];
  const merges: AreaContent[] = [];
  [...table.rows].forEach((line, row) => {
    let column = 0;
    for (const cell of line.cells) {
      while (rows[row]?.[column]) column++;
      const [rowCount, columnCount] = [Math.max(1, cell.rowSpan), Math.max(1, cell.colSpan)];
      const pasted = pastedCell(cell, rules, isFromExcel);
      for (let r = row; r < row + rowCount; r++)
        for (let c = column; c < column + columnCount; c++)
          (rows[r] ??= [])[c] = r === row && c === column ? pasted : { ...pasted, text: "", number: null };
      if (rowCount > 1 || columnCount > 1) merges.push({ row, column, rowCount, columnCount });
      column += columnCount;
    }
  });
  const width = Math.max(0, ...rows.map((cells) => cells?.length ?? 0));
  const blank: PastedCell = { text: "", number: null, style: {}, isText: false };
  const full = Array.from(rows, (cells) => Array.from({ length: width }, (_, column) => cells?.[column] ?? blank));
  return width === 0 ? null : { rows: full, merges };
}

function pastedCell(cell: HTMLTableCellElement, rules: Map<string, Declarations>, isFromExcel: boolean): PastedCell {
  const css: Declarations = { ...rules.get(cell.localName) };
  for (const name of cell.classList) Object.assign(css, rules.get(`.${name}`));
  Object.assign(css, declarationsOf(cell.getAttribute("style") ?? ""));
  const align = cell.getAttribute("align")?.toLowerCase();
  // Excel puts `align` on what is aligned by its kind: numbers, dates, TRUE and errors. It is no format of the cell's.
  if (align && !isFromExcel) css["text-align"] = align;
  const isFormatted = (tag: string): boolean =>
    cell.querySelector(tag)?.textContent === cell.textContent && cell.textContent !== "";
  if (isFormatted("b") || isFormatted("strong")) css["font-weight"] = "bold";
  if (isFormatted("i") || isFormatted("em")) css["font-style"] = "italic";
  const style = styleFromCss(css);
  const libreOffice = cell.getAttribute("sdnum")?.split(";")[2];
  if (libreOffice) style.numberFormat = libreOffice;
  const value = cell.getAttribute("sdval") ?? cell.getAttribute("x:num");
  const isAlignedByUser = css["text-align"] !== undefined && css["text-align"] !== "general";
  return {
    text: textOf(cell),
    number: value !== null && value !== "" && Number.isFinite(Number(value)) ? Number(value) : null,
    style,
    isText: style.numberFormat === "@" || (isFromExcel && !align && !isAlignedByUser),
  };
}

/** What a cell shows: line breaks as such, other white space as one space, a hard space alone as nothing. */
function textOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const lineBreak of copy.querySelectorAll("br")) lineBreak.replaceWith("\u0001");
  const text = (copy.textContent ?? "").replace(/[ \t\r\n]+/g, " ").trim();
  return text
    .replace(/ ?\u0001 ?/g, "\n")
    .replaceAll("\u00a0", " ")
    .replace(/^ +$/, "");
}

/** Rules of a style sheet by their selector, in the simple form that spreadsheets write. */
function sheetRules(css: string): Map<string, Declarations> {
  const rules = new Map<string, Declarations>();
  for (const [, selectors, body] of css.replace(/<!--|-->/g, "").matchAll(/([^{}]+)\{([^}]*)\}/g))
    for (const selector of (selectors ?? "").split(","))
      rules.set(selector.trim(), { ...rules.get(selector.trim()), ...declarationsOf(body ?? "") });
  return rules;
}
