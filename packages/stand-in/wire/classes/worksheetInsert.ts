import type { WorkbookContent } from "@workbooks/xlsx/content";
import { readWorkbook, type FileOptions } from "@workbooks/xlsx/readWorkbook";
import { addSheets } from "../../workbook/content/addedSheets";
import { apiNotFound, invalidArgument, itemNotFound, unsupportedFeature } from "../../workbook/excelError";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import { asText, oneOf } from "../arguments";
import type { Context } from "../table";

/** A copy of a sheet in the same workbook, behind the others: cells, formats, sizes, tables, charts and its own names. */
export function copySheet(sheet: Sheet, { workbook, standIn }: Context): Sheet {
  // What the file holds beside would be missing in the copy.
  if (sheet.partId !== null && workbook.notShown.length > 0)
    throw apiNotFound(`Worksheet.copy in a workbook with ${workbook.notShown[0]}`);
  return addSheets(workbook, {
    ...chosen(standIn.content(), [workbook.sheets.indexOf(sheet)], false),
    leftBehind: null,
  })[0] as Sheet;
}

/**
 * Puts sheets of another file into the workbook; answers their ids.
 * @throws UnsupportedFeature for a file with charts, as in Excel, or with anything that is not known here; ItemNotFound
 */
export async function insertSheets(
  { workbook, standIn }: Context,
  base64: unknown,
  options: unknown,
): Promise<string[]> {
  const given = new Map(Object.entries(options ?? {}).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const content = await readFile(asText(base64), { functionNamespaces: standIn.customFunctions.namespaces });
  const wanted = (given.get("sheetnamestoinsert") ?? content.sheets.map(({ name }) => name)) as unknown[];
  const indexes = wanted.map((name) => {
    const index = content.sheets.findIndex((sheet) => sheet.name.toLowerCase() === asText(name).toLowerCase());
    if (index < 0) throw itemNotFound();
    return index;
  });
  const at = placeOf(workbook, given.get("positiontype"), given.get("relativeto"));
  const leftBehind = content.sheets.filter((_, index) => !indexes.includes(index)).map(({ name }) => name);
  const added = addSheets(workbook, { ...chosen(content, indexes, true), leftBehind });
  added.forEach((sheet, index) => workbook.moveSheet(sheet, at + index));
  return added.map(({ id }) => id);
}

async function readFile(base64: string, options: FileOptions): Promise<WorkbookContent> {
  let content: WorkbookContent;
  try {
    content = await readWorkbook(
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
      options,
    );
  } catch {
    throw invalidArgument();
  }
  if (content.notShown.length > 0 || content.sheets.some(({ charts }) => charts.length > 0)) throw unsupportedFeature();
  return content;
}

/** Some of a workbook's sheets, in that order, with their own names and, if wanted, those of the whole workbook. */
function chosen(
  content: WorkbookContent,
  indexes: number[],
  withSharedNames: boolean,
): Pick<WorkbookContent, "sheets" | "styles" | "names"> {
  const names = content.names.flatMap((name) => {
    const sheet = name.sheet === null ? null : indexes.indexOf(name.sheet);
    return sheet === -1 || name.name.startsWith("_xl") || (!withSharedNames && sheet === null)
      ? []
      : [{ ...name, sheet }];
  });
  return { sheets: indexes.flatMap((index) => content.sheets[index] ?? []), styles: content.styles, names };
}

/** Before which sheet the first of them comes. */
function placeOf(workbook: Workbook, position: unknown, beside: unknown): number {
  const kind = oneOf(position ?? "None", ["None", "Before", "After", "Beginning", "End"]);
  if (kind === "Beginning") return 0;
  if (kind === "None" || kind === "End") return workbook.sheets.length;
  return workbook.sheets.indexOf(workbook.sheet(asText(beside))) + (kind === "After" ? 1 : 0);
}
