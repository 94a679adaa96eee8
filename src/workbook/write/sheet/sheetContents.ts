import type { Area } from "../../../cells/area";
import type { WorkbookShape } from "../../excel/workbookShape";
import { throwIfCancelled } from "../../excel/excelRun";
import { areaOf, mergedIn, mergedOf } from "../../read/askForSheets";
import { readInBands } from "../../read/readBands";
import type { SheetCells } from "../table/tableMoves";

/** What a sheet holds, its merged cells where it is one of ours, and the names that mean something on it only. */
export interface SheetContents extends SheetCells {
  sheet: string;
  merges: Area[];
  names: { name: string; formula: string; sheet: string }[];
}

export async function readSheetContents(
  context: Excel.RequestContext,
  { sheets, ownSheets }: WorkbookShape,
  signal?: AbortSignal,
): Promise<SheetContents[]> {
  const own = new Set(ownSheets.map(({ sheet }) => sheet));
  const asked = sheets.map(({ id, name }) => {
    const worksheet = context.workbook.worksheets.getItem(id);
    const used = worksheet.getUsedRange(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const { names } = worksheet;
    names.load("items/name,items/formula");
    return { sheet: name, id, used, names, merged: own.has(name) ? mergedIn(used) : null };
  });
  await context.sync();
  throwIfCancelled(signal);
  const answers = await readInBands(
    context,
    asked.map(({ id, used }) => ({ sheet: id, area: areaOf(used), members: ["formulas"] })),
    signal,
  );
  return asked.map(({ sheet, used, names, merged }, index) => ({
    ...{ sheet, area: areaOf(used), formulas: answers[index]?.formulas ?? [] },
    merges: mergedOf(merged),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula), sheet })),
  }));
}
