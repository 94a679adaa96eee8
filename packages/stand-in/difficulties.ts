import type { Belief } from "./beliefs";
import type { LocaleName } from "./workbook/cells/locales";

/** The difficulties that a stand-in can play, for tests and for the preview's settings. All are off at the start. */
export interface Difficulties {
  /** Largest request in bytes that is taken; Excel on the web takes 5 MB. Null takes any. */
  requestLimit: number | null;
  /** Largest answer in bytes that is given; Excel on the web gives 5 MB. Null gives any. */
  responseLimit: number | null;
  /** An answer that is too large is given without its large parts, which are null, in place of being refused. */
  leavesOutLargeParts: boolean;
  /** Most bytes of settings that are kept, keys and values; null keeps any. */
  settingsLimit: number | null;
  /** A cell is being edited: batches fail with InvalidOperationInCellEditMode, or wait where they ask for that. */
  cellEditing: boolean;
  /** The n-th batch from now (1 is the next) fails with GeneralException before anything is done. */
  failAtRequest: number | null;
  /** The n-th action from now fails with GeneralException; what was done before it stays done. */
  failAtAction: number | null;
  /** The n-th batch from now is done, but its answer does not arrive: GeneralException in its place. */
  loseAnswerAtRequest: number | null;
  /** Every batch takes at least so many milliseconds. */
  syncDelay: number;
  /** Runs before the n-th batch: another person's edit between two requests. */
  beforeRequest: ((count: number) => void | Promise<void>) | null;
  /** The stand-in does not answer any more, as when the pane's runtime or Excel is gone. */
  gone: boolean;
  /**
   * Excel has undo groups (ExcelApi 1.20): what a run with `mergeUndoGroup` does is one step, and what cannot be taken back
   * there (`wire/withoutUndo.ts`) is refused in it; so are members in `also`, which users have reported. Null is an older Excel,
   * which ignores the option.
   */
  undoGroups: { on: "web" | "desktop"; also?: readonly string[] } | null;
  /** These sheets are chart, macro or dialog sheets: there, but without cells for an add-in (`wire/sheetsWithoutCells.ts`). */
  withoutCells: readonly SheetWithoutCells[];
  /** Another workbook is in front: every batch fails with InactiveWorkbook. */
  otherWorkbookInFront: boolean;
  /** Beliefs about Excel that do not hold: what checks them in real Excel has to find that out. */
  turned: ReadonlySet<Belief>;
  /** The language of Excel and of the numbers and dates that are typed. */
  locale: LocaleName;
  /** The workbook is open at a colleague's who has no add-in: its functions are #NAME?. */
  withoutAddin: boolean;
}

/** A sheet that is played as one of those in which Office.js has no cells. */
interface SheetWithoutCells {
  name: string;
  /** It is among `workbook.worksheets`; nothing public says of which kinds and versions that is true. */
  isListed: boolean;
}

export function noDifficulties(): Difficulties {
  return {
    requestLimit: 5 * 1024 * 1024,
    responseLimit: 5 * 1024 * 1024,
    leavesOutLargeParts: false,
    settingsLimit: 2 * 1024 * 1024,
    cellEditing: false,
    failAtRequest: null,
    failAtAction: null,
    loseAnswerAtRequest: null,
    syncDelay: 0,
    beforeRequest: null,
    gone: false,
    undoGroups: null,
    withoutCells: [],
    locale: "en-US",
    otherWorkbookInFront: false,
    turned: new Set(),
    withoutAddin: false,
  };
}
