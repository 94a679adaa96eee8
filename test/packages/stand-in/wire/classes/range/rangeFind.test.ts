import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C4").formulas = [
      ["Food", "seafood", 1234.5],
      ["food", "what?", "=C1*2"],
      ["", "Food*", '="fo"&"od"'],
      ["drink", "good foo", true],
    ];
    sheet.getRange("C1").numberFormat = [["#,##0.00"]];
    await context.sync();
  });
});
afterEach(() => addin.close());

async function found(text: string, criteria: Excel.SearchCriteria, address = "A1:C4"): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address).findOrNullObject(text, criteria);
    range.load("address");
    await context.sync();
    return range.isNullObject ? "none" : range.address.replace("Sheet1!", "");
  });
}

test.each<[string, Excel.SearchCriteria, string]>([
  ["food", {}, "A1"],
  ["food", { matchCase: true }, "B1"],
  ["food", { completeMatch: true, matchCase: true }, "A2"],
  ["food", { searchDirection: "Backwards" }, "C3"],
  ["1,234", {}, "C1"],
  ["2469", { completeMatch: true }, "C2"],
  ["what~?", {}, "B2"],
  ["wh?t*", { completeMatch: true }, "B2"],
  ["Food~*", { completeMatch: true }, "B3"],
  ["true", {}, "C4"],
  ["nothing", {}, "none"],
])("%s %j is found in %s", async (text, criteria, expected) => {
  expect(await found(text, criteria)).toBe(expected);
});

test("from one cell the whole sheet is searched, on and round its end", async () => {
  expect(await found("food", {}, "A1")).toBe("B1");
  expect(await found("food", {}, "C3")).toBe("A1");
  expect(await found("food", { searchDirection: "Backwards" }, "A2")).toBe("B1");
  expect(await found("food", { searchDirection: "Backwards" }, "A1")).toBe("C3");
});

test("what is not found is not found, and nothing cannot be sought", async () => {
  const find = (text: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1:C4").find(text, {}).load("address");
      await context.sync();
    });
  await expect(find("nothing")).rejects.toMatchObject({ code: "ItemNotFound" });
  await expect(find("")).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("all cells of a sheet that match are areas", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const all = sheet.findAll("food", { completeMatch: true });
    const none = sheet.findAllOrNullObject("nothing", {});
    all.load("address");
    await context.sync();
    return [all.address, none.isNullObject];
  });
  expect(seen).toEqual(["Sheet1!A1:A2, Sheet1!C3", true]);
});

test("texts are replaced in what is entered, and entered anew", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const counts = [
      sheet.getRange("A1:B2").replaceAll("food", "x$&", { matchCase: true }),
      sheet.replaceAll("C1~*", "A4&", {}),
      sheet.replaceAll("drink", "12", { completeMatch: true }),
      sheet.replaceAll("nothing", "x", {}),
    ];
    const range = sheet.getRange("A1:C4");
    range.load("formulas");
    await context.sync();
    return [counts.map(({ value }) => value), range.formulas];
  });
  expect(seen).toEqual([
    [2, 1, 1, 0],
    [
      ["Food", "seax$&", 1234.5],
      ["x$&", "what?", "=A4&2"],
      ["", "Food*", '="fo"&"od"'],
      [12, "good foo", true],
    ],
  ]);
});

describe("duplicates", () => {
  const removed = (columns: number[], header: boolean, address = "E1:G6") =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("E1:G6").formulas = [
        ["name", "n", "f"],
        ["a", 1, "=F2"],
        ["A", 1, "=F3"],
        ["b", 1, "=1+0"],
        ["b", 2, "=1+0"],
        ["", "", ""],
      ];
      sheet.getRange("E7").values = [["below"]];
      await context.sync();
      const result = sheet.getRange(address).removeDuplicates(columns, header);
      result.load("removed,uniqueRemaining");
      const range = sheet.getRange("E1:G7");
      range.load("formulas");
      await context.sync();
      return [[result.removed, result.uniqueRemaining], range.formulas];
    });

  test("rows that came before go, the others move up inside the range", async () => {
    expect(await removed([0], true)).toEqual([
      [2, 3],
      [
        ["name", "n", "f"],
        ["a", 1, "=F2"],
        ["b", 1, "=1+0"],
        ["", "", ""],
        ["", "", ""],
        ["", "", ""],
        ["below", "", ""],
      ],
    ]);
  });

  test("formulas are alike as formulas, not by what they result in", async () => {
    expect((await removed([2], true))[0]).toEqual([1, 4]);
    expect((await removed([0, 1], false))[0]).toEqual([1, 5]);
  });

  test("columns are those of the range", async () => {
    await expect(removed([3], false)).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(removed([], false)).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});
