import type {
  AreaContent,
  CellContent,
  NameContent,
  SheetContent,
  ValueContent,
  WorkbookContent,
} from "@workbooks/xlsx/content";
import { CustomFunctionNames } from "@workbooks/xlsx/formulas/customFunctionNames";
import { formulaFromFile } from "@workbooks/xlsx/formulas/formulaFromFile";
import { formulaToFile } from "@workbooks/xlsx/formulas/formulaToFile";
import type { ColumnFormula } from "@workbooks/xlsx/tables/columnFormulas";
import { parseArea } from "@workbooks/xlsx/sheet/address";
import { quotedSheet } from "../../cells/address";
import { sharedListName } from "../own/ownSheets";
import type { NativeForms } from "./nativeFormula";
import { isWithAreas, spillsIn } from "./fixedSpills";
import { OwnFormulas } from "./ownFormula";
import {
  columnWhere,
  listSheet,
  markOf,
  readShareSheet,
  type Replacement,
  type SharedFormula,
  shareSheetName,
  trackingPrefix,
} from "./shareSheet";
import { moved, readTracking, type Tracked } from "./trackedReferences";

/** The workbook with its formulas back. */
export interface RestoredCopy {
  content: WorkbookContent;
  restored: number;
  /** What tables put into their rows again. */
  columns: ColumnFormula[];
  /** What could not be put back, by cell, one sentence each; it stays listed on the sheet. */
  left: string[];
}

/**
 * Puts back what shareCopy replaced, wherever it stands now: rows may have been put in, sheets renamed. What somebody has changed since is left
 * as it is. Where all is back, the sheet, its hidden names and the LAMBDAs that nothing uses any more are taken out.
 *
 * @throws one sentence where the workbook is no copy
 */
export function restoreCopy(
  content: WorkbookContent,
  namespace: string,
  natives: NativeForms,
  { columns = null }: RestoreOptions = {},
): RestoredCopy {
  const listed = readShareSheet(content);
  if (!listed)
    throw new Error(
      content.names.some(({ name }) => name.startsWith(trackingPrefix))
        ? `The sheet "${shareSheetName}" is gone, and with it the formulas: take it from the copy as it was first saved.`
        : `The workbook has no sheet "${shareSheetName}": it is no shared copy.`,
    );
  return new Restoring(content, namespace, natives, listed, columns).done();
}

interface RestoreOptions {
  /** What the tables of the file put into their rows now. Null in the open workbook, of which neither these nor rules are read. */
  columns?: readonly ColumnFormula[] | null;
}

class Restoring {
  private readonly own: OwnFormulas;
  private readonly files: CustomFunctionNames;
  private sheets: SheetContent[];
  private names: NameContent[];
  private readonly left: string[];
  private readonly back = new Set<number>();
  private readonly columnsBack: ColumnFormula[] = [];

  constructor(
    private readonly content: WorkbookContent,
    namespace: string,
    private readonly natives: NativeForms,
    private readonly listed: { formulas: SharedFormula[]; unread: string[] },
    private readonly columns: readonly ColumnFormula[] | null,
  ) {
    this.own = new OwnFormulas(namespace);
    this.files = new CustomFunctionNames([namespace]);
    this.sheets = [...content.sheets];
    this.names = [...content.names];
    this.left = [...listed.unread];
  }

  done(): RestoredCopy {
    // What speaks of what spills comes after that.
    const isOfSpills = ({ formula }: SharedFormula): boolean => formula.includes("#");
    const [first, then] = [false, true].map((isLater) =>
      this.listed.formulas.filter((formula) => isOfSpills(formula) === isLater),
    );
    for (const formula of [...first!, ...then!]) {
      const why =
        formula.kind === "name"
          ? this.name(formula)
          : formula.kind === "table column"
            ? this.column(formula)
            : this.placed(formula);
      if (why === null) this.back.add(formula.number);
      else this.left.push(`${formula.where}: ${why}`);
    }
    this.left.push(...this.withoutLine());
    this.names = this.names.filter(
      ({ name }) => !name.startsWith(trackingPrefix) || !this.back.has(Number(name.slice(trackingPrefix.length))),
    );
    if (this.left.length === 0) this.takeOutSheet();
    else this.takeOutLines();
    const activeSheet = Math.min(this.content.activeSheet, this.sheets.length - 1);
    return {
      content: { ...this.content, sheets: this.sheets, names: this.names, activeSheet },
      restored: this.back.size,
      columns: this.columnsBack,
      left: this.left,
    };
  }

  /** What the hidden names still know of and the list does not: a line of it was deleted. Unread lines are said by themselves. */
  private withoutLine(): string[] {
    if (this.listed.unread.length > 0) return [];
    const numbers = new Set(this.listed.formulas.map(({ number }) => number));
    return this.names.flatMap(({ name, formula }) => {
      if (!name.toUpperCase().startsWith(trackingPrefix)) return [];
      const number = Number(name.slice(trackingPrefix.length));
      // One knows where the list itself is.
      const at = numbers.has(number) || Number.isNaN(number) ? null : readTracking(formula);
      if (!at) return [];
      const where = `${quotedSheet(at.sheet)}!${at.reference}`;
      return [`${where}: line ${number} of the sheet "${shareSheetName}" is gone, and with it the formula.`];
    });
  }

  /** What stands in the way; null where it is done. */
  private name({ number, where, formula: was, how, instead }: SharedFormula): string | null {
    const tracked = this.trackedOf(number);
    const formula = tracked && moved(was, tracked);
    if (!formula) return "cells that its formula speaks of were deleted, or what followed them.";
    if (this.speaksOfNoSpill(formula, "")) return spillIsGone;
    const index = this.names.findIndex(({ name, sheet }) => {
      const full = sheet === null ? name : `${quotedSheet(this.content.sheets[sheet]!.name)}!${name}`;
      return full.toLowerCase() === where.toLowerCase() || (sheet !== null && where.endsWith(`!${name}`));
    });
    const found = this.names[index];
    if (!found) return "the name is gone or has another name now.";
    if (sameText(found.formula) === sameText(formula)) return null;
    const expected = this.expected(how, formula) ?? instead;
    if (!isStill(found.formula, expected)) return "the name was changed since.";
    this.names[index] = { ...found, formula };
    return null;
  }

  /** References of such a formula are the table's own; others come back as they were written. */
  private column({ where, formula, how, instead }: SharedFormula): string | null {
    if (this.columns === null) return `what the table puts into its rows is put back by hand: =${formula}`;
    const place = this.content.sheets
      .flatMap(({ tables }) => tables)
      .flatMap(({ name: table, columns }) => columns.map((column) => ({ table, column })))
      .flatMap((column) => [
        { ...column, kind: "new rows" as const },
        { ...column, kind: "totals row" as const },
      ])
      .find((column) => columnWhere(column) === where);
    if (!place) return "the table or its column is gone or has another name now.";
    const now = this.columns.find((column) => columnWhere(column) === where)?.formula ?? null;
    const isBack = now !== null && sameText(now) === sameText(formula);
    const isAsShared = how === "Off" ? now === null : now !== null && sameText(now) === sameText(instead);
    if (!isBack && !isAsShared) return "what the table puts into its rows was changed since.";
    this.columnsBack.push({ ...place, formula });
    return null;
  }

  private placed(shared: SharedFormula): string | null {
    const tracked = this.trackedOf(shared.number);
    const area = tracked && parseArea(tracked.reference);
    if (!tracked || !area) return "its cell was deleted, or the hidden name that followed it.";
    const index = this.sheets.findIndex((sheet) => sheet.name.toLowerCase() === tracked.sheet.toLowerCase());
    const sheet = this.sheets[index];
    if (!sheet) return "its sheet is gone.";
    if (sheet.protection) return `the sheet ${sheet.name} is protected.`;
    const formula = moved(shared.formula, tracked);
    if (formula === null) return "cells that its formula speaks of were deleted.";
    if (this.speaksOfNoSpill(formula, tracked.sheet)) return spillIsGone;
    const changed =
      shared.kind === "rule" ? this.rule(sheet, shared, formula, tracked) : this.cell(sheet, shared, formula, area);
    if (typeof changed === "string") return changed;
    this.sheets[index] = changed;
    return null;
  }

  /** `A5#` is an error where A5 holds no formula. */
  private speaksOfNoSpill(formula: string, sheet: string): boolean {
    return spillsIn(formula, sheet).some((anchor) => {
      const at = this.sheets.find(({ name }) => name.toLowerCase() === anchor.sheet.toLowerCase());
      return at?.cells.get(anchor.row)?.get(anchor.column)?.formula === undefined;
    });
  }

  private trackedOf(number: number): Tracked | null {
    const name = this.names.find((each) => each.name.toUpperCase() === trackingPrefix + String(number));
    return name ? readTracking(name.formula) : null;
  }

  private cell(sheet: SheetContent, shared: SharedFormula, formula: string, area: AreaContent): SheetContent | string {
    const line = sheet.cells.get(area.row);
    const cell = line?.get(area.column);
    if (!cell) return "the cell is empty now.";
    // Put back already, by hand or by a run that was broken off.
    if (cell.formula !== undefined && sameText(cell.formula) === sameText(formula)) return sheet;
    const expected = this.expected(shared.how, formula);
    if (expected !== null) {
      if (cell.formula === undefined || !isStill(cell.formula, expected)) return "the formula was changed since.";
    } else {
      if (cell.formula !== undefined) return "there is another formula now.";
      const was = parseArea(shared.where.slice(shared.where.lastIndexOf("!") + 1))!;
      if (was.rowCount !== area.rowCount || was.columnCount !== area.columnCount)
        return "rows or columns were put into its values, or taken out.";
      if (markOf(valuesIn(sheet, area)) !== shared.mark) return "the values were changed since.";
    }
    const isArray = shared.kind === "array" || shared.kind === "spill";
    const array =
      shared.how === "LAMBDA" || shared.how === "Area"
        ? cell.array
        : isArray
          ? { ...area, dynamic: shared.kind === "spill" }
          : undefined;
    const restored: CellContent = { value: cell.value, style: cell.style, formula, ...(array && { array }) };
    const cells = new Map(sheet.cells).set(area.row, new Map(line).set(area.column, restored));
    return { ...sheet, cells };
  }

  private rule(sheet: SheetContent, shared: SharedFormula, formula: string, tracked: Tracked): SheetContent | string {
    if (this.columns === null) return `its rule is put back by hand: =${formula}`;
    const area = parseArea(tracked.reference)!;
    const expected = this.expected(shared.how, formula) ?? shared.instead;
    for (const mark of sheet.marks ?? []) {
      const isThere = mark.areas.some((each) => each.row === area.row && each.column === area.column);
      const place = mark.formulas.findIndex((each) => isStill(formulaFromFile(each, this.files), expected));
      if (!isThere || place < 0) continue;
      const formulas = mark.formulas.map((each, index) =>
        index === place ? formulaToFile(formula, this.files) : each,
      );
      return { ...sheet, marks: sheet.marks!.map((each) => (each === mark ? { ...mark, formulas } : each)) };
    }
    return "the rule is gone or was changed since.";
  }

  /** The formula that was put in the place of one, where its cells are now; null where a value was. */
  private expected(how: Replacement, formula: string): string | null {
    if (how === "Area") return formula;
    if (how === "Native") return this.own.withNatives(formula, this.natives)?.text ?? "";
    return how === "LAMBDA" ? (this.own.withLambdas(formula) ?? "") : null;
  }

  private takeOutSheet(): void {
    const list = listSheet(this.content)?.name;
    const index = this.sheets.findIndex(({ name }) => name === list);
    this.sheets.splice(index, 1);
    const used = this.calledLambdas();
    this.names = this.names
      .filter(({ name }) => name.toUpperCase() !== sharedListName)
      .filter(({ name, formula, comment }) => !(isOurs(formula, comment) && !used.has(name.toUpperCase())))
      .map((name) => (name.sheet !== null && name.sheet > index ? { ...name, sheet: name.sheet - 1 } : name));
  }

  /** LAMBDAs of ours that formulas still call, those that were typed since. */
  private calledLambdas(): Set<string> {
    const formulas = [
      ...this.sheets.flatMap(({ cells, marks }) => [
        ...[...cells.values()].flatMap((line) => [...line.values()].flatMap(({ formula }) => formula ?? [])),
        ...(marks ?? []).flatMap((mark) => mark.formulas),
      ]),
      ...this.names.filter(({ formula, comment }) => !isOurs(formula, comment)).map(({ formula }) => formula),
    ];
    const ours = this.names
      .filter(({ formula, comment }) => isOurs(formula, comment))
      .map(({ name }) => name.toUpperCase());
    return new Set(ours.filter((name) => formulas.some((formula) => formula.toUpperCase().includes(`${name}(`))));
  }

  private takeOutLines(): void {
    const list = listSheet(this.content)?.name;
    this.sheets = this.sheets.map((sheet) => {
      if (sheet.name !== list) return sheet;
      const cells = new Map([...sheet.cells].filter(([, line]) => !this.back.has(Number(line.get(0)?.value ?? NaN))));
      return { ...sheet, cells };
    });
  }
}

/** The comment of a LAMBDA's name says whose it is. */
const lambdaComment = "Savings Attribution";

function isOurs(formula: string, comment: string): boolean {
  return comment.startsWith(lambdaComment) && /^LAMBDA\(/i.test(formula);
}

function valuesIn(sheet: SheetContent, area: AreaContent): ValueContent[][] {
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from(
      { length: area.columnCount },
      (__, column) => sheet.cells.get(area.row + row)?.get(area.column + column)?.value ?? null,
    ),
  );
}

const spillIsGone = "the formula whose results it speaks of was not put back.";

/** Whether a formula is still what was put there, areas in the place of what spilled included. */
function isStill(formula: string, expected: string): boolean {
  const [now, then] = [sameText(formula), sameText(expected)];
  return now === then || isWithAreas(now, then);
}

/** Excel writes formulas with spaces and capitals of its own, and numbers in its own way: 1E-12 as 0.000000000001. */
function sameText(formula: string): string {
  return formula
    .replace(/^=/, "")
    .replace(/\s+/g, "")
    .toUpperCase()
    .replace(/(?<![A-Z$\d.])\d+(?:\.\d+)?(?:E[+-]?\d+)?/g, (number) => String(Number(number)));
}
