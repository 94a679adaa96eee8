import type { PageContent } from "@workbooks/xlsx/content";
import { lastColumnCount } from "../address";
import type { ReferenceChange } from "../formulas/references";
import { followedArea } from "./cellMoves";

/** How a sheet is printed after the change: the rows repeated on each page go where they went. */
export function followedPage(page: PageContent, change: ReferenceChange, sheetName: string): PageContent {
  if (!page.titleRows) return page;
  const { titleRows, ...rest } = page;
  const led = followedArea({ ...titleRows, column: 0, columnCount: lastColumnCount }, change, sheetName);
  return led ? { ...rest, titleRows: { row: led.row, rowCount: led.rowCount } } : rest;
}
