import type { PageContent } from "../content";
import { MAXIMUM_ROWS } from "../sheet/address";
import { quotedSheetName } from "../formulas/renameSheets";
import type { XmlElement } from "../xml/parseXml";

type TitleRows = NonNullable<PageContent["titleRows"]>;

/** Whether a defined name is that of the rows and columns that a sheet repeats on each page (ECMA-376 part 1, 18.2.6). */
export function isPrintTitles({ attributes }: XmlElement): boolean {
  return attributes["name"]?.toLowerCase() === PRINT_TITLES.toLowerCase();
}

export const PRINT_TITLES = "_xlnm.Print_Titles";

/** The rows of "Data!$A:$B,Data!$1:$2"; null where there are none. */
export function titleRowsIn(formula: string): TitleRows | null {
  const found = ROWS.exec(formula);
  const [first, last] = [Number(found?.[1]) - 1, Number(found?.[2]) - 1];
  if (!found || !(first >= 0 && last >= first && last < MAXIMUM_ROWS)) return null;
  return { row: first, rowCount: last - first + 1 };
}

/** The formula with other rows, its columns as they are; "" where nothing is left. */
export function withTitleRows(formula: string, sheet: string, rows: TitleRows | null): string {
  const reference = rows && `${quotedSheetName(sheet)}!$${rows.row + 1}:$${rows.row + rows.rowCount}`;
  const columns = COLUMNS.exec(formula)?.[0];
  return [columns, reference].filter(Boolean).join(",");
}

const ROWS = /!\$?(\d+):\$?(\d+)$/;
/** With the sheet's name before them, which may hold a comma. */
const COLUMNS = /^(?:'(?:[^']|'')*'|[^,'!]*)!\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?=,|$)/;
