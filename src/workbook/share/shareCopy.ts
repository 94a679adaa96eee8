import type {
  AreaContent,
  CellContent,
  MarkContent,
  NameContent,
  SheetContent,
  ValueContent,
  WorkbookContent,
} from "@workbooks/xlsx/content";
import { formulaFromFile } from "@workbooks/xlsx/formulas/formulaFromFile";
import { formulaToFile } from "@workbooks/xlsx/formulas/formulaToFile";
import { CustomFunctionNames } from "@workbooks/xlsx/formulas/customFunctionNames";
import type { ColumnFormula } from "@workbooks/xlsx/tables/columnFormulas";
import { areaReference } from "@workbooks/xlsx/sheet/address";
import { quotedSheet } from "../../cells/address";
import type { NativeForms } from "./nativeFormula";
import { FixedSpills } from "./fixedSpills";
import { FormulasInAreas, type ShareList } from "./formulasInAreas";
import { isOfOtherAddin, longestFormula, OwnFormulas } from "./ownFormula";
import { shareNotes } from "./shareNotes";
import {
  columnWhere,
  listMarker,
  listSheet,
  markOf,
  type Replacement,
  shareSheet,
  type SharedFormula,
  shareSheetName,
  trackingPrefix,
} from "./shareSheet";
import { trackingFormula } from "./trackedReferences";

export type ShareForm = "values" | "lambda" | "native";

/** A function's LAMBDA and what its name says about itself. */
interface NamedLambda {
  /** Without the namespace: "ATTRIBUTE". */
  name: string;
  text: string;
  comment: string;
}

export interface ShareRequest {
  content: WorkbookContent;
  form: ShareForm;
  /** "SAVINGS" */
  namespace: string;
  lambdas: readonly NamedLambda[];
  /** Calls as formulas that any Excel calculates. */
  natives: NativeForms;
  /** Formulas that tables put into their rows; none where nobody can read or write them. */
  columns?: readonly ColumnFormula[];
  /** What a name's formula comes to, where that can be calculated. */
  calculate?(formula: string): Promise<readonly (readonly (number | string | boolean)[])[] | null>;
  /** The workbook has formulas of the add-in's that the content does not have: then there is something to say, if nothing to replace. */
  hasLeft?: boolean;
}

/** A copy that opens without the add-in, with all that was replaced. */
export interface SharedCopy {
  content: WorkbookContent;
  formulas: SharedFormula[];
  /** What tables put into their rows in the copy; null for nothing. */
  columns: (Omit<ColumnFormula, "formula"> & { formula: string | null })[];
  /** What stands in the way, by cell, one sentence each: done only without these formulas, and only if the user agrees. */
  left: string[];
  /** What is good to know. */
  notes: string[];
}

/**
 * The workbook with a value or a LAMBDA in the place of every formula that calls the add-in's functions, and a sheet that lists them.
 * Nothing of the workbook that is given is changed. Functions without a LAMBDA become values. Rules for what may be typed and conditional formats
 * have no one value: where no LAMBDA can stand in for them they are switched off, TRUE and FALSE.
 *
 * @throws one sentence where there is nothing to share or the workbook is a copy already
 */
export async function shareCopy(request: ShareRequest): Promise<SharedCopy> {
  const list = listSheet(request.content);
  if (list)
    throw new Error(
      `The workbook has a sheet "${list.name}": it is a shared copy already. Restore its formulas first.`,
    );
  return new Sharing(request).done();
}

/**
 * The workbook with the LAMBDAs of all functions as names, and no formula changed; those that an earlier version put in are written anew.
 *
 * @throws one sentence where the workbook has a name of its own in the place of one
 */
export function installedLambdas(
  content: WorkbookContent,
  { namespace, lambdas }: Pick<ShareRequest, "namespace" | "lambdas">,
): { content: WorkbookContent; count: number } {
  const own = new OwnFormulas(namespace);
  const names = lambdas.map((lambda) => lambdaName(own, lambda, content.names));
  const others = content.names.filter((name) => !names.some((each) => isSame(each, name)));
  return { content: { ...content, names: [...others, ...names] }, count: names.length };
}

class Sharing implements ShareList {
  private readonly own: OwnFormulas;
  private readonly files: CustomFunctionNames;
  private readonly lambdas: ReadonlyMap<string, NamedLambda>;
  private readonly used = new Set<string>();
  private readonly formulas: SharedFormula[] = [];
  private readonly tracking: NameContent[] = [];
  readonly left: string[] = [];
  private readonly spills = new FixedSpills();
  /** By place. */
  private readonly listed = new Map<string, SharedFormula>();
  private others = 0;
  /** Formulas that have no native form, with the functions that they call. */
  private readonly values: string[] = [];

  private readonly content: WorkbookContent;

  constructor(private readonly request: ShareRequest) {
    this.content = request.content;
    this.own = new OwnFormulas(request.namespace);
    this.files = new CustomFunctionNames([request.namespace]);
    this.lambdas = new Map(request.lambdas.map((lambda) => [lambda.name, lambda]));
  }

  async done(): Promise<SharedCopy> {
    const replaced = this.content.sheets.map((sheet) => this.sheet(sheet));
    const replacedNames: NameContent[] = [];
    for (const name of this.content.names) replacedNames.push(await this.name(name));
    const columns = (this.request.columns ?? []).flatMap((column) => this.column(column));
    // Which spills are gone is known only now.
    const inAreas = new FormulasInAreas(this.spills, this.files, this);
    const sheets = replaced.map((sheet) => inAreas.sheet(sheet));
    const names = replacedNames.map((name) => inAreas.name(name, this.content.sheets));
    if (this.formulas.length + this.left.length === 0 && !this.request.hasLeft)
      throw new Error("No formula of the workbook uses the add-in's functions: there is nothing to replace.");
    const lambdas = this.lambdaNames(names);
    const { form } = this.request;
    const notes = shareNotes({
      isLambda: form === "lambda",
      formulas: this.formulas,
      values: this.values,
      others: this.others,
    });
    const all = { ...this.content, sheets: [...sheets, shareSheet(this.formulas, intro(form))] };
    return {
      content: {
        ...all,
        names: [
          ...names.filter((name) => !lambdas.some((each) => isSame(each, name))),
          ...lambdas,
          ...this.tracking,
          listMarker(),
        ],
      },
      formulas: this.formulas,
      columns,
      left: this.left,
      notes,
    };
  }

  private sheet(sheet: SheetContent): SheetContent {
    const cells = new Map(sheet.cells);
    for (const [row, line] of sheet.cells)
      for (const [column, cell] of line) {
        if (cell.formula === undefined) continue;
        if (this.own.calledIn(cell.formula).length === 0) {
          if (isOfOtherAddin(cell.formula)) this.others++;
          continue;
        }
        const area = cell.array ?? { row, column, rowCount: 1, columnCount: 1 };
        const changed = this.cell(sheet, area, cell);
        if (changed) cells.set(row, new Map(cells.get(row)).set(column, changed));
      }
    const marks = sheet.marks?.map((mark) => this.mark(sheet, mark));
    return { ...sheet, cells, ...(marks && { marks }) };
  }

  private cell(sheet: SheetContent, area: AreaContent, cell: CellContent): CellContent | null {
    const formula = cell.formula!;
    const where = `${quotedSheet(sheet.name)}!${areaReference(area)}`;
    if (sheet.protection) {
      this.left.push(`${where}: the sheet is protected, so its formula stays. Unprotect it to share it.`);
      return null;
    }
    const { instead, isArray, how } = this.insteadOf(formula, cell.array?.dynamic === true);
    if (instead !== null && instead.length >= longestFormula) {
      const means = how === "LAMBDA" ? "with the LAMBDA's name" : "as a native formula";
      this.left.push(`${where}: ${means} it would be longer than Excel takes (${longestFormula} characters).`);
      return null;
    }
    if (instead === null && cell.value === null) {
      this.left.push(
        `${where}: the file has no value for its formula. Open and save it in Excel, or run savings recalc first.`,
      );
      return null;
    }
    if (instead === null && isPassing(cell.value)) {
      this.left.push(
        `${where}: it shows ${cell.value.error}, which is no value to keep. Repair it first (Check), or open the workbook where the add-in is.`,
      );
      return null;
    }
    const kind = !cell.array ? "cell" : cell.array.dynamic ? "spill" : "array";
    const values = valuesIn(sheet, area);
    if (kind === "spill" && (instead === null || isArray)) this.spills.add(sheet.name, area);
    this.add(
      {
        kind,
        where,
        formula,
        how,
        instead: instead ?? "",
        mark: markOf(values),
        value: cell.value,
      },
      { sheet: sheet.name, area },
    );
    if (instead === null && this.request.form === "native")
      this.values.push(`${where}: ${this.own.calledIn(formula).join(", ")}`);
    if (instead !== null && isArray) return { ...cell, formula: instead, array: { ...areaOf(area), dynamic: false } };
    if (instead !== null) return { ...cell, formula: instead };
    return { value: cell.value, style: cell.style };
  }

  private mark(sheet: SheetContent, mark: MarkContent): MarkContent {
    const formulas = mark.formulas.map((written) => {
      const formula = formulaFromFile(written, this.files);
      if (this.own.calledIn(formula).length === 0) return written;
      const area = mark.areas[0];
      if (!area) return written;
      const where = `${quotedSheet(sheet.name)}!${areaReference(area)}`;
      if (sheet.protection) {
        this.left.push(`${where}: the sheet is protected, so its rule stays. Unprotect it to share it.`);
        return written;
      }
      const found = this.insteadOf(formula, false);
      const isFormat = mark.id.startsWith("conditionalFormatting");
      // A rule for what may be typed calculates no arrays.
      const isOff = found.instead === null || (found.isArray && !isFormat);
      const instead = isOff ? (isFormat ? "FALSE" : "TRUE") : found.instead!;
      this.add(
        { kind: "rule", where, formula, how: isOff ? "Off" : found.how, instead, mark: "", value: null },
        { sheet: sheet.name, area },
      );
      return formulaToFile(instead);
    });
    return { ...mark, formulas };
  }

  private column({ table, column, kind, formula }: ColumnFormula): SharedCopy["columns"] {
    if (this.own.calledIn(formula).length === 0) return [];
    const found = this.insteadOf(formula, false);
    // In a table there are no array formulas.
    const instead = found.isArray || (found.instead?.length ?? 0) >= longestFormula ? null : found.instead;
    const how: Replacement = instead === null ? "Off" : found.how;
    this.formulas.push({
      ...{ number: this.formulas.length + 1, kind: "table column", where: columnWhere({ table, column, kind }) },
      ...{ formula, how, instead: instead ?? "", mark: "", value: null },
    });
    return [{ table, column, kind, formula: instead }];
  }

  private async name(name: NameContent): Promise<NameContent> {
    if (this.own.calledIn(name.formula).length === 0) return name;
    const sheet = name.sheet === null ? null : this.content.sheets[name.sheet]!.name;
    const where = sheet === null ? name.name : `${quotedSheet(sheet)}!${name.name}`;
    const found = this.insteadOf(name.formula, false);
    const instead = found.instead ?? (await this.constantOf(name.formula));
    if (instead === null || instead.length >= longestFormula) {
      this.left.push(`The name ${where}: its value is not known here, or too long for a name; its formula stays.`);
      return name;
    }
    const { how } = found;
    const listed = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
    this.add(
      { kind: "name", where, formula: name.formula, how, instead, mark: "", value: null },
      // A name stands nowhere: only what it refers to is followed.
      { sheet: shareSheetName, area: listed },
    );
    return { ...name, formula: instead };
  }

  /** What stands in for a formula; null for its value. */
  private insteadOf(formula: string, spills: boolean): { instead: string | null; isArray: boolean; how: Replacement } {
    if (this.request.form !== "native") {
      const instead = this.lambdaOf(formula);
      return { instead, isArray: false, how: instead === null ? "Value" : "LAMBDA" };
    }
    const native = this.own.withNatives(formula, this.request.natives);
    // An array formula keeps its cells, whatever becomes of what other functions answer.
    if (!native || (spills && native.hasOthers)) return { instead: null, isArray: false, how: "Value" };
    return { instead: native.text, isArray: native.isArray || spills, how: "Native" };
  }

  /** The formula with LAMBDAs; null where values are asked for or a function has none. */
  private lambdaOf(formula: string): string | null {
    if (this.request.form !== "lambda") return null;
    const called = this.own.calledIn(formula);
    if (called.some((name) => !this.lambdas.has(name))) return null;
    const instead = this.own.withLambdas(formula);
    if (instead !== null) for (const name of called) this.used.add(name);
    return instead;
  }

  private async constantOf(formula: string): Promise<string | null> {
    const values = await this.request.calculate?.(formula);
    if (!values) return null;
    const rows = values.map((row) => row.map(constant).join(","));
    return rows.length === 1 && values[0]!.length === 1 ? rows[0]! : `{${rows.join(";")}}`;
  }

  found(formula: Pick<SharedFormula, "kind" | "where">, instead: string): SharedFormula | undefined {
    return this.listed.get(`${formula.kind} ${formula.where} ${instead}`);
  }

  add(formula: Omit<SharedFormula, "number">, { sheet, area }: { sheet: string; area: AreaContent }): void {
    const number = this.formulas.length + 1;
    const listed = { number, ...formula };
    this.formulas.push(listed);
    // By what stands there now, in case that speaks of what spilled.
    this.listed.set(`${formula.kind} ${formula.where} ${formula.instead}`, listed);
    const tracking = trackingFormula(sheet, area, formula.formula);
    // What is too long to be followed is restored where it stood, if nothing moved.
    const kept = tracking.length < longestFormula ? tracking : trackingFormula(sheet, area, "");
    this.tracking.push({
      name: trackingPrefix + String(number),
      formula: kept,
      sheet: null,
      hidden: true,
      comment: "",
    });
  }

  private lambdaNames(names: readonly NameContent[]): NameContent[] {
    return [...this.used].sort().map((used) => lambdaName(this.own, this.lambdas.get(used)!, names));
  }
}

/** @throws where the workbook has a name of its own in the place of it */
function lambdaName(
  own: OwnFormulas,
  { name: called, text, comment }: NamedLambda,
  names: readonly NameContent[],
): NameContent {
  const name = own.lambdaName(called);
  const taken = names.find((each) => isSame(each, { name, sheet: null }));
  if (taken && !/^LAMBDA\(/i.test(taken.formula))
    throw new Error(`The workbook has a name ${name} of its own; rename it, so that the LAMBDA can have it.`);
  return { name, formula: text, sheet: null, hidden: false, comment };
}

function intro(form: ShareForm): string[] {
  const what = {
    lambda: "LAMBDAs that Excel 365 and 2024 calculate without the add-in",
    native: "formulas that Excel calculates without the add-in, where there are such, else by their values",
    values: "their values",
  }[form];
  return [
    "Shared copy",
    `Formulas of the Savings Attribution add-in were replaced by ${what}. This sheet lists each; with it the add-in puts them back (Restore formulas).`,
  ];
}

function areaOf({ row, column, rowCount, columnCount }: AreaContent): AreaContent {
  return { row, column, rowCount, columnCount };
}

function valuesIn(sheet: SheetContent, area: AreaContent): ValueContent[][] {
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from(
      { length: area.columnCount },
      (__, column) => sheet.cells.get(area.row + row)?.get(area.column + column)?.value ?? null,
    ),
  );
}

function constant(value: number | string | boolean): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return /^#(?:N\/A|[A-Z/0]+[!?])$/.test(value) ? value : `"${value.replaceAll('"', '""')}"`;
}

/** Errors that say that nothing was calculated, not what came of it: no file holds them as values either. */
function isPassing(value: ValueContent): value is { error: string } {
  return typeof value === "object" && value !== null && !/^#(?:NULL!|DIV\/0!|VALUE!|REF!|NUM!|N\/A)$/.test(value.error);
}

function isSame(one: Pick<NameContent, "name" | "sheet">, other: Pick<NameContent, "name" | "sheet">): boolean {
  return one.sheet === other.sheet && one.name.toLowerCase() === other.name.toLowerCase();
}
