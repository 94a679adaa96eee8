import type { AreaContent } from "@workbooks/xlsx/content";
import type { Actor } from "../calculation/actors";
import type { Calculation } from "../calculation/calculation";
import { formatArea, intersection, lastColumnCount, lastRowCount } from "./address";
import type { Sheet, Visibility } from "./sheet";
import type { Names } from "./names";
import type { ReferenceChange } from "./formulas/references";
import { typedAtTables } from "./tables/tableTyping";
import type { Tables } from "./tables/tables";
import type { Happening } from "./workbookEvent";

type CellsEvent = Extract<Happening, { kind: "cells" }>;
type Params = Record<string, unknown>;
interface MutationRange {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

/** The parts of the workbook that a mutation may change besides its cells. */
interface WorkbookOfMutations {
  readonly calculation: Calculation;
  readonly tables: Tables;
  readonly names: Names;
  readonly sheets: Sheet[];
  readonly watchesFormulas: boolean;
  findSheet(id: string): Sheet | undefined;
  sheet(id: string): Sheet;
  sheetCame(id: string): void;
  sheetWent(id: string): void;
  sheetShown(id: string): void;
  selected(sheet: string, areas: AreaContent[]): void;
  referencesChanged(change: ReferenceChange, formulas?: boolean): void;
  emit(event: Happening): void;
}

/**
 * Carries the mutations of Univer's sheets, made by a batch or by the user in the grid, over to what the stand-in keeps besides
 * them: tables, names, events. During undo and redo it only raises events, since all else was recorded with the mutation.
 */
export class Mutations {
  /** The sheets' names and visibility as they were before the mutation. */
  private readonly names = new Map<string, string>();
  private readonly visibilities = new Map<string, Visibility>();
  private before: Pick<CellsEvent, "valueBefore" | "formulasBefore"> = {};

  constructor(private readonly workbook: WorkbookOfMutations) {}

  /** To be called once the file has been opened. */
  opened(): void {
    for (const sheet of this.workbook.sheets) this.remember(sheet);
  }

  /** To be called before a mutation: keeps what events will say about the cells' previous contents. */
  coming(id: string, params: Params): void {
    if (id !== "sheet.mutation.set-range-values") return;
    this.before = {};
    const cells = params["cellValue"] as Cells | undefined;
    const sheet = this.workbook.findSheet(params["subUnitId"] as string);
    const area = sheet && areaOfCells(cells, isEdited);
    if (!cells || !area) return;
    const { row, column, rowCount, columnCount } = area;
    if (rowCount === 1 && columnCount === 1) this.before.valueBefore = sheet.value(row, column);
    if (this.workbook.watchesFormulas) this.before.formulasBefore = changedFormulas(sheet, cells);
  }

  applied(id: string, params: Params, by: Actor): void {
    const { workbook } = this;
    const sheet = params["subUnitId"] as string;
    switch (id) {
      case "sheet.mutation.set-range-values":
        return this.cellsSet(sheet, params, by);
      case "sheet.mutation.insert-sheet": {
        const added = (params["sheet"] as { id: string }).id;
        workbook.sheetCame(added);
        return this.remember(workbook.sheet(added));
      }
      case "sheet.mutation.remove-sheet":
        return this.sheetRemoved(sheet, by);
      case "sheet.mutation.set-worksheet-name":
        return this.sheetRenamed(sheet, params, by);
      case "sheet.mutation.set-worksheet-order":
        workbook.emit({
          ...{ kind: "sheetMoved", sheet, before: params["fromOrder"] as number, after: params["toOrder"] as number },
        });
        return workbook.emit({ kind: "sheets", sheet });
      case "sheet.mutation.set-worksheet-hidden":
        return this.sheetHidden(sheet);
      case "sheet.mutation.set-row-hidden":
      case "sheet.mutation.set-row-visible":
        for (const range of params["ranges"] as MutationRange[]) {
          const area = { ...areaOfRange(range), column: 0, columnCount: lastColumnCount };
          workbook.emit({ kind: "rowsHidden", sheet, area, hidden: id.endsWith("hidden") });
        }
        return;
      case "sheet.mutation.set-tab-color":
        return workbook.emit({ kind: "sheets", sheet });
      case "sheet.operation.set-worksheet-active":
        return workbook.sheetShown(sheet);
      case "sheet.operation.set-selections": {
        const selections = (params["selections"] ?? []) as { range: MutationRange }[];
        if (by !== "addin" && selections.length > 0)
          workbook.selected(
            sheet,
            selections.map(({ range }) => areaOfRange(range)),
          );
        return;
      }
      case "sheet.mutation.move-range":
        return this.cellsMoved(params, by);
      default:
        return this.rowsOrColumnsMoved(id, params, by);
    }
  }

  private cellsSet(sheet: string, params: Params, by: Actor): void {
    const { workbook } = this;
    if (by === "calculation") return workbook.emit({ kind: "calculated", sheet });
    const cells = params["cellValue"] as Cells | undefined;
    const formatted = areaOfCells(cells, (cell) => cell !== null && "s" in cell);
    if (formatted) workbook.emit({ kind: "formats", sheet, area: formatted });
    const area = areaOfCells(cells, isEdited);
    if (!cells || !area) return;
    const { before } = this;
    if (by !== "undo") {
      if (this.isTyping(params, by)) typedAtTables(workbook.tables, workbook.sheet(sheet), area);
      else workbook.tables.cellsChanged(sheet, area);
    }
    workbook.emit({ kind: "cells", sheet, area, change: "RangeEdited", cells, ...before });
  }

  private sheetRemoved(sheet: string, by: Actor): void {
    const name = this.names.get(sheet) ?? "";
    this.names.delete(sheet);
    const tables = [...(this.workbook.findSheet(sheet)?.tables ?? [])];
    if (by !== "undo") for (const table of tables) this.workbook.tables.forget(table);
    this.workbook.sheetWent(sheet);
    if (by === "undo") return;
    for (const table of tables) this.workbook.referencesChanged({ kind: "tableDeleted", table: table.name });
    this.workbook.names.sheetDeleted(sheet);
    // When the user deletes a sheet, Univer adjusts the formulas in cells itself.
    this.workbook.referencesChanged({ kind: "sheetDeleted", sheet: name }, by === "addin");
  }

  private sheetRenamed(sheet: string, params: Params, by: Actor): void {
    const before = this.names.get(sheet) ?? "";
    const to = params["name"] as string;
    this.names.set(sheet, to);
    this.workbook.emit({ kind: "sheetRenamed", sheet, before, after: to });
    if (by !== "undo" && before !== to) this.workbook.referencesChanged({ kind: "renamed", sheet: before, to }, false);
    this.workbook.emit({ kind: "sheets", sheet });
  }

  private sheetHidden(id: string): void {
    const sheet = this.workbook.findSheet(id);
    const before = this.visibilities.get(id) ?? "visible";
    if (!sheet) return;
    this.remember(sheet);
    this.workbook.emit({ kind: "sheetVisibility", sheet: id, before, after: sheet.visibility });
    this.workbook.emit({ kind: "sheets", sheet: id });
  }

  private remember(sheet: Sheet): void {
    this.names.set(sheet.id, sheet.name);
    this.visibilities.set(sheet.id, sheet.visibility);
  }

  private rowsOrColumnsMoved(id: string, params: Params, by: Actor): void {
    const kinds = {
      "sheet.mutation.insert-row": ["RowInserted", "row", 1],
      "sheet.mutation.remove-rows": ["RowDeleted", "row", -1],
      "sheet.mutation.insert-col": ["ColumnInserted", "column", 1],
      "sheet.mutation.remove-col": ["ColumnDeleted", "column", -1],
    } as const;
    const kind = kinds[id as keyof typeof kinds];
    const range = params["range"] as MutationRange | undefined;
    if (!kind || !range) return;
    const [change, axis, sign] = kind;
    const sheet = params["subUnitId"] as string;
    const area =
      axis === "row"
        ? { ...areaOfRange(range), column: 0, columnCount: lastColumnCount }
        : { ...areaOfRange(range), row: 0, rowCount: lastRowCount };
    if (by !== "undo") {
      const at = axis === "row" ? area.row : area.column;
      this.workbook.tables.shifted(sheet, axis, at, sign * (axis === "row" ? area.rowCount : area.columnCount));
      const name = this.names.get(sheet) ?? "";
      this.workbook.referencesChanged(
        sign > 0
          ? { kind: "inserted", sheet: name, area, shift: axis === "row" ? "down" : "right" }
          : { kind: "deleted", sheet: name, area, shift: axis === "row" ? "up" : "left" },
        // Univer adjusts the formulas in cells itself.
        false,
      );
    }
    this.workbook.emit({ kind: "cells", sheet, area, change });
  }

  /** The user cut cells in the grid and pasted them elsewhere; Univer adjusts the formulas in cells itself. */
  private cellsMoved(params: Params, by: Actor): void {
    const { workbook } = this;
    const [from, to] = (["from", "to"] as const).map((side) => ({
      sheet: workbook.findSheet((params[side] as { subUnitId: string }).subUnitId),
      area: areaOfRange(params[`${side}Range`] as MutationRange),
    }));
    if (!from?.sheet || !to?.sheet) return;
    if (by !== "undo") {
      const [rows, columns] = [to.area.row - from.area.row, to.area.column - from.area.column];
      for (const table of [...from.sheet.tables].filter(({ area }) => isPart(area, from.area)))
        workbook.tables.moveTo(table, to.sheet, rows, columns);
      workbook.referencesChanged(
        {
          ...{ kind: "moved", sheet: from.sheet.name, area: from.area, toSheet: to.sheet.name },
          ...{ toRow: to.area.row, toColumn: to.area.column },
        },
        false,
      );
    }
    for (const { sheet, area } of [from, to])
      workbook.emit({ kind: "cells", sheet: sheet?.id ?? "", area, change: "RangeEdited" });
  }

  /** Whether the user is typing, pasting, filling or clearing cells, rather than moving them. */
  private isTyping(params: Params, by: Actor): boolean {
    const isUser = by === "user" && this.workbook.calculation.history.isGridAtWork;
    return isUser && !/insert-|delete-range|remove-|move-|set-worksheet-name/.test(String(params["trigger"]));
  }
}

function isPart(area: AreaContent, whole: AreaContent): boolean {
  const common = intersection(area, whole);
  return common?.rowCount === area.rowCount && common.columnCount === area.columnCount;
}

type Cells = Record<number, Record<number, Record<string, unknown> | null>>;

function areaOfRange(range: MutationRange): AreaContent {
  return {
    row: range.startRow,
    column: range.startColumn,
    rowCount: range.endRow - range.startRow + 1,
    columnCount: range.endColumn - range.startColumn + 1,
  };
}

/** A change of format, or a formula whose references were adjusted, does not count as an edit. */
function isEdited(cell: Record<string, unknown> | null): boolean {
  return cell === null || "v" in cell || "p" in cell;
}

/** The smallest area that holds all cells for which `isMeant` is true. */
function areaOfCells(
  cells: Cells | undefined,
  isMeant: (cell: Record<string, unknown> | null) => boolean,
): AreaContent | null {
  let [top, bottom, left, right] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const rowKey in cells) {
    const row = Number(rowKey);
    const line = cells[row]!;
    for (const columnKey in line) {
      const column = Number(columnKey);
      if (!isMeant(line[column]!)) continue;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  if (bottom < top) return null;
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function changedFormulas(sheet: Sheet, cells: Cells): NonNullable<CellsEvent["formulasBefore"]> {
  return Object.entries(cells).flatMap(([rowKey, line]) =>
    Object.entries(line).flatMap(([columnKey, cell]) => {
      const [row, column] = [Number(rowKey), Number(columnKey)];
      const previousFormula = sheet.formula(row, column) ?? "";
      const now = cell?.["f"] ?? "";
      if (!isEdited(cell) || previousFormula === now) return [];
      return [{ cellAddress: formatArea({ row, column, rowCount: 1, columnCount: 1 }), previousFormula }];
    }),
  );
}
