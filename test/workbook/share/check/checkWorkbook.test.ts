import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { MarkContent, WorkbookContent } from "@workbooks/xlsx/content";
import { ownFunctions } from "../../../../src/functions/ownFunctions";
import { runScenario } from "../../../../src/workbook/runScenario";
import { saveScenarios } from "../../../../src/workbook/scenarios/saveScenarios";
import { checkWorkbook } from "../../../../src/workbook/share/check/checkWorkbook";
import { bookOf, planBook } from "../../support/planBook";
import { turns } from "../../../support/turns";

const dist = join(__dirname, "..", "..", "..", "..", "dist");
let standIn: StandIn;
afterEach(() => standIn.close());

async function open(content: WorkbookContent): Promise<void> {
  const scripts = [join(dist, "functions.js")];
  ({ standIn } = await openAddin({ content, functions: dist, scripts, keepsFileValues: true }));
}

async function enter(cells: Record<string, string>): Promise<void> {
  await Excel.run(async (context) => {
    for (const [cell, formula] of Object.entries(cells))
      context.workbook.worksheets.getFirst().getRange(cell).formulas = [[formula]];
    await context.sync();
  });
  await standIn.recalculate();
}

const said = async () =>
  (await checkWorkbook(ownFunctions)).lines.map(({ kind, level, cells, where, repair }) => [
    ...[kind, level, where === "" ? cells.join(" ") : where, repair],
  ]);

test("every formula of the add-in is found, in two syncs, and what is wrong with it is said with its cells", async () => {
  const content = bookOf({ Data: [[1], [2], [3]], Locked: [[1]], Secret: [[1]] });
  content.sheets[0]!.cells.get(0)!.set(2, { value: 7, formula: "SAVINGS.ATTRIBUTE(100,A:A)", style: 0 });
  await open(content);
  await enter({
    B1: "=SAVINGS.COMPOUNDEFF(2%,5)",
    B2: "=_xldudf_SAVINGS_COMPOUNDEFF(2%,5)",
    B3: "=_xldudf_SAVINGS_COMPOUNDEFF(2%,5)",
    B4: "=SAVINGS.NOSUCH(1)",
    B5: '=SAVINGS.COMPOUNDEFF("two",5)',
    B6: "=SUM('[Budget.xlsx]Plan'!A1:A3)",
    B7: "=FABRIKAM.SAVINGS(1)",
    B8: '="SAVINGS.GAP(1)"',
    B9: "=SAVINGS.COMPOUNDEFF(INDEX(A:A,1)/100,5)",
  });
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.getItem("Locked").getRange("A1").formulas = [["=_xldudf_SAVINGS_COMPOUNDEFF(2%,5)"]];
    worksheets.getItem("Locked").protection.protect();
    worksheets.getItem("Secret").getRange("A1").formulas = [["=SAVINGS.COMPOUNDEFF(2%,5)"]];
    worksheets.getItem("Secret").visibility = "VeryHidden";
    names.add("Best", "=_xldudf_SAVINGS_COMPOUNDEFF(2%,5)");
    worksheets.getItem("Data").names.add("Own", "=SAVINGS.COMPOUNDEFF(3%,5)");
    await context.sync();
  });
  standIn.counters.reset();
  const check = await checkWorkbook(ownFunctions);
  expect(standIn.counters.syncs).toBe(2);
  expect(
    check.lines.map(({ kind, level, cells, where, repair }) => [
      ...[kind, level, where === "" ? cells.join(" ") : where, repair],
    ]),
  ).toEqual([
    ["mangled name", "error", "Data!B2 Data!B3", "formula"],
    ["unknown function", "error", "Data!B4", null],
    ["shows an error", "error", "Data!B5", null],
    ["mangled name", "error", "Locked!A1", null],
    ["mangled name", "error", "the name Best", "formula"],
    ["whole column", "warning", "Data!C1", "formula"],
    ["other workbook", "warning", "Data!B6", null],
    [
      "without the add-in",
      "notice",
      "Data!B1 Data!C1 Data!B2 Data!B3 Data!B4 Data!B5 Data!B9 Locked!A1 Secret!A1",
      null,
    ],
  ]);
  expect(check.lines[3]?.message).toContain("the sheet Locked is protected");
  expect(check.inventory.uses.filter(({ place }) => place.kind === "name").map(({ place }) => place.name)).toEqual([
    "Best",
    "Data!Own",
  ]);
});

test("rules for what may be typed and conditional formats are looked at too, those of cells that differ one by one", async () => {
  const content = bookOf({ Data: [[1], [2], [3]] });
  const mark = (kind: "format" | "validation", id: number, area: [number, number], formula: string): MarkContent => ({
    id: `${kind === "format" ? "conditionalFormatting" : "dataValidation"} ${id}`,
    areas: [{ row: area[0], column: 0, rowCount: area[1], columnCount: 1 }],
    formulas: [formula],
    rules: [{ kind, type: kind === "format" ? "expression" : "custom", operator: null, formulaCount: 1 }],
  });
  content.sheets[0]!.marks = [
    mark("format", 0, [0, 2], "_xldudf_SAVINGS_COMPOUNDEFF(A1,5)>0.1"),
    mark("format", 1, [2, 1], "A3>1"),
    mark("validation", 0, [0, 1], "_xldudf_SAVINGS_COMPOUNDEFF(A1,5)>0"),
    mark("validation", 1, [1, 2], "A2>0"),
  ];
  await open(content);
  const { inventory, lines } = await checkWorkbook(ownFunctions);
  expect(inventory.uses.map(({ place }) => [place.kind, place.address, place.formula])).toEqual([
    ["format", "Data!A1:A2", "=SAVINGS.COMPOUNDEFF(A1,5)>0.1"],
    ["validation", "Data!A1", "=SAVINGS.COMPOUNDEFF(A1,5)>0"],
  ]);
  expect(lines).toEqual([]);
});

test("a workbook that was never ours, with hundreds of functions of other add-ins: there is nothing to say", async () => {
  const rows = Array.from({ length: 400 }, (_, row) => [row]);
  await open(bookOf({ Data: rows }));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("B1:B400").formulas = rows.map(([row]) => [
      row! % 2 === 0 ? `=_xldudf_FABRIKAM_PRICE(A${row! + 1})` : `=_xll.SAVINGSBANK.RATE(A${row! + 1})`,
    ]);
    await context.sync();
  });
  const { lines, inventory } = await checkWorkbook(ownFunctions);
  expect(lines).toEqual([]);
  expect(inventory).toEqual({ uses: [], links: [] });
});

describe("results and scenarios", () => {
  beforeEach(async () => {
    await open(planBook());
    await saveScenarios(
      [],
      [
        {
          scenario: { name: "Slow", off: ["Theatres", "Gone"], leverFactors: { Lost: 0.5 }, horizon: 2 },
          builtIn: false,
          readOnly: false,
          message: null,
          part: null,
        },
      ],
    );
    await runScenario({ write: true });
    await turns(10);
  });

  test("results that are up to date are not named; once a table changes they are, with the first cell that differs", async () => {
    expect(await said()).toEqual([
      ["scenario", "warning", "the scenario 'Slow'", "scenario"],
      ["scenario", "warning", "the scenario 'Slow'", "scenario"],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Levers").getRange("E2").values = [[0.04]];
      await context.sync();
    });
    const lines = await said();
    expect(lines.map(([kind]) => kind)).toEqual(["results out of date", "scenario", "scenario"]);
    expect(lines[0]?.[2]).toContain("'As planned Breakdown'!");
    await runScenario({ write: true });
    expect((await said()).map(([kind]) => kind)).toEqual(["scenario", "scenario"]);
  });

  test("what does not fit is taken out of the scenario, and nothing else of it", async () => {
    expect((await checkWorkbook(ownFunctions)).fitting).toEqual([
      { name: "Slow", scenario: { name: "Slow", off: ["Theatres"], horizon: 2 } },
    ]);
  });

  test("a plan that has errors now: it is said that the results could not be compared", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Levers").getRange("E2").values = [["a lot"]];
      context.workbook.worksheets.getItem("Levers").getRange("D2").values = [["two"]];
      await context.sync();
    });
    const kinds = (await said()).map(([kind]) => kind);
    expect(kinds.some((kind) => kind === "results not compared" || kind === "results out of date")).toBe(true);
  });

  test("a scenario of a newer version, and one that is no XML, are said as they are", async () => {
    await Excel.run(async (context) => {
      context.workbook.customXmlParts.add(
        '<scenario xmlns="urn:savings-attribution:scenario:1" version="99" name="Later"/>',
      );
      await context.sync();
    });
    const { lines } = await checkWorkbook(ownFunctions);
    const later = lines.find(({ where }) => where === "the scenario 'Later'");
    expect(later?.message).toBe(
      "The scenario 'Later' was saved by a newer version of the add-in and is left as it is.",
    );
    expect(later?.repair).toBeNull();
  });
});
