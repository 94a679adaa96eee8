import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const other = context.workbook.worksheets.add("My data");
    sheet.getRange("A1:B4").values = [
      ["Lever", "Saving"],
      ["Estates", 2],
      ["Agency", 5],
      ["Drugs", 1],
    ];
    sheet.tables.add("A1:B4", true).name = "Levers";
    context.workbook.names.add("Rate", other.getRange("B1"));
    context.workbook.names.add("Twice", "=Rate*2" as never);
    other.getRange("A1:B1").values = [[1, 0.5]];
    sheet.getRange("D1:D6").formulas = [
      ["=SUM(Levers[Saving])*Rate"],
      ["=D1+'My data'!A1"],
      ["=D2*2"],
      ["=SEQUENCE(2)+B2"],
      [""],
      ["=SUM(D4#)+Twice+INDEX(A:A,1)"],
    ];
    other.getRange("D1").formulas = [["=Sheet1!D5"]];
    await context.sync();
  });
});
afterEach(() => addin.close());

async function traced(
  member: "getDirectPrecedents" | "getPrecedents" | "getDirectDependents" | "getDependents",
  address: string,
  sheetName = "Sheet1",
): Promise<string[]> {
  return Excel.run(async (context) => {
    const found = context.workbook.worksheets.getItem(sheetName).getRange(address)[member]();
    found.load("addresses");
    await context.sync();
    return found.addresses;
  });
}

test.each([
  ["D1", ["Sheet1!B2:B4", "'My data'!B1"]],
  ["D2", ["Sheet1!D1", "'My data'!A1"]],
  ["D6", ["Sheet1!D4:D5, Sheet1!A:A", "'My data'!B1"]],
  ["D2:D3", ["Sheet1!D1, Sheet1!D2", "'My data'!A1"]],
])("%s reads", async (address, expected) => {
  expect(await traced("getDirectPrecedents", address)).toEqual(expected);
});

test("precedents of precedents, through arrays as well", async () => {
  expect(await traced("getPrecedents", "D3")).toEqual([
    ...["Sheet1!D2, Sheet1!D1, Sheet1!B2:B4", "'My data'!A1, 'My data'!B1"],
  ]);
  expect(await traced("getPrecedents", "D1", "My data")).toEqual(["Sheet1!D5, Sheet1!B2"]);
});

test("who reads a cell, and who reads those", async () => {
  expect(await traced("getDirectDependents", "B1", "My data")).toEqual(["Sheet1!D1, Sheet1!D6"]);
  expect(await traced("getDirectDependents", "B2")).toEqual(["Sheet1!D1, Sheet1!D4"]);
  expect(await traced("getDependents", "B2")).toEqual(["Sheet1!D1:D4, Sheet1!D6", "'My data'!D1"]);
  expect(await traced("getDependents", "B3")).toEqual(["Sheet1!D1:D3"]);
});

test("none is not found", async () => {
  await expect(traced("getPrecedents", "B2")).rejects.toMatchObject({ code: "ItemNotFound" });
  await expect(traced("getDependents", "D3")).rejects.toMatchObject({ code: "ItemNotFound" });
});

test("areas of several sheets are reached by sheet and formatted", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const found = sheet.getRange("D1").getDirectPrecedents();
    const areas = found.getRangeAreasBySheet("my data");
    const none = found.getRangeAreasOrNullObjectBySheet("Nope");
    found.load("areas/items/address,ranges/items/address");
    areas.load("address");
    areas.format.fill.color = "#FFFF00";
    const cell = context.workbook.worksheets.getItem("My data").getRange("B1");
    cell.load("format/fill/color");
    await context.sync();
    return [
      found.areas.items.map(({ address }) => address),
      found.ranges.items.map(({ address }) => address),
      ...[areas.address, none.isNullObject, cell.format.fill.color],
    ];
  });
  expect(seen).toEqual([
    ["Sheet1!B2:B4", "'My data'!B1"],
    ["Sheet1!B2:B4", "'My data'!B1"],
    ...["'My data'!B1", true, "#FFFF00"],
  ]);
});

test("properties of cells, rows and columns are read and set in one call", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange("F1:G2");
    range.setCellProperties([
      [{ format: { fill: { color: "#FF0000" }, font: { bold: true } } }, {}],
      [{ format: { borders: { bottom: { style: "Continuous", color: "#00FF00" } } } }, { format: { indentLevel: 2 } }],
    ]);
    range.setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }]);
    range.setColumnProperties([{ format: { columnWidth: 90 } }, { columnHidden: false }]);
    const cells = range.getCellProperties({
      ...{ address: true, hidden: true },
      format: { fill: { color: true }, font: { bold: true }, borders: { bottom: { style: true, color: true } } },
    } as never);
    const rows = range.getRowProperties({
      rowIndex: true,
      rowHidden: true,
      format: { rowHeight: true, font: { bold: true } },
    } as never);
    const columns = range.getColumnProperties({
      columnIndex: true,
      format: { columnWidth: true, fill: { color: true } },
    } as never);
    await context.sync();
    return [cells.value, rows.value, columns.value];
  });
  const plain = { fill: { color: "#FFFFFF" }, font: { bold: false } };
  const none = { bottom: { style: "None", color: "#000000" } };
  expect(seen).toEqual([
    [
      [
        {
          ...{ address: "Sheet1!F1", hidden: false },
          format: { fill: { color: "#FF0000" }, font: { bold: true }, borders: none },
        },
        { address: "Sheet1!G1", hidden: false, format: { ...plain, borders: none } },
      ],
      [
        {
          ...{ address: "Sheet1!F2", hidden: true },
          format: { ...plain, borders: { bottom: { style: "Continuous", color: "#00FF00" } } },
        },
        { address: "Sheet1!G2", hidden: true, format: { ...plain, borders: none } },
      ],
    ],
    [
      { rowIndex: 0, rowHidden: false, format: { rowHeight: 30, font: { bold: null } } },
      { rowIndex: 1, rowHidden: true, format: { rowHeight: expect.any(Number) as number, font: { bold: false } } },
    ],
    [
      { columnIndex: 5, format: { columnWidth: 90, fill: { color: null } } },
      { columnIndex: 6, format: { columnWidth: expect.any(Number) as number, fill: { color: "#FFFFFF" } } },
    ],
  ]);
});

test("what is asked of a cell's borders is said of each side, and can be set as it came", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const cell = sheet.getRange("F1");
    cell.format.borders.getItem("EdgeTop").style = "Double";
    const asked = cell.getCellProperties({ format: { borders: { style: true } } });
    await context.sync();
    const other = sheet.getRange("G1");
    other.setCellProperties(asked.value as Excel.SettableCellProperties[][]);
    const top = other.format.borders.getItem("EdgeTop");
    top.load("style");
    await context.sync();
    return [asked.value[0]?.[0]?.format?.borders, top.style];
  });
  const none = { style: "None" };
  const others = { bottom: none, left: none, right: none };
  expect(seen).toEqual([{ ...others, top: { style: "Double" } }, "Double"]);
});

test("properties of another number of cells, or that the stand-in has not, are refused", async () => {
  const act = (set: (range: Excel.Range) => void) =>
    Excel.run(async (context) => {
      set(context.workbook.worksheets.getFirst().getRange("F1:G2"));
      await context.sync();
    });
  await expect(act((range) => range.setCellProperties([[{}, {}]]))).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(act((range) => range.setRowProperties([{}]))).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(act((range) => void range.getCellProperties({ style: true }))).rejects.toMatchObject({
    code: "ApiNotFound",
    message: expect.stringContaining("Range.style") as string,
  });
});
