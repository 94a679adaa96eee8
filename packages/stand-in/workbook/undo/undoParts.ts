import type { Chart } from "../charts/chart";
import type { NameItem } from "../names";
import type { Sheet } from "../sheet";
import type { Table } from "../tables/table";
import { same } from "./undoIdentity";
import type { Happening } from "../workbookEvent";

/** A kind of things that the stand-in keeps beside the cells, as undo sees it: plain data by a key that stays, in order. */
export interface UndoPart<Item = unknown> {
  name: string;
  read(): Map<string, Item>;
  /** Makes the workbook hold exactly these, and tells Univer and the page. */
  write(items: Map<string, Item>): void;
}

/** What undo reads and puts back beside the cells. */
export interface UndoneWorkbook {
  readonly sheets: Sheet[];
  readonly activeSheet: Sheet;
  readonly tables: { readonly all: Table[]; replace(tables: Table[]): void };
  readonly names: { readonly items: NameItem[]; replace(items: NameItem[]): void };
  findSheet(id: string): Sheet | undefined;
  activate(sheet: Sheet): void;
  emit(event: Happening): void;
}

/** What a workbook holds beside the cells and takes back with them; custom XML, settings and protection stay, as in Excel. */
export function undoParts(workbook: UndoneWorkbook): UndoPart[] {
  return [sheetsPart(workbook), tablesPart(workbook), chartsPart(workbook), namesPart(workbook)] as UndoPart[];
}

/** A sheet that is deleted and comes back is the same object; here is only what else may change of it. */
function sheetsPart(workbook: UndoneWorkbook): UndoPart<Pick<Sheet, "isVeryHidden" | "filter" | "marks" | "page">> {
  return {
    name: "sheets",
    read: () =>
      new Map(
        workbook.sheets.map(({ id, isVeryHidden, filter, marks, page }) => [id, { isVeryHidden, filter, marks, page }]),
      ),
    write: (items) => {
      for (const [id, item] of items) {
        const sheet = workbook.findSheet(id);
        if (sheet) Object.assign(sheet, item);
      }
      workbook.emit({ kind: "sheets", sheet: null });
    },
  };
}

function tablesPart(workbook: UndoneWorkbook): UndoPart<Table> {
  return {
    name: "tables",
    read: () => new Map(workbook.tables.all.map((table) => [String(table.id), table])),
    write: (items) => workbook.tables.replace([...items.values()]),
  };
}

function chartsPart(workbook: UndoneWorkbook): UndoPart<{ sheet: string; chart: Chart }> {
  const all = () =>
    workbook.sheets.flatMap((sheet) => sheet.charts.map((chart) => [chart.id, { sheet: sheet.id, chart }] as const));
  return {
    name: "charts",
    read: () => new Map(all()),
    write: (items) => {
      const known = new Map(all());
      for (const sheet of workbook.sheets) sheet.charts.length = 0;
      for (const [id, { sheet, chart }] of items)
        workbook.findSheet(sheet)?.charts.push(same(known.get(id)?.chart, chart));
      for (const [id, { sheet }] of known)
        if (!items.has(id)) workbook.emit({ kind: "chartDeleted", sheet, chart: id });
      for (const [id, { sheet }] of items) if (!known.has(id)) workbook.emit({ kind: "chartAdded", sheet, chart: id });
      for (const sheet of workbook.sheets) workbook.emit({ kind: "charts", sheet: sheet.id });
    },
  };
}

function namesPart(workbook: UndoneWorkbook): UndoPart<NameItem> {
  return {
    name: "names",
    read: () =>
      new Map(workbook.names.items.map((item) => [`${item.sheet ?? "book"}/${item.name.toLowerCase()}`, item])),
    write: (items) => workbook.names.replace([...items.values()]),
  };
}
