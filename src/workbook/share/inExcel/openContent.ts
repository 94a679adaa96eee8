import type { CellContent, NameContent, SheetContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { parseArea } from "@workbooks/xlsx/sheet/address";
import { onSheet, type SheetArea } from "../../../cells/area";
import { throwIfCancelled } from "../../excel/excelRun";
import { readFormulaPlaces, type FormulaPlace, type WorkbookPlaces } from "../formulaPlaces";
import { placeWords } from "../inventory";
import type { OwnFormulas } from "../ownFormula";
import { listSheet, trackingPrefix } from "../shareSheet";
import { readTracking } from "../trackedReferences";

/** The open workbook as copies see a file. */
export interface OpenContent {
  /** Its formulas, what the add-in's spill over, what a copy's hidden names lead to, the copy's list; of other cells nothing. */
  content: WorkbookContent;
  /** Formulas of the add-in's that are not in it, and why, by place: they cannot be replaced here. */
  left: string[];
  /** What a name's formula comes to; null where Excel does not say. */
  calculate(formula: string): Promise<(number | string | boolean)[][] | null>;
}

/** Three or four syncs, whatever the workbook holds; changes nothing. */
export async function readOpenContent(
  context: Excel.RequestContext,
  own: OwnFormulas,
  signal?: AbortSignal,
): Promise<OpenContent> {
  const isOwn = (formula: string): boolean => own.callsIn(formula).length > 0;
  const found = await readFormulaPlaces(context, isOwn, signal);
  const names = askForNames(context, found);
  await context.sync();
  throwIfCancelled(signal);
  const held = names.map(({ item, sheet }) => nameContent(item, sheet));
  const cells = found.places.filter(({ kind }) => kind === "cell");
  const ours = cells.filter(({ formula }) => isOwn(formula));
  const areas = await readAreas(context, ours, trackedAreas(held, found));
  throwIfCancelled(signal);
  const arrays = ours.filter(({ isInArray }) => isInArray);
  const sheets = found.sheets.map((sheet) => sheetOf(sheet));
  const at = (name: string): SheetContent | undefined =>
    sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  for (const { area, cells: block } of areas.blocks) put(at(area.sheet), area, block);
  for (const place of cells) {
    if (place.isInArray) continue;
    const spill = areas.spills.get(place);
    putCell(at(place.sheet), place.row, place.column, {
      ...{ formula: place.formula.slice(1), value: valueContent(place.value), style: 0 },
      ...(spill && { array: { ...onlyArea(spill), dynamic: true } }),
    });
  }
  const rules = found.places.filter(
    ({ kind, formula }) => (kind === "validation" || kind === "format") && isOwn(formula),
  );
  const left = [
    ...rules.map(
      (place) => `${place.address}: ${placeWords(place)} calls the add-in; change it by hand, or make a new workbook.`,
    ),
    ...arrays.map(
      ({ address }) =>
        `${address}: it shares its formula with the cells beside it, as an array entered with Ctrl+Shift+Enter does, and stays; make a new workbook to have it replaced.`,
    ),
    ...found.unread,
  ];
  return {
    content: { ...emptyWorkbook(), sheets, names: held },
    left,
    calculate: async (formula) => valueOfName(names, formula),
  };
}

interface NameQuery {
  item: Excel.NamedItem;
  /** Null for a name of the whole workbook. */
  sheet: number | null;
}

function askForNames({ workbook }: Excel.RequestContext, { sheets, places }: WorkbookPlaces): NameQuery[] {
  return places.flatMap(({ kind, name, sheet }) => {
    if (kind !== "name") return [];
    const { names } = sheet === "" ? workbook : workbook.worksheets.getItem(sheet);
    const item = names.getItem(name.slice(name.lastIndexOf("!") + 1));
    item.load("name,formula,visible,comment,type,value");
    const at = sheets.findIndex((one) => one.name === sheet);
    return [{ item, sheet: sheet === "" ? null : at }];
  });
}

function nameContent({ name, formula, visible, comment }: Excel.NamedItem, sheet: number | null): NameContent {
  return { name, formula: String(formula).replace(/^=/, ""), sheet, hidden: !visible, comment };
}

function valueOfName(names: readonly NameQuery[], formula: string): (number | string | boolean)[][] | null {
  const found = names.find(({ item }) => String(item.formula).replace(/^=/, "") === formula);
  const value: unknown = found?.item.value;
  if (typeof value === "number" || typeof value === "boolean") return [[value]];
  // A text that begins so is the formula itself, or an error.
  return typeof value === "string" && found?.item.type === "String" && !/^[=#]/.test(value) ? [[value]] : null;
}

/** Where the hidden names of a copy lead, and its list. */
function trackedAreas(names: readonly NameContent[], { sheets }: WorkbookPlaces): SheetArea[] {
  const followed = names.flatMap(({ name, formula }) => {
    const tracked = name.toUpperCase().startsWith(trackingPrefix) ? readTracking(formula) : null;
    const area = tracked && parseArea(tracked.reference);
    return tracked && area && sheets.some((sheet) => sheet.name === tracked.sheet)
      ? [onSheet(tracked.sheet, area)]
      : [];
  });
  const list = listSheet({ names: [...names], sheets: sheets.map(({ name }) => emptySheet(name)) });
  const last = sheets.find(({ name }) => name === list?.name)?.last;
  return list && last
    ? [...followed, { sheet: list.name, row: 0, column: 0, rowCount: last.row + 1, columnCount: last.column + 1 }]
    : followed;
}

interface Areas {
  spills: Map<FormulaPlace, SheetArea>;
  blocks: { area: SheetArea; cells: CellContent[][] }[];
}

async function readAreas(
  context: Excel.RequestContext,
  ours: readonly FormulaPlace[],
  tracked: readonly SheetArea[],
): Promise<Areas> {
  const { worksheets } = context.workbook;
  const canSpill = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
  const spilling = (canSpill ? ours : []).map((place) => {
    const cell = worksheets.getItem(place.sheet).getRangeByIndexes(place.row, place.column, 1, 1);
    const range = cell.getSpillingToRangeOrNullObject();
    range.load("rowCount,columnCount,formulas,values,valueTypes");
    return { place, range };
  });
  const blocks = tracked.map((area) => {
    const { sheet, row, column, rowCount, columnCount } = area;
    const range = worksheets.getItem(sheet).getRangeByIndexes(row, column, rowCount, columnCount);
    range.load("formulas,values,valueTypes");
    return { area, range };
  });
  if (spilling.length + blocks.length > 0) await context.sync();
  const spilled = spilling.flatMap(({ place, range }) => {
    if (range.isNullObject) return [];
    const { sheet, row, column } = place;
    return [{ place, range, area: { sheet, row, column, rowCount: range.rowCount, columnCount: range.columnCount } }];
  });
  return {
    spills: new Map(spilled.map(({ place, area }) => [place, area])),
    blocks: [...blocks, ...spilled].map(({ area, range }) => ({ area, cells: cellsOf(range) })),
  };
}

function cellsOf({ formulas, values, valueTypes }: Excel.Range): CellContent[][] {
  return values.map((line, row) =>
    line.map((value: unknown, column) => {
      const type = valueTypes[row]?.[column];
      const formula: unknown = formulas[row]?.[column];
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      const content = type === "Error" ? { error: String(value) } : type === "Empty" ? null : (value as ValueContent);
      return { value: content, style: 0, ...(isFormula && { formula: formula.slice(1) }) };
    }),
  );
}

/** Errors reach an add-in as their texts. */
function valueContent(value: FormulaPlace["value"]): ValueContent {
  return typeof value === "string" && /^#[A-Z0-9/]+[!?A]$/.test(value) ? { error: value } : value;
}

function sheetOf({ name, isProtected }: WorkbookPlaces["sheets"][number]): SheetContent {
  return {
    ...emptySheet(name),
    protection: isProtected ? { allowed: [], selectionMode: "Normal", password: null } : null,
  };
}

function put(sheet: SheetContent | undefined, { row, column }: SheetArea, cells: CellContent[][]): void {
  cells.forEach((line, r) => line.forEach((cell, c) => putCell(sheet, row + r, column + c, cell)));
}

function putCell(sheet: SheetContent | undefined, row: number, column: number, cell: CellContent): void {
  if (!sheet || (cell.value === null && cell.formula === undefined)) return;
  sheet.cells.set(row, (sheet.cells.get(row) ?? new Map<number, CellContent>()).set(column, cell));
}

function onlyArea({ row, column, rowCount, columnCount }: SheetArea) {
  return { row, column, rowCount, columnCount };
}
