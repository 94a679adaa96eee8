import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("B2:E8").values = [
      [1, 2, "", 4],
      [1, "", "", ""],
      [1, "", "", ""],
      ["", "", "", ""],
      ["", "", "", ""],
      [1, "", "", ""],
      [1, 2, 3, 4],
    ];
    await context.sync();
  });
});
afterEach(() => addin.close());

async function address(pick: (sheet: Excel.Worksheet) => Excel.Range): Promise<string> {
  return Excel.run(async (context) => {
    const range = pick(context.workbook.worksheets.getFirst());
    range.load("address");
    await context.sync();
    return range.address.replace("Sheet1!", "");
  });
}

test.each([
  ["B2", "Down", "B4"],
  ["B3", "Up", "B2"],
  ["B4", "Down", "B7"],
  ["B8", "Down", "B1048576"],
  ["B2", "Right", "C2"],
  ["C2", "Right", "E2"],
  ["E2", "Right", "XFD2"],
  ["B2", "Left", "A2"],
  ["A1", "Down", "A1048576"],
  ["B1048576", "Up", "B8"],
  ["XFD8", "Left", "E8"],
  ["A1", "Up", "A1"],
] as const)("from %s %s to %s, as Ctrl and an arrow go", async (from, direction, to) => {
  expect(await address((sheet) => sheet.getRange(from).getRangeEdge(direction))).toBe(to);
});

test("an edge is looked for from the active cell, which has to be in the range", async () => {
  expect(await address((sheet) => sheet.getRange("B2:E8").getRangeEdge("Down", "C2"))).toBe("C8");
  await expect(address((sheet) => sheet.getRange("B2:C3").getRangeEdge("Down", "A1"))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});

test("a range is extended as with Shift held down", async () => {
  expect(await address((sheet) => sheet.getRange("B2:C3").getExtendedRange("Down"))).toBe("B2:C4");
  expect(await address((sheet) => sheet.getRange("B2").getExtendedRange("Right"))).toBe("B2:C2");
  expect(await address((sheet) => sheet.getRange("C8:D8").getExtendedRange("Left"))).toBe("B8:D8");
});

test("hidden rows are passed over", async () => {
  const seen = await address((sheet) => {
    sheet.getRange("3:4").rowHidden = true;
    sheet.getRange("7:7").rowHidden = true;
    return sheet.getRange("B2").getRangeEdge("Down");
  });
  expect(seen).toBe("B8");
});

test.each([
  ["getRowsAbove", undefined, "B3:C3"],
  ["getRowsAbove", 2, "B2:C3"],
  ["getRowsAbove", -1, "B4:C4"],
  ["getRowsBelow", 3, "B6:C8"],
  ["getRowsBelow", -2, "B4:C5"],
  ["getColumnsBefore", 1, "A4:A5"],
  ["getColumnsBefore", -1, "B4:B5"],
  ["getColumnsAfter", 2, "D4:E5"],
  ["getColumnsAfter", -1, "C4:C5"],
] as const)("B4:C5 %s %s is %s", async (member, count, expected) => {
  expect(await address((sheet) => sheet.getRange("B4:C5")[member](count))).toBe(expected);
});

test("no rows, or rows above the first, are an invalid argument", async () => {
  await expect(address((sheet) => sheet.getRange("B4").getRowsAbove(0))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
  await expect(address((sheet) => sheet.getRange("B2").getRowsAbove(2))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});

test("merged areas are found, whole, where the range touches them", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("G1:H2").merge();
    sheet.getRange("G4:H5").merge(true);
    const found = sheet.getRange("H2:H5").getMergedAreasOrNullObject();
    const none = sheet.getRange("A1").getMergedAreasOrNullObject();
    found.load("address");
    await context.sync();
    return [found.address.replaceAll("Sheet1!", ""), none.isNullObject];
  });
  expect(seen).toEqual(["G1:H2, G4:H4, G5:H5", true]);
});

test("formulas in R1C1 style are read and written", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("F2:F3").formulasR1C1 = [["=SUM(RC[-4]:RC[-1])"], ["=R2C2+R[-1]C"]];
    sheet.getRange("F4").formulasR1C1 = [["text"]];
    sheet.getRange("F5").formulas = [["=SUM($B$2:B2,B:B)"]];
    const range = sheet.getRange("F2:F5");
    range.load("formulas,formulasR1C1,values");
    await context.sync();
    return [range.formulas, range.formulasR1C1, range.values.slice(0, 3)];
  });
  expect(seen).toEqual([
    [["=SUM(B2:E2)"], ["=$B$2+F2"], ["text"], ["=SUM($B$2:B2,B:B)"]],
    [["=SUM(RC[-4]:RC[-1])"], ["=R2C2+R[-1]C"], ["text"], ["=SUM(R2C2:R[-3]C[-4],C[-4])"]],
    [[7], [8], ["text"]],
  ]);
});

test("a view has what is not hidden, and writes nothing else", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("3:3").rowHidden = true;
    sheet.getRange("C:C").columnHidden = true;
    const view = sheet.getRange("B2:E4").getVisibleView();
    view.load("rowCount,columnCount,values,text,cellAddresses,rows/items/index,rows/items/values");
    await context.sync();
    view.values = [
      [5, 6, 7],
      [8, 9, 10],
    ];
    const range = sheet.getRange("B2:E4");
    range.load("values");
    await context.sync();
    const { rowCount, columnCount, values, cellAddresses, rows } = view;
    return [[rowCount, columnCount], values, cellAddresses[1], rows.items.map((row) => row.index), range.values];
  });
  expect(seen).toEqual([
    [2, 3],
    [
      [5, 6, 7],
      [8, 9, 10],
    ],
    ["Sheet1!B4", "Sheet1!D4", "Sheet1!E4"],
    [0, 1],
    [
      [5, 2, 6, 7],
      [1, "", "", ""],
      [8, "", 9, 10],
    ],
  ]);
});

test("the heights of rows are fitted to their lines, and are standard again", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const cell = sheet.getRange("A1");
    cell.values = [["a long text that takes several lines in a column of the standard width"]];
    cell.format.wrapText = true;
    cell.format.rowHeight = 80;
    cell.format.load("rowHeight");
    await context.sync();
    const heights = [cell.format.rowHeight];
    cell.format.autofitRows();
    cell.format.load("rowHeight");
    await context.sync();
    heights.push(cell.format.rowHeight);
    cell.format.useStandardHeight = true;
    cell.format.load("rowHeight,useStandardHeight");
    await context.sync();
    return [...heights, cell.format.rowHeight, cell.format.useStandardHeight];
  });
  expect(seen[0]).toBe(80);
  expect(seen[1]).toBeGreaterThan(80);
  expect(seen.slice(2)).toEqual([15, true]);
});

test("indents are changed one by one", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B2").format.indentLevel = 3;
    sheet.getRange("B2:C2").format.adjustIndent(2);
    const formats = [sheet.getRange("B2").format, sheet.getRange("C2").format];
    for (const format of formats) format.load("indentLevel");
    await context.sync();
    return formats.map((format) => format.indentLevel);
  });
  expect(seen).toEqual([5, 2]);
});

test("alignments, underlines and borders that the stand-in has not are refused by name", async () => {
  const set = (change: (format: Excel.RangeFormat) => void) =>
    Excel.run(async (context) => {
      change(context.workbook.worksheets.getFirst().getRange("A1").format);
      await context.sync();
    });
  const refused = (name: string) => ({ code: "ApiNotFound", message: expect.stringContaining(name) as string });
  await expect(set((format) => (format.horizontalAlignment = "Fill"))).rejects.toMatchObject(refused("Fill"));
  await expect(set((format) => (format.verticalAlignment = "Justify"))).rejects.toMatchObject(refused("Justify"));
  await expect(set((format) => (format.font.underline = "Double"))).rejects.toMatchObject(refused("Double"));
  await expect(set((format) => (format.borders.getItem("DiagonalUp").style = "Continuous"))).rejects.toMatchObject(
    refused("DiagonalUp"),
  );
});
