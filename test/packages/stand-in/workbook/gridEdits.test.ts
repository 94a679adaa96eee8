import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B2:C4").values = [
      ["Lever", "Rate"],
      ["Need", 1],
      ["Estates", 2],
    ];
    sheet.tables.add("B2:C4", true).name = "Levers";
    sheet.getRange("H1").formulas = [["=SUM(Levers[Rate])"]];
    await context.sync();
  });
});
afterEach(() => addin.close());

const sheet = () => addin.standIn.workbook.sheet("Sheet1");
const table = () => sheet().tables[0];
const total = () => [sheet().formula(0, 7), sheet().value(0, 7)];

/** A command of the grid, as its keys and menus run it. */
async function command(id: string, params: object): Promise<void> {
  await addin.standIn.workbook.calculation.command(`sheet.command.${id}`, { subUnitId: sheet().id, ...params });
  await addin.standIn.workbook.calculation.settle();
}

async function undo(): Promise<void> {
  await addin.standIn.workbook.calculation.undo();
  await addin.standIn.workbook.calculation.settle();
}

const at = (startRow: number, startColumn: number, endRow = startRow, endColumn = startColumn) => ({
  ...{ startRow, startColumn, endRow, endColumn },
});
const type = (row: number, column: number, v: string | number) =>
  command("set-range-values", { range: at(row, column), value: { v } });

test("a heading that is typed over renames its column, and formulas follow", async () => {
  await type(1, 2, "Saving");
  expect(table()?.columns).toEqual(["Lever", "Saving"]);
  expect(total()).toEqual(["=SUM(Levers[Saving])", 3]);
  await undo();
  expect(table()?.columns).toEqual(["Lever", "Rate"]);
  expect(total()).toEqual(["=SUM(Levers[Rate])", 3]);
});

test("a heading is a text of its own: doubled, cleared, a number", async () => {
  await type(1, 2, "Lever");
  expect([table()?.columns, sheet().value(1, 2)]).toEqual([["Lever", "Lever2"], "Lever2"]);
  await command("clear-selection-content", { ranges: [at(1, 2)] });
  expect([table()?.columns, sheet().value(1, 2)]).toEqual([["Lever", "Column1"], "Column1"]);
  await type(1, 2, 2026);
  expect([table()?.columns, sheet().value(1, 2)]).toEqual([["Lever", "2026"], "2026"]);
  expect(total()).toEqual(["=SUM(Levers[2026])", 3]);
  for (let i = 0; i < 3; i++) await undo();
  expect([table()?.columns, sheet().value(1, 2)]).toEqual([["Lever", "Rate"], "Rate"]);
});

test("what is typed directly below a table becomes a row of it, undone with the typing", async () => {
  await type(4, 2, 10);
  expect(table()?.area.rowCount).toBe(4);
  expect(total()[1]).toBe(13);
  await undo();
  expect(table()?.area.rowCount).toBe(3);
  expect(total()[1]).toBe(3);
  expect(sheet().value(4, 2)).toBeNull();
  await addin.standIn.workbook.calculation.redo();
  expect(table()?.area.rowCount).toBe(4);
});

test("what is typed directly beside a table becomes a column of it", async () => {
  await type(2, 3, 5);
  expect([table()?.columns, sheet().value(1, 3)]).toEqual([["Lever", "Rate", "Column1"], "Column1"]);
  await type(1, 4, "Year");
  expect(table()?.columns).toEqual(["Lever", "Rate", "Column1", "Year"]);
  await undo();
  await undo();
  expect([table()?.columns, sheet().value(1, 3)]).toEqual([["Lever", "Rate"], null]);
});

test("a table does not grow to take in what was there, what is emptied, or what is apart from it", async () => {
  await type(5, 1, "apart");
  await type(4, 1, "");
  expect(table()?.area.rowCount).toBe(3);
  await type(4, 0, "beside");
  expect(table()?.area.rowCount).toBe(3);
});

test("a block pasted below a table becomes rows of it", async () => {
  await command("set-range-values", {
    range: at(4, 1, 5, 2),
    value: { 4: { 1: { v: "Digital" }, 2: { v: 3 } }, 5: { 1: { v: "Demand" }, 2: { v: 4 } } },
  });
  expect(table()?.area.rowCount).toBe(5);
  expect(total()[1]).toBe(10);
});

test("a table whose rows are all deleted keeps an empty one; one that is deleted whole is gone", async () => {
  await command("remove-row", { range: at(2, 0, 3, 99) });
  expect(table()?.area).toEqual({ row: 1, column: 1, rowCount: 2, columnCount: 2 });
  await undo();
  expect(table()?.area.rowCount).toBe(3);
  await command("remove-row", { range: at(0, 0, 4, 99) });
  expect(table()).toBeUndefined();
  await undo();
  expect(table()?.columns).toEqual(["Lever", "Rate"]);
  expect(total()).toEqual(["=SUM(Levers[Rate])", 3]);
});

test("a table that is cut and pasted goes along, with names and formulas that mean its cells", async () => {
  await Excel.run(async (context) => {
    context.workbook.names.add("Second", context.workbook.worksheets.getFirst().getRange("C4"));
    await context.sync();
  });
  const ids = { fromUnitId: "book", toUnitId: "book", fromSubUnitId: sheet().id, toSubUnitId: sheet().id };
  await command("move-range", { ...ids, fromRange: at(1, 1, 3, 2), toRange: at(6, 3, 8, 4) });
  expect(table()?.area).toEqual({ row: 6, column: 3, rowCount: 3, columnCount: 2 });
  expect(addin.standIn.workbook.names.items[0]?.formula).toBe("Sheet1!$E$9");
  expect(total()).toEqual(["=SUM(Levers[Rate])", 3]);
  await undo();
  expect(table()?.area).toEqual({ row: 1, column: 1, rowCount: 3, columnCount: 2 });
  expect(addin.standIn.workbook.names.items[0]?.formula).toBe("Sheet1!$C$4");
  expect(sheet().value(1, 1)).toBe("Lever");
});

test("sheets by the tab bar: renamed, moved, hidden, deleted, each taken back in its turn", async () => {
  await Excel.run(async (context) => {
    const other = context.workbook.worksheets.add("Other");
    other.getRange("A1").formulas = [["=Sheet1!C3"]];
    context.workbook.names.add("First", context.workbook.worksheets.getItem("Sheet1").getRange("C3"));
    await context.sync();
  });
  const first = sheet();
  const state = () => [
    addin.standIn.workbook.sheets.map(({ name, visibility }) => `${name} ${visibility}`),
    addin.standIn.workbook.names.items.map(({ formula }) => formula),
    addin.standIn.workbook.sheet("Other").formula(0, 0),
  ];
  const states = [state()];
  for (const [id, params] of [
    ["set-worksheet-name", { name: "P&L" }],
    ["set-worksheet-order", { order: 1 }],
    ["set-worksheet-hidden", {}],
    ["remove-sheet", {}],
  ] as const) {
    await addin.standIn.workbook.calculation.command(`sheet.command.${id}`, { subUnitId: first.id, ...params });
    await addin.standIn.workbook.calculation.settle();
    states.push(state());
  }
  expect(states.slice(1)).toEqual([
    [["P&L visible", "Other visible"], ["'P&L'!$C$3"], "='P&L'!C3"],
    [["Other visible", "P&L visible"], ["'P&L'!$C$3"], "='P&L'!C3"],
    [["Other visible", "P&L hidden"], ["'P&L'!$C$3"], "='P&L'!C3"],
    [["Other visible"], ["#REF!$C$3"], "=#REF!"],
  ]);
  for (let i = states.length - 2; i >= 0; i--) {
    await undo();
    expect(state()).toEqual(states[i]);
  }
  expect(addin.standIn.workbook.sheet("Other").value(0, 0)).toBe(1);
});
