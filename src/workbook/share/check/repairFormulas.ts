import { toWorkbookError, WorkbookError, codeOf } from "../../excel/excelErrors";
import { action, type Action } from "../../excel/actions";
import { excelRun, type RunOptions } from "../../excel/excelRun";
import type { Change } from "../../journal/changes";
import type { Journal } from "../../journal/journal";
import { nameItem } from "../../journal/kinds/nameRewritten";
import { beginning, forgetting, putBack } from "../../journal/putBack";
import { asOwnWrite } from "../../own/ownWrites";
import { doWithoutUndoGroups, sendParts, type WritePart } from "../../write/writeParts";
import { lastOf, whyNotRepaired } from "./checkLines";
import type { WorkbookCheck } from "./checkWorkbook";
import type { FormulaPlace } from "../formulaPlaces";
import { placeWords } from "../inventory";
import { OwnFormulas } from "../ownFormula";

/** A formula of the user's as it is and as it will be. */
interface Repair {
  place: FormulaPlace;
  /** The same where it only has to be entered again. */
  written: string;
}

/**
 * What can be mended of the formulas that a check has found: names that Excel has changed, formulas that were calculated without the
 * add-in, whole columns cut to the filled rows. Cells of protected sheets, rules and formats are left out.
 */
export function repairsOf(
  { inventory, sheets }: Pick<WorkbookCheck, "inventory" | "sheets">,
  namespace: string,
): Repair[] {
  const own = new OwnFormulas(namespace);
  return inventory.uses.flatMap(({ place, error, mangled, unknown }): Repair[] => {
    if (whyNotRepaired(place, sheets) !== "") return [];
    const named = mangled.length > 0 ? own.withNamesMended(place.formula) : place.formula;
    const written = own.withWholesCut(named, (sheet) => lastOf(sheet ?? place.sheet, sheets));
    const isAsleep = error === "#NAME?" && unknown.length === 0;
    return written !== place.formula || isAsleep ? [{ place, written }] : [];
  });
}

/**
 * Enters them, all or none: where one is refused, all that were written before it are put back, also after Excel has gone away (from
 * the journal, when the pane next opens). Where somebody has changed one since the check, nothing is written. The cells are one step
 * to undo where Excel has such steps.
 */
export async function repairFormulas(repairs: readonly Repair[], options: RunOptions = {}): Promise<void> {
  if (repairs.length === 0) return;
  await asOwnWrite(async () => {
    await refuseChanged(repairs, options);
    const journal: Journal = { version: 2, what: sentence, changes: repairs.map(changeOf) };
    const text = JSON.stringify(journal);
    let begun = false;
    try {
      await sendParts(partsOf(repairs, text.length <= longestJournal ? text : null), {
        ...options,
        onBegun: (now) => (begun = now),
      });
      return;
    } catch (error) {
      const trouble = toWorkbookError(error);
      if (!begun) throw trouble;
      const waiting = options.onWaiting ? { onWaiting: options.onWaiting } : {};
      await putBack(journal, waiting);
      if (codeOf(trouble.cause) !== "UndoNotSupported") throw trouble;
      doWithoutUndoGroups();
    }
    await repairFormulas(repairs, options);
  });
}

const sentence = "Mending formulas was broken off; the formulas can be put back as they were.";
/** Characters: a fifth of what settings are known to hold. */
const longestJournal = 200_000;

function changeOf({ place, written }: Repair): Change {
  const { sheet, row, column, formula: before } = place;
  return place.kind === "name"
    ? { kind: "nameRewritten", name: bareName(place), sheet, before, written }
    : { kind: "formulaReplaced", sheet, row, column, before, written };
}

/** A name without its sheet. */
function bareName({ name }: FormulaPlace): string {
  return name.slice(name.lastIndexOf("!") + 1);
}

async function refuseChanged(repairs: readonly Repair[], options: RunOptions): Promise<void> {
  const changed = await excelRun(async (context) => {
    const asked = repairs.map(({ place }) => {
      if (place.kind === "name") {
        const item = nameItem(context.workbook, { name: bareName(place), sheet: place.sheet });
        item.load("formula");
        return () => (item.isNullObject ? null : String(item.formula));
      }
      const cell = cellOf(context, place);
      cell.load("formulas");
      return () => String(cell.formulas[0]?.[0]);
    });
    await context.sync();
    return repairs.find(({ place }, index) => asked[index]?.() !== place.formula);
  }, options);
  if (changed)
    throw new WorkbookError(
      "changed",
      `${placeWords(changed.place)} was changed since the workbook was checked, so nothing was written; check it again.`,
    );
}

function cellOf({ workbook }: Excel.RequestContext, { sheet, row, column }: FormulaPlace): Excel.Range {
  return workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
}

/** Names apart: what Excel groups into one step to undo are cells. */
function partsOf(repairs: readonly Repair[], journalText: string | null): WritePart[] {
  const [names, cells] = [true, false].map((isName) =>
    repairs.filter(({ place }) => (place.kind === "name") === isName).map(writing),
  );
  return [
    { actions: beginning(journalText) },
    { actions: names ?? [] },
    { actions: cells ?? [], isOneUndoStep: true },
    { actions: forgetting() },
  ];
}

function writing({ place, written }: Repair): Action {
  return action((context) => {
    if (place.kind === "name") {
      nameItem(context.workbook, { name: bareName(place), sheet: place.sheet }).formula = written;
      return;
    }
    cellOf(context, place).formulas = [[written]];
  }, written);
}
