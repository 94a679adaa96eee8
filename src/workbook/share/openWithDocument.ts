import { excelRun, type RunOptions } from "../excel/excelRun";

/**
 * Excel shows the pane of the add-in's button whose TaskpaneId is this when it opens a workbook that holds this setting as true, where the
 * add-in is installed (MS-OWEMXML 2.2, TaskpaneId). Without the setting, as at first, it does not.
 */
const autoShow = "Office.AutoShowTaskpaneWithDocument";

export async function opensWithDocument(options: RunOptions = {}): Promise<boolean> {
  return excelRun(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(autoShow);
    setting.load("value");
    await context.sync();
    return !setting.isNullObject && (setting.value as unknown) === true;
  }, options);
}

export async function setOpensWithDocument(isOn: boolean, options: RunOptions = {}): Promise<void> {
  await excelRun(async (context) => {
    const { settings } = context.workbook;
    if (isOn) settings.add(autoShow, true);
    else settings.getItemOrNullObject(autoShow).delete();
    await context.sync();
  }, options);
}
