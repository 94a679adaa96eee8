import { areaAddress, cellAddress, quotedSheet } from "../../cells/address";
import { codeOf } from "../excel/excelErrors";
import { throwIfCancelled } from "../excel/excelRun";
import { arrayFormulaCells } from "./arrayFormulaCells";
import { areaOf } from "../read/askForSheets";
import { isTooLarge, readInBands } from "../read/readBands";

/** A formula of the workbook, and where it stands. */
export interface FormulaPlace {
  kind: "cell" | "name" | "validation" | "format";
  /** What leads there: "Plan!B4"; "" for a name. */
  address: string;
  /** Of a name: "Total", or "Plan!Total" where it means something on that sheet alone. */
  name: string;
  /** "" for a name of the whole workbook. */
  sheet: string;
  /** Of a cell, from zero. */
  row: number;
  column: number;
  formula: string;
  /** What a cell shows; null of anything else. */
  value: string | number | boolean | null;
  /** A cell that shares its formula with those beside it, as an array entered with Ctrl+Shift+Enter does. */
  isInArray?: true;
}

export interface SheetPlaces {
  name: string;
  isHidden: boolean;
  isProtected: boolean;
  /** The last filled row and column, from zero; null where nothing is filled. */
  last: { row: number; column: number } | null;
}

export interface WorkbookPlaces {
  sheets: SheetPlaces[];
  /** Of the whole workbook: cells with a formula, names, rules for what may be typed, conditional formats. */
  places: FormulaPlace[];
  /** What could not be looked at, one sentence each. */
  unread: string[];
}

/**
 * Every formula of the workbook, in two syncs where the sheets are not too large for one answer. Changes nothing.
 *
 * @param isWanted which formulas are worth more: whether they are part of an array; of conditional formats, where they stand, in a further sync
 */
export async function readFormulaPlaces(
  context: Excel.RequestContext,
  isWanted: (formula: string) => boolean,
  signal?: AbortSignal,
): Promise<WorkbookPlaces> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  names.load("items/name,items/formula");
  await context.sync();
  throwIfCancelled(signal);

  const { asked, unread } = await askForFormulas(context, worksheets.items);
  const cells = await cellsOf(context, asked, signal);
  const rules = await rulesOf(context, asked, isWanted);
  const places = [
    ...withArrays(
      asked.flatMap((sheet, index) => cellPlaces(sheet, cells[index]!)),
      isWanted,
    ),
    ...names.items.map((item) => namePlace(item, "")),
    ...asked.flatMap((sheet) => sheet.names.items.map((item) => namePlace(item, sheet.name))),
    ...rules.places,
  ];
  const sheets = asked.map(({ name, isHidden, isProtected, filled }): SheetPlaces => {
    const last = filled.isNullObject
      ? null
      : { row: filled.rowIndex + filled.rowCount - 1, column: filled.columnIndex + filled.columnCount - 1 };
    return { name, isHidden, isProtected, last };
  });
  return { sheets, places, unread: [...unread, ...rules.unread] };
}

interface SheetQuery {
  id: string;
  name: string;
  isHidden: boolean;
  isProtected: boolean;
  /** What holds something. */
  filled: Excel.Range;
  /** Its cells were asked for. */
  withCells: boolean;
  names: Excel.NamedItemCollection;
  formats: Excel.ConditionalFormatCollection;
  rules: Excel.RangeAreas;
}

interface Cells {
  formulas: unknown[][];
  values: unknown[][];
}

/** At once with all cells, which are too many for one answer in few workbooks; sheets that have none are left out and said. */
async function askForFormulas(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<{ asked: SheetQuery[]; unread: string[] }> {
  let without: readonly string[] = [];
  const ask = async (withCells: boolean): Promise<SheetQuery[]> => {
    const asked = sheets.filter(({ name }) => !without.includes(name)).map((sheet) => askForSheet(sheet, withCells));
    try {
      await context.sync();
      return asked;
    } catch (error) {
      if (withCells && isTooLarge(error)) return ask(false);
      if (codeOf(error) !== "UnsupportedSheet" || without.length > 0) throw error;
    }
    const { sheetsWithoutCells } = await import(/* webpackChunkName: "withoutCells" */ "../read/withoutCells");
    const found = await sheetsWithoutCells(
      context,
      sheets.map(({ id, name, visibility }) => ({ id, name, visibility })),
    );
    without = found.map(({ name }) => name);
    return ask(withCells);
  };
  const asked = await ask(true);
  const unread = without.map(
    (name) => `The sheet ${name} is a chart, macro or dialog sheet, which Excel does not let add-ins read.`,
  );
  return { asked, unread };
}

function askForSheet(worksheet: Excel.Worksheet, withCells: boolean): SheetQuery {
  const { id, name, visibility, protection, names } = worksheet;
  // What only has a format is no last row.
  const filled = worksheet.getUsedRangeOrNullObject(true);
  if (withCells) filled.load("rowIndex,columnIndex,rowCount,columnCount,formulas,values");
  else filled.load("rowIndex,columnIndex,rowCount,columnCount");
  names.load("items/name,items/formula");
  const formats = worksheet.getRange().conditionalFormats;
  formats.load("items/type,items/customOrNullObject/rule/formula,items/cellValueOrNullObject/rule");
  const everywhere = worksheet.getRange();
  const rules = everywhere.getSpecialCellsOrNullObject("DataValidations");
  rules.load(
    "areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount,areas/items/dataValidation/type,areas/items/dataValidation/rule",
  );
  const isHidden = visibility !== "Visible";
  return { id, name, isHidden, isProtected: protection.protected, filled, withCells, names, formats, rules };
}

/** By rows of each sheet's filled cells. */
async function cellsOf(
  context: Excel.RequestContext,
  asked: readonly SheetQuery[],
  signal: AbortSignal | undefined,
): Promise<Cells[]> {
  const isRead = ({ filled, withCells }: SheetQuery): boolean =>
    filled.isNullObject || (withCells && [filled.formulas, filled.values].every((part: unknown) => part !== null));
  const rest = asked.filter((sheet) => !isRead(sheet));
  const answers = await readInBands(
    context,
    rest.map(({ id, filled }) => ({ sheet: id, area: areaOf(filled), members: ["formulas", "values"] })),
    signal,
  );
  return asked.map((sheet) => {
    if (!isRead(sheet)) return answers[rest.indexOf(sheet)] ?? { formulas: [], values: [] };
    const { filled } = sheet;
    return filled.isNullObject ? { formulas: [], values: [] } : { formulas: filled.formulas, values: filled.values };
  });
}

function cellPlaces({ name: sheet, filled }: SheetQuery, { formulas, values }: Cells): FormulaPlace[] {
  return formulas.flatMap((line, r) =>
    line.flatMap((formula, c): FormulaPlace[] => {
      // A text that begins with "=" shows itself.
      if (!isFormula(formula) || formula === values[r]?.[c]) return [];
      const [row, column] = [filled.rowIndex + r, filled.columnIndex + c];
      const value = values[r]?.[c] as FormulaPlace["value"];
      return [{ kind: "cell", address: cellAddress(sheet, row, column), name: "", sheet, row, column, formula, value }];
    }),
  );
}

/** Only those that are wanted are looked at. */
function withArrays(places: FormulaPlace[], isWanted: (formula: string) => boolean): FormulaPlace[] {
  const inArrays = arrayFormulaCells(places.filter(({ formula }) => isWanted(formula)));
  return places.map((place) => (inArrays.has(place) ? { ...place, isInArray: true } : place));
}

function isFormula(text: unknown): text is string {
  return typeof text === "string" && text.startsWith("=");
}

function namePlace({ name, formula }: Excel.NamedItem, sheet: string): FormulaPlace {
  const full = sheet === "" ? name : `${quotedSheet(sheet)}!${name}`;
  return { kind: "name", address: "", name: full, sheet, row: -1, column: -1, formula: String(formula), value: null };
}

/** Rules for what may be typed and conditional formats; cells whose rules differ are asked one by one, while they are few. */
async function rulesOf(
  context: Excel.RequestContext,
  asked: readonly SheetQuery[],
  isWanted: (formula: string) => boolean,
): Promise<{ places: FormulaPlace[]; unread: string[] }> {
  const formats = asked.flatMap(({ name, formats: { items } }) =>
    items.map((format) => ({ sheet: name, format, formulas: formatFormulas(format) })),
  );
  const placed = formats.filter(({ formulas }) => formulas.some(isWanted));
  const ranges = placed.map(({ format }) => {
    const found = format.getRanges();
    found.load("address");
    return found;
  });
  const areas = asked.flatMap(({ name, rules }) =>
    rules.isNullObject ? [] : rules.areas.items.map((range) => ({ sheet: name, range })),
  );
  const mixed = areas.filter(({ range }) => isMixed(range));
  const few = mixed.filter(({ range }) => range.rowCount * range.columnCount <= mostOneByOne);
  const cells = few.flatMap(({ sheet, range }) => cellsIn(range).map((cell) => ({ sheet, range: cell })));
  cells.forEach(({ range }) => range.load("rowIndex,columnIndex,rowCount,columnCount,dataValidation/rule"));
  if (placed.length + cells.length > 0) await context.sync();
  const formatPlaces = formats.flatMap(({ sheet, format, formulas }) => {
    const at = placed.findIndex((one) => one.format === format);
    // Of several areas the first one is shown.
    const address = ranges[at]?.address.split(/,\s*(?=[^,]*!)/)[0] ?? "";
    return formulas.map((formula) => ruleAt("format", sheet, address, formula));
  });
  const rulePlaces = [...areas.filter(({ range }) => !isMixed(range)), ...cells].flatMap(({ sheet, range }) =>
    formulasIn(range.dataValidation.rule).map((formula) =>
      ruleAt("validation", sheet, areaAddress({ sheet, ...areaOf(range) }), formula),
    ),
  );
  const unread = mixed
    .filter((area) => !few.includes(area))
    .map(
      ({ sheet, range }) =>
        `${areaAddress({ sheet, ...areaOf(range) })} has several rules for what may be typed, which were not looked at.`,
    );
  return { places: [...formatPlaces, ...rulePlaces], unread };
}

const mostOneByOne = 500;

function isMixed({ dataValidation: { type } }: Excel.Range): boolean {
  return type === "Inconsistent" || type === "MixedCriteria";
}

function cellsIn(range: Excel.Range): Excel.Range[] {
  return Array.from({ length: range.rowCount * range.columnCount }, (_, at) =>
    range.getCell(Math.floor(at / range.columnCount), at % range.columnCount),
  );
}

/** Formats whose formulas are not a user's (colour scales, icons) have none to look at. */
function formatFormulas({ customOrNullObject, cellValueOrNullObject }: Excel.ConditionalFormat): string[] {
  if (!customOrNullObject.isNullObject) return [customOrNullObject.rule.formula].filter(isFormula);
  if (cellValueOrNullObject.isNullObject) return [];
  const { formula1, formula2 } = cellValueOrNullObject.rule;
  return [formula1, formula2].filter(isFormula);
}

/** Null where the cells have rules that differ. */
function formulasIn(rule: Excel.DataValidationRule | null): string[] {
  const parts = Object.values(rule ?? {}) as Record<string, unknown>[];
  return parts.flatMap((part) => [part.formula, part.source, part.formula1, part.formula2]).filter(isFormula);
}

function ruleAt(kind: "format" | "validation", sheet: string, address: string, formula: string): FormulaPlace {
  return { kind, address, name: "", sheet, row: -1, column: -1, formula, value: null };
}
