import type { Corrections, PlanReading, ReadOptions } from "../../plan/reading/planReading";
import type { SheetGrid } from "../../plan/reading/sheetGrid";
import type { Finding } from "../../plan/finding";
import { codeOf } from "../excel/excelErrors";
import { excelRun, throwIfCancelled, type RunOptions } from "../excel/excelRun";
import { runJob } from "../../worker/runJob";
import type { OwnSheet } from "../own/ownSheets";
import { rememberOwnSheets } from "../own/ownWrites";
import { askForSheets, type SheetsQuery } from "./askForSheets";
import { isTooLarge } from "./readBands";
import { readGrids } from "./readGrids";
import { cutFindings } from "./readingLimits";
import type { ReadBefore } from "./sheetsKept";
import {
  askForDocuments,
  askForParts,
  scenariosOf,
  type DocumentQuery,
  type StoredScenario,
} from "../scenarios/storedScenarios";
import { settingKeys, settingValue } from "../excel/settings";
import type { PresentCorrections } from "./kept/keptCorrections";
import type { KeptCorrections } from "./kept/keptRecord";
import { seenIn, type Seen } from "../seen";
import type { TableReferences } from "./tableReferences";
import { askForShape, shapeOf, type WorkbookShape } from "../excel/workbookShape";

/**
 * Reads everything that a plan needs from the workbook, and the plan out of it off the page's thread: every sheet's used cells (hidden sheets count, sheets that a run wrote do
 * not), tables, names, stored scenarios and corrections. Two syncs read most workbooks; long sheets take as many more as Excel
 * needs to hand them over whole. Changes nothing.
 */
export async function readWorkbookPlan(options: ReadPlanOptions = {}): Promise<WorkbookReading> {
  return excelRun((context) => read(context, options), options);
}

export interface ReadPlanOptions extends RunOptions {
  /** The reading before this one: of its sheets those that have not changed since need not be read again. */
  since?: ReadBefore;
  /** Where the tables are, if the user said so just now; goes before the corrections. */
  references?: TableReferences;
  /** In place of the corrections that the workbook keeps. */
  corrections?: Corrections;
  /** Years to plan for where no table has year columns. */
  horizon?: number;
  /** With the years that were given for the run that was written last. */
  asWritten?: boolean;
  /** What headings mean, if the user said so just now: "Register!D4=saving". They go before the corrections. */
  columns?: readonly string[];
  /** Savings required in the last year. */
  target?: number;
  yearSavings?: "each" | "new";
  /** Answers to questions, if the user gave them just now: "Register!D4=new in each year". They go before the corrections. */
  answers?: readonly string[];
}

export type WorkbookReading = PlanReading & {
  grids: SheetGrid[];
  /** How the sheets were read, so that they can be read again. */
  readOptions: ReadOptions;
  /** Built-in ones first. */
  scenarios: StoredScenario[];
  /** Of the last run that was written, null where there was none. */
  lastScenario: string | null;
  /** What its user had before them; null where that is not known. */
  seen: Seen | null;
  corrections: Corrections;
  /** Those that the workbook keeps and whose column or row is not found any more. */
  lostCorrections: KeptCorrections | null;
  /** No sheet holds anything. */
  isEmpty: boolean;
  sheetNames: string[];
  ownSheets: OwnSheet[];
  /** Ids of the chart, macro and dialog sheets. */
  withoutCells: string[];
  /** No sheet can be added. */
  structureProtected: boolean;
  /** What a run left half done when Excel or the pane went away, in one sentence; `restorePending` puts it back. */
  pendingRestore: string | null;
};

async function read(context: Excel.RequestContext, options: ReadPlanOptions): Promise<WorkbookReading> {
  const shapeQuery = askForShape(context);
  const parts = askForParts(context);
  const { settings } = context.workbook;
  const kept = settings.getItemOrNullObject(settingKeys.corrections);
  const last = settings.getItemOrNullObject(settingKeys.lastScenario);
  const seen = settings.getItemOrNullObject(settingKeys.seen);
  const journal = settings.getItemOrNullObject(settingKeys.journal);
  kept.load("value");
  last.load("value");
  seen.load("value");
  journal.load("value");
  await context.sync();

  throwIfCancelled(options.signal);
  const shape = shapeOf(shapeQuery);
  let unread: { sheets: WorkbookShape["sheets"]; findings: Finding[] } = { sheets: [], findings: [] };
  const ask = async (withCells: boolean): Promise<{ sheets: SheetsQuery; documents: DocumentQuery[] }> => {
    const readable = { ...shape, sheets: shape.sheets.filter((sheet) => !unread.sheets.includes(sheet)) };
    const queries = {
      sheets: askForSheets(context, readable, withCells, options.since),
      documents: askForDocuments(parts),
    };
    try {
      await context.sync();
      return queries;
    } catch (error) {
      if (withCells && isTooLarge(error)) return ask(false);
      if (codeOf(error) !== "UnsupportedSheet" || unread.sheets.length > 0) throw error;
    }
    const { sheetsWithoutCells, withoutCellsFindings } = await import(
      /* webpackChunkName: "withoutCells" */ "./withoutCells"
    );
    const found = await sheetsWithoutCells(context, shape.sheets);
    unread = { sheets: found, findings: withoutCellsFindings(found) };
    return ask(withCells);
  };
  const { sheets, documents } = await ask(true);

  rememberOwnSheets(shape.sheets, shape.ownSheets);
  const { grids, cuts } = await readGrids(context, sheets, options.signal);
  const present = await presentCorrections(settingValue(kept), grids);
  const corrections = options.corrections ?? present.corrections;
  const { columns = [], answers: said = [], references } = options;
  const isGiven = columns.length > 0 || said.length > 0 || references !== undefined;
  const given = isGiven ? await import(/* webpackChunkName: "givenOptions" */ "./givenOptions") : null;
  const headings = given?.givenColumns(columns, grids) ?? {};
  const readOptions: ReadOptions = {
    corrections: { ...corrections, headings: { ...corrections.headings, ...headings } },
  };
  const written = seenIn(settingValue(seen));
  const horizon = options.horizon ?? (options.asWritten ? written?.horizon : undefined);
  if (horizon !== undefined) readOptions.horizon = horizon;
  if (options.target !== undefined) readOptions.target = options.target;
  if (options.yearSavings !== undefined) readOptions.yearSavings = options.yearSavings;
  if (references && given) readOptions.areas = given.areasOf(references, grids, shape);
  const read = (answers: Record<string, string>): Promise<PlanReading> =>
    runJob("readTables", [grids, Object.assign(readOptions, { answers })], options.signal);
  const reading = await (given ? given.readAnswered(said, read) : read({}));
  given?.refuseUnusedColumns(headings, reading);
  const tables = [reading.spending, reading.funding, ...reading.registers];
  const cut = cutFindings(cuts, (sheet) => tables.some((table) => table?.sheet === sheet));
  const isCutShort = cut.some(({ level }) => level === "error");
  return {
    ...reading,
    plan: isCutShort ? null : reading.plan,
    findings: [
      ...cut.filter(({ level }) => level === "error"),
      ...reading.findings,
      ...present.findings,
      ...cut.filter(({ level }) => level === "warning"),
      ...unread.findings,
    ],
    grids,
    readOptions,
    scenarios: await scenariosOf(documents),
    lastScenario: settingValue<string>(last),
    seen: written,
    corrections,
    lostCorrections: present.lost,
    isEmpty: grids.length === 0 && shape.ownSheets.length === 0,
    sheetNames: shape.sheets.map((sheet) => sheet.name),
    ownSheets: shape.ownSheets,
    withoutCells: unread.sheets.map(({ id }) => id),
    structureProtected: shape.structureProtected,
    pendingRestore: settingValue<{ what?: string }>(journal)?.what ?? null,
  };
}

/** What finds them again is loaded only where the workbook keeps any. */
async function presentCorrections(setting: unknown, grids: readonly SheetGrid[]): Promise<PresentCorrections> {
  if (setting === null) return { corrections: {}, lost: null, findings: [] };
  const kept = await import(/* webpackChunkName: "keptCorrections" */ "./kept/keptCorrections");
  return kept.presentCorrections(setting, grids);
}
