import { splitAddress } from "../../cells/address";
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

/** Address of just the cells that the user has selected. */
export async function selectedCells(options: RunOptions = {}): Promise<string> {
  return excelRun(async (context) => {
    const selected = context.workbook.getSelectedRange();
    selected.load("address");
    await context.sync();
    return selected.address;
  }, options);
}

/**
 * Address of what the user has selected, for "use the selection". A single cell stands for the filled block around it.
 */
export async function selectionAddress(options: RunOptions = {}): Promise<string> {
  return excelRun(async (context) => {
    const selected = context.workbook.getSelectedRange();
    const around = selected.getSurroundingRegion();
    selected.load("address,cellCount");
    around.load("address");
    await context.sync();
    return selected.cellCount === 1 ? around.address : selected.address;
  }, options);
}
