import { quotedSheet } from "../../cells/address";
import { sameName } from "../../cells/names";
import { action, type Action } from "../excel/actions";
import { freeTableName } from "../excel/sheetNames";
import type { WorkbookShape } from "../excel/workbookShape";
import type { Change } from "../journal/changes";

/** A name of the workbook for all that a block spills over, by which formulas of the user's and charts can speak of it. */
export interface BlockName {
  name: string;
  formula: string;
  /** What stood under it: ours, of a sheet that is gone. Null where there was none. */
  before: { formula: string; comment: string } | null;
}

/**
 * The name that a block's sheet still lacks: "As_planned_Live_Breakdown", or with a number where that is taken. Null where one leads there, whatever
 * the user calls it by now.
 */
export function missingBlockName(
  sheet: string,
  row: number,
  { names, tables }: Pick<WorkbookShape, "names" | "tables">,
): BlockName | null {
  const first = `${quotedSheet(sheet)}!$A$${row + 1}`;
  const formula = `=${first}#`;
  // As it stands in files, and as an Excel may say it that does not know the sign.
  const inFiles = `ANCHORARRAY(${first})`;
  if (names.some((each) => each.formula === formula || each.formula.endsWith(inFiles))) return null;
  const isLeft = (each: WorkbookShape["names"][number]): boolean =>
    each.comment === comment && each.formula.includes("#REF!");
  const taken = [...names.filter((each) => !isLeft(each)), ...tables].map(({ name }) => name);
  const name = freeTableName(sheet, taken);
  const before = names.find((each) => sameName(each.name, name));
  return { name, formula, before: before ? { formula: before.formula, comment: before.comment } : null };
}

export function blockNameChange({ name, before }: BlockName): Change {
  return { kind: "nameReplaced", name, before: before && { ...before, isShown: true } };
}

export function blockNameAction({ name, formula, before }: BlockName): Action {
  return action(({ workbook: { names } }) => {
    if (before) names.getItem(name).delete();
    names.add(name, formula, comment);
  }, formula);
}

/** By which such a name is known again once its sheet is gone. */
const comment = "A live block of Savings Attribution, as far as it spills.";
