import { addressOf, splitAddress } from "./address";
import { WorkbookError } from "./excelErrors";
import { excelRun, type RunOptions } from "./excelRun";

/** Shows and selects the cells at an address of a finding: "Levers!D7", "'Forward view'!B6:P31". */
export async function selectAddress(address: string, options: RunOptions = {}): Promise<void> {
  const { sheet, area } = splitAddress(address);
  if (sheet === null || area === "") {
    throw new WorkbookError("notFound", `'${address}' is not a cell that can be shown; a sheet and a cell are needed.`);
  }
  await excelRun(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(area).select();
    await context.sync();
  }, options);
}

/** Brings a sheet to the front. */
export async function selectSheet(name: string, options: RunOptions = {}): Promise<void> {
  await excelRun(async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  }, options);
}

/**
 * Address of what the user has selected, for "use the selection". A single cell stands for the filled block around it.
 */
export async function selectionAddress(options: RunOptions = {}): Promise<string> {
  return excelRun(async (context) => {
    const selected = context.workbook.getSelectedRange();
    const around = selected.getSurroundingRegion();
    const sheet = selected.worksheet;
    selected.load("rowIndex,columnIndex,rowCount,columnCount");
    around.load("rowIndex,columnIndex,rowCount,columnCount");
    sheet.load("name");
    await context.sync();
    const area = selected.rowCount === 1 && selected.columnCount === 1 ? around : selected;
    return addressOf(sheet.name, area.rowIndex, area.columnIndex, area.rowCount, area.columnCount);
  }, options);
}
