import type { WorkbookContent } from "@workbooks/xlsx/content";
import type { Difficulties } from "./difficulties";
import type { RichApiMessageEntry, RichApiRequest, RichApiResponse } from "./wire/protocol";
import type { Blanks, SkippedArgument } from "./functions/blanks";
import type { DirectFunctions } from "./functions/directCall";
import type { Univer } from "./calculation/calculation";
import type { Workbook } from "./workbook/workbook";

/** An Excel stand-in with one open workbook. */
export interface StandIn {
  /**
   * Runs one batch of Office.js's wire and answers what Excel would. Batches run one after the other.
   * `flags` are those of the request; 64 asks to wait while a cell is being edited (delayForCellEdit).
   */
  execute(request: RichApiRequest, flags?: number): Promise<RichApiResponse>;
  /** Messages from the stand-in to the add-in (events, calls of custom functions); the transport subscribes. Answers the way to stop. */
  onMessage(listener: (entries: RichApiMessageEntry[]) => void): () => void;
  /** Called after something changed, by the add-in or by the user in the grid. Answers the way to stop. */
  onChange(listener: (change: StandInChange) => void): () => void;
  readonly workbook: Workbook;
  readonly customFunctions: StandInFunctions;
  readonly play: Difficulties;
  readonly counters: StandInCounters;
  readonly requirements: Record<string, string>;
  /** The workbook was opened from a file, not made. */
  readonly isFromFile: boolean;
  /** The workbook as it is now, for saving through packages/xlsx. */
  content(): WorkbookContent;
  /** The file as it would be saved now, everything that was not changed as it came. @throws XlsxError, GeneralException */
  file(): Promise<Uint8Array>;
  /** Calculates what is dirty (`full`: everything) and settles when no cell is busy, custom functions included. */
  recalculate(full?: boolean): Promise<void>;
  /**
   * The message behind an error of a custom function in a cell, as Excel shows it when the cell is pointed at; of a formula
   * that is not calculated here, a sentence that says so.
   */
  cellMessage(sheetId: string, row: number, column: number): string | null;
  /** @throws ApiNotFound where the stand-in cannot show a second workbook */
  openWorkbook(base64: string): void;
  /** The add-in's page starts, perhaps anew: what an earlier one has registered or held on to is forgotten. */
  addinStarted(): void;
  /** The user has opened or closed the pane: the add-in hears of it. */
  paneVisibilityChanged(): void;
  close(): void;
}

/** How a stand-in is set up; everything has a default that plays Excel on the web with nothing special going on. */
export interface StandInOptions {
  /** What a blank cell is to a custom function: 0 (desktop), null (web, the default) or ""; and so whether a call may be of any size. */
  blanks?: Blanks;
  /** What a custom function gets for an argument that is skipped: nothing, [[0]] or [[null]]. */
  skipped?: SkippedArgument;
  /** Difficulties to play; also changeable later through `StandIn.play`. */
  play?: Partial<Difficulties>;
  /** Requirement sets that the stand-in says it has, by lower-case name: {"excelapi": "1.17"}; see `defaultRequirements`. */
  requirements?: Record<string, string>;
  /** The page's Univer with the plugins of its grid, before it has a workbook; without it the stand-in starts a headless one. */
  univer?: Univer;
  /** Under whose name a file keeps the settings that the add-in makes, as the manifest gives it; nobody's if left out. */
  addIn?: NonNullable<WorkbookContent["addIn"]>;
  /**
   * Formulas of the file keep the values that it has of them, whatever is written; those that it has no values of are
   * calculated to be read, and saved without. Where they depend on what was written, the saved file asks Excel to calculate.
   * Left out, what a change leads to is calculated, as in Excel.
   */
  keepsFileValues?: boolean;
  /** The pane that `Office.addin.showAsTaskpane` and `hide` show and hide; without it the stand-in only remembers. */
  pane?: { isVisible(): boolean; setVisible(visible: boolean): void };
  /** The file that the workbook was opened from; left out for a new one. Without it the add-in cannot have the file. */
  package?: Uint8Array;
  /** Opens a file (base64) as a workbook of its own, as `Excel.createWorkbook` asks; without it that is refused. */
  onOpenWorkbook?: (base64: string) => void;
  /** The add-in has told that its ribbon commands can be called. */
  onActionsReady?: () => void;
  /** A fault of the stand-in itself, or null for an error that Excel would answer too; answered to the add-in as GeneralException. */
  onInternalError?: (error: unknown) => void;
}

/** What the page may want to draw again. `sheet` is the sheet's id, or null where the whole workbook is meant. */
export interface StandInChange {
  kind: "cells" | "sheets" | "tables" | "names" | "charts" | "customXml" | "settings" | "activeSheet" | "selection";
  sheet: string | null;
}

/** Work done on the wire since `reset`; the clean-up requests that Office.js sends by itself do not count. */
export interface StandInCounters {
  syncs: number;
  actions: number;
  bytesIn: number;
  bytesOut: number;
  reset(): void;
}

/** The add-in's functions in cells, as far as anything outside the stand-in steers them. */
interface StandInFunctions {
  /** The words before the names of the functions. */
  readonly namespaces: readonly string[];
  /** Calls that are out and not answered. */
  readonly pendingCount: number;
  /** Calls go straight to these functions, with the same arguments and errors. */
  useAssociations(functions: DirectFunctions): void;
  /** The add-in's runtime is there: calls that waited for it go out. */
  runtimeReady(): void;
  /** Plays the other blank mode from the next calculation on. */
  setBlanks(blanks: Blanks): void;
}
