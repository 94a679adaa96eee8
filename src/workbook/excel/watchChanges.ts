import { isOwnChange, type ChangeEvent } from "../own/ownWrites";
import { excelRun } from "./excelRun";

/**
 * Calls `onOutOfDate` whenever the user, a colleague or a recalculated formula's new input changes a sheet that the plan may
 * be read from; what the add-in writes does not count. Answers the way to stop. The caller decides what to do: no reading
 * here, since every co-author's Excel gets these events.
 */
export async function watchChanges(onOutOfDate: () => void): Promise<() => Promise<void>> {
  const saysWho = Office.context.requirements.isSetSupported("ExcelApi", "1.14");
  return excelRun(async (context) => {
    const { worksheets } = context.workbook;
    const tell = (change: ChangeEvent): Promise<void> => {
      if (!isOwnChange(change)) onOutOfDate();
      return Promise.resolve();
    };
    const handlers = [
      worksheets.onChanged.add(({ worksheetId, source, triggerSource }) =>
        tell({ worksheetId, source, ...(saysWho && { triggerSource }) }),
      ),
      worksheets.onDeleted.add(({ worksheetId, source }) => tell({ worksheetId, source })),
      worksheets.onAdded.add(({ worksheetId, source }) => tell({ worksheetId, source })),
    ];
    await context.sync();
    return async () => {
      const [first] = handlers;
      if (!first) return;
      await Excel.run(first.context, async (own) => {
        handlers.forEach((handler) => handler.remove());
        await own.sync();
      });
    };
  });
}
