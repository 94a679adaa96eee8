import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { plannedWrites } from "../../src/workbook/write/plannedWrites";
import { saveScenarios } from "../../src/workbook/scenarios/saveScenarios";
import { runScenario } from "../../src/workbook/runScenario";
import { bookOf, planBook } from "./support/planBook";

let standIn: StandIn;
afterEach(() => standIn.close());

const register = bookOf({
  Register: [
    ["Scheme", "2025/26 saving, £k", "Low", "High", "Exec lead", "QIA", "Budget journal"],
    ["Theatre lists", 400, 0.5, 1.1, "Anna", "Signed 12/06", "J10234"],
    ["Bed days", 250, 0.6, 1, "Ben", "", "no"],
  ],
});

const also = { risk: true, assurance: true, compare: ["Low", "High"] };

async function valuesOn(sheet: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).tables.getItemAt(0).getRange();
    range.load("values");
    await context.sync();
    return range.values;
  });
}

test("sheets that are chosen are written, and the ribbon's run again writes the same ones", async () => {
  ({ standIn } = await openAddin({ content: register }));
  const { written } = await runScenario({ write: true, also });
  const names = [
    "Summary",
    "Breakdown",
    "Groups",
    "Bridge",
    "Risk",
    "Comparison",
    "Assurance",
    "AssuranceLog",
    "Notes",
  ];
  expect(written?.sheets.map(({ name }) => name)).toEqual(names.map((name) => `As planned ${name}`));
  const comparison = await valuesOn("As planned Comparison");
  expect(comparison[0]).toEqual([
    "Part",
    "What",
    "As planned",
    "Low",
    "High",
    "Low less As planned",
    "High less As planned",
  ]);
  expect(comparison.at(-1)?.slice(0, 5)).toEqual(["Lever, 2025/26", "Total", 650, 350, 690]);
  const again = await runScenario({ write: true, onlyAgain: true });
  expect(again.written?.sheets.map(({ name }) => name)).toEqual(written?.sheets.map(({ name }) => name));
  expect(again.written?.wouldReplace).toEqual([]);
});

test("the log says by lever what changed since the last written run", async () => {
  ({ standIn } = await openAddin({ content: register }));
  const changes = async () =>
    (await valuesOn("As planned AssuranceLog"))
      .filter(([part]) => part === "Since the last written run")
      .map((row) => row.slice(1, 4));
  await runScenario({ write: true, also: { assurance: true } });
  expect(await changes()).toEqual([]);
  await runScenario({ write: true, onlyAgain: true });
  expect(await changes()).toEqual([["No lever's saving of 2025/26 has changed", "", ""]]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Register");
    sheet.getRange("B2").values = [[350]];
    sheet.getRange("A3:B3").values = [["Length of stay", 260]];
    await context.sync();
  });
  await runScenario({ write: true, also: { assurance: true }, agreed: true });
  expect(await changes()).toEqual([
    ["Length of stay, £k", 260, "New"],
    ["Bed days, £k", -250, "No longer there, before 250"],
    ["Theatre lists, £k", -50, "Before 400"],
    ["All changes of 2025/26, £k", -40, ""],
  ]);
});

test("Risk has a chart of lines over the rows of its years, above the table, and keeps one on a second run", async () => {
  ({ standIn } = await openAddin({ content: register }));
  await runScenario({ write: true, also });
  const drawn = () => standIn.content().sheets.find(({ name }) => name === "As planned Risk")!;
  const check = () => {
    const { charts, tables } = drawn();
    expect(charts).toHaveLength(1);
    expect(charts[0]?.type).toBe("LineMarkers");
    expect(charts[0]?.legend).toMatchObject({ visible: true, position: "Bottom" });
    const row = tables[0]!.row + 2;
    expect(charts[0]?.series.map(({ name, values }) => [name, values])).toEqual([
      ["P10", `'As planned Risk'!$C$${row}`],
      ["P50", `'As planned Risk'!$D$${row}`],
      ["P90", `'As planned Risk'!$E$${row}`],
      ["In As planned", `'As planned Risk'!$F$${row}`],
    ]);
  };
  check();
  const { written } = await runScenario({ write: true, onlyAgain: true });
  expect(written?.wouldReplace).toEqual([]);
  check();
});

test("a sheet that is no part of a later run stays as it is, and Notes says so", async () => {
  ({ standIn } = await openAddin({ content: register }));
  await runScenario({ write: true, also });
  const before = await valuesOn("As planned Comparison");
  const { tables, reading } = await runScenario({ write: true, also: { risk: true, assurance: true } });
  expect(await valuesOn("As planned Comparison")).toEqual(before);
  const words = "Not part of this run, and left as an earlier one wrote it: the sheet As planned Comparison";
  expect(
    tables
      .at(-1)
      ?.rows.map(([, note]) => note)
      .filter((note) => String(note).startsWith("Not part")),
  ).toEqual([words]);
  const { left } = plannedWrites(tables, "As planned", reading.ownSheets, reading.sheetNames);
  expect(left).toEqual(["As planned Comparison"]);
});

test("with the same seed the same digits, with another others", async () => {
  ({ standIn } = await openAddin({ content: register }));
  const draw = async (seed: number): Promise<unknown> => {
    const { tables } = await runScenario({ also: { risk: true }, seed, trials: 500 });
    return tables.find(({ id }) => id === "risk")?.rows;
  };
  expect(await draw(2)).toEqual(await draw(2));
  expect(await draw(3)).not.toEqual(await draw(2));
});

test("what an auditor writes into the columns left free stays beside its lever, and is not asked about", async () => {
  ({ standIn } = await openAddin({ content: register }));
  await runScenario({ write: true, also });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("As planned Assurance");
    const table = sheet.tables.getItemAt(0);
    table.columns.getItem("Auditor's opinion").getDataBodyRange().values = [["amber"], ["green"]];
    const levers = context.workbook.worksheets.getItem("Register");
    levers.getRange("2:2").insert("Down");
    levers.getRange("A2:G2").values = [["Agency", 100, 0.5, 1, "Cy", "", ""]];
    await context.sync();
  });
  const { written } = await runScenario({ write: true, also });
  expect([written?.done, written?.wouldReplace]).toEqual([true, []]);
  const rows = await valuesOn("As planned Assurance");
  const opinion = rows[0]?.indexOf("Auditor's opinion") ?? -1;
  expect(rows.slice(1, 4).map((row) => [row[0], row[opinion]])).toEqual([
    ["Agency", ""],
    ["Theatre lists", "amber"],
    ["Bed days", "green"],
  ]);
  const journal = rows[0]?.indexOf("Budget reduced") ?? -1;
  expect(rows.slice(1, 4).map((row) => row[journal])).toEqual(["–", "Yes: J10234 (G3)", "No (G4)"]);
});

test("scenarios to compare may stand in one word, each once, and one called so with its comma goes first", async () => {
  ({ standIn } = await openAddin({ content: register }));
  const compared = async (...compare: string[]): Promise<string[] | undefined> => {
    const { tables } = await runScenario({ also: { compare } });
    return tables.find(({ id }) => id === "comparison")?.header.slice(2, 5);
  };
  expect(await compared("Low, high", "Low")).toEqual(["As planned", "Low", "High"]);
  await saveScenarios(
    [],
    [
      {
        scenario: { name: "Low, High", leverFactors: { "Bed days": 0.1 } },
        part: null,
        builtIn: false,
        readOnly: false,
        message: null,
      },
    ],
  );
  expect(await compared("Low, High")).toEqual(["As planned", "Low, High", "Low, High less As planned"]);
  await expect(compared("Low,Best")).rejects.toThrow("There is no scenario 'Best'");
});

test("a scenario that is not there is refused by name, and a risk without ranges is said in Notes", async () => {
  ({ standIn } = await openAddin({ content: planBook() }));
  await expect(runScenario({ also: { compare: ["Best"] } })).rejects.toThrow("There is no scenario 'Best'");
  const { tables } = await runScenario({ also: { risk: true } });
  expect(tables.map(({ id }) => id)).not.toContain("risk");
  expect(tables.at(-1)?.rows.map(([, note]) => note)).toContain("Not assessed: no lever has a low and a high delivery");
});
