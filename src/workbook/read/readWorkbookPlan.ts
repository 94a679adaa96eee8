import type { Corrections, PlanReading, ReadOptions } from "../../plan/reading/planReading";
import { readTables } from "../../plan/reading/readTables";
import type { SheetGrid } from "../../plan/reading/sheetGrid";
import { codeOf } from "../excel/excelErrors";
import { excelRun, throwIfCancelled, type RunOptions } from "../excel/excelRun";
import type { OwnSheet } from "../own/ownSheets";
import { rememberOwnSheets } from "../own/ownWrites";
import { askForGrids, gridsOf, smallLimit, usualLimit, type ReadingLimit } from "./readGrids";
import { askForDocuments, askForParts, scenariosOf, type StoredScenario } from "../scenarioStore";
import { settingKeys, settingValue } from "../excel/settings";
import { givenColumns, refuseUnusedColumns } from "./givenColumns";
import { areasOf, type TableReferences } from "./tableReferences";
import { askForShape, shapeOf } from "../excel/workbookShape";

/**
 * Reads everything that a plan needs from the workbook in two syncs: every sheet's used cells (hidden sheets count, sheets
 * that a run wrote do not), tables, names, stored scenarios and corrections. Changes nothing.
 */
export async function readWorkbookPlan(options: ReadPlanOptions = {}): Promise<WorkbookReading> {
  try {
    return await read(options, usualLimit);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (codeOf(cause) !== "ResponsePayloadSizeLimitExceeded") throw error;
    return read(options, smallLimit);
  }
}

export interface ReadPlanOptions extends RunOptions {
  /** Where the tables are, if the user said so just now; goes before the corrections. */
  references?: TableReferences;
  /** In place of the corrections that the workbook keeps. */
  corrections?: Corrections;
  /** Years to plan for where no table has year columns. */
  horizon?: number;
  /** What headings mean, if the user said so just now: "Register!D4=saving". They go before the corrections. */
  columns?: readonly string[];
  /** Savings required in the last year. */
  target?: number;
  yearSavings?: "each" | "new";
}

export type WorkbookReading = PlanReading & {
  grids: SheetGrid[];
  /** Built-in ones first. */
  scenarios: StoredScenario[];
  /** Of the last run that was written, null where there was none. */
  lastScenario: string | null;
  corrections: Corrections;
  /** No sheet holds anything. */
  isEmpty: boolean;
  sheetNames: string[];
  ownSheets: OwnSheet[];
  /** No sheet can be added. */
  structureProtected: boolean;
  /** What a run left half done when Excel or the pane went away, in one sentence; `restorePending` puts it back. */
  pendingRestore: string | null;
};

async function read(options: ReadPlanOptions, limit: ReadingLimit): Promise<WorkbookReading> {
  return excelRun(async (context) => {
    const shapeQuery = askForShape(context);
    const parts = askForParts(context);
    const { settings } = context.workbook;
    const kept = settings.getItemOrNullObject(settingKeys.corrections);
    const last = settings.getItemOrNullObject(settingKeys.lastScenario);
    const journal = settings.getItemOrNullObject(settingKeys.journal);
    kept.load("value");
    last.load("value");
    journal.load("value");
    await context.sync();

    throwIfCancelled(options.signal);
    const shape = shapeOf(shapeQuery);
    const gridQueries = askForGrids(context, shape, limit);
    const documents = askForDocuments(parts);
    await context.sync();

    rememberOwnSheets(shape.sheets, shape.ownSheets);
    const { grids, findings } = gridsOf(gridQueries);
    const corrections = options.corrections ?? settingValue<Corrections>(kept) ?? {};
    const headings = givenColumns(options.columns ?? [], grids);
    const readOptions: ReadOptions = {
      corrections: { ...corrections, headings: { ...corrections.headings, ...headings } },
    };
    if (options.horizon !== undefined) readOptions.horizon = options.horizon;
    if (options.target !== undefined) readOptions.target = options.target;
    if (options.yearSavings !== undefined) readOptions.yearSavings = options.yearSavings;
    if (options.references) readOptions.areas = areasOf(options.references, grids, shape);
    const reading = readTables(grids, readOptions);
    refuseUnusedColumns(headings, reading);
    return {
      ...reading,
      findings: [...reading.findings, ...findings],
      grids,
      scenarios: scenariosOf(documents),
      lastScenario: settingValue<string>(last),
      corrections,
      isEmpty: grids.length === 0 && shape.ownSheets.length === 0,
      sheetNames: shape.sheets.map((sheet) => sheet.name),
      ownSheets: shape.ownSheets,
      structureProtected: shape.structureProtected,
      pendingRestore: settingValue<{ what?: string }>(journal)?.what ?? null,
    };
  }, options);
}
