import { ICommandService, type Injector, type IRange, type IWorksheetData, type Workbook } from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveWorksheetMergeMutation,
  SetColDataMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRowDataMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";

/** Mutations that change only what `readSheetConfig` reads. */
export const configMutations = new Set([
  AddWorksheetMergeMutation.id,
  RemoveWorksheetMergeMutation.id,
  SetColDataMutation.id,
  SetColHiddenMutation.id,
  SetColVisibleMutation.id,
  SetFrozenMutation.id,
  SetRowDataMutation.id,
  SetRowHiddenMutation.id,
  SetRowVisibleMutation.id,
  SetTabColorMutation.id,
  SetWorksheetColWidthMutation.id,
  SetWorksheetHideMutation.id,
  SetWorksheetNameMutation.id,
  SetWorksheetRowHeightMutation.id,
  SetWorksheetRowIsAutoHeightMutation.id,
  ToggleGridlinesMutation.id,
]);

/** These change it too, beside the cells. */
const alsoConfig = new Set([
  InsertRowMutation.id,
  InsertColMutation.id,
  RemoveRowMutation.id,
  RemoveColMutation.id,
  MoveRowsMutation.id,
  MoveColsMutation.id,
]);

export function changesConfig(id: string): boolean {
  return configMutations.has(id) || alsoConfig.has(id);
}

type Lines = Record<number, object>;

/** What a sheet of Univer has beside its cells, by name; each entry is plain data. */
export interface SheetConfig {
  name: string;
  hidden: number;
  tabColor: string;
  showGridlines: number;
  freeze: IWorksheetData["freeze"];
  merges: IRange[];
  rows: Lines;
  columns: Lines;
}

export function readSheetConfig(book: Workbook, sheetId: string): SheetConfig | null {
  const config = book.getSheetBySheetId(sheetId)?.getConfig();
  if (!config) return null;
  return structuredClone({
    ...{ name: config.name, hidden: config.hidden, tabColor: config.tabColor, showGridlines: config.showGridlines },
    ...{ freeze: config.freeze, merges: config.mergeData },
    rows: config.rowData as Lines,
    columns: config.columnData as Lines,
  });
}

/** Puts back what a step has changed, `from` into `to`; the rest stays as it is now. */
export function restoreSheetConfig(
  injector: Injector,
  book: Workbook,
  sheetId: string,
  from: SheetConfig,
  to: SheetConfig,
): void {
  const now = readSheetConfig(book, sheetId);
  if (!now) return;
  const execute = (id: string, params: object, options?: { fromCollab: true }) =>
    void injector
      .get(ICommandService)
      .syncExecuteCommand(id, { unitId: book.getUnitId(), subUnitId: sheetId, ...structuredClone(params) }, options);
  const isDue = (key: keyof SheetConfig) => !isSame(from[key], to[key]) && !isSame(now[key], to[key]);
  if (isDue("name")) execute(SetWorksheetNameMutation.id, { name: to.name });
  // Univer would show a sheet that is no longer hidden.
  if (isDue("hidden")) execute(SetWorksheetHideMutation.id, { hidden: to.hidden }, { fromCollab: true });
  if (isDue("tabColor")) execute(SetTabColorMutation.id, { color: to.tabColor });
  if (isDue("showGridlines")) execute(ToggleGridlinesMutation.id, { showGridlines: to.showGridlines });
  if (isDue("freeze")) execute(SetFrozenMutation.id, to.freeze);
  if (isDue("merges")) {
    execute(RemoveWorksheetMergeMutation.id, { ranges: now.merges });
    execute(AddWorksheetMergeMutation.id, { ranges: to.merges });
  }
  if (isDue("rows"))
    for (const rowData of differentLines(now.rows, to.rows)) execute(SetRowDataMutation.id, { rowData });
  if (isDue("columns"))
    for (const columnData of differentLines(now.columns, to.columns)) execute(SetColDataMutation.id, { columnData });
  // Those two tell the grid of new values only; this one of new sizes.
  if (isDue("rows") || isDue("columns"))
    execute(SetWorksheetRowCountMutation.id, { rowCount: book.getSheetBySheetId(sheetId)?.getRowCount() });
}

export function showSheet(injector: Injector, book: Workbook, subUnitId: string): void {
  if (book.getSheetBySheetId(subUnitId)?.getConfig().hidden !== 1) return;
  const params = { unitId: book.getUnitId(), subUnitId, hidden: 0 };
  injector.get(ICommandService).syncExecuteCommand(SetWorksheetHideMutation.id, params, { fromCollab: true });
}

/** First what takes the different lines out, then what puts them in, since Univer adds to what a line has. */
function differentLines(from: Lines, to: Lines): [Record<number, null>, Lines] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .map(Number)
    .filter((key) => !isSame(from[key], to[key]));
  return [
    Object.fromEntries(keys.map((key) => [key, null])),
    Object.fromEntries(keys.flatMap((key) => (to[key] ? [[key, to[key]]] : []))),
  ];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
