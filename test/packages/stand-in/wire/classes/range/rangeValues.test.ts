import fc from "fast-check";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** What a range answers after something was done to it. */
async function after(
  address: string,
  act: (range: Excel.Range, sheet: Excel.Worksheet) => void,
): Promise<Pick<Excel.Range, "values" | "formulas" | "text" | "valueTypes" | "numberFormat">> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange(address);
    act(range, sheet);
    await context.sync();
    range.load("values,formulas,text,valueTypes,numberFormat");
    await context.sync();
    const { values, formulas, text, valueTypes, numberFormat } = range;
    return { values, formulas, text, valueTypes, numberFormat };
  });
}

test.each<[unknown, unknown, unknown, string, string]>([
  // what is written, what values, formulas, text and valueTypes answer
  [1.5, 1.5, 1.5, "1.5", "Double"],
  [1 / 3, 1 / 3, 1 / 3, "0.333333333", "Double"],
  [true, true, true, "TRUE", "Boolean"],
  ["", "", "", "", "Empty"],
  ["text", "text", "text", "text", "String"],
  ["'12", "12", "12", "12", "String"],
  ["'=A1", "=A1", "=A1", "=A1", "String"],
  [" =1+1", " =1+1", " =1+1", " =1+1", "String"],
  ["=1+1", 2, "=1+1", "2", "Double"],
  ["+1", 1, 1, "1", "Double"],
  ["+1+2", 3, "=+1+2", "3", "Double"],
  ["-A9", 0, "=-A9", "0", "Double"],
  ["=", "=", "=", "=", "String"],
  ["2%", 0.02, 0.02, "2%", "Double"],
  ["£1,250", 1250, 1250, "£1,250", "Double"],
  ["false", false, false, "FALSE", "Boolean"],
  ["#N/A", "#N/A", "#N/A", "#N/A", "Error"],
  ["=1/0", "#DIV/0!", "=1/0", "#DIV/0!", "Error"],
  ['=""', "", '=""', "", "String"],
  ["=A9", 0, "=A9", "0", "Double"],
  ["=TRUE", true, "=TRUE", "TRUE", "Boolean"],
])("%j is %j", async (written, value, formula, text, type) => {
  const seen = await after("B2", (range) => void (range.values = [[written]]));
  expect([seen.values, seen.formulas, seen.text, seen.valueTypes]).toEqual([
    [[value]],
    [[formula]],
    [[text]],
    [[type]],
  ]);
});

test("a formula is written back as Excel writes it", async () => {
  const seen = await after(
    "B2",
    (range) => void (range.formulas = [["=sum( a1:a3 , Sheet1!$c4)+Iferror(true, rate)"]]),
  );
  expect(seen.formulas).toEqual([["=SUM( A1:A3 , Sheet1!$C4)+IFERROR(TRUE, rate)"]]);
});

test("in a cell of the format Text everything is text, and stays so", async () => {
  const seen = await after("A1:D1", (range) => {
    range.numberFormat = [["@", "@", "@", "General"]];
    range.values = [[12, "=1", true, 12]];
  });
  expect(seen.values).toEqual([["12", "=1", "TRUE", 12]]);
  expect(seen.valueTypes).toEqual([["String", "String", "String", "Double"]]);
  const later = await after("A1:D1", (range) => void (range.numberFormat = [["General", "General", "General", "@"]]));
  expect(later.values).toEqual([["12", "=1", "TRUE", 12]]);
});

test("one value serves all cells; null leaves, nothing clears, formats stay", async () => {
  const seen = await after("A1:B2", (range) => {
    range.values = 7 as never;
    range.numberFormat = "0.00" as never;
    range.values = [
      [null, ""],
      ["x", null],
    ] as never;
  });
  expect(seen.text).toEqual([
    ["7.00", ""],
    ["x", "7.00"],
  ]);
  expect(seen.numberFormat).toEqual([
    ["0.00", "0.00"],
    ["0.00", "0.00"],
  ]);
});

test("a format has a part for texts", async () => {
  const seen = await after("A1:B1", (range) => {
    range.numberFormat = [['0;-0;0;"<"@">"', "@"]];
    range.values = [["x", "y"]];
  });
  expect(seen.text).toEqual([["<x>", "y"]]);
});

test("the longest text and the longest formula", async () => {
  const long = "x".repeat(32_767);
  expect((await after("A1", (range) => void (range.values = [[long]]))).values).toEqual([[long]]);
  const refused = { code: "InvalidArgument" };
  await expect(after("A1", (range) => void (range.values = [[`${long}x`]]))).rejects.toMatchObject(refused);
  await expect(after("A1", (range) => void (range.formulas = [[`=1${"+1".repeat(5000)}`]]))).rejects.toMatchObject(
    refused,
  );
});

test("of merged cells only the first takes a value", async () => {
  const seen = await after("A1:B2", (range) => {
    range.merge();
    range.values = [
      [1, 2],
      [3, 4],
    ];
  });
  expect(seen.values).toEqual([
    [1, ""],
    ["", ""],
  ]);
});

test("a value in the way of an array makes it #SPILL!, until it is gone", async () => {
  const blocked = await after("A1:A3", (range, sheet) => {
    sheet.getRange("A1").formulas = [["=SEQUENCE(3)"]];
    sheet.getRange("A2").values = [["in the way"]];
  });
  expect(blocked.values).toEqual([["#SPILL!"], ["in the way"], [""]]);
  const free = await after("A1:A3", (_range, sheet) => sheet.getRange("A2").clear());
  expect(free.values).toEqual([[1], [2], [3]]);
});

test("more than five million cells at once are refused, whole columns answer null and take no values", async () => {
  await expect(after("A1:F1000000", () => undefined)).rejects.toMatchObject({ code: "RangeExceedsLimit" });
  await expect(after("A1:F1000000", (range) => void (range.values = 1 as never))).rejects.toMatchObject({
    code: "RangeExceedsLimit",
  });
  expect((await after("A:B", () => undefined)).values).toBeNull();
  await expect(after("A:A", (range) => void (range.values = 1 as never))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});

test("inputs that are read as formulas, changed and written back are what they were", async () => {
  const entry = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(
      "",
      "Estates",
      "2015/16",
      "2%",
      "2026-04-01",
      "=D1*2",
      "=SUM(D1:D4)",
      "=1/0",
      "#N/A",
      "=SEQUENCE(2)",
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 4, maxLength: 4 }), async (entries) => {
      const column = (values: unknown[]) => values.map((value) => [value]);
      const before = await after("A1:A7", (range, sheet) => {
        range.clear();
        sheet.getRange("D1:D4").values = [[1], [2], [3], [4]];
        // With room below each, so that no array is in another's way.
        sheet.getRange("A1:A7").formulas = column(entries.flatMap((value) => [value, ""]).slice(0, 7)) as never;
      });
      // Where an array spills there is nothing to be restored: it comes back by itself.
      const own = before.formulas.map((line, i) => (i % 2 === 0 ? line : [""]));
      await after("A1:A7", (range) => void (range.values = column([9, 9, 9, 9, 9, 9, 9]) as never));
      expect(await after("A1:A7", (range) => void (range.formulas = own as never))).toEqual(before);
    }),
    { numRuns: 20 },
  );
});

describe("an array formula of the file", () => {
  beforeEach(async () => {
    addin.close();
    const content = emptyWorkbook();
    const array = { row: 0, column: 0, rowCount: 3, columnCount: 1, dynamic: false };
    content.sheets[0]?.cells.set(0, new Map([[0, { value: 1, formula: "ROW(A1:A3)", array, style: 0 }]]));
    for (const row of [1, 2]) content.sheets[0]?.cells.set(row, new Map([[0, { value: row + 1, style: 0 }]]));
    addin = await openAddin({ content });
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ["values", (sheet) => void (sheet.getRange("A2").values = [[5]])],
    ["formulas", (sheet) => void (sheet.getRange("A1:A2").formulas = [[5], [6]])],
    ["clear", (sheet) => sheet.getRange("A3:B9").clear()],
    ["insert", (sheet) => void sheet.getRange("A2").insert("Down")],
    ["a copy", (sheet) => sheet.getRange("A3").copyFrom("C1")],
    ["a cut", (sheet) => sheet.getRange("A1:A2").moveTo("C1")],
  ])("is not changed in part by %s", async (_what, act) => {
    await expect(after("A1:A3", (_range, sheet) => act(sheet))).rejects.toMatchObject({
      code: "InvalidOperation",
      message: expect.stringContaining("part of an array") as string,
    });
    expect((await after("A1:A3", () => undefined)).values).toEqual([[1], [2], [3]]);
  });

  test("is changed as a whole, and formatted in part", async () => {
    const seen = await after("A1:A3", (range, sheet) => {
      sheet.getRange("A2").format.font.bold = true;
      range.values = [[7], [8], [9]];
    });
    expect(seen.formulas).toEqual([[7], [8], [9]]);
  });
});
