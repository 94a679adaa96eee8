import type { StandIn } from "@workbooks/stand-in/standIn";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { parseArea } from "@workbooks/stand-in/workbook/address";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import type { Sheet } from "@workbooks/stand-in/workbook/sheet";

/** TALLY answers the sum of what it is given and notes the cell that called it. */
const tally = {
  namespace: "SAVINGS",
  functions: [
    {
      ...{ id: "TALLY", name: "TALLY", options: { requiresAddress: true } },
      parameters: [{ name: "x", type: "any", dimensionality: "matrix" }],
    },
  ],
};

let standIn: StandIn;
let calls: string[];

beforeEach(async () => {
  const content = emptyWorkbook();
  content.sheets.push(emptySheet("Other"));
  standIn = await openStandIn(content, tally);
  calls = [];
  const count = (values: unknown[][], { address }: { address: string }): number => {
    calls.push(address.replace("Sheet1!", ""));
    return values.flat().reduce<number>((sum, value) => sum + Number(value), 0);
  };
  standIn.customFunctions.useAssociations({ associations: { TALLY: count as never }, Error });
});
afterEach(() => standIn.close());

/** Writes cells, calculates, and answers which cells were calculated, each as often as it was. */
async function edit(cells: Record<string, string | number | null>, sheet: Sheet = standIn.workbook.sheets[0]!) {
  sheet.write(
    Object.entries(cells).map(([address, value]) => {
      const { row, column } = parseArea(address);
      return { row, column, ...(typeof value === "string" ? { formula: value } : { value }) };
    }),
  );
  await standIn.recalculate();
  return calls.splice(0).sort();
}

function value(address: string, sheet: Sheet = standIn.workbook.sheets[0]!): unknown {
  const { row, column } = parseArea(address);
  return sheet.value(row, column);
}

describe("calculated again is what depends on a change, once, and nothing else", () => {
  test("in a chain", async () => {
    const first = { A1: 1, A2: "=SAVINGS.TALLY(A1)", A3: "=SAVINGS.TALLY(A2)", A4: "=SAVINGS.TALLY(A3)" };
    expect(await edit({ ...first, B1: "=SAVINGS.TALLY(C1)" })).toEqual(["A2", "A3", "A4", "B1"]);
    expect(await edit({ A1: 2 })).toEqual(["A2", "A3", "A4"]);
    expect(await edit({ A3: "=SAVINGS.TALLY(A2)+1" })).toEqual(["A3", "A4"]);
    expect(await edit({ D1: 5 })).toEqual([]);
    expect(value("A4")).toBe(3);
  });

  test("through two ways to the same cell", async () => {
    await edit({ A1: 1, B1: "=A1+1", B2: "=A1+2", C1: "=SAVINGS.TALLY(B1:B2)", D1: "=SAVINGS.TALLY(C1)+A1" });
    expect(await edit({ A1: 10 })).toEqual(["C1", "D1"]);
    expect(value("D1")).toBe(33);
  });

  test("through ranges, whole columns and whole rows", async () => {
    await edit({
      ...{ A1: 1, A2: 2, B1: "=SAVINGS.TALLY(A1:A2)", B2: "=SAVINGS.TALLY(A2:A3)" },
      // A whole column itself is more than Excel on the web hands to a function.
      ...{ E1: "=SAVINGS.TALLY(SUM(C:C))", E2: "=SAVINGS.TALLY(9:9)" },
    });
    expect(await edit({ A1: 5 })).toEqual(["B1"]);
    expect(await edit({ A2: 5 })).toEqual(["B1", "B2"]);
    expect(await edit({ C5000: 5 })).toEqual(["E1"]);
    expect(await edit({ Z9: 5 })).toEqual(["E2"]);
  });

  test("through names, and when a name means something else", async () => {
    const item = standIn.workbook.names.add({
      name: "Base",
      formula: "Sheet1!$A$1",
      sheet: null,
      hidden: false,
      comment: "",
    });
    await edit({ A1: 1, A2: 7, B1: "=SAVINGS.TALLY(Base)", B2: "=SAVINGS.TALLY(A1)", B3: "=SAVINGS.TALLY(A2)" });
    expect(await edit({ A1: 2 })).toEqual(["B1", "B2"]);
    standIn.workbook.names.change(item, { formula: "Sheet1!$A$2" });
    expect(await edit({})).toEqual(["B1"]);
    expect(await edit({ A2: 8 })).toEqual(["B1", "B3"]);
    expect(value("B1")).toBe(8);
  });

  test("through tables, and when a table grows", async () => {
    await edit({ A2: 1, A3: 2 });
    const sheet = standIn.workbook.sheets[0]!;
    sheet.write([{ row: 0, column: 0, value: "Gap" }]);
    const table = standIn.workbook.tables.add(sheet, parseArea("A1:A3"), true);
    await edit({ C1: `=SAVINGS.TALLY(${table.name}[Gap])`, C2: "=SAVINGS.TALLY(D1)" });
    expect(await edit({ A3: 5 })).toEqual(["C1"]);
    standIn.workbook.tables.resize(table, parseArea("A1:A4"));
    expect(await edit({ A4: 10 })).toEqual(["C1"]);
    expect(value("C1")).toBe(16);
  });

  test("on another sheet", async () => {
    const other = standIn.workbook.sheets[1]!;
    await edit({ A1: "=SAVINGS.TALLY(Other!A1)", A2: "=SAVINGS.TALLY(A9)" });
    await edit({ B1: "=SAVINGS.TALLY(Sheet1!A1)" }, other);
    expect(await edit({ A1: 4 }, other)).toEqual(["A1", "Other!B1"]);
    expect(value("B1", other)).toBe(4);
  });

  test("through what an array fills, has filled, and would fill", async () => {
    await edit({
      A1: 3,
      B1: "=SEQUENCE(A1)",
      C1: "=SAVINGS.TALLY(B3)",
      C2: "=SAVINGS.TALLY(B1#)",
      C3: "=SAVINGS.TALLY(B9)",
    });
    expect([value("C1"), value("C2")]).toEqual([3, 6]);
    expect(await edit({ A1: 2 })).toEqual(["C1", "C2"]);
    expect([value("C1"), value("C2")]).toEqual([0, 3]);
    expect(await edit({ B3: 8 })).toEqual(["C1"]);
    expect(await edit({ A1: 4 })).toEqual([]);
    expect(value("B1")).toEqual({ error: "#SPILL!" });
    expect(await edit({ B3: null })).toEqual(["C1", "C2"]);
    expect([value("C1"), value("C2")]).toEqual([3, 10]);
    expect(await edit({ B1: 9 })).toEqual(["C1"]);
    expect([value("C1"), value("C2")]).toEqual([0, { error: "#REF!" }]);
  });

  test("where TODAY or OFFSET is, each time", async () => {
    await edit({
      A1: 1,
      B1: "=SAVINGS.TALLY(OFFSET(A1,0,0))",
      B2: "=SAVINGS.TALLY(TODAY()*0)",
      B3: "=SAVINGS.TALLY(B2)",
    });
    expect(await edit({ F9: 1 })).toEqual(["B1", "B2", "B3"]);
  });

  test("after rows are put in above", async () => {
    await edit({ A1: 1, A2: "=SAVINGS.TALLY(A1)", B5: "=SAVINGS.TALLY(A2)" });
    const sheet = standIn.workbook.sheets[0]!;
    await standIn.workbook.calculation.command("sheet.command.insert-row", {
      ...{ subUnitId: sheet.id, direction: 0 },
      range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: sheet.univerSheet.getColumnCount() - 1 },
    });
    await edit({});
    expect(await edit({ A2: 6 })).toEqual(["A3", "B6"]);
    expect(value("B6")).toBe(6);
  });
});

test("arrays that follow from one another, in whatever order they are typed", async () => {
  await edit({
    G1: "=F1+1",
    F1: "=E2*10",
    E1: "=SEQUENCE(D1)",
    D1: "=C2",
    C1: "=SEQUENCE(B1)",
    B1: "=A2",
    A1: "=SEQUENCE(3)",
  });
  expect(["C2", "E2", "F1", "G1"].map((address) => value(address))).toEqual([2, 2, 20, 21]);
  await edit({ A1: "=SEQUENCE(3,1,0,3)" });
  expect(["B1", "C3", "D1", "E2", "G1"].map((address) => value(address))).toEqual([3, 3, 2, 2, 21]);
});

test("INDIRECT and OFFSET wait for the cells that they point at", async () => {
  await edit({ A1: 1, B1: '=INDIRECT("A3")*2', C1: "=SUM(OFFSET(A1,0,0,A1,1))+B1", A2: "=A1+1", A3: "=A2+1" });
  expect([value("B1"), value("C1")]).toEqual([6, 7]);
  await edit({ A1: 2 });
  expect([value("B1"), value("C1")]).toEqual([8, 13]);
});

describe("cells that depend on themselves", () => {
  test("show 0, and what follows from them goes on", async () => {
    await edit({
      A1: "=A1+1",
      B1: "=C1+1",
      C1: "=D1+1",
      D1: "=B1+C1",
      E1: "=C1+5",
      F1: "=SUM(F1:F3)",
      G1: '=INDIRECT("G1")',
    });
    expect(["A1", "B1", "C1", "D1", "E1", "F1", "G1"].map((address) => value(address))).toEqual([0, 0, 0, 0, 5, 0, 0]);
    await edit({ B1: 4, C1: "=B1+1" });
    expect([value("C1"), value("D1"), value("E1")]).toEqual([5, 9, 10]);
  });

  test("are none where the branch of an IF that leads back is not taken", async () => {
    const model = { A1: 0, B1: 100, C1: "=IF(A1=1,AVERAGE(B1,D1)*0.1,0)", D1: "=B1+C1", E1: "=IF(TRUE,1,E1)" };
    await edit(model);
    expect([value("C1"), value("D1"), value("E1")]).toEqual([0, 100, 1]);
    await edit({ B1: 200 });
    expect(value("D1")).toBe(200);
    await edit({ A1: 1 });
    expect([value("C1"), value("D1")]).toEqual([0, 0]);
    await edit({ A1: 0 });
    expect([value("C1"), value("D1")]).toEqual([0, 200]);
  });
});

test("a circle of 20,000 cells does not hang, nor does a chain of as many", async () => {
  const count = 20_000;
  const sheet = standIn.workbook.sheets[0]!;
  const next = (column: string, row: number) => `=${column}${(row + 1) % count === 0 ? 1 : row + 2}+1`;
  sheet.write(Array.from({ length: count }, (_, row) => ({ row, column: 0, formula: next("A", row) })));
  sheet.write(
    Array.from({ length: count }, (_, row) =>
      row === count - 1 ? { row, column: 1, value: 1 } : { row, column: 1, formula: next("B", row) },
    ),
  );
  await standIn.recalculate();
  expect([value("A1"), value("A777"), value("B1")]).toEqual([0, 0, count]);
});
