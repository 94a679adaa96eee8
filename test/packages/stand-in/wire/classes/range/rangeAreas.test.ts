import fc from "fast-check";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { rectangles } from "@workbooks/stand-in/wire/classes/range/methods/rangeSpecialCells";
import { cellsOf } from "@workbooks/stand-in/workbook/sheet";

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:D4").values = [
      ["name", 1, "=B1*2", ""],
      ["text", 2, "=1/0", true],
      ["", 3, '="a"&"b"', "=TRUE"],
      ["'=A1", "", "=SEQUENCE(2)", ""],
    ];
    await context.sync();
  });
});
afterEach(() => addin.close());

/** What `pick` answers on the first sheet, with `properties` loaded. */
async function loaded<T extends Excel.Range | Excel.RangeAreas>(
  pick: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T,
  properties: string,
): Promise<T> {
  return Excel.run(async (context) => {
    const object = pick(context.workbook.worksheets.getFirst(), context);
    object.load(properties);
    await context.sync();
    return object;
  });
}

async function special(type: Excel.SpecialCellType | string, values?: string, address = "A1:D5"): Promise<string> {
  const areas = await loaded(
    (sheet) => sheet.getRange(address).getSpecialCellsOrNullObject(type as never, values as never),
    "address",
  );
  return areas.isNullObject ? "none" : areas.address.replaceAll("Sheet1!", "");
}

test.each([
  ["Formulas", undefined, "C1:C2, C3:D3, C4"],
  ["Formulas", "Errors", "C2"],
  ["Formulas", "Numbers", "C1, C4"],
  ["Formulas", "ErrorsText", "C2:C3"],
  ["Formulas", "Logical", "D3"],
  ["Constants", undefined, "A1:B2, D2, B3, A4"],
  ["Constants", "Text", "A1:A2, A4"],
  ["Constants", "LogicalNumbers", "B1:B3, D2"],
  ["Constants", "Errors", "none"],
  ["Blanks", undefined, "D1, A3, B4, D4:D5, A5:B5"],
])("special cells: %s %s", async (type, values, expected) => {
  const found = (await special(type, values)).split(", ").sort();
  expect(found).toEqual(expected.split(", ").sort());
});

test("special cells of a whole sheet are those of its used range", async () => {
  const areas = await loaded((sheet) => sheet.getRange().getSpecialCells("Formulas"), "address,cellCount,areaCount");
  expect([areas.cellCount, areas.areaCount]).toEqual([5, 3]);
  expect((await special("Blanks", undefined, "A:A")).split(", ")).toEqual(["A3", "A5"]);
});

test("none is not found, and what a stand-in cannot tell is refused by name", async () => {
  await expect(loaded((sheet) => sheet.getRange("A1").getSpecialCells("Formulas"), "address")).rejects.toMatchObject({
    code: "ItemNotFound",
  });
  await expect(special("SameConditionalFormat")).rejects.toMatchObject({
    code: "ApiNotFound",
    message: expect.stringContaining("SameConditionalFormat"),
  });
});

test("visible cells are what is left between hidden rows and columns", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("2:2").rowHidden = true;
    sheet.getRange("C:C").columnHidden = true;
    await context.sync();
  });
  expect(await special("Visible", undefined, "A1:D4")).toBe("A1:B1, D1, A3:B4, D3:D4");
});

test("several areas tell what they have in common", async () => {
  const areas = await loaded((sheet) => {
    const pink = sheet.getRanges("F3:F5, H:H");
    sheet.getRange("H:H").format.fill.color = "#FFC0CB";
    return pink;
  }, "address,areaCount,cellCount,isEntireColumn,format/fill/color,areas/items/address");
  expect([areas.address, areas.areaCount, areas.cellCount, areas.isEntireColumn, areas.format.fill.color]).toEqual([
    ...["Sheet1!F3:F5, Sheet1!H:H", 2, 1_048_579, false, null],
  ]);
  expect(areas.areas.items.map((range) => range.address)).toEqual(["Sheet1!F3:F5", "Sheet1!H:H"]);
});

test("a format and clear reach every area", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const areas = sheet.getRanges("A1,B2:B3");
    areas.format.font.bold = true;
    areas.format.borders.getItem("EdgeBottom").style = "Double";
    areas.clear("Contents");
    const range = sheet.getRange("A1:B3");
    const cells = ["A1", "B1", "B2", "B3"].map((address) => sheet.getRange(address));
    const bottoms = cells.map((cell) => cell.format.borders.getItem("EdgeBottom"));
    for (const cell of cells) cell.load("format/font/bold");
    for (const bottom of bottoms) bottom.load("style");
    range.load("values");
    await context.sync();
    return [range.values, cells.map((cell) => cell.format.font.bold), bottoms.map((bottom) => bottom.style)];
  });
  expect(seen).toEqual([
    [
      ["", 1],
      ["text", ""],
      ["", ""],
    ],
    [true, false, true, true],
    ["Double", "None", "None", "Double"],
  ]);
});

test("areas are widened, moved, intersected and cut to what is used", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = "P&L, now";
    const areas = sheet.getRanges("'P&L, now'!B4:E5, H2");
    const others = [
      areas.getEntireColumn(),
      areas.getEntireRow(),
      areas.getOffsetRangeAreas(1, -1),
      areas.getIntersection("A5:H9"),
      areas.getUsedRangeAreas(true),
      areas.getSpecialCells("Formulas"),
      sheet.getRanges(),
    ];
    for (const each of others) each.load("address");
    const none = [areas.getIntersectionOrNullObject("A1"), sheet.getRanges("Z1").getUsedRangeAreasOrNullObject(true)];
    await context.sync();
    return [
      ...others.map((each) => each.address.replaceAll("'P&L, now'!", "")),
      ...none.map((each) => each.isNullObject),
    ];
  });
  expect(seen).toEqual([...["B:E, H:H", "4:5, 2:2", "A5:D6, G3", "B5:E5", "C4:C5", "C4", "A1:XFD1048576", true, true]]);
});

test("an offset that leaves the sheet, or an address of another sheet, is an invalid argument", async () => {
  const refused = { code: "InvalidArgument" };
  await expect(loaded((sheet) => sheet.getRanges("A1,C3").getOffsetRangeAreas(-1, 0), "address")).rejects.toMatchObject(
    refused,
  );
  await expect(
    loaded((sheet, context) => (context.workbook.worksheets.add("Other"), sheet.getRanges("Other!A1")), "address"),
  ).rejects.toMatchObject(refused);
});

test("what is selected in several places is selected ranges", async () => {
  const areas = await loaded((sheet, context) => {
    sheet.getRanges("B2:C3,E5").areas.getItemAt(1).select();
    return context.workbook.getSelectedRanges();
  }, "address,areaCount");
  expect([areas.address, areas.areaCount]).toEqual(["Sheet1!E5", 1]);
  addin.standIn.workbook.select(addin.standIn.workbook.activeSheet, [
    { row: 0, column: 0, rowCount: 1, columnCount: 1 },
    { row: 2, column: 2, rowCount: 2, columnCount: 1 },
  ]);
  expect((await loaded((_, context) => context.workbook.getSelectedRanges(), "address")).address).toBe(
    "Sheet1!A1, Sheet1!C3:C4",
  );
});

test("areas are kept over batches", async () => {
  await Excel.run(async (context) => {
    const areas = context.workbook.worksheets.getFirst().getRange("A1:D4").getSpecialCells("Constants", "Numbers");
    areas.load("address");
    await context.sync();
    areas.format.fill.color = "#EEEEEE";
    const cell = context.workbook.worksheets.getFirst().getRange("B2");
    cell.load("format/fill/color");
    await context.sync();
    expect(cell.format.fill.color).toBe("#EEEEEE");
  });
});

test("rectangles are the cells they are made of, each once", () => {
  const cell = fc.tuple(fc.nat(5), fc.nat(5));
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: String }), (cells) => {
      expect(rectangles(cells).flatMap(cellsOf).map(String).sort()).toEqual(cells.map(String).sort());
    }),
  );
});
