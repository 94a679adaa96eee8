import { splitAddress } from "../../cells/address";
import { WorkbookError } from "./excelErrors";
import { excelRun, type RunOptions } from "./excelRun";

/** Shows and selects the cells at an address of a finding: "Levers!D7", "'Forward view'!B6:P31". */
export async function selectAddress(address: string, options: RunOptions = {}): Promise<void> {
  const { sheet, area } = splitAddress(address);
  if (sheet === null || area === "") {
    throw new WorkbookError("notFound", `'${address}' is not a cell that can be shown; a sheet and a cell are needed.`);
  }
  await goTo(sheet, (worksheet) => worksheet.getRange(area).select(), options);
}

/** Brings a sheet to the front. */
export async function selectSheet(name: string, options: RunOptions = {}): Promise<void> {
  await goTo(name, () => undefined, options);
}

/** A hidden sheet is never shown: who hid it had a reason. */
async function goTo(sheet: string, then: (worksheet: Excel.Worksheet) => void, options: RunOptions): Promise<void> {
  await excelRun(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.load("visibility");
    await context.sync();
    if (worksheet.visibility !== "Visible")
      throw new WorkbookError(
        "notFound",
        `The sheet '${sheet}' is hidden; unhide it (right-click a sheet's tab in Excel) to go there.`,
      );
    worksheet.activate();
    then(worksheet);
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
