import { changedBy, type ChangeEvent, type Changed } from "../own/ownWrites";
import { excelRun } from "./excelRun";

/**
 * Calls back whenever the user, a colleague, undo or a recalculated formula's new input changes a sheet that the plan may be
 * read from ("plan"), or one that a run wrote ("results"); what the add-in writes does not count. Answers the way to stop. The
 * caller decides what to do: no reading here, since every co-author's Excel gets these events.
 */
export async function watchChanges(
  onChange: (changed: Exclude<Changed, "nothing">, sheetId: string) => void,
): Promise<() => Promise<void>> {
  const saysWho = Office.context.requirements.isSetSupported("ExcelApi", "1.14");
  return excelRun(async (context) => {
    const { worksheets } = context.workbook;
    const tell = (change: ChangeEvent): Promise<void> => {
      const changed = changedBy(change);
      if (changed !== "nothing") onChange(changed, change.worksheetId);
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
