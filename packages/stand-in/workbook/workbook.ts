import type { AreaContent, CellContent, SheetContent, WorkbookContent } from "@workbooks/xlsx/content";
import { formatArea, intersection, parseArea, quotedSheet, splitSheet } from "./address";
import type { Actor } from "../calculation/actors";
import type { FileFormulas } from "./cells/arrayFormulas";
import { followedArea } from "./cells/cellMoves";
import { followedMark, movedMark } from "./cells/followedMark";
import { followedPage } from "./cells/followedPage";
import type { Calculation, Univer } from "../calculation/calculation";
import { asInFile } from "../calculation/reading/singleValues";
import type { MutationListener } from "../calculation/mutationListener";
import { openCalculation } from "./content/openContent";
import { CustomXmlParts } from "./customXml";
import { ExcelError, accessDenied, invalidArgument, itemAlreadyExists, itemNotFound } from "./excelError";
import { Names } from "./names";
import type { ReferenceChange } from "./formulas/references";
import { Sheet, type Visibility } from "./sheet";
import { Tables } from "./tables/tables";
import { openedChart } from "./charts/chart";
import { Charts } from "./charts/charts";
import { Mutations } from "./mutations";
import { Undo } from "./undo/undo";
import type { Happening, WorkbookEvent } from "./workbookEvent";

export type { WorkbookEvent };

/** The open workbook: sheets with their cells in Univer, and beside them what Univer does not hold. */
export class Workbook {
  readonly calculation: Calculation;
  readonly customXml: CustomXmlParts;
  readonly names: Names;
  readonly tables: Tables;
  readonly charts: Charts;
  readonly undo: Undo;
  readonly settings: Map<string, unknown>;
  /** What the file holds that cannot be shown, in the user's words. */
  readonly notShown: string[];
  /** The styles of the file, first in `WorkbookContent.styles` again when it is saved. */
  readonly fileStyles: WorkbookContent["styles"];
  /** Dates are counted from 1904, as the file says. */
  readonly date1904: boolean;
  /** The file asks Excel to calculate everything when it is opened. */
  private readonly calculatesOnOpen: boolean;
  selection: { sheet: string; areas: AreaContent[] };
  structureProtection: WorkbookContent["structureProtection"] | null;
  name = "Book1.xlsx";
  /** Something has changed since the workbook was opened. */
  isDirty = false;
  /** The add-in wants to hear of events. */
  enableEvents = true;
  /** Somebody listens for formulas that change: what they were is looked up. */
  watchesFormulas = false;
  /** Paths of the other workbooks that formulas lean on, as the file names them. */
  readonly linkedWorkbooks: string[];
  /** So that an untouched formula is saved as it was. */
  readonly fileFormulas: FileFormulas = new Map();
  /** The sheets as the file has them, so that what nobody changed is saved as it was. */
  readonly fileSheets = new Map<string, SheetContent>();
  private readonly sheetsById = new Map<string, Sheet>();
  /** Undo may bring them back. */
  private readonly deletedSheets = new Map<string, Sheet>();
  private readonly listeners = new Set<(event: WorkbookEvent) => void>();
  /** What happens to cells now is part of a change that is told as one. */
  private isOneChange = false;
  private readonly followers = new Set<(change: ReferenceChange) => void>();
  private activeId: string;
  private sheetCount = 0;

  constructor(
    content: WorkbookContent,
    univer: Univer | null,
    /** Formulas of the file are saved with the values that it has of them. */
    readonly keepsFileValues = false,
  ) {
    const mutations = new Mutations(this);
    const listener: MutationListener = {
      mutated: (id, params, by) => {
        this.isDirty ||= by !== "calculation" && id.startsWith("sheet.mutation.");
        mutations.applied(id, params, by);
      },
      mutating: (id, params) => mutations.coming(id, params),
    };
    const opened = openCalculation(content, univer, () => this.newSheetId(), listener, keepsFileValues);
    this.calculation = opened.calculation;
    for (const id of opened.sheetIds) this.sheetsById.set(id, new Sheet(id, this.calculation));
    this.fileStyles = content.styles;
    this.notShown = content.notShown;
    this.linkedWorkbooks = content.linkedWorkbooks ?? [];
    this.date1904 = content.date1904 ?? false;
    this.calculatesOnOpen = content.calculatesOnOpen ?? false;
    this.structureProtection = content.structureProtection ?? null;
    this.settings = new Map(Object.entries(content.settings));
    this.customXml = new CustomXmlParts(
      content.customXml.map((part) => ({ ...part })),
      () => this.emit({ kind: "customXml", sheet: null }),
    );
    this.names = new Names(this);
    this.onReferencesChanged((change) => this.names.follow(change));
    this.onReferencesChanged((change) => {
      if (change.kind === "moved")
        for (const sheet of this.sheets) sheet.marks = sheet.marks.map((mark) => movedMark(mark, change, sheet.name));
      if (change.kind !== "inserted" && change.kind !== "deleted") return;
      for (const sheet of this.sheets) {
        sheet.filter &&= followedArea(sheet.filter, change, sheet.name);
        sheet.marks = sheet.marks.map((mark) => followedMark(mark, change, sheet.name));
        sheet.page = followedPage(sheet.page, change, sheet.name);
      }
    });
    this.tables = new Tables(this);
    this.charts = new Charts(this);
    this.calculation.tables = {
      any: () => this.tables.all.length > 0,
      find: (name) => {
        const table = this.tables.find(name);
        return table ? { ...table, sheetName: this.sheet(table.sheetId).name } : null;
      },
      touches: (sheet, area) =>
        this.sheetsById.get(sheet)?.tables.some((table) => intersection(table.area, area)) ?? false,
    };
    this.calculation.readAs = ({ sheet, row, column }, formula) => {
      const inFile = this.fileFormulas.get(sheet)?.get(`${row},${column}`);
      return inFile && formula === `=${inFile.formula}` ? asInFile(formula, inFile.array) : formula;
    };
    this.activeId = opened.sheetIds[content.activeSheet] ?? opened.sheetIds[0] ?? "";
    this.selection = { sheet: this.activeId, areas: [{ row: 0, column: 0, rowCount: 1, columnCount: 1 }] };
    content.sheets.forEach((sheet, index) => this.adopt(opened.sheetIds[index] ?? "", sheet));
    for (const name of content.names) {
      this.names.adopt({ ...name, sheet: name.sheet === null ? null : (opened.sheetIds[name.sheet] ?? null) });
    }
    this.calculation.mutate("sheet.operation.set-worksheet-active", { subUnitId: this.activeId });
    mutations.opened();
    this.undo = new Undo(this);
    this.calculation.undoneModel = this.undo;
    this.calculation.opened();
    this.isDirty = false;
  }

  /** Whether Excel has to calculate when it opens the file as it would be saved now. */
  get isToBeCalculated(): boolean {
    return this.calculatesOnOpen || (this.keepsFileValues && this.calculation.stored.isStale);
  }

  // ---- sheets

  /** In the order of the tabs. */
  get sheets(): Sheet[] {
    return this.calculation.book.getSheetOrders().flatMap((id) => this.sheetsById.get(id) ?? []);
  }

  get activeSheet(): Sheet {
    return this.sheetsById.get(this.activeId) ?? (this.sheets[0] as Sheet);
  }

  /** By id or, without regard to case, by name. */
  findSheet(key: string): Sheet | undefined {
    return this.sheetsById.get(key) ?? this.sheets.find((sheet) => sheet.name.toLowerCase() === key.toLowerCase());
  }

  sheet(key: string): Sheet {
    const sheet = this.findSheet(key);
    if (!sheet) throw itemNotFound();
    return sheet;
  }

  /** @throws AccessDenied where the structure is protected, ItemAlreadyExists, InvalidArgument where Excel does not take the name. */
  addSheet(name?: string): Sheet {
    this.refuseInProtectedStructure();
    const wanted = name ?? this.freeSheetName();
    checkSheetName(wanted);
    if (this.findSheet(wanted)) throw itemAlreadyExists();
    const id = this.newSheetId();
    this.calculation.insertSheet(this.sheets.length, { id, name: wanted, rowCount: 2000, columnCount: 100 });
    return this.sheet(id);
  }

  /** @throws as addSheet */
  async renameSheet(sheet: Sheet, name: string): Promise<void> {
    this.refuseInProtectedStructure();
    checkSheetName(name);
    const other = this.findSheet(name);
    if (other && other !== sheet) throw itemAlreadyExists();
    if (sheet.name !== name) await sheet.rename(name);
  }

  /** @throws AccessDenied where the structure is protected, InvalidOperation for the last visible sheet. */
  deleteSheet(sheet: Sheet): void {
    this.refuseInProtectedStructure();
    const others = this.sheets.filter((each) => each !== sheet && each.visibility === "visible");
    if (others.length === 0)
      throw new ExcelError("InvalidOperation", "A workbook must contain at least one visible worksheet.", 400);
    if (this.activeId === sheet.id) this.activate(others[0] as Sheet);
    this.calculation.mutate("sheet.mutation.remove-sheet", { subUnitId: sheet.id, subUnitName: sheet.name });
  }

  /** @throws AccessDenied where the structure is protected, InvalidArgument for a place that there is not. */
  moveSheet(sheet: Sheet, position: number): void {
    this.refuseInProtectedStructure();
    const fromOrder = this.sheets.indexOf(sheet);
    if (position < 0 || position >= this.sheets.length) throw invalidArgument();
    this.calculation.mutate("sheet.mutation.set-worksheet-order", {
      subUnitId: sheet.id,
      fromOrder,
      toOrder: position,
    });
  }

  /** @throws AccessDenied where the structure is protected, InvalidArgument for the last visible sheet. */
  setVisibility(sheet: Sheet, visibility: Visibility): void {
    this.refuseInProtectedStructure();
    const others = this.sheets.filter((each) => each !== sheet && each.visibility === "visible");
    if (visibility !== "visible" && others.length === 0) throw invalidArgument();
    if (visibility !== "visible" && this.activeSheet === sheet && others[0]) this.activate(others[0]);
    sheet.setVisibility(visibility);
  }

  private refuseInProtectedStructure(): void {
    if (this.structureProtection) throw accessDenied();
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== "visible")
      throw new ExcelError("InvalidOperation", "A hidden worksheet cannot be activated.", 400);
    if (this.activeId === sheet.id) return;
    this.calculation.mutate("sheet.operation.set-worksheet-active", { subUnitId: sheet.id });
  }

  // ---- references

  /** The area that a text means: an address, with or without sheet, a workbook name or a table. Null where it means none. */
  resolve(reference: string, sheet: Sheet): { sheet: Sheet; area: AreaContent } | null {
    const { sheet: sheetName, address } = splitSheet(reference.replace(/^=/, "").trim());
    const on = sheetName === null ? sheet : this.findSheet(sheetName);
    if (!on) return null;
    try {
      return { sheet: on, area: parseArea(address) };
    } catch {
      const name = this.names.find(address, on.id);
      if (name && name.formula.toLowerCase() !== reference.toLowerCase()) return this.resolve(name.formula, on);
      const table = this.tables.find(address);
      return table ? { sheet: this.sheet(table.sheetId), area: table.area } : null;
    }
  }

  /** "Sheet1!A1:B2", the sheet quoted where it must be. */
  address(sheet: Sheet, area: AreaContent, absolute = false): string {
    return `${quotedSheet(sheet.name)}!${formatArea(area, absolute)}`;
  }

  select(sheet: Sheet, areas: AreaContent[]): void {
    this.activate(sheet);
    const selections = areas.map((area) => ({
      range: {
        startRow: area.row,
        startColumn: area.column,
        endRow: area.row + area.rowCount - 1,
        endColumn: area.column + area.columnCount - 1,
      },
      primary: null,
      style: null,
    }));
    this.calculation.mutate("sheet.operation.set-selections", { subUnitId: sheet.id, selections, type: 2 });
    this.selected(sheet.id, areas);
  }

  // ---- events

  on(listener: (event: WorkbookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(happening: Happening): void {
    this.isDirty ||= isOfContent(happening);
    if (this.isOneChange && happening.kind === "cells") return;
    const event = { ...happening, by: this.calculation.actors.current };
    for (const listener of this.listeners) listener(event);
  }

  /** Does `work` as that actor's: its events say so. It may take its time. */
  as<T>(actor: Actor, work: () => T): T {
    return this.calculation.actors.as(actor, work);
  }

  /** What `move` does to cells is told as this one change. */
  asOneChange(change: Happening, move: () => void): void {
    this.isOneChange = true;
    try {
      move();
    } finally {
      this.isOneChange = false;
    }
    this.emit(change);
  }

  /** Whoever keeps references beside the cells (names, charts, …) leads them after each change. */
  onReferencesChanged(follower: (change: ReferenceChange) => void): void {
    this.followers.add(follower);
  }

  /** Cells have moved: to be called once they have, by whoever moved them. `formulas`: those in cells are to be led, too. */
  referencesChanged(change: ReferenceChange, formulas = true): void {
    if (formulas) for (const sheet of this.sheets) sheet.followReferences(change);
    for (const follower of this.followers) follower(change);
  }

  /** A sheet has been added to Univer's, or has come back. */
  sheetCame(id: string): void {
    if (!this.sheetsById.has(id))
      this.sheetsById.set(id, this.deletedSheets.get(id) ?? new Sheet(id, this.calculation));
    this.deletedSheets.delete(id);
    this.emit({ kind: "sheetAdded", sheet: id });
  }

  sheetWent(id: string): void {
    const sheet = this.sheetsById.get(id);
    if (sheet) {
      this.deletedSheets.set(id, sheet);
      // Undo puts back what was there when the step began, which may not be what is there now.
      sheet.tables.length = 0;
      sheet.charts.length = 0;
    }
    this.sheetsById.delete(id);
    const other = this.sheets.find((each) => each.visibility === "visible");
    if (this.activeId === id && other)
      this.calculation.mutate("sheet.operation.set-worksheet-active", { subUnitId: other.id });
    this.emit({ kind: "sheetDeleted", sheet: id });
  }

  sheetShown(id: string): void {
    const before = this.activeId;
    this.activeId = id;
    if (before === id) return;
    if (this.sheetsById.has(before)) this.emit({ kind: "sheetDeactivated", sheet: before });
    this.emit({ kind: "sheetActivated", sheet: id });
  }

  selected(sheet: string, areas: AreaContent[]): void {
    this.selection = { sheet, areas };
    this.emit({ kind: "selection", sheet, areas });
  }

  private adopt(id: string, content: WorkbookContent["sheets"][number]): void {
    const sheet = this.sheetsById.get(id);
    if (!sheet) return;
    sheet.partId = content.partId;
    sheet.protection = content.protection;
    sheet.filter = content.filter ?? null;
    sheet.marks = content.marks ?? [];
    sheet.page = content.page ?? {};
    sheet.isVeryHidden = content.visibility === "veryHidden";
    const formulas = new Map<string, { formula: string; array: CellContent["array"] }>();
    for (const [row, cells] of content.cells) {
      for (const [column, { formula, array }] of cells)
        if (formula !== undefined) formulas.set(`${row},${column}`, { formula, array });
    }
    this.fileFormulas.set(id, formulas);
    this.fileSheets.set(id, content);
    for (const table of content.tables) this.tables.adopt(id, table);
    for (const chart of content.charts) sheet.charts.push(openedChart(chart, this.charts.newId()));
  }

  /** Ids of the form that Excel gives, the same in every run. */
  private newSheetId(): string {
    return `{00000000-0001-0000-${(this.sheetCount++).toString(16).toUpperCase().padStart(4, "0")}-000000000000}`;
  }

  private freeSheetName(): string {
    let n = this.sheets.length + 1;
    while (this.findSheet(`Sheet${n}`)) n++;
    return `Sheet${n}`;
  }
}

function checkSheetName(name: string): void {
  if (
    name === "" ||
    name.length > 31 ||
    /[:\\/?*[\]]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === "history"
  ) {
    throw invalidArgument(
      "The name of a worksheet has 1 to 31 characters, none of them : \\ / ? * [ ], and no apostrophe at its ends.",
    );
  }
}

/** Whether an event tells of something that is saved with the workbook. */
function isOfContent({ kind }: Happening): boolean {
  return kind === "tables" || kind === "names" || kind === "charts" || kind === "customXml" || kind === "settings";
}
