import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** Writes a block at A1 of the first sheet. */
async function fill(values: unknown[][]): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 1).values = values as never;
    await context.sync();
  });
}

async function load<T extends Excel.Range>(pick: (sheet: Excel.Worksheet) => T, properties: string): Promise<T> {
  return Excel.run(async (context) => {
    const object = pick(context.workbook.worksheets.getFirst());
    object.load(properties);
    await context.sync();
    return object;
  });
}

test("ranges are reached by offset, size, row, column and intersection", async () => {
  const addresses = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("B2:D5");
    const ranges = [
      ...[
        range.getCell(1, 1),
        range.getRow(0),
        range.getColumn(2),
        range.getLastCell(),
        range.getOffsetRange(1, -1),
        range.getResizedRange(2, 1),
      ],
      ...[
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getIntersection("A1:B3"),
        range.getBoundingRect("F1"),
        range.getAbsoluteResizedRange(1, 1),
      ],
    ];
    for (const each of ranges) each.load("address");
    const none = range.getIntersectionOrNullObject("H9");
    await context.sync();
    expect(none.isNullObject).toBe(true);
    return ranges.map((each) => each.address.replace("Sheet1!", ""));
  });
  expect(addresses).toEqual(["C3", "B2:D2", "D2:D5", "D5", "A3:C6", "B2:E7", "2:5", "B:D", "B2:B3", "B1:F5", "B2"]);
});

test("a range that leaves the sheet is an invalid argument", async () => {
  await expect(load((sheet) => sheet.getRange("A1").getOffsetRange(-1, 0), "address")).rejects.toMatchObject({
    code: "InvalidArgument",
  });
  await expect(load((sheet) => sheet.getRange("no address"), "address")).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});

test("used range and surrounding region", async () => {
  await fill([
    ["a", 1, ""],
    ["b", 2, ""],
    ["", "", ""],
    ["c", "", "x"],
  ]);
  expect((await load((sheet) => sheet.getUsedRange(true), "address")).address).toBe("Sheet1!A1:C4");
  expect((await load((sheet) => sheet.getRange("B1").getSurroundingRegion(), "address")).address).toBe("Sheet1!A1:B2");
  expect((await load((sheet) => sheet.getRange("B:B").getUsedRange(true), "address")).address).toBe("Sheet1!B1:B2");
  expect((await load((sheet) => sheet.getRange("F9:G9").getUsedRangeOrNullObject(true), "address")).isNullObject).toBe(
    true,
  );
});

test("an empty sheet's used range is A1, or no object", async () => {
  expect((await load((sheet) => sheet.getUsedRange(), "address")).address).toBe("Sheet1!A1");
  expect((await load((sheet) => sheet.getUsedRangeOrNullObject(), "address")).isNullObject).toBe(true);
});

test("an array of the wrong size is refused, and nothing of it is written", async () => {
  await expect(
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1:B2").values = [[1]] as never;
      context.workbook.worksheets.getFirst().getRange("A1:C2").values = [
        [1, 2],
        [3, 4],
      ] as never;
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("big arrays, which Office.js sends in parts", async () => {
  const values = Array.from({ length: 900 }, (_, row) => [row, row * 2]);
  await fill(values);
  expect((await load((sheet) => sheet.getRange("A1:B900"), "values")).values).toEqual(values);
  await expect(
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1:B10").values = values;
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("null leaves a cell as it is, an empty text clears it", async () => {
  await fill([[1, 2, 3]]);
  await fill([[null, "", 9]]);
  expect((await load((sheet) => sheet.getRange("A1:C1"), "values")).values).toEqual([[1, "", 9]]);
});

test("texts become what Excel makes of them when they are typed", async () => {
  await fill([["12.5", "2%", "TRUE", "2011/12", "2015/16", "'=A1", "1,234", "£5"]]);
  const range = await load((sheet) => sheet.getRange("A1:H1"), "values,numberFormat,valueTypes");
  expect(range.values).toEqual([[12.5, 0.02, true, 40878, "2015/16", "=A1", 1234, 5]]);
  expect(range.numberFormat).toEqual([
    ["General", "0%", "General", "mmm-yy", "General", "General", "General", "£#,##0"],
  ]);
});

test("in a text cell everything stays text", async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:B1");
    range.numberFormat = [["@", "@"]];
    range.values = [["2011/12", "=1+1"]];
    await context.sync();
  });
  expect((await load((sheet) => sheet.getRange("A1:B1"), "values")).values).toEqual([["2011/12", "=1+1"]]);
});

test("formulas that cannot be entered are refused", async () => {
  await expect(fill([["=SUM(1,"]])).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("formats are read back, and null where cells differ", async () => {
  await fill([[0.096, "b"]]);
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange("A1:B1");
    range.numberFormat = [["0.0%", null as never]];
    range.format.font.bold = true;
    range.format.fill.color = "#eef";
    range.format.wrapText = true;
    range.format.horizontalAlignment = "Center";
    range.format.columnWidth = 90;
    range.format.borders.getItem("EdgeBottom").style = "Continuous";
    sheet.getRange("B1").format.font.color = "red";
    sheet.getRange("B1").format.indentLevel = 2;
    await context.sync();
    range.load(
      "text,format/wrapText,format/horizontalAlignment,format/columnWidth,format/indentLevel,format/font/bold,format/font/color,format/fill/color",
    );
    const border = range.format.borders.getItem("EdgeBottom");
    border.load("style,weight,color");
    await context.sync();
    const { format } = range;
    return [
      range.text,
      format.wrapText,
      format.horizontalAlignment,
      format.columnWidth,
      format.indentLevel,
      format.font.bold,
      format.font.color,
      format.fill.color,
      border.style,
    ];
  });
  expect(seen).toEqual([[["9.6%", "b"]], true, "Center", 90, null, true, null, "#EEEEFF", "Continuous"]);
});

test("whole columns take formats, and answer no values", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B:B").numberFormat = "0.00" as never;
    sheet.getRange("B:B").format.columnWidth = 60;
    const column = sheet.getRange("B:B");
    const cell = sheet.getRange("B7");
    column.load("values,isEntireColumn,cellCount");
    cell.load("numberFormat,format/columnWidth");
    await context.sync();
    return [column.values, column.isEntireColumn, column.cellCount, cell.numberFormat, cell.format.columnWidth];
  });
  expect(seen).toEqual([null, true, 1_048_576, [["0.00"]], 60]);
});

test("rows and columns are hidden, and say so one by one", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("2:3").rowHidden = true;
    sheet.getRange("C:C").columnHidden = true;
    const rows = sheet.getRange("A1:C4").getRowProperties({ rowHidden: true, rowIndex: true } as never);
    const columns = sheet.getRange("A1:C4").getColumnProperties({ columnHidden: true });
    const mixed = sheet.getRange("A1:A2");
    mixed.load("rowHidden,hidden");
    await context.sync();
    return [
      rows.value.map((row) => row.rowHidden),
      columns.value.map((column) => column.columnHidden),
      mixed.rowHidden,
    ];
  });
  expect(seen).toEqual([[false, true, true, false], [false, false, true], null]);
});

test("clear takes contents, formats or both", async () => {
  await fill([[1, 2]]);
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B1").format.font.bold = true;
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("B1").clear();
    const [a, b] = [sheet.getRange("A1"), sheet.getRange("B1")];
    a.load("values,format/font/bold");
    b.load("values,format/font/bold");
    await context.sync();
    return [a.values, a.format.font.bold, b.values, b.format.font.bold];
  });
  expect(seen).toEqual([[[""]], true, [[""]], false]);
});

test("what is selected is what getSelectedRange answers", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Other");
    sheet.getRange("B2:C3").select();
    const range = context.workbook.getSelectedRange();
    const cell = context.workbook.getActiveCell();
    range.load("address");
    cell.load("address");
    await context.sync();
    return [range.address, cell.address];
  });
  expect(seen).toEqual(["Other!B2:C3", "Other!B2"]);
});

test("rows are put into a sheet, and formulas move with their cells", async () => {
  await fill([[1], [2], ["=SUM(A1:A2)"]]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("2:3").insert("Down");
    await context.sync();
  });
  const range = await load((sheet) => sheet.getRange("A1:A5"), "formulas,values");
  expect(range.formulas).toEqual([[1], [""], [""], [2], ["=SUM(A1:A4)"]]);
  expect(range.values[4]).toEqual([3]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("1:2").delete("Up");
    await context.sync();
  });
  expect((await load((sheet) => sheet.getRange("A1:A3"), "formulas,values")).formulas).toEqual([
    [""],
    [2],
    ["=SUM(A1:A2)"],
  ]);
});

test("a member that the stand-in does not have fails by its name", async () => {
  await expect(
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").getPivotTables().load("items");
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("Range.getPivotTables") });
  await expect(load((sheet) => sheet.getRange("A1"), "linkedDataTypeState")).rejects.toMatchObject({
    code: "ApiNotFound",
    message: expect.stringContaining("Range.linkedDataTypeState"),
  });
});

test("on a protected sheet nothing is written", async () => {
  await expect(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.protection.protect();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "AccessDenied" });
});

test("what was done before an error stays done", async () => {
  await expect(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1").values = [[1]];
      context.workbook.worksheets.getItem("Nope").getRange("A1").values = [[2]];
      sheet.getRange("A2").values = [[3]];
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "ItemNotFound" });
  expect((await load((sheet) => sheet.getRange("A1:A2"), "values")).values).toEqual([[1], [""]]);
});
