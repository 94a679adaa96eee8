import fc from "fast-check";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** Writes at A1, sorts, and reads the same cells. */
async function sorted(
  formulas: unknown[][],
  sort: (range: Excel.Range, sheet: Excel.Worksheet) => void,
): Promise<{ formulas: unknown[][]; values: unknown[][] }> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRangeByIndexes(0, 0, formulas.length, formulas[0]?.length ?? 1);
    range.formulas = formulas as never;
    await context.sync();
    sort(range, sheet);
    await context.sync();
    range.load("formulas,values");
    await context.sync();
    return { formulas: range.formulas, values: range.values };
  });
}

const column = (values: unknown[]) => values.map((value) => [value]);

test("numbers, texts, FALSE, TRUE, errors, and blank cells last", async () => {
  const mixed = column([true, "b", "", "=1/0", 10, false, "A", -1, "#N/A"]);
  const up = await sorted(mixed, (range) => range.sort.apply([{ key: 0 }]));
  expect(up.values.flat()).toEqual([-1, 10, "A", "b", false, true, "#DIV/0!", "#N/A", ""]);
  const down = await sorted(mixed, (range) => range.sort.apply([{ key: 0, ascending: false }]));
  expect(down.values.flat()).toEqual(["#DIV/0!", "#N/A", true, false, "b", "A", 10, -1, ""]);
});

test("by several keys, stably, with the header left alone", async () => {
  const { values } = await sorted(
    [
      ["who", "n", "first"],
      ["b", 1, 1],
      ["a", 2, 2],
      ["B", 1, 3],
      ["a", 1, 4],
    ],
    (range) => range.sort.apply([{ key: 1, ascending: false }, { key: 0 }], false, true),
  );
  expect(values.map((row) => row[2])).toEqual(["first", 2, 4, 1, 3]);
});

test("capitals count if asked for, texts are numbers if asked for", async () => {
  const letters = column(["B", "a", "b", "A"]);
  expect((await sorted(letters, (range) => range.sort.apply([{ key: 0 }]))).values.flat()).toEqual([
    "a",
    "A",
    "B",
    "b",
  ]);
  expect((await sorted(letters, (range) => range.sort.apply([{ key: 0 }], true))).values.flat()).toEqual([
    ...["a", "A", "b", "B"],
  ]);
  const numbers = column(["'10", 9, "'8"]);
  const asNumbers = [{ key: 0, dataOption: "TextAsNumber" as const }];
  expect((await sorted(numbers, (range) => range.sort.apply([{ key: 0 }]))).values.flat()).toEqual([9, "10", "8"]);
  expect((await sorted(numbers, (range) => range.sort.apply(asNumbers))).values.flat()).toEqual(["8", 9, "10"]);
});

test("formulas go along as in a copy, formats too, borders stay", async () => {
  const { formulas, values } = await sorted(
    [
      [3, "=A1*10", "=$A$1"],
      [1, "=A2*10", "=A$3"],
      [2, "=A3*10", "x"],
    ],
    (range, sheet) => {
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("A1").format.borders.getItem("EdgeTop").style = "Continuous";
      range.sort.apply([{ key: 0 }]);
    },
  );
  expect(formulas).toEqual([
    [1, "=A1*10", "=A$3"],
    [2, "=A2*10", "x"],
    [3, "=A3*10", "=$A$1"],
  ]);
  expect(values.map((row) => row[1])).toEqual([10, 20, 30]);
  const style = (row: number) => addin.standIn.workbook.activeSheet.style(row, 0);
  expect([style(0).bold, style(2).bold, style(0).borders.top?.style, style(2).borders.top]).toEqual([
    ...[false, true, "thin", null],
  ]);
});

test("columns are sorted by a row", async () => {
  const { values } = await sorted(
    [
      [3, 1, 2],
      ["c", "a", "b"],
    ],
    (range) => range.sort.apply([{ key: 0 }], false, false, "Columns"),
  );
  expect(values).toEqual([
    [1, 2, 3],
    ["a", "b", "c"],
  ]);
});

test("hidden rows stay where they are", async () => {
  const { values } = await sorted(column([3, 9, 1]), (range, sheet) => {
    sheet.getRange("2:2").rowHidden = true;
    range.sort.apply([{ key: 0 }]);
  });
  expect(values.flat()).toEqual([1, 9, 3]);
});

test("a table is sorted by its body, and again", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B4").values = [
      ["Lever", "Saving"],
      ["a", 2],
      ["b", 3],
      ["c", 1],
    ];
    const table = sheet.tables.add("A1:B4", true);
    table.sort.apply([{ key: 1, ascending: false }]);
    const body = table.getDataBodyRange();
    body.load("values");
    table.sort.load("fields,matchCase,method");
    await context.sync();
    const first = [body.values, table.sort.fields.map(({ key, ascending }) => [key, ascending]), table.sort.method];
    sheet.getRange("B2").values = [[0]];
    table.sort.reapply();
    body.load("values");
    await context.sync();
    return [...first, body.values];
  });
  expect(seen).toEqual([
    [
      ["b", 3],
      ["a", 2],
      ["c", 1],
    ],
    ...[[[1, false]], "PinYin"],
    [
      ["a", 2],
      ["c", 1],
      ["b", 0],
    ],
  ]);
});

test("colours and keys outside the range are refused, merged cells and arrays too", async () => {
  const attempt = (sort: (range: Excel.Range, sheet: Excel.Worksheet) => void) => sorted(column([2, 1]), sort);
  await expect(attempt((range) => range.sort.apply([{ key: 0, sortOn: "CellColor" }]))).rejects.toMatchObject({
    code: "ApiNotFound",
    message: expect.stringContaining("CellColor") as string,
  });
  await expect(attempt((range) => range.sort.apply([{ key: 1 }]))).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(
    attempt((range, sheet) => {
      sheet.getRange("A1:B1").merge();
      range.sort.apply([{ key: 0 }]);
    }),
  ).rejects.toMatchObject({ code: "InvalidOperation" });
});

test("what is sorted is what was there, in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 8 }), async (numbers) => {
      const rows = numbers.map((number, i) => [number, i]);
      const { values } = await sorted(rows, (range) => range.sort.apply([{ key: 0 }]));
      expect(values).toEqual([...rows].sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0)));
    }),
    { numRuns: 15 },
  );
});
