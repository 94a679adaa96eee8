import { cellAddress } from "../../cells/address";
import type { OutputTable } from "../../plan/report/outputTable";
import { codeOf, placeOf, toWorkbookError, WorkbookError } from "../excel/excelErrors";
import { excelRun, throwIfCancelled, type RunOptions } from "../excel/excelRun";
import { askForOutputs, outputStateOf, type OutputSheet, type OutputState } from "./inspectOutputs";
import type { Change } from "../journal/changes";
import { journalSentence, type Journal } from "../journal/journal";
import { beginning, forgetting, putBack, underWayAction } from "../journal/putBack";
import { newSheetActions, sheetAdding, type NewSheet } from "./sheet/newSheet";
import { markerName, type OwnSheet } from "../own/ownSheets";
import { asOwnWrite, rememberOwnSheets } from "../own/ownWrites";
import { settingKeys, settingText } from "../excel/settings";
import type { Seen } from "../seen";
import { freeSheetName, freeTableName } from "../excel/sheetNames";
import type { WorkbookShape } from "../excel/workbookShape";
import { action, type Action } from "../excel/actions";
import { breakageOf, othersBroken, type Breakage } from "./atRisk/brokenFormulas";
import { hasToAgree, type AskedFirst } from "./atRisk/askedFirst";
import { placesOf, withAddresses } from "./table/formulaPlaces";
import { refuseLocked, refuseMisplaced } from "./atRisk/refuseLocked";
import { removalActions } from "./table/reshapeTable";
import { reshapingOf } from "./table/reshaping";
import { readSheetContents } from "./sheet/sheetContents";
import { beforeWrite, newBefore, type BeforeWrite } from "./record/stillWritten";
import { doWithoutPrinting, isOfPrinting } from "./sheet/printing";
import { confirmation } from "./atRisk/stillAsSeen";
import {
  fittingJournal,
  fittingRecords,
  forgetAction,
  keepingAction,
  keptRecords,
  seenText,
  type KeptRecord,
  type RecordToKeep,
} from "./record/settingsRoom";
import { sheetChartActions } from "./chart/sheetCharts";
import { askForLooks } from "./table/takenLooks";
import type { TableChange } from "./table/tableChange";
import { movesAnything } from "./table/tableMoves";
import { refuseTorn } from "./atRisk/tornCells";
import { cellsTypedOver, changeOf, headingsNow, updateActions } from "./sheet/updateSheet";
import { doWithoutUndoGroups, sendParts, type WritePart } from "./writeParts";
import { recordNow } from "./record/recordNow";
import { withPrevious } from "./record/writtenRecord";

/**
 * Writes a scenario's tables to sheets of their own, in one sync to look and one to write, one more where sheets are there already: a
 * co-author may have changed them meanwhile. Where Excel has undo groups the cells are a request of their own, one undo step.
 * Sheets that an earlier run of the scenario wrote are brought up to date in place; a sheet that is not ours is never touched.
 * Where the user has typed over results, or formulas of theirs point at what goes, nothing is written until `agreed`. All or
 * nothing: what a failed or cancelled run changed is put back; once the first row is out, which is last, it is completed.
 */
export async function writeBreakdown(tables: readonly OutputTable[], options: WriteOptions): Promise<Written> {
  return asOwnWrite(async () => {
    const prepared = await look(tables, options);
    if (!("journal" in prepared)) return { sheets: [], ...prepared, done: false, undoSteps: null };
    let begun = false;
    let confirmed = prepared.targets.every(({ now }) => now === null);
    try {
      const confirming = confirmation(
        prepared.targets.flatMap(({ now }) => now ?? []),
        () => (confirmed = true),
      );
      const undoSteps = await sendParts(partsOf(prepared, confirming), {
        ...options,
        onBegun: (now) => (begun = now),
      });
      return { ...prepared.written, undoSteps };
    } catch (error) {
      const trouble = toWorkbookError(error);
      if (!begun) throw trouble;
      const waiting = options.onWaiting ? { onWaiting: options.onWaiting } : {};
      // Until then only the journal itself was written.
      const journal = confirmed ? prepared.journal : { ...prepared.journal, changes: [] };
      if ((await putBack(journal, { ...waiting, written: confirmed ? prepared.records : [] })) === "complete")
        return prepared.written;
      if (isOfPrinting(trouble.cause)) doWithoutPrinting();
      else if (codeOf(trouble.cause) === "UndoNotSupported") doWithoutUndoGroups();
      else throw trouble;
    }
    return writeBreakdown(tables, options);
  });
}

export interface WriteOptions extends RunOptions {
  scenario: string;
  /** What the user has before them, and accepts by writing. */
  seen?: Seen;
  /** The user has seen what would be replaced, broken and lost (`AskedFirst`) and agreed. */
  agreed?: boolean;
  /** Ids of the sheets that have no cells, where a reading has found any. */
  withoutCells?: readonly string[];
  onPart?: (part: number) => void;
  /** Bytes of a request; what Excel on the web takes if left out. */
  largestRequest?: number;
}

export interface Written extends AskedFirst {
  sheets: WrittenSheet[];
  /** False where nothing was written because the user has to agree first. */
  done: boolean;
  /** How many times the user has to press undo to take it all back; null where Excel does not say. */
  undoSteps: number | null;
}

interface WrittenSheet {
  name: string;
  /** Name of the table, for formulas. */
  table: string;
  isNew: boolean;
  /** By which it is told whether undo has taken it back. */
  before: BeforeWrite;
}

/** A chart or macro sheet in front is none that Excel names: then once more without asking. */
async function look(tables: readonly OutputTable[], options: WriteOptions): Promise<Prepared | AskedFirst> {
  try {
    return await excelRun((context) => prepare(context, tables, options, true), options);
  } catch (error) {
    if (!(error instanceof WorkbookError) || placeOf(error.cause) !== "WorksheetCollection.getActiveWorksheet")
      throw error;
  }
  return excelRun((context) => prepare(context, tables, options, false), options);
}

function withCells(shape: WorkbookShape, withoutCells: readonly string[]): WorkbookShape {
  return { ...shape, sheets: shape.sheets.filter(({ id }) => !withoutCells.includes(id)) };
}

/** A write that can begin: nobody has to be asked any more. */
interface Prepared {
  targets: Target[];
  journal: Journal;
  /** As the workbook keeps it; null where there is no room for it. */
  journalText: string | null;
  before: RunBefore;
  records: KeptRecord[];
  /** Keys of the records of sheets that are gone. */
  orphans: string[];
  /** What the user has seen of the plan. */
  seen: Seen;
  /** Sheets of ours that are there already. */
  ownSheets: readonly OwnSheet[];
  written: Written;
}

/** Looks at the workbook; answers what the user has to be asked where there is something. */
async function prepare(
  context: Excel.RequestContext,
  tables: readonly OutputTable[],
  options: WriteOptions,
  namesSheetInFront: boolean,
): Promise<Prepared | AskedFirst> {
  const query = askForOutputs(context, options.scenario, tables);
  const last = context.workbook.settings.getItemOrNullObject(settingKeys.lastScenario);
  const seen = context.workbook.settings.getItemOrNullObject(settingKeys.seen);
  const { settings } = context.workbook;
  settings.load("items/key,items/value");
  last.load("value");
  seen.load("value");
  const inFront = namesSheetInFront ? context.workbook.worksheets.getActiveWorksheet() : null;
  inFront?.load("id");
  await context.sync();

  throwIfCancelled(options.signal);
  const state = outputStateOf(query);
  const targets = targetsOf(tables, options.scenario, state);
  const places = targets.map(({ now }) => now);
  refuseMisplaced(places);
  refuseLocked(places, state.shape.structureProtected);
  const wouldReplace = targets.flatMap(({ output, now }) => (now ? cellsTypedOver(output, now) : []));
  const isMoving = targets.some(({ change }) => change && movesAnything(change));
  const looksOf = askForLooks(context, targets);
  const shape = withCells(state.shape, options.withoutCells ?? []);
  const contents = isMoving ? await readSheetContents(context, shape, options.signal) : [];
  refuseTorn(targets, contents);
  const breakage = await breakageOf(context, targets, shape, contents);
  throwIfCancelled(options.signal);
  const { now, others, orphans } = keptRecords(settings.items, {
    targets: targets.map(({ added }) => added.marker),
    sheets: state.shape.ownSheets.map(({ marker }) => marker),
  });
  const records = fittingRecords(targets.map(recordOfTarget), others);
  const before = {
    scenario: options.scenario,
    lastScenario: settingText(last),
    seen: settingText(seen),
    inFront: inFront?.id ?? null,
  };
  const journal = journalOf(targets, state, before, [...brokenChanges(breakage), ...looksOf()]);
  const journalText = fittingJournal(journal, { now, records }, options.largestRequest);
  const asked = {
    wouldReplace,
    wouldBreak: breakage.formulas.map(({ sheet, row, column }) => cellAddress(sheet, row, column)),
    wouldBreakOthers: othersBroken(breakage),
    wouldLose: breakage.lost,
    wouldMisplace: breakage.misplaced,
    hasNoRestore: journalText === null,
  };
  if (hasToAgree(asked) && !options.agreed) return asked;
  return {
    targets,
    journal,
    journalText,
    before,
    records,
    orphans,
    seen: options.seen ?? { findings: {} },
    ownSheets: state.shape.ownSheets,
    written: { sheets: targets.map(writtenSheet), ...asked, done: true, undoSteps: null },
  };
}

/** The cells apart from the rest: settings take no part in undo, and may be refused where it is grouped. */
function partsOf(
  { targets, journalText, before, records, orphans, seen, ownSheets }: Prepared,
  confirming: WritePart,
): WritePart[] {
  let sheets: Excel.WorksheetCollection | null = null;
  const sheetsAfter = action(({ workbook }) => (sheets = workbook.worksheets).load("items/id,items/name"));
  const removals = targets.flatMap(({ now, change }) => (now && change ? removalActions(now, change) : []));
  return [
    {
      actions: [...beginning(journalText), ...confirming.actions],
      isFirst: confirming.actions.length > 0,
      ...(confirming.then && { then: confirming.then }),
    },
    // Charts last: one may be drawn of another sheet's table.
    {
      actions: [
        ...targets.flatMap(({ output, now, added }) => (now ? [] : sheetAdding(output, added))),
        ...targets.flatMap(targetActions),
        ...targets.flatMap((target) => sheetChartActions(target, targets)),
      ],
      isOneUndoStep: true,
    },
    {
      actions: [
        ...remembering(records, before, seen),
        sheetsAfter,
        ...(removals.length > 0 ? [underWayAction("removing")] : []),
      ],
      then: () => rememberOwnSheets(sheets?.items ?? [], [...ownSheets, ...targets.map(({ added }) => added)]),
    },
    // There is no way back from here, so it comes after all that can be put back.
    { actions: removals, isOneUndoStep: true },
    { actions: [...forgetting(), ...orphans.map(forgetAction)] },
  ];
}

/** One table and the sheet that it goes to: one of ours (`now`), or a new one. */
interface Target {
  /** With formulas as they read when all is done; and as they are written, while rows and columns are there that go. */
  output: OutputTable;
  filled: OutputTable;
  now: OutputSheet | null;
  /** How the table changes that is there. */
  change: TableChange | null;
  added: NewSheet;
  /** What the workbook keeps of the run before, even where its sheet is gone. */
  recordText: string | null;
}

function targetsOf(
  tables: readonly OutputTable[],
  scenario: string,
  { shape, sheets, recordTexts }: OutputState,
): Target[] {
  const sheetNames = shape.sheets.map(({ name }) => name);
  const tableNames = [...shape.tables, ...shape.names].map(({ name }) => name);
  const targets = tables.map((output, index): Target => {
    const now = sheets[index] ?? null;
    const marker = markerName(scenario, output.id);
    const sheet = now?.sheet ?? freeSheetName(output.sheetTitle, sheetNames);
    const tableName = now?.tableName ?? freeTableName(output.tableName, tableNames);
    sheetNames.push(sheet);
    tableNames.push(tableName);
    const markerExists = shape.names.some(({ name }) => name === marker);
    const change = now && changeOf(output, now);
    const added = { sheet, tableName, marker, scenario, markerExists };
    return { output, filled: output, now, change, added, recordText: recordTexts[index] ?? null };
  });
  return targets.map((target): Target => {
    const filled = withAddresses(target.output, placesOf(targets, "filled"));
    const output = withAddresses(target.output, placesOf(targets, "done"));
    return { ...target, output, filled, change: target.now && changeOf(filled, target.now) };
  });
}

/** What the run is about, and how the workbook was before it. */
interface RunBefore {
  scenario: string;
  lastScenario: string | null;
  seen: string | null;
  /** Id of the sheet in front; null where it is none of those that can be brought there. */
  inFront: string | null;
}

function journalOf(
  targets: readonly Target[],
  state: OutputState,
  { scenario, lastScenario, seen, inFront }: RunBefore,
  broken: readonly Change[],
): Journal {
  const addsSheets = targets.some(({ now }) => now === null);
  // Put back last: the formulas need the sheets as they were.
  const changes = [...broken];
  if (addsSheets && inFront !== null) changes.push({ kind: "sheetInFront", sheetId: inFront });
  changes.push({ kind: "settingReplaced", key: settingKeys.lastScenario, before: lastScenario });
  changes.push({ kind: "settingReplaced", key: settingKeys.seen, before: seen });
  for (const { output, now, change, added, recordText } of targets) {
    changes.push(...(now && change ? [tableChangeOf(output, now, change)] : sheetChangesOf(added, state)));
    changes.push({ kind: "settingReplaced", key: settingKeys.written(added.marker), before: recordText });
  }
  return { version: 2, what: journalSentence(scenario), changes };
}

function brokenChanges({ formulas, names, charts }: Breakage): Change[] {
  return [
    ...formulas.map((formula): Change => ({ kind: "formulaBroken", ...formula })),
    ...names.map((name): Change => ({ kind: "nameBroken", ...name })),
    ...charts.map((chart): Change => ({ kind: "chartBroken", ...chart })),
  ];
}

function tableChangeOf(output: OutputTable, now: OutputSheet, change: TableChange): Change {
  const { marker, sheet, tableName, contents, above, aboveAt, totals, chartAt } = now;
  const written = recordNow(output, tableName, now);
  return {
    kind: "tableChanged",
    before: { marker, sheet, tableName, contents, above, aboveAt, totals, headings: headingsNow(now) },
    written,
    chart: output.chart ?? null,
    chartAt,
    ...(now.chart && { chartTitle: now.chart.title }),
    reshaping: reshapingOf(change, sizeOf(now)),
  };
}

function sheetChangesOf({ sheet, marker }: NewSheet, { shape }: OutputState): Change[] {
  const name = shape.names.find((candidate) => candidate.name === marker);
  const before = name ? { formula: name.formula, comment: name.comment } : null;
  return [
    { kind: "sheetAdded", sheet, marker },
    { kind: "nameReplaced", name: marker, before },
  ];
}

function targetActions({ output, filled, now, change, added }: Target): Action[] {
  return now && change ? updateActions(filled, now, change) : newSheetActions(output, added);
}

function recordOfTarget({ output, now, added }: Target): RecordToKeep {
  const record = recordNow(output, added.tableName, now);
  return { key: settingKeys.written(added.marker), record: withPrevious(record, now?.record ?? null) };
}

function remembering(records: readonly KeptRecord[], { scenario, inFront }: RunBefore, seen: Seen): Action[] {
  return [
    ...records.map(keepingAction),
    // The sheet that the user looks at stays in front, whatever Excel does with new ones.
    ...(inFront === null
      ? []
      : [action(({ workbook }) => workbook.worksheets.getItemOrNullObject(inFront).activate())]),
    action(({ workbook: { settings } }) => void settings.add(settingKeys.lastScenario, JSON.stringify(scenario))),
    action(({ workbook: { settings } }) => void settings.add(settingKeys.seen, seenText(seen))),
  ];
}

function writtenSheet({ output, now, change, added }: Target): WrittenSheet {
  const { sheet: name, tableName: table, marker } = added;
  if (!now || !change) return { name, table, isNew: true, before: newBefore(marker, table) };
  const record = recordNow(output, table, now);
  return { name, table, isNew: false, before: beforeWrite(now, record, reshapingOf(change, sizeOf(now))) };
}

function sizeOf({ contents }: OutputSheet): { rowCount: number; columnCount: number } {
  return { rowCount: contents.rows.length, columnCount: contents.header.length };
}
