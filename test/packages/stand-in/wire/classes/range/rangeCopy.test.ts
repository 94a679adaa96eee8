import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { numberFormatCategory } from "@workbooks/stand-in/workbook/cells/numberFormatCategory";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** Writes at A1, then does something in a batch of its own, and reads what stands in an area afterwards. */
async function after(
  formulas: unknown[][],
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
  read: string,
): Promise<{ formulas: unknown[][]; values: unknown[][] }> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRangeByIndexes(0, 0, formulas.length, formulas[0]?.length ?? 1).formulas = formulas as never;
    await context.sync();
    act(sheet, context);
    await context.sync();
    const range = sheet.getRange(read);
    range.load("formulas,values");
    await context.sync();
    return { formulas: range.formulas, values: range.values };
  });
}

test("a copy is as big as its source, whatever the size of the target, with formulas that follow", async () => {
  const { formulas, values } = await after(
    [
      [1, "=A1*2", "=$A$1"],
      [3, "=A2*2", "text"],
    ],
    (sheet) => sheet.getRange("E1").copyFrom("A1:C2"),
    "E1:G2",
  );
  expect(formulas).toEqual([
    [1, "=E1*2", "=$A$1"],
    [3, "=E2*2", "text"],
  ]);
  expect(values[1]).toEqual([3, 6, "text"]);
});

test("it is repeated where it fits exactly", async () => {
  const { values } = await after([[1, 2]], (sheet) => sheet.getRange("A3:D5").copyFrom("A1:B1"), "A3:D6");
  expect(values).toEqual([
    [1, 2, 1, 2],
    [1, 2, 1, 2],
    [1, 2, 1, 2],
    ["", "", "", ""],
  ]);
  const once = await after([[1, 2]], (sheet) => sheet.getRange("A8:C8").copyFrom("A1:B1"), "A8:C8");
  expect(once.values).toEqual([[1, 2, ""]]);
});

test("values, formulas and formats are copied by themselves", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B1").formulas = [[2, "=A1/4"]];
    sheet.getRange("A1:B1").numberFormat = [["0.00", "0%"]];
    sheet.getRange("B1").format.fill.color = "#FFEE00";
    sheet.getRange("A2:A4").format.font.bold = true;
    await context.sync();
    sheet.getRange("A2").copyFrom("A1:B1", "Values");
    sheet.getRange("A3").copyFrom("A1:B1", "Formulas");
    sheet.getRange("A4").values = [[9]];
    sheet.getRange("A4").copyFrom("A1:B1", "Formats");
    const range = sheet.getRange("A2:B4");
    const cell = sheet.getRange("B4");
    range.load("formulas,numberFormat");
    cell.load("format/fill/color");
    const bold = sheet.getRange("A2:A4");
    bold.load("format/font/bold");
    await context.sync();
    return [range.formulas, range.numberFormat, cell.format.fill.color, bold.format.font.bold];
  });
  expect(seen).toEqual([
    [
      [2, 0.5],
      [2, "=A3/4"],
      [9, ""],
    ],
    [
      ["General", "General"],
      ["General", "General"],
      ["0.00", "0%"],
    ],
    "#FFEE00",
    null,
  ]);
});

test("blank cells can be left out", async () => {
  const { values } = await after(
    [
      [1, "", 3],
      [7, 8, 9],
    ],
    (sheet) => sheet.getRange("A2").copyFrom("A1:C1", "All", true),
    "A2:C2",
  );
  expect(values).toEqual([[1, 8, 3]]);
  const without = await after(
    [
      [7, 8, 9],
      [1, "", 3],
    ],
    (sheet) => sheet.getRange("A1").copyFrom("A2:C2"),
    "A1:C1",
  );
  expect(without.values).toEqual([[1, "", 3]]);
});

test("rows become columns", async () => {
  const { formulas } = await after(
    [
      [1, 2, "=A1+B1"],
      [4, 5, "=$A$2"],
    ],
    (sheet) => sheet.getRange("E1").copyFrom("A1:C2", "All", false, true),
    "E1:F3",
  );
  expect(formulas).toEqual([
    [1, 4],
    [2, 5],
    ["=E1+E2", "=$A$2"],
  ]);
});

test("a link shows the source: one cell for good, several each its own", async () => {
  const { formulas } = await after([[1, 2]], (sheet) => sheet.getRange("A2").copyFrom("A1:B1", "Link"), "A2:B2");
  expect(formulas).toEqual([["=A1", "=B1"]]);
  const one = await after([[1, 2]], (sheet) => sheet.getRange("A3").copyFrom("B1", "Link"), "A3");
  expect(one.formulas).toEqual([["=$B$1"]]);
});

test("an array is copied by its first cell, and as values without it or where values are asked for", async () => {
  const { formulas, values } = await after(
    [["=SEQUENCE(3)"]],
    (sheet) => {
      sheet.getRange("C1").copyFrom("A1:A3");
      sheet.getRange("D1").copyFrom("A2:A3");
      sheet.getRange("E1").copyFrom("A1:A3", "Values");
    },
    "C1:E3",
  );
  expect(formulas).toEqual([
    ["=SEQUENCE(3)", 2, 1],
    [2, 3, 2],
    [3, "", 3],
  ]);
  expect(values.map((row) => row[0])).toEqual([1, 2, 3]);
});

test("a copy from another sheet, over its own source, of merged cells and of whole columns", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const other = context.workbook.worksheets.add("My data");
    other.getRange("A1:B2").formulas = [
      [1, "=A1"],
      [2, "=Sheet1!A1"],
    ];
    other.getRange("A4:B4").merge();
    other.getRange("A:A").format.columnWidth = 100;
    await context.sync();
    sheet.getRange("D:E").copyFrom("'My data'!A:B");
    await context.sync();
    sheet.getRange("D2").copyFrom("D1:D2");
    await context.sync();
    const range = sheet.getRange("D1:E3");
    const merged = sheet.getRange("D1:E9").getMergedAreasOrNullObject();
    const column = sheet.getRange("D1").format;
    range.load("formulas");
    merged.load("address");
    column.load("columnWidth");
    await context.sync();
    return [range.formulas, merged.address, column.columnWidth];
  });
  expect(seen).toEqual([
    [
      [1, "=D1"],
      [1, "=Sheet1!D1"],
      [2, ""],
    ],
    ...["Sheet1!D4:E4", 100],
  ]);
});

test("areas that are a rectangle without some of its rows are copied close together", async () => {
  const rows = [[1], [2], [3], [4]];
  const { values } = await after(rows, (sheet) => sheet.getRange("C1").copyFrom(sheet.getRanges("A1:A2,A4")), "C1:C4");
  expect(values).toEqual([[1], [2], [4], [""]]);
  await expect(
    after([[1, 2]], (sheet) => sheet.getRange("D1").copyFrom(sheet.getRanges("A1,B2")), "D1"),
  ).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("nothing is pasted on a protected sheet", async () => {
  const act = (sheet: Excel.Worksheet) => {
    sheet.protection.protect();
    sheet.getRange("B1").copyFrom("A1");
  };
  await expect(after([[1]], act, "B1")).rejects.toMatchObject({ code: "AccessDenied" });
});

describe("auto fill", () => {
  const filled = async (column: unknown[], to: string, type?: Excel.AutoFillType | string, from?: string) =>
    (
      await after(
        column.map((value) => [value]),
        (sheet) => sheet.getRange(from ?? `A1:A${column.length}`).autoFill(to, type as never),
        to,
      )
    ).formulas.map(([value]) => value);

  test.each<[string, unknown[], string | undefined, unknown[]]>([
    ["one number is copied", [5], undefined, [5, 5, 5, 5, 5]],
    ["or counted on, if a series is asked for", [5], "FillSeries", [5, 6, 7, 8, 9]],
    ["two numbers go on by their step", [1, 3], undefined, [1, 3, 5, 7, 9]],
    ["three by the line that fits them", [1, 2, 4], "FillSeries", [1, 2, 4, 16 / 3, 41 / 6]],
    ["or are repeated", [1, 3], "FillCopy", [1, 3, 1, 3, 1]],
    ["texts are repeated", ["a", "b"], undefined, ["a", "b", "a", "b", "a"]],
    ["a text with a number counts on", ["Item 09"], undefined, ["Item 09", "Item 10", "Item 11", "Item 12", "Item 13"]],
    ["formulas follow", ["=B1*2"], undefined, ["=B1*2", "=B2*2", "=B3*2", "=B4*2", "=B5*2"]],
  ])("%s", async (_what, column, type, expected) => {
    const seen = await filled(column, "A1:A5", type);
    seen.forEach((value, i) => {
      const wanted = expected[i];
      if (typeof wanted === "number") expect(value).toBeCloseTo(wanted, 12);
      else expect(value).toBe(wanted);
    });
  });

  test("upwards a series goes back", async () => {
    expect(await filled(["", "", 4, 6], "A1:A4", undefined, "A3:A4")).toEqual([0, 2, 4, 6]);
  });

  test("formats alone, or values without them", async () => {
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:A2").values = [[1], [2]];
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("A1:A2").autoFill("A1:C2", "FillFormats");
      sheet.getRange("A1:A2").autoFill("A1:A4", "FillValues");
      const across = sheet.getRange("B1:C1");
      const down = sheet.getRange("A3:A4");
      across.load("values,format/font/bold");
      down.load("values,format/font/bold");
      await context.sync();
      return [across.values, across.format.font.bold, down.values, down.format.font.bold];
    });
    expect(seen).toEqual([[["", ""]], true, [[1], [2]], false]);
  });

  test.each([
    ["dates", ["2026-01-31"], "FillSeries"],
    ["months", ["Jan"], undefined],
    ["numbers among texts", ["a", 1], undefined],
    ["trends of growth", [1, 2], "GrowthTrend"],
  ])("%s are refused by name", async (_what, column, type) => {
    await expect(filled(column, "A1:A5", type)).rejects.toMatchObject({
      code: "ApiNotFound",
      message: expect.stringContaining("autoFill") as string,
    });
  });

  test("the destination holds the range and goes one way", async () => {
    await expect(filled([1], "A2:A5")).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(filled([1], "A1:B5")).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

test.each([
  ["General", "General"],
  ["0", "Number"],
  ["#,##0.00", "Number"],
  ["0.00_);(0.00)", "Number"],
  ["$#,##0.00", "Currency"],
  ["[$£-809]#,##0", "Currency"],
  ['_-"£"* #,##0.00_-', "Accounting"],
  ["0.0%", "Percentage"],
  ["0.00E+00", "Scientific"],
  ["# ?/?", "Fraction"],
  ["@", "Text"],
  ["m/d/yyyy", "Date"],
  ["mmm-yy", "Date"],
  ["[$-809]dd mmmm yyyy", "Date"],
  ["h:mm:ss", "Time"],
  ["[h]:mm", "Time"],
  ["mm:ss.0", "Time"],
  ['0.0"m"', "Custom"],
])("the format %s is of the category %s", (format, category) => {
  expect(numberFormatCategory(format)).toBe(category);
});
