import type { CellContent, SheetContent, StyleContent, WorkbookContent } from "@workbooks/xlsx/content";
import { chartContent } from "../charts/chart";
import type { UniverCell, UniverStyle } from "../../calculation/calculation";
import { saysNothing } from "@workbooks/xlsx/sheet/cells/cellChanges";
import { DEFAULT_STYLE } from "@workbooks/xlsx/styles/readStyles";
import { fromUniverStyle } from "../../calculation/univerStyle";
import { eachColumn, mostColumns, mostOfArray, widthInCharacters, widthInPixels } from "./openContent";
import { valueOf } from "../../calculation/univerValue";
import { wholeSheet, type Sheet } from "../sheet";
import type { Workbook } from "../workbook";

/** The workbook as it is now, to be saved. The file's own styles keep their numbers; new ones come after them. */
export function savedContent(workbook: Workbook, isAddinFormula: (formula: string) => boolean): WorkbookContent {
  const styles = new StyleNumbers(workbook);
  const sheets = workbook.sheets;
  return {
    sheets: sheets.map((sheet) => sheetContent(workbook, sheet, styles, isAddinFormula)),
    names: workbook.names.items.map((item) => ({
      ...item,
      sheet: item.sheet === null ? null : sheets.findIndex((sheet) => sheet.id === item.sheet),
    })),
    styles: styles.all,
    customXml: workbook.customXml.parts.map((part) => ({ ...part })),
    settings: Object.fromEntries(workbook.settings),
    activeSheet: sheets.indexOf(workbook.activeSheet),
    ...(workbook.date1904 ? { date1904: true } : {}),
    ...(workbook.isToBeCalculated ? { calculatesOnOpen: true } : {}),
    ...(workbook.structureProtection ? { structureProtection: workbook.structureProtection } : {}),
    ...(workbook.linkedWorkbooks.length > 0 ? { linkedWorkbooks: workbook.linkedWorkbooks } : {}),
    notShown: workbook.notShown,
  };
}

function sheetContent(
  workbook: Workbook,
  sheet: Sheet,
  styles: StyleNumbers,
  isAddinFormula: (formula: string) => boolean,
): SheetContent {
  const inFile = workbook.fileFormulas.get(sheet.id);
  const kept = keptCells(workbook, sheet);
  const cells = new Map<number, Map<number, CellContent>>();
  const put = (row: number, column: number, cell: CellContent) => {
    let line = cells.get(row);
    if (!line) cells.set(row, (line = new Map()));
    line.set(column, cell);
  };
  sheet.eachCell(wholeSheet, (row, column, cell) => {
    const formula = sheet.formula(row, column);
    const value = formula ? sheet.value(row, column) : valueOf(cell);
    const style = styles.of(cell);
    const content: CellContent = { value, style };
    if (formula) content.formula = formula.replace(/^=/, "");
    if (saysNothing(content)) return;
    const asInFile = kept(row, column, content.formula);
    if (asInFile) {
      content.value = asInFile.value;
      if (asInFile.array) content.array = asInFile.array;
    } else if (formula) {
      const before = inFile?.get(`${row},${column}`);
      if (before && before.formula === content.formula) {
        // An array that fills one cell now stays one, or Excel would read it with implicit intersection.
        const isSingle = !before.array || (before.array.rowCount === 1 && before.array.columnCount === 1);
        const single = { row, column, rowCount: 1, columnCount: 1, dynamic: before.array?.dynamic ?? false };
        if (before.array) content.array = isSingle ? before.array : single;
      } else if (isAddinFormula(formula)) {
        // Excel keeps every formula with an add-in's function as a dynamic array; a plain one would come back with "@".
        content.array = { row, column, rowCount: 1, columnCount: 1, dynamic: true };
      }
    }
    put(row, column, content);
  });
  for (const area of workbook.calculation.spillAreas(sheet.id)) {
    const first = cells.get(area.row)?.get(area.column);
    if (!first?.formula || isSpillError(first)) continue;
    const asInFile = kept(area.row, area.column, first.formula);
    if (asInFile) {
      putSpilled(workbook, sheet, asInFile, cells, put);
      continue;
    }
    const before = inFile?.get(`${area.row},${area.column}`);
    first.array = { ...area, dynamic: before?.formula === first.formula ? (before.array?.dynamic ?? true) : true };
    const keep = (row: number, column: number) => {
      if (row === area.row && column === area.column) return;
      const spilled = { value: sheet.value(row, column), style: cells.get(row)?.get(column)?.style ?? 0 };
      if (!saysNothing(spilled)) put(row, column, spilled);
    };
    if (area.rowCount * area.columnCount > mostOfArray) sheet.eachCell(area, keep);
    else
      for (let row = area.row; row < area.row + area.rowCount; row++)
        for (let column = area.column; column < area.column + area.columnCount; column++) keep(row, column);
  }
  return {
    ...{ partId: sheet.partId, name: sheet.name, visibility: sheet.visibility, protection: sheet.protection, cells },
    ...{ columns: columnsOf(workbook, sheet, styles), rows: rowsOf(sheet), merges: sheet.merges, frozen: sheet.frozen },
    ...(sheet.filter ? { filter: sheet.filter } : {}),
    ...(sheet.marks.length > 0 ? { marks: sheet.marks } : {}),
    ...{ showGridlines: sheet.showGridlines, tabColor: sheet.tabColor },
    ...(Object.keys(sheet.page).length > 0 ? { page: sheet.page } : {}),
    ...fileDefaults(workbook, sheet),
    tables: sheet.tables.map(({ area, id: _id, sheetId: _sheetId, ...table }) => ({
      ...table,
      ...area,
      columns: [...table.columns],
    })),
    charts: sheet.charts.map(chartContent),
  };
}

/** The file's own cell where its formula stands there unwritten and the file's values are kept. */
function keptCells(workbook: Workbook, sheet: Sheet) {
  const inFile = workbook.keepsFileValues ? workbook.fileSheets.get(sheet.id)?.cells : undefined;
  return (row: number, column: number, formula: string | undefined): CellContent | null => {
    const cell = formula === undefined ? undefined : inFile?.get(row)?.get(column);
    if (!cell || cell.formula !== formula) return null;
    return workbook.calculation.stored.isWritten(sheet.id, row, column) ? null : cell;
  };
}

/** What the file says that an array of its own fills. */
function putSpilled(
  workbook: Workbook,
  sheet: Sheet,
  { array }: CellContent,
  cells: SheetContent["cells"],
  put: (row: number, column: number, cell: CellContent) => void,
): void {
  const inFile = workbook.fileSheets.get(sheet.id)?.cells;
  if (!array) return;
  // An array may be said to fill the whole sheet: only what stands somewhere is looked at.
  for (const row of placesIn(array.row, array.rowCount, inFile, cells)) {
    for (const column of placesIn(array.column, array.columnCount, inFile?.get(row), cells.get(row))) {
      if (row === array.row && column === array.column) continue;
      const value = inFile?.get(row)?.get(column)?.value ?? null;
      const spilled = { value, style: cells.get(row)?.get(column)?.style ?? 0 };
      if (!saysNothing(spilled)) put(row, column, spilled);
    }
  }
}

/** The rows, or columns, from `first` on that any of these has, in their order. */
function placesIn(first: number, count: number, ...lines: (ReadonlyMap<number, unknown> | undefined)[]): number[] {
  const places = new Set(lines.flatMap((line) => [...(line?.keys() ?? [])]));
  return [...places].filter((place) => place >= first && place < first + count).sort((a, b) => a - b);
}

function isSpillError(cell: CellContent): boolean {
  return typeof cell.value === "object" && cell.value !== null && cell.value.error === "#SPILL!";
}

/** The sizes of rows and columns that nobody has set: the stand-in does not change them. */
function fileDefaults(workbook: Workbook, sheet: Sheet): Pick<SheetContent, "defaultColumnWidth" | "defaultRowHeight"> {
  const { defaultColumnWidth, defaultRowHeight } = workbook.fileSheets.get(sheet.id) ?? {};
  return {
    ...(defaultColumnWidth === undefined ? {} : { defaultColumnWidth }),
    ...(defaultRowHeight === undefined ? {} : { defaultRowHeight }),
  };
}

/** As in the file where nobody has changed a column; else one entry for each column. */
function columnsOf(workbook: Workbook, sheet: Sheet, styles: StyleNumbers): SheetContent["columns"] {
  const data = sheet.univerSheet.getConfig().columnData as Record<
    number,
    { w?: number; hd?: number; s?: UniverCell["s"] }
  >;
  const inFile = workbook.fileSheets.get(sheet.id)?.columns ?? [];
  const before = new Map(eachColumn(inFile).map((column) => [column.from, column]));
  const now = Object.entries(data)
    .map(([key, { w, hd, s }]) => {
      const from = Number(key);
      const fileWidth = before.get(from)?.width ?? null;
      const isFileWidth = fileWidth !== null && w === widthInPixels(fileWidth);
      const width = w === undefined ? null : isFileWidth ? fileWidth : widthInCharacters(w);
      return {
        from,
        to: from,
        width,
        hidden: hd === 1,
        style: s ? styles.of({ s }) : (before.get(from)?.style ?? null),
      };
    })
    .filter((column) => column.width !== null || column.hidden || column.style !== null);
  const isSame = now.length === before.size && now.every((column) => isDeepEqual(column, before.get(column.from)));
  if (isSame) return inFile;
  const beyond = inFile.filter(({ from, to }) => to - from >= mostColumns);
  return [...now, ...beyond.map((column) => ({ ...column, from: column.from + mostColumns }))];
}

function isDeepEqual(one: object, other: object | undefined): boolean {
  return (
    other !== undefined &&
    Object.entries(one).every(([key, value]) => (other as Record<string, unknown>)[key] === value)
  );
}

function rowsOf(sheet: Sheet): SheetContent["rows"] {
  const data = sheet.univerSheet.getConfig().rowData as Record<number, { h?: number; hd?: number; ia?: number }>;
  const entries = Object.entries(data).map(
    ([key, row]) =>
      [
        Number(key),
        { height: row.ia === 0 && row.h !== undefined ? Math.round(row.h * 75) / 100 : null, hidden: row.hd === 1 },
      ] as const,
  );
  return new Map(entries.filter(([, row]) => row.height !== null || row.hidden));
}

class StyleNumbers {
  readonly all: StyleContent[];
  private readonly byUniverId = new Map<string, number>();
  private readonly byLook = new Map<string, number>();

  constructor(private readonly workbook: Workbook) {
    this.all = workbook.fileStyles.length > 0 ? [...workbook.fileStyles] : [DEFAULT_STYLE];
    this.all.forEach((style, index) => {
      this.byUniverId.set(String(index), index);
      const look = JSON.stringify(style);
      if (!this.byLook.has(look)) this.byLook.set(look, index);
    });
  }

  of(cell: { s?: UniverCell["s"] }): number {
    if (!cell.s) return 0;
    const known = typeof cell.s === "string" ? this.byUniverId.get(cell.s) : undefined;
    if (known !== undefined) return known;
    const style = fromUniverStyle(
      this.workbook.calculation.book.getStyles().getStyleByCell(cell as UniverCell) as UniverStyle | undefined,
    );
    const look = JSON.stringify(style);
    let index = this.byLook.get(look);
    if (index === undefined) {
      index = this.all.push(style) - 1;
      this.byLook.set(look, index);
    }
    if (typeof cell.s === "string") this.byUniverId.set(cell.s, index);
    return index;
  }
}
