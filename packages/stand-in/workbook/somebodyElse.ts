import type { Workbook, WorkbookEvent } from "./workbook";

/**
 * What another person does to the workbook, who has it open too: its events say Remote, and it is not the user's to undo. Where
 * it has moved or removed something, the user's earlier steps can no longer be taken back: they would hit the wrong cells.
 */
export async function bySomebodyElse(workbook: Workbook, edit: () => unknown): Promise<void> {
  const { history } = workbook.calculation;
  const before = workbook.undo.read();
  let isMoved = false;
  const stop = workbook.on((event) => (isMoved ||= movesSomething(event)));
  try {
    await workbook.as("otherPerson", edit);
  } finally {
    stop();
  }
  if (isMoved || workbook.undo.changeSince(before)?.parts.length) history.clear();
}

function movesSomething(event: WorkbookEvent): boolean {
  if (event.kind === "cells") return event.change !== "RangeEdited";
  return ["sheetAdded", "sheetDeleted", "sheetRenamed", "sheetMoved", "sorted"].includes(event.kind);
}
