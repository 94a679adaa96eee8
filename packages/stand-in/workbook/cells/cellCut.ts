import type { AreaContent } from "@workbooks/xlsx/content";
import { inSheet, intersection } from "../address";
import { assertArraysWhole } from "./arrayFormulas";
import { liftCells, placeCells } from "./cellMoves";
import { invalidOperation, mergedRangeConflict } from "../excelError";
import { mapReferences } from "../formulas/pastedFormula";
import { movedFormula, type ReferenceChange } from "../formulas/references";
import { wholeSheet, type CellEdit, type Sheet } from "../sheet";
import type { Workbook } from "../workbook";

/**
 * Cuts cells and pastes them elsewhere. References to them follow; references to what they overwrite are #REF!; their own
 * references go on meaning the same cells. A table, or merged cells, go along as a whole.
 * @throws InvalidOperation, MergedRangeConflict where part of a table or of merged cells would go
 */
export function moveCells(
  workbook: Workbook,
  from: Sheet,
  area: AreaContent,
  to: Sheet,
  toRow: number,
  toColumn: number,
): void {
  const target = inSheet({ ...area, row: toRow, column: toColumn });
  const [rows, columns] = [toRow - area.row, toColumn - area.column];
  if (from === to && rows === 0 && columns === 0) return;
  const offset = (part: AreaContent) => ({ ...part, row: part.row + rows, column: part.column + columns });
  const tables = from.tables.filter((table) => isPart(table.area, area));
  const isCutApart = from.tables.some(({ area: whole }) => {
    const header = intersection({ ...whole, rowCount: 1 }, area);
    return header !== null && !isPart(whole, area);
  });
  if (isCutApart || (tables.length > 0 && from !== to))
    throw invalidOperation("The Excel stand-in moves a table only as a whole, and only within its worksheet.");
  const touching = to.tables.filter((table) => !tables.includes(table) && intersection(table.area, target));
  if (tables.length > 0 && touching.length > 0) throw mergedRangeConflict();
  assertArraysWhole(workbook, from, [area]);
  assertArraysWhole(workbook, to, [target]);
  const merges = from.merges.filter((merge) => intersection(merge, area));
  const overwritten = to.merges.filter(
    (merge) => intersection(merge, target) && !(from === to && merges.some((each) => isPart(merge, each))),
  );
  if (!merges.every((merge) => isPart(merge, area)) || !overwritten.every((merge) => isPart(merge, target)))
    throw mergedRangeConflict();

  const change: ReferenceChange = {
    ...{ kind: "moved", sheet: from.name, area, toSheet: to.name, toRow, toColumn },
  };
  if (from !== to) loseOverwritten(workbook, to, target);
  const lifted = liftCells(from, workbook.calculation, area).map((cell) => ({
    ...cell,
    row: cell.row + rows,
    column: cell.column + columns,
    formula: cell.formula && carried(cell.formula, change, from === to),
  }));
  if (from === to) from.changeMerges([...merges, ...overwritten], merges.map(offset));
  else {
    from.changeMerges(merges, []);
    to.changeMerges(overwritten, merges.map(offset));
  }
  for (const table of tables) table.area = offset(table.area);
  workbook.referencesChanged(change);
  if (from !== to) placeCells(from, workbook.calculation, [area], []);
  placeCells(to, workbook.calculation, from === to ? [area, target] : [target], lifted);
  for (const table of [...tables, ...touching]) workbook.tables.headingsMoved(table);
}

/** A formula as it reads at its new place, where its references mean what they meant. */
function carried(formula: string, change: Extract<ReferenceChange, { kind: "moved" }>, isSameSheet: boolean): string {
  if (isSameSheet) return movedFormula(formula, change, change.sheet);
  const [rows, columns] = [change.toRow - change.area.row, change.toColumn - change.area.column];
  return mapReferences(formula, (reference) => {
    if (reference.sheet !== null && reference.sheet.toLowerCase() !== change.sheet.toLowerCase()) return reference;
    if (!isPart(reference.area, change.area)) return { ...reference, sheet: change.sheet };
    const { row, column } = reference.area;
    return { ...reference, sheet: null, area: { ...reference.area, row: row + rows, column: column + columns } };
  });
}

/** Formulas that used a cell of another sheet which is pasted over point nowhere; on one sheet that is part of the move. */
function loseOverwritten(workbook: Workbook, to: Sheet, target: AreaContent): void {
  for (const sheet of workbook.sheets) {
    const edits: CellEdit[] = [];
    sheet.eachCell(wholeSheet, (row, column, cell) => {
      if (!cell.f && !cell.si) return;
      const before = sheet.formula(row, column) ?? "";
      const formula = mapReferences(before, (reference) => {
        const on = reference.sheet === null ? sheet : workbook.findSheet(reference.sheet);
        return on === to && isPart(reference.area, target) ? null : reference;
      });
      if (formula !== before) edits.push({ row, column, formula });
    });
    sheet.write(edits);
  }
}

function isPart(area: AreaContent, whole: AreaContent): boolean {
  const common = intersection(area, whole);
  return common?.rowCount === area.rowCount && common.columnCount === area.columnCount;
}
