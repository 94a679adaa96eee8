import { join } from "node:path";
import { keptLines } from "../../../cli/recalc/keptCells";
import { openBuiltAddin } from "../../../cli/openBuiltAddin";
import { recalculate } from "../../../cli/recalc/recalc";
import { parseArea } from "@workbooks/stand-in/workbook/address";
import type { CellContent, NameContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { cellAt } from "../../packages/xlsx/support/content";

const root = join(__dirname, "..", "..", "..");

/** A formula with the value that the file has of it; "A1:A3" is the area of a dynamic array, "{A1:A3}" of an older one. */
type Cell = ValueContent | { f: string; v: ValueContent; array?: string };

function workbook(sheets: Record<string, Record<string, Cell>>, more: Partial<WorkbookContent> = {}): WorkbookContent {
  const content = Object.entries(sheets).map(([name, cells]) => {
    const sheet = emptySheet(name);
    for (const [address, cell] of Object.entries(cells)) {
      const { row, column } = parseArea(address);
      const ofRow = sheet.cells.get(row) ?? new Map<number, CellContent>();
      sheet.cells.set(row, ofRow.set(column, cellOf(cell)));
    }
    return sheet;
  });
  return { ...emptyWorkbook(), sheets: content, ...more };
}

function cellOf(cell: Cell): CellContent {
  if (typeof cell !== "object" || cell === null || !("f" in cell)) return { value: cell, style: 0 };
  const plain: CellContent = { value: cell.v, formula: cell.f, style: 0 };
  if (cell.array === undefined) return plain;
  return { ...plain, array: { ...parseArea(cell.array.replace(/[{}]/g, "")), dynamic: !cell.array.startsWith("{") } };
}

const name = (text: string, formula: string, sheet: number | null = null): NameContent => ({
  ...{ name: text, formula, sheet, hidden: false, comment: "" },
});

/** What the addresses (of the first sheet, or "Other!A1") show afterwards, and what is said. */
async function recalc(content: WorkbookContent, ...addresses: string[]) {
  const before = JSON.stringify(plain(content));
  const result = await recalculate(content, "SAVINGS", async (frozen, options) =>
    openBuiltAddin(root, frozen, ["functions.js"], options),
  );
  expect(JSON.stringify(plain(content))).toBe(before);
  return {
    values: addresses.map((address) => valueAt(result.content, address)),
    said: keptLines(content, result.kept),
    ...result,
  };
}

function valueAt(content: WorkbookContent, address: string): ValueContent {
  const [sheetName, cell] = address.includes("!") ? address.split("!") : [content.sheets[0]!.name, address];
  const value =
    cellAt(
      content.sheets.find((sheet) => sheet.name === sheetName)!,
      cell!,
    )?.value ?? null;
  return typeof value === "number" ? Number(value.toPrecision(12)) : value;
}

function plain(content: WorkbookContent): unknown {
  return content.sheets.map((sheet) => [...sheet.cells].map(([row, cells]) => [row, [...cells]]));
}

const eff = { f: "SAVINGS.COMPOUNDEFF(2%,5)", v: 1 };
const right = 0.0960792032;

test("dependents are found over sheets, hidden ones too, names of a sheet, the workbook, LAMBDA, and whole columns", async () => {
  const content = workbook(
    {
      Plan: {
        A1: eff,
        B1: { f: "Other!A1+1", v: 0 },
        B2: { f: "local*10", v: 0 },
        B3: { f: "everywhere*10", v: 0 },
        B4: { f: "Other!local*10", v: 0 },
        B5: { f: "SUM(A:A)", v: 0 },
        B6: { f: 'INDIRECT("A1")*2', v: 0 },
        B7: { f: "OFFSET(A2,-1,0)*3", v: 0 },
        B8: { f: "LET(a,A1,a*4)", v: 0 },
        C9: { f: "1+1", v: 99 },
      },
      Other: { A1: { f: "Plan!A1*100", v: 0 }, A2: 7 },
    },
    {
      names: [name("local", "Plan!$A$1", 0), name("local", "Other!$A$2", 1), name("everywhere", "Plan!$A$1")],
    },
  );
  content.sheets[1]!.visibility = "veryHidden";
  const { values, said } = await recalc(content, ..."A1 Other!A1 B1 B2 B3 B4 B5 B6 B7 B8 C9".split(" "));
  expect(values).toEqual([
    ...[right, 9.60792032, 10.60792032, 0.960792032, 0.960792032, 0],
    ...[right, 0.1921584064, 0.2882376096, 0.3843168128, 99],
  ]);
  expect(said).toEqual([]);
});

test("formulas in tables, with short and long references", async () => {
  const content = workbook({
    Plan: {
      ...{ A1: "Rate", B1: "Saved", C1: "Share", A2: 0.01, A3: 0.02 },
      B2: { f: "SAVINGS.COMPOUNDEFF(Levers[@Rate],5)", v: 0 },
      B3: { f: "SAVINGS.COMPOUNDEFF(Levers[[#This Row],[Rate]],5)", v: 0 },
      C2: { f: "Levers[@Saved]/SUM(Levers[Saved])", v: 0 },
      C3: { f: "Levers[[#This Row],[Saved]]/SUM(Levers[Saved])", v: 0 },
      E1: { f: "SUM(Levers[Share])", v: 0 },
      E2: { f: "ROWS(Levers)", v: 42 },
    },
  });
  content.sheets[0]!.tables.push({
    ...{ partId: null, name: "Levers", columns: ["Rate", "Saved", "Share"], hasHeaderRow: true, hasTotalsRow: false },
    ...{ style: null, showBandedRows: true, showFilterButton: true, row: 0, column: 0, rowCount: 3, columnCount: 3 },
  } as never);
  const { values } = await recalc(content, "B2", "B3", "E1", "E2");
  // How many rows a table has depends on none of its values.
  expect(values).toEqual([0.0490099501, right, 1, 42]);
});

describe("arrays", () => {
  const attribute = (more: string, area: string) => ({ f: `SAVINGS.ATTRIBUTE(100,${more})`, v: 1, array: area });

  test("shrink, and leave nothing behind", async () => {
    const content = workbook({ Plan: { A1: attribute("{0.1;0.2}", "A1:A4"), A2: 5, A3: 5, A4: 5, A5: "mine" } });
    const { values, content: after } = await recalc(content, "A1", "A2", "A3", "A4", "A5");
    expect(values).toEqual([9, 19, null, null, "mine"]);
    expect(cellAt(after.sheets[0]!, "A1")!.array).toMatchObject({ rowCount: 2, columnCount: 1, dynamic: true });
  });

  test("grow, and what reads the new cells is calculated too", async () => {
    const content = workbook({
      Plan: {
        A1: attribute("{0.1;0.2;0.05}", "A1:A2"),
        A2: 5,
        C1: { f: "A3+1", v: 1 },
        C2: { f: "COUNTA(A1:A9)", v: 2 },
        C3: { f: "SUM(A1#)", v: 6 },
        D1: { f: "C1*2", v: 2 },
      },
    });
    const { values } = await recalc(content, "A3", "C1", "C2", "C3", "D1");
    expect(values).toEqual([4.28333333333, 5.28333333333, 3, 31.6, 10.5666666667]);
  });

  test("are #SPILL! where something is in the way, and nothing of the user's is written over", async () => {
    const content = workbook({
      Plan: { A1: attribute("{0.1;0.2;0.05}", "A1:A2"), A2: 5, A3: "mine", C1: { f: "SUM(A1:A2)", v: 6 } },
    });
    const { values, content: after } = await recalc(content, "A1", "A2", "A3", "C1");
    expect(values).toEqual([{ error: "#SPILL!" }, null, "mine", { error: "#SPILL!" }]);
    expect(cellAt(after.sheets[0]!, "A1")!.array).toMatchObject({ rowCount: 1, columnCount: 1, dynamic: true });
  });

  test("an older array formula keeps its area: cut off, filled up with #N/A, or one value repeated", async () => {
    const content = workbook({
      Plan: {
        A1: attribute("{0.1;0.2;0.05}", "{A1:A2}"),
        ...{ A2: 5, A3: "mine" },
        C1: attribute("{0.1;0.2}", "{C1:C3}"),
        ...{ C2: 5, C3: 5 },
        E1: { f: "SAVINGS.COMPOUNDEFF(2%,5)", v: 1, array: "{E1:F2}" },
        ...{ E2: 5, F1: 5, F2: 5 },
        G1: { f: "A2+C1+E1", v: 0 },
      },
    });
    const { values, content: after } = await recalc(content, ..."A1 A2 A3 C1 C2 C3 E1 F2 G1".split(" "));
    const missing = { error: "#N/A" };
    expect(values).toEqual([8.78333333333, 18.5333333333, "mine", 9, 19, missing, right, right, 27.6294125365]);
    const sheet = after.sheets[0]!;
    expect([cellAt(sheet, "A1")!.array, cellAt(sheet, "C1")!.array]).toEqual([
      { ...parseArea("A1:A2"), dynamic: false },
      { ...parseArea("C1:C3"), dynamic: false },
    ]);
    expect(cellAt(sheet, "A1")!.formula).toBe("SAVINGS.ATTRIBUTE(100,{0.1;0.2;0.05})");
  });

  test("a plain formula shows one value, as Excel reads it, and spills over nobody", async () => {
    const content = workbook({
      Plan: {
        A1: { f: "SAVINGS.ATTRIBUTE(100,{0.1;0.2})", v: 1 },
        B1: eff,
        B2: { f: "A1:A3", v: 4 },
        B3: { f: "ABS(B1:B2)", v: 5 },
        B4: { f: "TRANSPOSE(B1:B2)", v: 5 },
      },
    });
    const { values, said, content: after } = await recalc(content, "A1", "A2", "B2", "B3", "B4", "B5");
    expect(values).toEqual([9, null, 0, { error: "#VALUE!" }, 5, null]);
    expect(cellAt(after.sheets[0]!, "A1")!.array).toBeUndefined();
    expect(said).toEqual([
      "Kept as they were, since they take single values out of ranges by their own row or column: Plan!B4.",
    ]);
  });
});

describe("what cannot be calculated here keeps its value, also inside IFERROR, and is said", () => {
  test.each([
    ["another add-in's function", "IFERROR(_xll.PRICE(A1),0)", /functions that are not calculated here: Plan!B1\.$/],
    ["one mangled to a workbook's", "IFERROR([2]!_xldudf_SAVINGS_GAP(A1),0)", /functions that are not calculated here/],
    [
      "another workbook",
      "IFERROR(A1+[1]Data!$A$1,0)",
      /they read other workbooks or several sheets at once: Plan!B1\.$/,
    ],
    ["a name in another workbook", "IFERROR(A1+[1]!rate,0)", /other workbooks/],
    ["several sheets at once", "SUM(Plan:Other!A1)", /several sheets/],
    ["a circle", "A1+B1", /their references lead back to themselves: Plan!B1\.$/],
  ])("%s", async (_what, f, message) => {
    const content = workbook({ Plan: { A1: eff, B1: { f, v: 7 }, C1: { f: "B1+A1", v: 0 } }, Other: { A1: 1 } });
    const { values, said } = await recalc(content, "A1", "B1", "C1");
    // C1 would come from an old value and a new one: it keeps its own, and is named.
    expect(values).toEqual([right, 7, 0]);
    expect(said).toEqual([
      expect.stringMatching(message),
      "Kept as they were, since they depend on cells that keep their old values: Plan!C1.",
    ]);
  });

  test("dates counted from 1904", async () => {
    const sheets = { Plan: { A1: eff, B1: { f: "YEAR(A1*1000000)", v: 2167 }, C1: { f: "A1*2", v: 0 } } };
    const { values, said } = await recalc(workbook(sheets, { date1904: true }), "B1", "C1");
    expect(values).toEqual([2167, 0.1921584064]);
    expect(said).toEqual(["Kept as they were, since they work with dates counted from 1904: Plan!B1."]);
    expect((await recalc(workbook(sheets), "B1")).values).toEqual([2163]);
  });

  test("many of them are said in one short line", async () => {
    const cells = Object.fromEntries(
      Array.from({ length: 50 }, (_, row) => [`B${row + 1}`, { f: "_xll.PRICE(A1)", v: 7 }]),
    );
    const { said } = await recalc(workbook({ Plan: { A1: eff, ...cells } }));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Plan!B1, .*Plan!B20 and 30 more\.$/);
  });
});

describe("a formula depends on what it reads, not on what it mentions", () => {
  const levers = {
    ...{ partId: null, name: "Levers", columns: ["Rate", "Saved"], hasHeaderRow: true, hasTotalsRow: false },
    ...{ style: null, showBandedRows: true, showFilterButton: true, row: 9, column: 0, rowCount: 3, columnCount: 2 },
  };
  /** A1 and A2 are calculated, B1:B3 are figures; all that `f` may mention. */
  const book = (f: string, v: ValueContent): WorkbookContent => {
    const content = workbook(
      {
        Plan: {
          ...{ A1: eff, A2: { f: "A1*2", v: 0 }, B1: 5, B2: 6, B3: 7, B4: 1, B5: "B2", B6: "A2" },
          ...{ A10: "Rate", B10: "Saved", A11: 1, B11: { f: "SAVINGS.COMPOUNDEFF(2%,5)", v: 0 }, A12: 2, B12: 3 },
          C12: { f, v },
        },
        Other: { A1: 8, A2: 9 },
      },
      { names: [name("left", "OFFSET(Plan!$A$1,0,1)"), name("corner", "Plan!$A$1")] },
    );
    content.sheets[0]!.tables.push(levers as never);
    return content;
  };

  // RAND beside it shows whether it was calculated.
  test.each([
    "ROW(A1)",
    "ROWS(A$1:A2)",
    "COLUMNS($A1:A1)",
    "COLUMN(A1)",
    "AREAS(A1)",
    'CELL("address",A1)',
    "ISFORMULA(A1)",
    "OFFSET(A1,0,1)",
    "SUM(OFFSET(A1,B4-1,1,2,1))",
    "SUM(B1:OFFSET(B3,-1,0))",
    "INDEX(A1:B3,2,2)",
    "INDEX(A1:B3,B4,2)",
    "SUM(INDEX(A1:B3,0,2))",
    "INDEX(A:B,MATCH(6,B1:B3,0),2)",
    'INDIRECT("B1")',
    "INDIRECT(B5)",
    'INDIRECT("Other!A1")',
    'SUM(INDIRECT("Levers[Rate]"))',
    'INDIRECT("Levers[@Saved]")',
    "Levers[[#This Row],[Saved]]",
    'ROW(INDIRECT("B"&ROW(Levers[[#This Row],[Saved]])))',
    "left",
    "ROWS(corner)",
    'IFERROR(INDIRECT("Nothing!A1"),0)',
    "LET(a,OFFSET(A1,0,1),a)",
  ])("%s stays", async (f) => {
    const { values, said } = await recalc(book(`RAND()*0&${f}`, "mine"), "A2", "C12");
    expect(values).toEqual([0.1921584064, "mine"]);
    expect(said).toEqual([]);
  });

  test.each<[f: string, right: ValueContent]>([
    ["OFFSET(B1,0,-1)", right],
    ["SUM(A1:OFFSET(A3,-1,0))", 0.2882376096],
    ["INDEX(A1:B3,1,1)", right],
    ["INDEX(A1:B3,1,B4)", right],
    ["INDEX(B1:B3,ROUND(A1*10,0))", 5],
    ["INDIRECT(B6)", 0.1921584064],
    ['SUM(INDIRECT("A1:A2"))', 0.2882376096],
    ['SUM(INDIRECT("1:1"))', 5.0960792032],
    ['SUM(INDIRECT("Levers[Saved]"))', 3.0960792032],
    ['INDIRECT("B"&ROUND(A1*10,0))', 5],
    ["SUM(Levers[Saved])", 3.0960792032],
    ["left+corner", 5.0960792032],
    ["LET(a,OFFSET(B1,0,-1),a*2)", 0.1921584064],
  ])("%s is calculated", async (f, now) => {
    const { values, said } = await recalc(book(f, 0), "C12");
    expect(values).toEqual([now]);
    expect(said).toEqual([]);
  });

  test("a cell whose words lead back to itself is no circle", async () => {
    const content = workbook({
      Plan: { A1: eff, B1: 1, B2: { f: "SUM(B1:OFFSET(B2,-1,0))+A1", v: 9 }, C1: { f: "A1+COLUMNS($A1:C1)", v: 9 } },
    });
    const { values, said } = await recalc(content, "B2", "C1");
    expect(values).toEqual([1.0960792032, 3.0960792032]);
    expect(said).toEqual([]);
  });
});

test("an error that only the calculation here comes to never takes the place of a value", async () => {
  // Excel follows INDIRECT to a spilled array.
  const content = workbook({
    Plan: {
      A1: eff,
      B1: { f: "SEQUENCE(2)", v: 1, array: "B1:B2" },
      B2: 2,
      C1: { f: 'SUM(INDIRECT("B1#"))*A1', v: 3 },
    },
  });
  const { values, said } = await recalc(content, "A1", "C1");
  expect(values).toEqual([right, 3]);
  expect(said).toEqual(["Kept as they were, since they call functions that are not calculated here: Plan!C1."]);
});

test("what the file has no value of is calculated to be read, and saved as it was", async () => {
  const content = workbook({
    Plan: { A1: { f: "1%+1%", v: null }, A2: { f: "A1+0", v: null }, B1: { f: "SAVINGS.COMPOUNDEFF(A2,5)", v: 7 } },
  });
  expect((await recalc(content, "A1", "A2", "B1")).values).toEqual([null, null, right]);
});

test("#NAME? that a colleague without the add-in saved heals, with what it had spoilt", async () => {
  const lost = { error: "#NAME?" };
  const content = workbook({
    Plan: { A1: { f: eff.f, v: lost }, B1: { f: "A1*2", v: lost }, C1: { f: "nothere", v: lost } },
  });
  const { values, said } = await recalc(content, "A1", "B1", "C1");
  expect(values).toEqual([right, 0.1921584064, lost]);
  expect(said).toEqual([]);
});

test("a workbook without the add-in's functions is not calculated at all", async () => {
  const content = workbook({ Plan: { A1: { f: "1+1", v: 99 }, B1: { f: '"SAVINGS.X(1)"', v: 1 } } });
  expect((await recalc(content)).content).toBe(content);
});
