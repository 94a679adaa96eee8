import { oneTask } from "../../../src/taskpane/state/oneTask";
import type { PaneEvent } from "../../../src/taskpane/state/reducePane";
import { WorkbookError } from "../../../src/workbook/excel/excelErrors";

const halfWritten = new WorkbookError("notRestored", "Some result sheets may be half written.");

function started(error: Error) {
  const events: PaneEvent[] = [];
  const tasks = oneTask((event) => events.push(event));
  const ended = tasks.perform("writing", async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    throw error;
  });
  const said = () => events.flatMap((event) => (event.type === "taskFailed" ? [event.problem.message] : []));
  return { tasks, ended, said };
}

test("a cancelled task ends without a word", async () => {
  const { tasks, ended, said } = started(new WorkbookError("cancelled", "Cancelled; the workbook is as it was."));
  tasks.cancel();
  await ended;
  expect(said()).toEqual([]);
});

test("what it left half written is said, whether it was cancelled or another task began", async () => {
  const cancelled = started(halfWritten);
  cancelled.tasks.cancel();
  await cancelled.ended;
  expect(cancelled.said()).toEqual([halfWritten.message]);

  const followed = started(halfWritten);
  await followed.tasks.perform("reading", () => Promise.resolve());
  await followed.ended;
  expect(followed.said()).toEqual([halfWritten.message]);
});
