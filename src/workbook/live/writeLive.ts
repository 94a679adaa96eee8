import { cellAddress } from "../../cells/address";
import type { LiveBreakdown } from "../../plan/live/liveBreakdown";
import { action, type Action } from "../excel/actions";
import { cellDigest, type CellInput } from "../excel/cellInput";
import { toWorkbookError, WorkbookError } from "../excel/excelErrors";
import { excelRun, throwIfCancelled } from "../excel/excelRun";
import { settingKeys, settingText } from "../excel/settings";
import { freeSheetName } from "../excel/sheetNames";
import type { Change } from "../journal/changes";
import { journalSentence, type Journal } from "../journal/journal";
import { beginning, forgetting, putBack } from "../journal/putBack";
import { asOwnWrite, rememberOwnSheets } from "../own/ownWrites";
import type { Seen } from "../seen";
import { seenText } from "../write/record/settingsRoom";
import { newBefore } from "../write/record/stillWritten";
import { hasToAgree, type AskedFirst } from "../write/atRisk/askedFirst";
import { refuseLocked } from "../write/atRisk/refuseLocked";
import type { WriteOptions, Written } from "../write/writeBreakdown";
import { sendParts, type WritePart } from "../write/writeParts";
import { digestAbove, recordOf, type WrittenRecord } from "../write/record/writtenRecord";
import { addLiveAction, liveAgainActions, newLiveActions, type LiveTarget } from "./liveActions";
import { blockNameAction, blockNameChange, missingBlockName, type BlockName } from "./blockNames";
import { isLiveFormula } from "./liveFormulas";
import { blockSheet, headerRow, placesOn, readingSheet, type LiveSheet } from "./liveSheet";
import { liveTitle, type LiveSheetId } from "./liveTitles";
import { askForLive, formulasSpill, liveMarker, liveStateOf, type LiveSheetNow, type LiveState } from "./liveState";

/**
 * Writes a breakdown as formulas on the user's tables, a sheet a block and one for how they are read: one sync to look, one to write. Sheets of the same
 * kind that are there are written anew in place. A block that would spill into a cell of the user's is refused before anything is written; where the user
 * has typed over what is written anew, nothing is until `agreed`. All or nothing: what a failed or cancelled run changed is put back.
 */
export async function writeLive(live: LiveBreakdown, options: WriteOptions): Promise<Written> {
  if (!formulasSpill())
    throw new WorkbookError(
      "other",
      "Live tables need an Excel whose formulas spill (Excel 2021 or later); write values instead.",
    );
  return asOwnWrite(async () => {
    const prepared = await excelRun((context) => prepare(context, live, options), options);
    if (!("journal" in prepared)) return { sheets: [], ...prepared, done: false, undoSteps: null };
    let begun = false;
    try {
      const undoSteps = await sendParts(partsOf(prepared), { ...options, onBegun: (now) => (begun = now) });
      return { ...prepared.written, undoSteps };
    } catch (error) {
      const trouble = toWorkbookError(error);
      if (!begun) throw trouble;
      const waiting = options.onWaiting ? { onWaiting: options.onWaiting } : {};
      await putBack(prepared.journal, waiting);
      throw trouble;
    }
  });
}

interface Target extends LiveTarget {
  now: LiveSheetNow | null;
  record: WrittenRecord;
  recordText: string | null;
  /** Null where there is one, or nothing spills. */
  blockName: BlockName | null;
}

interface Prepared {
  targets: Target[];
  journal: Journal;
  inFront: string | null;
  scenario: string;
  seen: Seen;
  state: LiveState;
  written: Written;
}

async function prepare(
  context: Excel.RequestContext,
  live: LiveBreakdown,
  options: WriteOptions,
): Promise<Prepared | AskedFirst> {
  const { scenario } = options;
  const ids: LiveSheetId[] = [...live.blocks.map(({ id }) => id), "reading"];
  const query = askForLive(context, scenario, ids);
  const { settings, worksheets } = context.workbook;
  const [last, seen] = [settingKeys.lastScenario, settingKeys.seen].map((key) => settings.getItemOrNullObject(key));
  last?.load("value");
  seen?.load("value");
  const inFront = worksheets.getActiveWorksheet();
  inFront.load("id");
  await context.sync();
  throwIfCancelled(options.signal);
  const state = liveStateOf(query);
  const targets = targetsOf(live, ids, scenario, state);
  refuse(targets, state);
  const asked: AskedFirst = {
    wouldReplace: targets.flatMap(typedOver),
    ...{ wouldBreak: [], wouldBreakOthers: [], wouldLose: [], wouldMisplace: [], hasNoRestore: false },
  };
  if (hasToAgree(asked) && !options.agreed) return asked;
  const changes: Change[] = [
    { kind: "sheetInFront", sheetId: inFront.id },
    { kind: "settingReplaced", key: settingKeys.lastScenario, before: last ? settingText(last) : null },
    { kind: "settingReplaced", key: settingKeys.seen, before: seen ? settingText(seen) : null },
    ...targets.flatMap((target) => changesOf(target, state)),
  ];
  return {
    ...{ targets, state, scenario, inFront: inFront.id, seen: options.seen ?? { findings: {} } },
    journal: { version: 2, what: journalSentence(scenario), changes },
    written: {
      sheets: targets.map(({ sheet, marker, now }) => ({
        ...{ name: sheet, table: marker, isNew: now === null },
        before: { ...newBefore(marker, marker), isNew: now === null },
      })),
      ...asked,
      done: true,
      undoSteps: null,
    },
  };
}

function targetsOf(
  live: LiveBreakdown,
  ids: readonly LiveSheetId[],
  scenario: string,
  { shape, sheets, recordTexts }: LiveState,
): Target[] {
  const taken = shape.sheets.map(({ name }) => name);
  const names = ids.map((id, at) => {
    const name = sheets[at]?.sheet ?? freeSheetName(liveTitle(id, scenario), taken);
    taken.push(name);
    return name;
  });
  const places = placesOn(names.at(-1) ?? "", live);
  const outputs = [...live.blocks.map((block) => blockSheet(block, live, places)), readingSheet(live)];
  return outputs.map((output, at): Target => {
    const marker = liveMarker(scenario, output.id);
    const blockName = output.block && missingBlockName(names[at] ?? "", headerRow, shape);
    return {
      blockName,
      ...{ output, marker, scenario, sheet: names[at] ?? "", now: sheets[at] ?? null },
      markerExists: shape.names.some(({ name }) => name === marker),
      record: recordOf(marker, { header: [], rows: [], numberFormats: [] }, output.cells),
      recordText: recordTexts[at] ?? null,
    };
  });
}

/** Refuses where Excel would take nothing, or the block could not spill. */
function refuse(targets: readonly Target[], { shape }: LiveState): void {
  refuseLocked(
    targets.map(({ now }) => now),
    shape.structureProtected,
  );
  for (const { now, sheet, output } of targets) {
    const [first, ...more] = now ? inTheWay(now, output) : [];
    if (first === undefined) continue;
    const others = more.length > 0 ? ` and ${more.length} more cells` : "";
    throw new WorkbookError(
      "changed",
      `${first}${others} would be in the way of the block that spills from ${cellAddress(sheet, headerRow, 0)}; clear or move what stands there, then write again. Nothing was written.`,
    );
  }
}

/** Cells of the user's where the block is to spill. */
function inTheWay(now: LiveSheetNow, { block }: LiveSheet): string[] {
  if (!block) return [];
  const spill = isLiveFormula(now.cellAt(headerRow, 0)) ? now.spill : null;
  const isIts = (row: number, column: number): boolean =>
    (row === 0 && column === 0) || (spill !== null && row < spill.rowCount && column < spill.columnCount);
  return block.flatMap((cells, row) =>
    cells.flatMap((_, column) => {
      const cell = now.cellAt(headerRow + row, column);
      const isEmpty = cell === "" || cell === null || isIts(row, column);
      return isEmpty ? [] : [cellAddress(now.sheet, headerRow + row, column)];
    }),
  );
}

/** Cells that are written anew although the user has typed into them since. */
function typedOver({ output, now }: Target): string[] {
  if (!now) return [];
  return output.cells.flatMap((line, row) =>
    line.flatMap((_, column) => {
      const cell = now.cellAt(row, column);
      // What spills from the formula beside it is no one's entry.
      const isSpilled = output.block !== null && row >= headerRow && column > 0;
      const was = now.record ? digestAbove(now.record, row, column) : cellDigest("");
      return isSpilled || cellDigest(cell) === was ? [] : [cellAddress(now.sheet, row, column)];
    }),
  );
}

function changesOf({ output, marker, sheet, now, recordText, blockName }: Target, { shape }: LiveState): Change[] {
  const named = blockName ? [blockNameChange(blockName)] : [];
  const setting: Change = { kind: "settingReplaced", key: settingKeys.written(marker), before: recordText };
  if (!now) {
    const name = shape.names.find((one) => one.name === marker);
    const before = name ? { formula: name.formula, comment: name.comment } : null;
    return [{ kind: "sheetAdded", sheet, marker }, { kind: "nameReplaced", name: marker, before }, ...named, setting];
  }
  const before = output.cells.map((line, row) => line.map((_, column): CellInput => now.cellAt(row, column)));
  return [{ kind: "cellsReplaced", marker, row: 0, column: 0, before }, ...named, setting];
}

function partsOf({ targets, journal, inFront, scenario, seen, state }: Prepared): WritePart[] {
  let sheets: Excel.WorksheetCollection | null = null;
  // The Reading table is filled first: a formula that is calculated before it is there would say so.
  const inOrder = [...targets].reverse();
  const remembering: Action[] = [
    ...targets.map(({ marker, record }) => {
      const kept = JSON.stringify(record);
      return action(({ workbook }) => void workbook.settings.add(settingKeys.written(marker), kept), kept);
    }),
    action(({ workbook }) => {
      workbook.settings.add(settingKeys.lastScenario, JSON.stringify(scenario));
      workbook.settings.add(settingKeys.seen, seenText(seen));
      if (inFront !== null) workbook.worksheets.getItemOrNullObject(inFront).activate();
      sheets = workbook.worksheets.load("items/id,items/name");
    }),
  ];
  const own = targets.map(({ marker, sheet }) => ({ marker, sheet, table: marker }));
  return [
    { actions: beginning(JSON.stringify(journal)) },
    {
      actions: [
        ...targets.filter(({ now }) => now === null).map(addLiveAction),
        ...inOrder.flatMap((target) =>
          target.now ? liveAgainActions(target, target.now.hasChart) : newLiveActions(target),
        ),
        ...targets.flatMap(({ blockName }) => (blockName ? [blockNameAction(blockName)] : [])),
      ],
      isOneUndoStep: true,
    },
    {
      actions: remembering,
      then: () => rememberOwnSheets(sheets?.items ?? [], [...state.shape.ownSheets, ...own]),
    },
    { actions: forgetting() },
  ];
}
