import { WorkbookError } from "../excel/excelErrors";
import { isKnown, type Change } from "./changes";
import { changesOfVersion1, type JournalVersion1 } from "./journalVersion1";

/**
 * What is about to be changed in the workbook and how it was before: enough to put everything back, by this pane or by the
 * next that opens. Kept in the workbook's settings until the change is complete.
 */
export interface Journal {
  version: 2;
  /** One sentence for the user. */
  what: string;
  /** In the order in which they are made. */
  changes: Change[];
}

/** As it was kept in the workbook, by this version of the add-in or another. */
export type KeptJournal = Journal | JournalVersion1;

/** Takes a journal of this version or an older one; a newer one is refused. */
export function readJournal(kept: KeptJournal): Journal {
  const journal: Journal =
    kept.version === 1 ? { version: 2, what: kept.what, changes: changesOfVersion1(kept) } : kept;
  if (journal.version === 2 && journal.changes.every(isKnown)) return journal;
  throw new WorkbookError("notRestored", "A newer version of the add-in broke off here; restore with that version.");
}

export function journalSentence(scenario: string): string {
  return `Writing the results of ${scenario} was broken off; the sheets can be put back as they were.`;
}
