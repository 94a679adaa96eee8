import { excelRun } from "./excelRun";
import { isOwnChange } from "../own/ownWrites";

/**
 * Calls `onOutOfDate` whenever the user, a colleague or a recalculated formula's new input changes a sheet that the plan may
 * be read from; what a run writes does not count. Answers the way to stop. The caller decides what to do: no reading here,
 * since every co-author's Excel gets these events.
 */
export async function watchChanges(onOutOfDate: () => void): Promise<() => Promise<void>> {
  return excelRun(async (context) => {
    const { worksheets } = context.workbook;
    const tell = (event: { worksheetId: string; source: string }): Promise<void> => {
      if (event.source === "Remote" || !isOwnChange(event.worksheetId)) onOutOfDate();
      return Promise.resolve();
    };
    const handlers = [worksheets.onChanged.add(tell), worksheets.onDeleted.add(tell), worksheets.onAdded.add(tell)];
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
