import type { AreaContent, TableContent } from "@workbooks/xlsx/content";
import { intersection } from "../address";
import { shiftCells, type WorkbookOfCells } from "../cells/cellShift";
import { followTable, type WorkbookOfCharts } from "../charts/chartReferences";
import { invalidArgument, itemAlreadyExists, itemNotFound, mergedRangeConflict } from "../excelError";
import type { Sheet } from "../sheet";
import { bodyArea, isValidName, uniqueHeadings, type Table } from "./table";
import { same } from "../undo/undoIdentity";

/** What tables need of their workbook, with what moves when they make room. */
interface WorkbookOfTables extends WorkbookOfCells, WorkbookOfCharts {
  readonly names: { find(name: string, sheet: string | null): unknown };
  /** @throws ItemNotFound */
  sheet(id: string): Sheet;
  findSheet(id: string): Sheet | undefined;
}

/** The tables of a workbook: made, resized, grown, and kept in step with the cells and Univer. */
export class Tables {
  private count = 0;
  /** By id the names under which Univer knows the tables. */
  private readonly registered = new Map<number, string>();

  constructor(private readonly workbook: WorkbookOfTables) {}

  get all(): Table[] {
    return this.workbook.sheets.flatMap((sheet) => sheet.tables);
  }

  find(name: string): Table | undefined {
    return this.all.find((table) => table.name.toLowerCase() === name.toLowerCase());
  }

  /** Takes a table as a file has it. */
  adopt(sheetId: string, content: TableContent): void {
    const { row, column, rowCount, columnCount, ...rest } = content;
    const table: Table = {
      ...rest,
      id: ++this.count,
      sheetId,
      area: { row, column, rowCount, columnCount },
      columns: [...content.columns],
    };
    this.workbook.sheet(sheetId).tables.push(table);
    this.register(table);
  }

  /** Makes a table of an area; without headings a row for them is put above the data. @throws InvalidArgument */
  add(sheet: Sheet, area: AreaContent, hasHeaders: boolean): Table {
    if (sheet.tables.some((table) => intersection(table.area, area)))
      throw invalidArgument("A table cannot overlap another table.");
    if (sheet.merges.some((merge) => intersection(merge, area))) throw mergedRangeConflict();
    if (!hasHeaders) shiftCells(this.workbook, sheet, { ...area, rowCount: 1 }, "down");
    const rowCount = Math.max(2, hasHeaders ? area.rowCount : area.rowCount + 1);
    const table: Table = {
      ...{
        id: ++this.count,
        partId: null,
        sheetId: sheet.id,
        name: this.freeName(),
        area: { ...area, rowCount },
        columns: [],
      },
      ...{
        hasHeaderRow: true,
        hasTotalsRow: false,
        style: "TableStyleMedium2",
        showBandedRows: true,
        showFilterButton: true,
      },
    };
    sheet.tables.push(table);
    this.readHeadings(table, true);
    this.register(table);
    this.cameOrWent("tableAdded", table);
    this.changed(table);
    return table;
  }

  /** @throws InvalidArgument, ItemAlreadyExists */
  rename(table: Table, name: string): void {
    if (!isValidName(name)) throw invalidArgument();
    const other = this.find(name);
    if ((other && other !== table) || this.workbook.names.find(name, null)) throw itemAlreadyExists();
    const before = table.name;
    table.name = name;
    this.register(table);
    this.workbook.referencesChanged({ kind: "tableRenamed", table: before, to: name });
    this.changed(table);
  }

  /** The header row has to stay where it is. @throws InvalidArgument */
  resize(table: Table, area: AreaContent): void {
    const others = this.workbook.sheet(table.sheetId).tables.filter((other) => other !== table);
    if (area.row !== table.area.row || area.rowCount < 2 || !intersection(area, table.area)) throw invalidArgument();
    if (others.some((other) => intersection(other.area, area)))
      throw invalidArgument("A table cannot overlap another table.");
    const before = bodyArea(table);
    this.setArea(table, area);
    this.readHeadings(table, true);
    this.register(table);
    followTable(this.workbook, this.workbook.sheet(table.sheetId), before, bodyArea(table));
  }

  setTotals(table: Table, visible: boolean): void {
    if (table.hasTotalsRow === visible) return;
    const { row, column, rowCount, columnCount } = table.area;
    const sheet = this.workbook.sheet(table.sheetId);
    if (visible) {
      shiftCells(this.workbook, sheet, { row: row + rowCount, column, rowCount: 1, columnCount }, "down", table);
      table.hasTotalsRow = true;
      this.setArea(table, { ...table.area, rowCount: rowCount + 1 });
      sheet.write([{ row: row + rowCount, column, value: "Total" }]);
    } else {
      table.hasTotalsRow = false;
      this.setArea(table, { ...table.area, rowCount: rowCount - 1 });
      shiftCells(this.workbook, sheet, { row: row + rowCount - 1, column, rowCount: 1, columnCount }, "up", table);
    }
  }

  /** Makes room for rows within the table, `index` counted in the body; null is after the last. */
  insertRows(table: Table, index: number | null, count: number): number {
    const body = bodyArea(table);
    const at = index === null || index < 0 ? body.rowCount : index;
    if (at > body.rowCount) throw invalidArgument();
    const sheet = this.workbook.sheet(table.sheetId);
    shiftCells(this.workbook, sheet, { ...body, row: body.row + at, rowCount: count }, "down", table);
    this.setArea(table, { ...table.area, rowCount: table.area.rowCount + count });
    followTable(this.workbook, sheet, body, bodyArea(table));
    return at;
  }

  /** Of all rows the first stays, empty: Excel's tables have at least one. */
  deleteRows(table: Table, index: number, count: number): void {
    const body = bodyArea(table);
    if (index < 0 || count < 1 || index + count > body.rowCount) throw invalidArgument();
    const sheet = this.workbook.sheet(table.sheetId);
    const kept = count === body.rowCount ? 1 : 0;
    if (kept > 0) sheet.clear({ ...body, rowCount: 1 }, "contents");
    const gone = count - kept;
    if (gone === 0) return;
    const { area } = table;
    this.setArea(table, { ...area, rowCount: area.rowCount - gone });
    this.orAsItWas(table, area, () =>
      shiftCells(this.workbook, sheet, { ...body, row: body.row + index + kept, rowCount: gone }, "up", table),
    );
  }

  insertColumn(table: Table, index: number | null, name: string | null): number {
    const at = index === null || index < 0 ? table.area.columnCount : index;
    if (at > table.area.columnCount) throw invalidArgument();
    const { row, column, rowCount, columnCount } = table.area;
    const sheet = this.workbook.sheet(table.sheetId);
    const headings: (string | null)[] = [...table.columns];
    headings.splice(at, 0, name);
    shiftCells(this.workbook, sheet, { row, column: column + at, rowCount, columnCount: 1 }, "right", table);
    table.columns = uniqueHeadings(headings);
    this.setArea(table, { ...table.area, columnCount: columnCount + 1 });
    if (table.hasHeaderRow) sheet.write([{ row, column: column + at, value: table.columns[at] ?? null }]);
    this.headingsMoved(table);
    return at;
  }

  deleteColumn(table: Table, index: number): void {
    const { row, column, rowCount, columnCount } = table.area;
    if (columnCount === 1) return this.delete(table);
    const { area } = table;
    this.setArea(table, { ...area, columnCount: columnCount - 1 });
    const sheet = this.workbook.sheet(table.sheetId);
    this.orAsItWas(table, area, () =>
      shiftCells(this.workbook, sheet, { row, column: column + index, rowCount, columnCount: 1 }, "left", table),
    );
    this.readHeadings(table, true);
    this.register(table);
  }

  /** What is refused leaves the table as it was, too. */
  private orAsItWas(table: Table, area: AreaContent, shift: () => void): void {
    try {
      shift();
    } catch (error) {
      this.setArea(table, area);
      throw error;
    }
  }

  /** Takes the table away with its cells, or (`keepCells`) makes it a plain range. */
  delete(table: Table, keepCells = false): void {
    const sheet = this.workbook.sheet(table.sheetId);
    if (!sheet.tables.includes(table)) throw itemNotFound();
    this.forget(table);
    if (keepCells) return;
    sheet.clear(table.area, "all");
    this.workbook.referencesChanged({ kind: "tableDeleted", table: table.name });
  }

  /** Takes the table away and leaves the cells alone. */
  forget(table: Table): void {
    const { tables } = this.workbook.sheet(table.sheetId);
    tables.splice(tables.indexOf(table), 1);
    this.unregister(table.id);
    this.cameOrWent("tableDeleted", table);
    this.changed(table);
  }

  /** These, and no others, are the tables now: as undo wants them. */
  replace(tables: Table[]): void {
    const known = new Map(this.all.map((table) => [table.id, table]));
    const wanted = new Set(tables.map(({ id }) => id));
    for (const id of [...this.registered.keys()]) if (!wanted.has(id)) this.unregister(id);
    for (const sheet of this.workbook.sheets) sheet.tables.length = 0;
    for (const data of tables) {
      const before = JSON.stringify(known.get(data.id));
      const table = same(known.get(data.id), data);
      this.workbook.findSheet(table.sheetId)?.tables.push(table);
      if (before !== JSON.stringify(table) || !this.registered.has(table.id)) this.register(table);
    }
    for (const table of known.values()) if (!wanted.has(table.id)) this.cameOrWent("tableDeleted", table);
    for (const table of this.all) if (!known.has(table.id)) this.cameOrWent("tableAdded", table);
    for (const { id } of this.workbook.sheets) this.workbook.emit({ kind: "tables", sheet: id });
  }

  /** The table stands elsewhere, or has other columns: what its header row says now holds. */
  headingsMoved(table: Table): void {
    this.readHeadings(table, true);
    this.register(table);
    this.changed(table);
  }

  /** Headings were typed over: the columns take their new names. */
  cellsChanged(sheetId: string, area: AreaContent): void {
    for (const table of this.workbook.findSheet(sheetId)?.tables ?? []) {
      if (!table.hasHeaderRow || !intersection(area, { ...table.area, rowCount: 1 })) continue;
      this.readHeadings(table, false);
      this.register(table);
    }
  }

  /** The user has typed over headings: formulas that name the columns follow, and the cells say what the columns are called. */
  headingsTyped(table: Table): void {
    const before = table.columns;
    this.headingsMoved(table);
    const renamed = before.flatMap((column, i) => {
      const to = table.columns[i];
      return to === undefined || to === column ? [] : [{ column, to, between: `\u0001${i}` }];
    });
    // By way of a name that no column has, so that two columns can swap theirs.
    const rename = (column: string, to: string) =>
      this.workbook.referencesChanged({ kind: "columnRenamed", table: table.name, column, to });
    for (const { column, between } of renamed) rename(column, between);
    for (const { between, to } of renamed) rename(between, to);
  }

  /** Rows or columns were put into the sheet (`by` > 0) or taken out (`by` < 0) at `at`. */
  shifted(sheetId: string, axis: "row" | "column", at: number, by: number): void {
    const [start, count] = axis === "row" ? (["row", "rowCount"] as const) : (["column", "columnCount"] as const);
    for (const table of [...(this.workbook.findSheet(sheetId)?.tables ?? [])]) {
      const area = { ...table.area };
      const [from, end] = [area[start], area[start] + area[count]];
      if (at >= end) continue;
      if (by > 0) {
        if (at <= from) area[start] += by;
        else area[count] += by;
      } else {
        const within = Math.max(0, Math.min(end, at - by) - Math.max(from, at));
        area[start] -= Math.max(0, Math.min(from, at - by) - at);
        area[count] -= within;
        if (area[count] === 0) {
          this.forget(table);
          this.workbook.referencesChanged({ kind: "tableDeleted", table: table.name });
          continue;
        }
        // A table keeps an empty row where all of its rows are deleted.
        if (axis === "row")
          area[count] = Math.max(area[count], 1 + (table.hasHeaderRow ? 1 : 0) + (table.hasTotalsRow ? 1 : 0));
      }
      this.setArea(table, area);
      if (axis === "column") this.headingsMoved(table);
    }
  }

  /** The cells have been cut and pasted; the table goes with them. */
  moveTo(table: Table, to: Sheet, rows: number, columns: number): void {
    const from = this.workbook.sheet(table.sheetId);
    from.tables.splice(from.tables.indexOf(table), 1);
    to.tables.push(table);
    table.sheetId = to.id;
    this.setArea(table, { ...table.area, row: table.area.row + rows, column: table.area.column + columns });
  }

  setArea(table: Table, area: AreaContent): void {
    table.area = area;
    this.register(table);
    this.changed(table);
  }

  changed(table: Table): void {
    this.workbook.emit({ kind: "tables", sheet: table.sheetId });
  }

  /** Columns are named by the cells of the header row; `write` puts the names back where Excel changes them. */
  private readHeadings(table: Table, write: boolean): void {
    if (!table.hasHeaderRow) return;
    const sheet = this.workbook.sheet(table.sheetId);
    const { row, column, columnCount } = table.area;
    const cells = Array.from({ length: columnCount }, (_, i) => sheet.value(row, column + i));
    table.columns = uniqueHeadings(
      cells.map((value) => (value === null || typeof value === "object" ? null : String(value))),
    );
    if (!write) return;
    sheet.write(
      table.columns.flatMap((name, i) => (cells[i] === name ? [] : [{ row, column: column + i, value: name }])),
    );
  }

  private cameOrWent(kind: "tableAdded" | "tableDeleted", { id, name, sheetId }: Table): void {
    this.workbook.emit({ kind, sheet: sheetId, table: id, name });
  }

  private unregister(id: number): void {
    const name = this.registered.get(id);
    if (name !== undefined) this.workbook.calculation.removeTable(name);
    this.registered.delete(id);
  }

  private register(table: Table): void {
    if (this.registered.get(table.id) !== table.name) this.unregister(table.id);
    this.registered.set(table.id, table.name);
    const rowCount = table.area.rowCount - (table.hasTotalsRow ? 1 : 0);
    this.workbook.calculation.setTable(
      table.name,
      table.sheetId,
      { ...table.area, rowCount },
      table.columns,
      table.hasHeaderRow,
    );
  }

  private freeName(): string {
    let n = this.count;
    while (this.find(`Table${n}`) || this.workbook.names.find(`Table${n}`, null)) n++;
    return `Table${n}`;
  }
}
