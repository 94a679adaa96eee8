import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import type { FunctionMetadata } from "@workbooks/stand-in/functions/functionsMetadata";

const any = (name: string, optional = false) => ({ name, type: "any", dimensionality: "matrix", optional });
const functions: FunctionMetadata[] = [
  { id: "ECHO", name: "ECHO", parameters: [any("values"), any("more", true)], result: { dimensionality: "matrix" } },
  {
    id: "PLUS",
    name: "PLUS",
    parameters: [
      { name: "a", type: "number" },
      { name: "b", type: "number", optional: true },
    ],
  },
  { id: "GRID", name: "GRID", parameters: [any("size")], result: { dimensionality: "matrix" } },
  { id: "FAIL", name: "FAIL", parameters: [any("kind")] },
  { id: "LATER", name: "LATER", parameters: [any("x")] },
];

/** The functions as an add-in associates them. */
function associate(calls: string[]): void {
  const cell = (x: unknown) => (x as unknown[][])[0]?.[0];
  const { CustomFunctions: runtime } = globalThis as unknown as {
    CustomFunctions: {
      associate(id: string, call: unknown): void;
      Error: new (code: string, message?: string) => Error;
    };
  };
  runtime.associate("ECHO", (values: unknown, more: unknown) =>
    JSON.stringify([values, more === undefined ? "undefined" : more]),
  );
  runtime.associate("PLUS", (a: number, b: number | null) => a + (b ?? 100));
  runtime.associate("GRID", (size: unknown) =>
    Array.from({ length: Number(cell(size)) }, (_, i) => [i, null, "t", true]),
  );
  runtime.associate("FAIL", (kind: unknown) => {
    if (cell(kind) === "bug") throw new Error("a bug");
    throw new runtime.Error(String(cell(kind)), "what is wrong");
  });
  runtime.associate("LATER", async (x: unknown) => {
    calls.push(JSON.stringify(x));
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (cell(x) === "no") throw new runtime.Error("#N/A", "not there");
    return Number(cell(x)) * 2;
  });
}

describe.each(["runtime", "direct"] as const)("called through the %s", (calls) => {
  let addin: OpenAddin;
  let made: string[];
  beforeEach(async () => {
    made = [];
    addin = await openAddin({ functions: { namespace: "SAVINGS", functions }, calls });
    associate(made);
  });
  afterEach(() => addin.close());

  async function show(cells: Record<string, string | number>, ...addresses: string[]): Promise<unknown[]> {
    const sheet = addin.standIn.workbook.activeSheet;
    await Excel.run(async (context) => {
      for (const [address, value] of Object.entries(cells))
        context.workbook.worksheets.getFirst().getRange(address).values = [[value]];
      await context.sync();
    });
    await addin.standIn.recalculate();
    return addresses.map((address) => {
      const { area } = addin.standIn.workbook.resolve(address, sheet) ?? { area: { row: 0, column: 0 } };
      const value = sheet.value(area.row, area.column);
      return typeof value === "object" && value !== null ? value.error : value;
    });
  }

  test("values, ranges and what is left out arrive as Excel sends them", async () => {
    const seen = await show(
      {
        A1: 1,
        B1: "x",
        A4: "=SAVINGS.ECHO(A1:B2)",
        A5: "=SAVINGS.ECHO(7,{1;2})",
        A6: "=SAVINGS.ECHO(A2,)",
        A7: "=SAVINGS.PLUS(1,2)",
        A8: "=SAVINGS.PLUS(A1)",
      },
      "A4",
      "A5",
      "A6",
      "A7",
      "A8",
    );
    expect(seen).toEqual(['[[[1,"x"],[null,null]],null]', "[[[7]],[[1],[2]]]", "[[[null]],null]", 3, 101]);
  });

  test("on the desktop a blank cell is 0", async () => {
    addin.standIn.customFunctions.setBlanks("desktop");
    expect(await show({ A4: "=SAVINGS.ECHO(A1:B1)" }, "A4")).toEqual(["[[[0,0]],null]"]);
  });

  test("an array spills, and nothing in it is 0", async () => {
    expect(await show({ A1: "=SAVINGS.GRID(2)" }, "A1", "B1", "C2", "D2", "A2")).toEqual([0, 0, "t", true, 1]);
    expect(await show({ C9: "in the way", B8: "=SAVINGS.GRID(2)" }, "B8", "C8")).toEqual(["#SPILL!", null]);
  });

  test("errors: of the function, with a message on two of them, of a bug, of a referenced cell", async () => {
    const seen = await show(
      {
        A1: '=SAVINGS.FAIL("#VALUE!")',
        A2: '=SAVINGS.FAIL("#N/A")',
        A3: '=SAVINGS.FAIL("#DIV/0!")',
        A4: '=SAVINGS.FAIL("bug")',
        B1: "=1/0",
        A5: "=SAVINGS.ECHO(B1:B2)",
        A6: '=SAVINGS.PLUS("x")',
        A7: "=SAVINGS.NOSUCH(1)",
        A8: "=ISNA(A2)",
      },
      "A1",
      "A2",
      "A3",
      "A4",
      "A5",
      "A6",
      "A7",
      "A8",
    );
    expect(seen).toEqual(["#VALUE!", "#N/A", "#DIV/0!", "#VALUE!", "#DIV/0!", "#VALUE!", "#NAME?", true]);
    const { id } = addin.standIn.workbook.activeSheet;
    expect([0, 1, 2, 3].map((row) => addin.standIn.cellMessage(id, row, 0))).toEqual([
      "what is wrong",
      "what is wrong",
      null,
      null,
    ]);
  });

  test("answers that come later, chains of them, and each call made once", async () => {
    const seen = await show(
      {
        A1: 1,
        B1: "=SAVINGS.LATER(A1)",
        C1: "=SAVINGS.LATER(B1)+SAVINGS.LATER(A1)",
        D1: '=IFERROR(SAVINGS.LATER("no"),-1)',
      },
      "B1",
      "C1",
      "D1",
    );
    expect(seen).toEqual([2, 6, -1]);
    expect(made.sort()).toEqual(['[["no"]]', "[[1]]", "[[1]]", "[[2]]"]);
    expect(await show({ A1: 5 }, "B1", "C1")).toEqual([10, 30]);
  });
});

test("until the answer is there a cell is busy, and a batch does not wait for it", async () => {
  const addin = await openAddin({ functions: { namespace: "SAVINGS", functions } });
  associate([]);
  const seen = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:A2");
    range.formulas = [["=SAVINGS.LATER(2)"], ["=A1+1"]];
    range.load("values");
    await context.sync();
    return range.values;
  });
  expect(seen).toEqual([["#BUSY!"], ["#BUSY!"]]);
  addin.close();
});

test("a colleague without the add-in sees #NAME?", async () => {
  const addin = await openAddin({ functions: { namespace: "SAVINGS", functions }, play: { withoutAddin: true } });
  const sheet = addin.standIn.workbook.activeSheet;
  sheet.write([{ row: 0, column: 0, formula: "=SAVINGS.PLUS(1,2)" }]);
  await addin.standIn.recalculate();
  expect(sheet.value(0, 0)).toEqual({ error: "#NAME?" });
  addin.close();
});
