import type { CellContent, NameContent, SheetContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { action, type Action } from "../../excel/actions";
import { resultInput, type CellInput } from "../../excel/cellInput";
import { areaIn, type AreaReplaced } from "../../journal/kinds/areaReplaced";
import type { Change } from "../../journal/changes";
import type { FormulaReplaced } from "../../journal/kinds/formulaReplaced";
import { nameItem } from "../../journal/kinds/nameRewritten";
import { sharedListName } from "../../own/ownSheets";

/** What makes the open workbook's content another one: how it was before, and what is asked of Excel, in this order. */
interface Difference {
  changes: Change[];
  /** A new sheet, and names: before the cells, which may call them. */
  first: Action[];
  cells: Action[];
  /** Names that no cell calls any more. */
  then: Action[];
  /** Sheets that go: from there is no way back, so they go once all else is done. */
  last: Action[];
}

/** Cells are held to be the same where they are the very same object. */
export function differenceOf(before: WorkbookContent, after: WorkbookContent): Difference {
  const isNew = ({ name }: SheetContent): boolean => !before.sheets.some((sheet) => sheet.name === name);
  const added = after.sheets.filter(isNew);
  const names = nameChanges(before, after);
  const cells = after.sheets.flatMap((sheet) => {
    const was = before.sheets.find(({ name }) => name === sheet.name);
    return was ? cellChanges(was, sheet) : [];
  });
  const gone = before.sheets.filter(({ name }) => !after.sheets.some((sheet) => sheet.name === name));
  const sheets = added.map(({ name }): Change => ({ kind: "sheetAdded", sheet: name, marker: sharedListName }));
  return {
    // Put back from the last to the first: the sheet goes before the name by which it is known.
    changes: [...names.marker, ...sheets, ...names.changes, ...cells],
    first: [...added.flatMap((sheet) => adding(sheet, names.added)), ...names.first],
    cells: writing(cells),
    then: names.then,
    last: gone.map(({ name }) => action(({ workbook }) => workbook.worksheets.getItem(name).delete())),
  };
}

/** Its hidden name comes with the sheet: a sheet that has it is known to be ours, whatever happens next. */
function adding(sheet: SheetContent, marking: readonly Action[]): Action[] {
  const rows = [...sheet.cells.keys()];
  const [rowCount, columnCount] = [Math.max(-1, ...rows) + 1, sheet.columns.length];
  const inputs = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => inputOf(sheet.cells.get(row)?.get(column))),
  );
  return [
    action(({ workbook }) => void workbook.worksheets.add(sheet.name)),
    ...marking,
    action(({ workbook }) => {
      const worksheet = workbook.worksheets.getItem(sheet.name);
      worksheet.getRangeByIndexes(0, 0, rowCount, columnCount).formulas = inputs;
      const frozen = sheet.frozen.rows;
      worksheet.getRangeByIndexes(frozen - 1, 0, 1, columnCount).format.font.bold = true;
      worksheet.freezePanes.freezeRows(frozen);
      for (const { from, width } of sheet.columns)
        worksheet.getRangeByIndexes(0, from, 1, 1).getEntireColumn().format.columnWidth =
          (width ?? 9) * pointsPerCharacter;
    }, inputs),
  ];
}

const pointsPerCharacter = 5.5;

interface NameChanges {
  changes: Change[];
  first: Action[];
  then: Action[];
  /** Of the name by which the new sheet is known. */
  marker: Change[];
  added: Action[];
}

function nameChanges(before: WorkbookContent, after: WorkbookContent): NameChanges {
  const sheetName = (content: WorkbookContent, { sheet }: NameContent): string =>
    sheet === null ? "" : (content.sheets[sheet]?.name ?? "");
  const key = (content: WorkbookContent, name: NameContent): string =>
    `${sheetName(content, name)}!${name.name}`.toLowerCase();
  const was = new Map(before.names.map((name) => [key(before, name), name]));
  const kept = new Set(after.names.map((name) => key(after, name)));
  const all: NameChanges = { changes: [], first: [], then: [], marker: [], added: [] };
  for (const name of after.names) {
    const old = was.get(key(after, name));
    if (!old) {
      const change: Change = { kind: "nameReplaced", name: name.name, before: null };
      const isMarker = name.name === sharedListName;
      (isMarker ? all.marker : all.changes).push(change);
      if (isMarker) all.added.push(addingName(name));
      else all.first.push(addingName(name));
    } else if (old.formula !== name.formula) {
      const [formula, written] = [`=${old.formula}`, `=${name.formula}`];
      const change = { kind: "nameRewritten" as const, name: name.name, sheet: sheetName(after, name) };
      all.changes.push({ ...change, before: formula, written });
      all.first.push(action(({ workbook }) => (nameItem(workbook, change).formula = written), written));
    }
  }
  for (const [at, { name, formula, comment, hidden }] of was) {
    if (kept.has(at)) continue;
    const back = { formula: `=${formula}`, comment, ...(!hidden && { isShown: true as const }) };
    all.changes.push({ kind: "nameReplaced", name, before: back });
    all.then.push(action(({ workbook }) => workbook.names.getItem(name).delete()));
  }
  return all;
}

function addingName({ name, formula, comment, hidden }: NameContent): Action {
  return action(({ workbook }) => {
    const item = workbook.names.add(name, `=${formula}`, comment);
    if (hidden) item.visible = false;
  }, formula);
}

type CellChange = AreaReplaced | FormulaReplaced;

function cellChanges(was: SheetContent, now: SheetContent): CellChange[] {
  const sheet = was.name;
  const rows = new Set([...was.cells.keys(), ...now.cells.keys()]);
  return [...rows].flatMap((row) => {
    const [old, line] = [was.cells.get(row), now.cells.get(row)];
    const columns = old === line ? [] : [...new Set([...(old?.keys() ?? []), ...(line?.keys() ?? [])])];
    return columns.flatMap((column): CellChange[] => {
      const [before, after] = [old?.get(column), line?.get(column)];
      if (before === after) return [];
      if (before?.formula !== undefined && after?.formula !== undefined) {
        const [formula, written] = [`=${before.formula}`, `=${after.formula}`];
        return [{ kind: "formulaReplaced", sheet, row, column, before: formula, written }];
      }
      const { rowCount, columnCount } = before?.array ?? after?.array ?? { rowCount: 1, columnCount: 1 };
      const inputs = (content: SheetContent): CellInput[][] =>
        Array.from({ length: rowCount }, (_, r) =>
          Array.from({ length: columnCount }, (__, c) => {
            const first = content.cells.get(row)?.get(column);
            // What a formula spills over is empty, but for what it shows.
            return first?.formula !== undefined && r + c > 0
              ? ""
              : inputOf(content.cells.get(row + r)?.get(column + c));
          }),
        );
      return [{ kind: "areaReplaced", sheet, row, column, before: inputs(was), written: inputs(now) }];
    });
  });
}

/** Cells below each other are written at once: Excel takes the same formula in all cells of a table's column for the column's own. */
function writing(changes: readonly CellChange[]): Action[] {
  const at = (change: CellChange): string => `${change.kind} ${change.sheet} ${change.column}`;
  const formulas = new Map<string, FormulaReplaced[]>();
  const actions: Action[] = [];
  for (const change of changes) {
    if (change.kind === "areaReplaced") actions.push(writingArea(change));
    else formulas.set(at(change), [...(formulas.get(at(change)) ?? []), change]);
  }
  for (const column of formulas.values())
    for (const run of runsOf(column)) {
      const [{ sheet, row, column: at }] = run as [FormulaReplaced];
      const written = run.map((each) => [each.written]);
      actions.push(
        action(({ workbook }) => {
          workbook.worksheets.getItem(sheet).getRangeByIndexes(row, at, run.length, 1).formulas = written;
        }, written),
      );
    }
  return actions;
}

function writingArea(change: AreaReplaced): Action {
  return action(({ workbook }) => {
    areaIn(workbook.worksheets.getItem(change.sheet), change).formulas = change.written;
  }, change.written);
}

function runsOf(changes: readonly FormulaReplaced[]): FormulaReplaced[][] {
  const runs: FormulaReplaced[][] = [];
  for (const change of [...changes].sort((one, other) => one.row - other.row)) {
    const last = runs.at(-1);
    if (last?.at(-1)?.row === change.row - 1) last.push(change);
    else runs.push([change]);
  }
  return runs;
}

function inputOf(cell: CellContent | undefined): CellInput {
  if (!cell) return "";
  return cell.formula === undefined ? valueInput(cell.value) : `=${cell.formula}`;
}

function valueInput(value: ValueContent): CellInput {
  if (typeof value === "boolean") return value;
  return typeof value === "object" && value !== null ? value.error : resultInput(value);
}
