import fc from "fast-check";
import type { OpenAddin } from "@workbooks/stand-in/addin";

/** Something that is done to the workbook; `toString` says what. */
export interface Edit {
  run(addin: OpenAddin): Promise<void>;
  toString(): string;
}

type Action = (context: Excel.RequestContext, sheet: Excel.Worksheet) => void;

const columns = ["A", "B", "C", "D", "E", "F"];
const cell = fc.tuple(fc.constantFrom(...columns), fc.integer({ min: 1, max: 8 })).map(([c, r]) => `${c}${r}`);
const block = fc
  .tuple(fc.nat(4), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }))
  .map(([column, row, width, height]) => ({
    address: `${columns[column] ?? "A"}${row}:${String.fromCharCode(65 + column + width - 1)}${row + height - 1}`,
    width,
    height,
  }));
const value = fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constantFrom("Need", "5%", "", true, "2011/12"));
/** They stand far from what they refer to, so that they never refer to themselves. */
const formula = fc.constantFrom(
  ...["=A1+1", "=SUM(A1:C4)", "=SUM(Sheet1!A1:B3)", "=Rate*2", "=Data!B2", "=SUM(Base)", "=ROWS(Levers[#All])"],
);
const formulaCell = fc.integer({ min: 1, max: 8 }).map((row) => `T${row}`);
const sheetName = fc.constantFrom("Sheet1", "Data", "Results", "P&L 2026");
const tableName = fc.constantFrom("Base", "Levers");
const rows = fc.integer({ min: 1, max: 6 }).chain((first) => fc.nat(1).map((more) => `${first}:${first + more}`));
const letters = fc
  .nat(3)
  .chain((first) => fc.nat(1).map((more) => `${columns[first] ?? ""}:${columns[first + more] ?? ""}`));
const lines = fc.oneof(rows, letters);
const isRows = (address: string) => /^\d/.test(address);
const colour = fc.constantFrom("#FF0000", "#00FF00", "#112233");

/** One thing within a batch, with its description. */
const action: fc.Arbitrary<[string, Action]> = fc.oneof(
  fc
    .tuple(formulaCell, formula)
    .map(([at, to]): [string, Action] => [`${at} = ${to}`, (_, sheet) => (sheet.getRange(at).formulas = [[to]])]),
  fc.constant<[string, Action]>(["an array in H1", (_, sheet) => (sheet.getRange("H1").formulas = [["=SEQUENCE(2)"]])]),
  fc
    .tuple(cell, value)
    .map(([at, to]): [string, Action] => [`${at} = ${String(to)}`, (_, sheet) => (sheet.getRange(at).values = [[to]])]),
  fc
    .tuple(block, value)
    .map(([{ address, width, height }, to]): [string, Action] => [
      `${address} = ${String(to)}`,
      (_, sheet) =>
        (sheet.getRange(address).values = Array.from({ length: height }, () => Array(width).fill(to) as never[])),
    ]),
  fc
    .tuple(block, colour)
    .map(([{ address }, color]): [string, Action] => [
      `${address} filled ${color}`,
      (_, sheet) => (sheet.getRange(address).format.fill.color = color),
    ]),
  block.map(({ address }): [string, Action] => [
    `${address} bold and in per cent`,
    (_, sheet) => {
      sheet.getRange(address).format.font.bold = true;
      sheet.getRange(address).numberFormat = [["0.0%"]] as never;
    },
  ]),
  block.map(({ address }): [string, Action] => [`${address} cleared`, (_, sheet) => sheet.getRange(address).clear()]),
  block.map(({ address }): [string, Action] => [`${address} merged`, (_, sheet) => sheet.getRange(address).merge()]),
  block.map(({ address }): [string, Action] => [
    `${address} unmerged`,
    (_, sheet) => sheet.getRange(address).unmerge(),
  ]),
  fc.tuple(lines, fc.integer({ min: 20, max: 90 })).map(([at, size]): [string, Action] => [
    `${at} of size ${size}`,
    (_, sheet) => {
      if (isRows(at)) sheet.getRange(at).format.rowHeight = size;
      else sheet.getRange(at).format.columnWidth = size;
    },
  ]),
  fc.tuple(lines, fc.boolean()).map(([at, hidden]): [string, Action] => [
    `${at} hidden ${String(hidden)}`,
    (_, sheet) => {
      if (isRows(at)) sheet.getRange(at).rowHidden = hidden;
      else sheet.getRange(at).columnHidden = hidden;
    },
  ]),
  lines.map((at): [string, Action] => [
    `${at} inserted`,
    (_, sheet) => void sheet.getRange(at).insert(isRows(at) ? "Down" : "Right"),
  ]),
  lines.map((at): [string, Action] => [
    `${at} deleted`,
    (_, sheet) => sheet.getRange(at).delete(isRows(at) ? "Up" : "Left"),
  ]),
  sheetName.map((name): [string, Action] => [
    `sheet ${name} added`,
    (context) => void context.workbook.worksheets.add(name),
  ]),
  sheetName.map((name): [string, Action] => [`sheet renamed ${name}`, (_, sheet) => (sheet.name = name)]),
  fc
    .nat(2)
    .map((position): [string, Action] => [`sheet moved to ${position}`, (_, sheet) => (sheet.position = position)]),
  fc.constant<[string, Action]>(["sheet deleted", (_, sheet) => sheet.delete()]),
  fc
    .constantFrom("Visible", "Hidden", "VeryHidden")
    .map((visibility): [string, Action] => [
      `sheet ${visibility}`,
      (_, sheet) => (sheet.visibility = visibility as never),
    ]),
  fc.tuple(colour, fc.boolean(), fc.nat(3)).map(([color, gridlines, frozen]): [string, Action] => [
    `sheet ${color}, gridlines ${String(gridlines)}, ${frozen} frozen`,
    (_, sheet) => {
      sheet.tabColor = color;
      sheet.showGridlines = gridlines;
      if (frozen > 0) sheet.freezePanes.freezeRows(frozen);
      else sheet.freezePanes.unfreeze();
      sheet.activate();
    },
  ]),
  fc
    .tuple(block, tableName)
    .map(([{ address }, name]): [string, Action] => [
      `table ${name} at ${address}`,
      (_, sheet) => (sheet.tables.add(address, true).name = name),
    ]),
  tableName.map((name): [string, Action] => [
    `table ${name} with a row more`,
    (context) => void context.workbook.tables.getItem(name).rows.add(),
  ]),
  tableName.map((name): [string, Action] => [
    `table ${name} with a column more, totals and a style`,
    (context) => {
      const table = context.workbook.tables.getItem(name);
      table.columns.add(-1, undefined, "More");
      table.showTotals = true;
      table.style = "TableStyleLight9";
    },
  ]),
  tableName.map((name): [string, Action] => [
    `table ${name} renamed`,
    (context) => (context.workbook.tables.getItem(name).name = name === "Base" ? "Levers" : "Base"),
  ]),
  tableName.map((name): [string, Action] => [
    `table ${name} deleted`,
    (context) => context.workbook.tables.getItem(name).delete(),
  ]),
  tableName.map((name): [string, Action] => [
    `table ${name} made a range`,
    (context) => void context.workbook.tables.getItem(name).convertToRange(),
  ]),
  block.map(({ address }): [string, Action] => [
    `Rate = ${address}`,
    (context, sheet) => void context.workbook.names.add("Rate", sheet.getRange(address)),
  ]),
  fc
    .constantFrom("=2", "=Sheet1!$A$1", "=SUM(Base)")
    .map((formula): [string, Action] => [
      `Rate becomes ${formula}`,
      (context) => (context.workbook.names.getItem("Rate").formula = formula),
    ]),
  fc.constant<[string, Action]>(["Rate deleted", (context) => context.workbook.names.getItem("Rate").delete()]),
  block.map(({ address }): [string, Action] => [
    `chart of ${address}`,
    (_, sheet) => {
      const chart = sheet.charts.add("ColumnStacked", sheet.getRange(address));
      chart.title.text = address;
      chart.left = 30;
    },
  ]),
  fc.constant<[string, Action]>([
    "first chart changed",
    (_, sheet) => {
      const chart = sheet.charts.getItemAt(0);
      chart.name = "Bridge";
      chart.legend.visible = false;
      chart.series.getItemAt(0).format.fill.setSolidColor("#0F6CBD");
    },
  ]),
  fc.constant<[string, Action]>(["first chart deleted", (_, sheet) => sheet.charts.getItemAt(0).delete()]),
);

/** A batch through the real Office.js; what fails in it ends it, as in Excel. */
export const batches: fc.Arbitrary<Edit> = fc
  .tuple(sheetName, fc.array(action, { minLength: 1, maxLength: 4 }))
  .map(([name, actions]) => ({
    run: async () => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(name);
        sheet.load("name");
        await context.sync();
        const target = sheet.isNullObject ? context.workbook.worksheets.getFirst() : sheet;
        for (const [, act] of actions) act(context, target);
        await context.sync();
      }).catch((error: unknown) => {
        if (!(error instanceof OfficeExtension.Error) || error.code === "GeneralException") throw error;
      });
    },
    toString: () => `batch on ${name}: ${actions.map(([what]) => what).join("; ")}`,
  }));

type Range = { startRow: number; endRow: number; startColumn: number; endColumn: number };
const gridRange: fc.Arbitrary<Range> = fc
  .tuple(fc.nat(6), fc.nat(4), fc.nat(2), fc.nat(2))
  .map(([startRow, startColumn, more, wider]) => ({
    ...{ startRow, endRow: startRow + more, startColumn, endColumn: startColumn + wider },
  }));
const allRows = { startRow: 0, endRow: 1999 };
const allColumns = { startColumn: 0, endColumn: 99 };

/** A command of the grid, as keys, menus and the tab bar run it. */
const command: fc.Arbitrary<[string, object]> = fc.oneof(
  fc
    .tuple(gridRange, fc.constantFrom({ v: 7 }, { v: "Need" }, { v: "=not a formula", t: 1 }))
    .map(([range, typed]): [string, object] => ["set-range-values", { range, value: typed }]),
  fc
    .tuple(fc.nat(7), formula)
    .map(([row, f]): [string, object] => [
      "set-range-values",
      { range: { startRow: row, endRow: row, startColumn: 19, endColumn: 19 }, value: { f } },
    ]),
  gridRange.map((range): [string, object] => ["clear-selection-content", { ranges: [range] }]),
  gridRange.map((range): [string, object] => ["set-style", { range, style: { type: "bl", value: 1 } }]),
  gridRange.map((range): [string, object] => ["insert-row", { range: { ...range, ...allColumns }, direction: 0 }]),
  gridRange.map((range): [string, object] => ["insert-col", { range: { ...range, ...allRows }, direction: 3 }]),
  gridRange.map((range): [string, object] => ["remove-row", { range: { ...range, ...allColumns } }]),
  gridRange.map((range): [string, object] => ["remove-col", { range: { ...range, ...allRows } }]),
  fc.tuple(gridRange, fc.nat(5), fc.nat(5)).map(([fromRange, startRow, startColumn]): [string, object] => [
    "move-range",
    {
      fromRange,
      toRange: {
        startRow,
        endRow: startRow + fromRange.endRow - fromRange.startRow,
        startColumn,
        endColumn: startColumn + fromRange.endColumn - fromRange.startColumn,
      },
    },
  ]),
  gridRange.map((range): [string, object] => ["add-worksheet-merge", { selections: [range], defaultMerge: true }]),
  sheetName.map((name): [string, object] => ["set-worksheet-name", { name }]),
  fc.nat(2).map((order): [string, object] => ["set-worksheet-order", { order }]),
  fc.constant<[string, object]>(["insert-sheet", {}]),
  fc.constant<[string, object]>(["remove-sheet", {}]),
  fc.constant<[string, object]>(["set-worksheet-hidden", {}]),
  colour.map((value): [string, object] => ["set-tab-color", { value }]),
);

export const userEdits: fc.Arbitrary<Edit> = fc.tuple(fc.nat(2), command).map(([index, [id, params]]) => ({
  run: async ({ standIn: { workbook } }) => {
    const { sheets } = workbook;
    const sheet = sheets[index % sheets.length];
    // The tab bar refuses a name that is taken, and to take the last sheet away.
    if (id === "set-worksheet-name" && workbook.findSheet((params as { name: string }).name)) return;
    const others = sheets.filter((each) => each !== sheet && each.visibility === "visible");
    if (["remove-sheet", "set-worksheet-hidden"].includes(id) && others.length === 0) return;
    if (id === "set-worksheet-order" && (params as { order: number }).order >= sheets.length) return;
    await workbook.calculation.command(`sheet.command.${id}`, {
      subUnitId: sheet?.id,
      ...(id === "move-range"
        ? { fromSubUnitId: sheet?.id, toSubUnitId: sheet?.id, fromUnitId: "book", toUnitId: "book" }
        : {}),
      ...structuredClone(params),
    });
  },
  toString: () => `user on sheet ${index}: ${id} ${JSON.stringify(params)}`,
}));
