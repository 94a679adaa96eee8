import { tokenize, type Token } from "@borgar/fx";
import type { CellContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { closingParenthesis } from "@workbooks/xlsx/formulas/formulaTokens";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { cellAt, eachCell, mapCells, placeKey, setValue } from "./cellMaps";
import { Dependents, filledArea, type DependentCell } from "./dependents";
import type { FormulaReader, Place } from "./formulaReads";
import { knowingReads, type OpenFrozen } from "./exactReads";
import { frozenExcept } from "./frozen";
import { reasonToKeep, type KeptCell, type Reason } from "./keptCells";

/** The workbook with new values and arrays in the cells that were calculated, and those of them that could not be. */
interface Recalculation {
  content: WorkbookContent;
  kept: KeptCell[];
}

/**
 * Calculates every cell that calls a function of the namespace, and what depends on it, from the file's own values of all
 * others. What cannot be calculated here keeps the file's value, and so does what depends on it.
 */
export async function recalculate(
  content: WorkbookContent,
  namespace: string,
  open: OpenFrozen,
): Promise<Recalculation> {
  const dependents = new Dependents(content, namespace);
  const failing = new Set<string>();
  const known = (find: () => DependentCell[]) => knowingReads(find, dependents, content, open, failing);
  let cells = await known(() => dependents.ofAddin());
  let kept: KeptCell[] = [];
  const single = new Set<string>();
  /** What depends on a cell that keeps its value would come from an old value and new ones: it keeps its own, too. */
  const keep = (found: KeptCell[]): void => {
    const keys = new Set(found.map(placeKey));
    const areas = cells.filter((cell) => keys.has(placeKey(cell))).map((cell) => filledArea(cell, contentOf(cell)));
    const behind = new Set(dependents.ofAreas(areas).map(placeKey));
    const stale = cells.filter((cell) => behind.has(placeKey(cell)) && !keys.has(placeKey(cell)));
    kept = kept.concat(
      found,
      foundReasons(stale, () => "stale"),
    );
    cells = cells.filter((cell) => !keys.has(placeKey(cell)) && !behind.has(placeKey(cell)));
  };
  const contentOf = (cell: DependentCell): CellContent => cellAt(content, cell) ?? { value: null, style: 0 };
  while (cells.length > 0) {
    const addin = await open(frozenExcept(content, cells, single, dependents.reader));
    try {
      const unread = foundReasons(cells, (cell) => beforehand(cell, content, dependents.reader, addin.standIn));
      if (unread.length > 0) {
        keep(unread);
        continue;
      }
      const after = await calculated(addin.standIn, cells);
      // A plain formula shows one value, also where it gives many.
      const spread = new Set(
        spreading(cells, content, after, dependents).filter((cell) => !single.has(placeKey(cell))),
      );
      const wrong = foundReasons(cells, (cell) => {
        const before = cellAt(content, cell);
        if (spread.has(cell)) return givesFirst(before?.formula ?? "", namespace) ? null : "intersection";
        const now = cellAt(after, cell);
        if (failing.has(placeKey(cell)) && errorOf(now?.value) !== null) return "function";
        if (isRefused(addin.standIn, cell)) return "function";
        return afterwards(before, now, isCircular(addin.standIn, cell));
      });
      const grown = cells.flatMap((cell) => grownArea(cell, cellAt(content, cell), cellAt(after, cell)));
      const isIn = new Set(cells.map(placeKey).concat(kept.map(placeKey)));
      const more = (await known(() => dependents.ofAreas(grown))).filter((cell) => !isIn.has(placeKey(cell)));
      for (const cell of spread) single.add(placeKey(cell));
      keep(wrong);
      cells = cells.concat(more);
      if (wrong.length + spread.size + more.length === 0) return { content: taken(content, after, cells), kept };
    } finally {
      addin.close();
    }
  }
  return { content, kept };
}

function foundReasons(cells: DependentCell[], reasonOf: (cell: DependentCell) => Reason | null): KeptCell[] {
  return cells.flatMap((cell) => {
    const reason = reasonOf(cell);
    const { sheet, row, column } = cell;
    return reason === null ? [] : [{ sheet, row, column, reason }];
  });
}

function beforehand(
  cell: DependentCell,
  content: WorkbookContent,
  reader: FormulaReader,
  { workbook }: StandIn,
): Reason | null {
  const reason = reasonToKeep(cell, content.date1904 === true, (name) => workbook.calculation.known.has(name));
  const formula = reader.withoutSheetNames(cellAt(content, cell)?.formula ?? "", cell);
  return reason ?? (workbook.calculation.stored.isCalculable(formula) ? null : "function");
}

/** What shows only in the result: a cell that depends on itself, or a name that is none. */
function afterwards(before: CellContent | undefined, now: CellContent | undefined, isCircular: boolean): Reason | null {
  if (isCircular) return "circle";
  return errorOf(now?.value) === "#NAME?" && errorOf(before?.value) !== "#NAME?" ? "function" : null;
}

function isCircular({ workbook }: StandIn, { sheet, row, column }: DependentCell): boolean {
  return workbook.calculation.isCircular(workbook.sheets[sheet]?.id ?? "", row, column);
}

/** What a function of the cell was asked for is not calculated here. */
function isRefused({ workbook }: StandIn, { sheet, row, column }: DependentCell): boolean {
  return workbook.calculation.recalculation.refusal(workbook.sheets[sheet]?.id ?? "", row, column) !== null;
}

function errorOf(value: ValueContent | undefined): string | null {
  return typeof value === "object" && value !== null ? value.error : null;
}

/** What a dynamic array fills that it did not fill before: formulas that read it depend on it too. */
function grownArea(cell: DependentCell, before: CellContent | undefined, now: CellContent | undefined): Place[] {
  if (!before?.array?.dynamic || !now) return [];
  const [old, area] = [filledArea(cell, before), filledArea(cell, now)];
  return area.rowCount > old.rowCount || area.columnCount > old.columnCount ? [area] : [];
}

/**
 * Whether `@` before the whole formula is what Excel reads a plain one as: a reference, or one call of a function that
 * gives references or arrays and takes them. Inside any other formula, Excel takes single values out of ranges.
 */
function givesFirst(formula: string, namespace: string): boolean {
  const tokens = tokenize(`=${formula}`, { mergeRefs: true }).slice(1) as Token[];
  const [first] = tokens;
  if (first?.type !== "func") return tokens.length === 1 && first?.type.startsWith("range") === true;
  const name = first.value.toUpperCase();
  const isMeant = name.startsWith(`${namespace}.`) || name === "INDEX" || name === "OFFSET" || name === "INDIRECT";
  return isMeant && closingParenthesis(tokens, 1) === tokens.length - 1;
}

async function calculated(standIn: StandIn, cells: DependentCell[]): Promise<WorkbookContent> {
  const ids = standIn.workbook.sheets.map((sheet) => sheet.id);
  for (const { sheet, row, column } of cells) standIn.workbook.calculation.markDirty(ids[sheet] ?? "", row, column);
  await standIn.recalculate();
  return standIn.content();
}

/** The cells with plain formulas that give arrays, those with something in their way too. */
function spreading(
  cells: DependentCell[],
  content: WorkbookContent,
  after: WorkbookContent,
  dependents: Dependents,
): DependentCell[] {
  const isBlocked = (cell: DependentCell): boolean =>
    errorOf(cellAt(after, cell)?.value) === "#SPILL!" && errorOf(cellAt(content, cell)?.value) !== "#SPILL!";
  // Some only show the error of a cell that they read.
  const heirs = new Set(dependents.readersOf(cells.filter(isBlocked)).map(placeKey));
  return cells.filter((cell) => {
    if (cellAt(content, cell)?.array) return false;
    return cellAt(after, cell)?.array !== undefined || (isBlocked(cell) && !heirs.has(placeKey(cell)));
  });
}

/** The file's content with the new values of these cells. */
function taken(content: WorkbookContent, after: WorkbookContent, cells: DependentCell[]): WorkbookContent {
  const sheets = content.sheets.map((sheet) => ({
    ...sheet,
    cells: mapCells(sheet.cells, (_row, _column, cell) => cell),
  }));
  for (const place of cells) {
    const now = cellAt(after, place);
    const before = cellAt(content, place);
    if (!now || !before) continue;
    const old = filledArea(place, before);
    const array = arrayOf(before, now);
    const area = array ? { ...array, sheet: place.sheet } : old;
    if (!place.callsAddin && isSameArray(old, area, content, after)) continue;
    const into = sheets[place.sheet]?.cells ?? new Map<number, Map<number, CellContent>>();
    const valueAt = (row: number, column: number): ValueContent =>
      cellAt(after, { ...place, row, column })?.value ?? null;
    eachCell(old, (row, column) => setValue(into, row, column, null));
    eachCell(area, (row, column) => setValue(into, row, column, valueAt(row, column)));
    setValue(into, place.row, place.column, now.value, {
      ...(before.formula === undefined ? {} : { formula: before.formula }),
      ...(array ? { array } : {}),
    });
  }
  return { ...content, sheets };
}

/** An older array formula keeps its area; a dynamic one stays one where it fills a single cell now. */
function arrayOf(before: CellContent, now: CellContent): CellContent["array"] {
  if (!before.array) return undefined;
  if (!before.array.dynamic) return before.array;
  return now.array ? { ...now.array, dynamic: true } : { ...before.array, rowCount: 1, columnCount: 1 };
}

/** Excel's arithmetic and the stand-in's may differ in the last digits; then the file keeps Excel's. */
function isSameArray(old: Place, area: Place, content: WorkbookContent, after: WorkbookContent): boolean {
  if (old.rowCount !== area.rowCount || old.columnCount !== area.columnCount) return false;
  let isSame = true;
  eachCell(area, (row, column) => {
    const at = { sheet: area.sheet, row, column };
    isSame &&= isSameValue(cellAt(content, at)?.value, cellAt(after, at)?.value);
  });
  return isSame;
}

function isSameValue(one: ValueContent | undefined, other: ValueContent | undefined): boolean {
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= 1e-11 * Math.max(Math.abs(one), Math.abs(other));
  return (
    (errorOf(one) ?? one ?? null) === (errorOf(other) ?? other ?? null) &&
    (errorOf(one) !== null) === (errorOf(other) !== null)
  );
}
