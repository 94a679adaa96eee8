import type { OpenAddin } from "@workbooks/stand-in/addin";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { openWithFunctions, error, show, shown, type OwnFunction } from "../support/ownFunctions";

const name = error("#NAME?");
const twice: OwnFunction = {
  name: "TWICE",
  parameters: [{ name: "x", type: "number" }],
  call: (x: number) => 2 * x,
};

let addin: OpenAddin;
afterEach(() => addin.close());

describe.each(["runtime", "direct"] as const)("called through the %s", (calls) => {
  test("a formula entered where the add-in is not there stays #NAME? when it comes, until it is entered again", async () => {
    addin = await openWithFunctions([twice], { calls, play: { withoutAddin: true } });
    const { standIn } = addin;
    expect(await show(addin, { A1: 3, B1: "=SAVINGS.TWICE(A1)", C1: "=B1+1" }, "B1", "C1")).toEqual([name, name]);
    standIn.play.withoutAddin = false;
    await standIn.recalculate(true);
    expect(shown(addin, "B1", "C1")).toEqual([name, name]);
    expect(await show(addin, { A1: 4 }, "B1")).toEqual([name]);
    await Excel.run(async (context) => {
      context.workbook.application.calculate("FullRebuild");
      await context.sync();
    });
    await standIn.recalculate();
    expect(shown(addin, "B1")).toEqual([name]);
    expect(await show(addin, { B2: "=SAVINGS.TWICE(A1)" }, "B2", "B1")).toEqual([8, name]);
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getFirst().getRange("B1").load("formulas");
      await context.sync();
      cell.formulas = cell.formulas as string[][];
      await context.sync();
    });
    await standIn.recalculate();
    expect(shown(addin, "B1", "C1")).toEqual([8, 9]);
  });

  test("where the add-in goes, cells keep their values until they are calculated, and those stay #NAME?", async () => {
    addin = await openWithFunctions([twice], { calls });
    const { standIn } = addin;
    await show(addin, { A1: 3, A2: 5, B1: "=SAVINGS.TWICE(A1)", B2: "=SAVINGS.TWICE(A2)" });
    standIn.play.withoutAddin = true;
    expect(standIn.play.withoutAddin).toBe(true);
    expect(await show(addin, { A1: 4 }, "B1", "B2")).toEqual([name, 10]);
    standIn.play.withoutAddin = false;
    await standIn.recalculate(true);
    expect(shown(addin, "B1", "B2")).toEqual([name, 10]);
    expect(await show(addin, { B1: "=SAVINGS.TWICE(A1)" }, "B1")).toEqual([8]);
  });

  test("a file opened without the add-in keeps its values; calculated after the add-in came, they are #NAME?", async () => {
    const content = emptyWorkbook();
    content.sheets[0]!.cells.set(0, new Map([[0, { value: 6, formula: "SAVINGS.TWICE(3)", style: 0 }]]));
    addin = await openWithFunctions([twice], { calls, content, play: { withoutAddin: true } });
    expect(shown(addin, "A1")).toEqual([6]);
    addin.standIn.play.withoutAddin = false;
    expect(shown(addin, "A1")).toEqual([6]);
    await addin.standIn.recalculate(true);
    expect(shown(addin, "A1")).toEqual([name]);
    expect(await show(addin, { A1: "=SAVINGS.TWICE(3)" }, "A1")).toEqual([6]);
  });

  test("a function is found by the name that files have for it, and by no name mangled to a workbook's", async () => {
    const content = emptyWorkbook();
    const mangled = "[2]!_xldudf_SAVINGS_TWICE(4)";
    content.sheets[0]!.cells.set(2, new Map([[0, { value: error("#REF!"), formula: mangled, style: 0 }]]));
    addin = await openWithFunctions([twice], { calls, content });
    const cells = {
      A1: "=_xldudf_SAVINGS_TWICE(4)",
      A2: "=_xldudf_savings_twice(A1)+1",
      A4: "=_xldudf_OTHER_TWICE(4)",
      A5: "=SAVINGS.THRICE(4)",
    };
    expect(await show(addin, cells, ...Object.keys(cells))).toEqual([8, 17, name, name]);
    expect(shown(addin, "A3")).toEqual([error("#REF!")]);
    await addin.standIn.recalculate(true);
    expect(["#NAME?", "#REF!"]).toContain((shown(addin, "A3")[0] as { error: string }).error);
    const [sheet] = addin.standIn.content().sheets;
    const formulas = [0, 1, 2].map((row) => sheet!.cells.get(row)?.get(0)?.formula);
    expect(formulas).toEqual(["_xldudf_SAVINGS_TWICE(4)", "_xldudf_savings_twice(A1)+1", mangled]);
  });

  test("a function that the add-in's script does not associate is #VALUE!, as its runtime answers", async () => {
    addin = await openWithFunctions([twice], { calls });
    Reflect.deleteProperty(addin.CustomFunctions._association.mappings, "TWICE");
    expect(await show(addin, { A1: "=SAVINGS.TWICE(4)" }, "A1")).toEqual([error("#VALUE!")]);
  });
});
