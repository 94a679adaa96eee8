import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { openWorkbookFile, savedBytes } from "@workbooks/stand-in/files/workbookFile";
import { readBytes } from "@workbooks/stand-in/files/diskFile";
import type { ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { builtNamespace, openBuiltAddin } from "../../cli/openBuiltAddin";
import { recalculate } from "../../cli/recalc/recalc";
import type { Breakdown } from "../../src/plan/breakdown";
import { runScenario, type ScenarioRun } from "../../src/workbook/runScenario";
import { cellAt } from "../packages/xlsx/support/content";
import { asLine } from "../plan/support/sheets";

/** The workbooks of test/cases/registers, whose README says what each is and what is right. */
const root = join(__dirname, "..", "..");
const folder = join(root, "test", "cases", "registers");

/** What a run finds in a workbook, and the values that it leaves in the file. */
interface Run extends ScenarioRun {
  values: (sheet: string, ...cells: string[]) => Promise<ValueContent[]>;
}

let standIn: StandIn | null = null;
afterEach(() => {
  standIn?.close();
  standIn = null;
});

async function run(name: string): Promise<Run> {
  const path = join(folder, `${name}.xlsx`);
  const file = await openWorkbookFile(path, await readBytes(path), { functionNamespaces: [builtNamespace(root)] });
  ({ standIn } = await openBuiltAddin(root, file.content, ["functions.js"], { keepsFileValues: true }));
  const opened = standIn;
  await opened.recalculate();
  const result = await runScenario();
  await opened.recalculate();
  const values: Run["values"] = async (sheet, ...cells) =>
    valuesIn(await readWorkbook(await savedBytes(file, opened.content())), sheet, ...cells);
  return { ...result, values };
}

function valuesIn(content: WorkbookContent, sheetName: string, ...cells: string[]): ValueContent[] {
  const sheet = content.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new Error(`no sheet ${sheetName}`);
  return cells.map((cell) => cellAt(sheet, cell)?.value ?? null);
}

function breakdownOf({ breakdown, findings }: Run): Breakdown {
  if (!breakdown) throw new Error(findings.map(asLine).join("\n"));
  return breakdown;
}

/** The figures of a run: what the levers are called, what they save by year and together, and everything that was said. */
async function figures(name: string) {
  const result = await run(name);
  const { registerTotal, summary, levers, baseYear, years } = breakdownOf(result);
  return {
    baseYear,
    years,
    registerTotal,
    need: summary.need,
    savings: summary.savings,
    names: levers.map((lever) => lever.name),
    said: result.findings.map(asLine),
  };
}

const flatNeed = [185500, 191000, 196500];

test("every workbook of the folder is a case here", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".xlsx"));
  expect(files.map((file) => file.replace(/\.xlsx$/, "")).sort()).toEqual([...seen].sort());
});

const seen: string[] = [];
function caseOf(name: string, what: string, check: () => Promise<void>): void {
  seen.push(name);
  test(`${name}: ${what}`, check);
}

describe("what a run leaves of the user's own formulas", () => {
  caseOf("a01-indirect-same-address-other-sheet", "INDIRECT to its own address on another sheet", async () => {
    const { values } = await run("a01-indirect-same-address-other-sheet");
    expect(await values("Mine", "B2", "B4", "C2")).toEqual([150, 100, 104]);
  });

  caseOf("a02-offset-total", "a total up to the cell above itself", async () => {
    const { values } = await run("a02-offset-total");
    expect(await values("Mine", "B4", "B5")).toEqual([60, 120]);
  });

  caseOf("a04-functions-turned-into-name-errors", "functions that only Excel has", async () => {
    const { values } = await run("a04-functions-turned-into-name-errors");
    expect(await values("Mine", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9")).toEqual([
      "Sum of Price",
      1234.5,
      2469,
      null,
      true,
      0,
      "Mine",
      100,
    ]);
  });

  caseOf("a06-recalc-row-of-table-this-row", "the row of a table's own row, recalculated", async () => {
    const path = join(folder, "a06-recalc-row-of-table-this-row.xlsx");
    const namespace = builtNamespace(root);
    const file = await openWorkbookFile(path, await readBytes(path), { functionNamespaces: [namespace] });
    const { content } = await recalculate(file.content, namespace, (frozen, options) =>
      openBuiltAddin(root, frozen, ["functions.js"], options),
    );
    // The file has no value of these cells: they are calculated to be read, and saved as they were, without an error.
    const saved = await readWorkbook(await savedBytes(file, content));
    expect(valuesIn(saved, "Query", "A2", "A3", "A4")).toEqual([null, null, null]);
    const addin = await openBuiltAddin(root, file.content, ["functions.js"]);
    try {
      await addin.standIn.recalculate();
      expect(valuesIn(addin.standIn.content(), "Query", "A2", "A3", "A4")).toEqual([1, 2, 3]);
      expect(valuesIn(addin.standIn.content(), "Calc", "B1")).toEqual([2021]);
    } finally {
      addin.close();
    }
  });
});

describe("rows", () => {
  caseOf("b01-growth-by-columns-counter-no-cached-values", "formulas that no program has calculated", async () => {
    const { need } = await figures("b01-growth-by-columns-counter-no-cached-values");
    [185400, 190962, 196690.86].forEach((value, index) => expect(need?.[index]).toBeCloseTo(value, 6));
  });

  caseOf("b03-rows-dropped-after-three-heading-lines", "three headings before the next scheme", async () => {
    expect(await figures("b03-rows-dropped-after-three-heading-lines")).toMatchObject({
      registerTotal: 2200,
      names: ["Agency premium", "Biosimilar switch", "Homecare"],
    });
  });

  caseOf("b06-spending-rows-dropped", "a heading, a remark and a source between categories", async () => {
    expect((await figures("b06-spending-rows-dropped")).need).toEqual([196000, 202000, 208000]);
  });

  caseOf("b14-spending-total-rounded", "a total of rounded figures is a total", async () => {
    const { need, said } = await figures("b14-spending-total-rounded");
    expect(need).toEqual(flatNeed);
    expect(said).toEqual(["warning Spending!A5: the totals row 'Total operating expenditure' was left out"]);
  });

  caseOf("b17-subtotal-of-one-row", "a subtotal of one row, and a total of all", async () => {
    const { registerTotal, names, said } = await figures("b17-subtotal-of-one-row");
    expect(registerTotal).toBe(2200);
    expect(names).toEqual(["Agency premium", "Biosimilar switch", "Homecare"]);
    expect(said).toEqual([
      "warning Levers!A3: the totals row 'Workforce total' was left out",
      "warning Levers!A6: the totals row 'Medicines total' was left out",
      "warning Levers!A7: the totals row 'Grand total' was left out",
    ]);
  });

  caseOf("b19-sum-row-without-the-word-total", "a sum that does not say so", async () => {
    const { registerTotal, said } = await figures("b19-sum-row-without-the-word-total");
    expect(registerTotal).toBe(2150);
    expect(said).toEqual(["warning Levers!A5: 'Programme 2025/26' is the sum of the 3 rows above, and was left out"]);
  });

  caseOf("b21-of-which-row", "a part is not counted twice", async () => {
    const { need, said } = await figures("b21-of-which-row");
    expect(need).toEqual(flatNeed);
    expect(said).toEqual([
      "warning Spending!A5: 'Of which: agency staff' was left out, since it is part of a row above and would count twice",
    ]);
  });

  caseOf("b29-merged-applies-to", "a merged cell holds for all its rows", async () => {
    const { levers } = breakdownOf(await run("b29-merged-applies-to"));
    const rota = levers.find(({ name }) => name === "Rota redesign");
    // 1% of 30,500, of which the 2% of the lever above leave a little less.
    expect(rota?.standalone[0]).toBeCloseTo(305, 9);
    expect(rota?.attributed[0]).toBeCloseTo(305 * 0.99, 6);
  });
});

describe("columns", () => {
  caseOf("b12-year-profile-beside-full-year-effect", "years beside the full-year effect are one form", async () => {
    expect(await figures("b12-year-profile-beside-full-year-effect")).toMatchObject({
      savings: [300, 1300, 2000],
      said: [],
    });
  });

  caseOf("b32-year-end-dates-as-headings", "the last day of a fiscal year names it", async () => {
    expect(await figures("b32-year-end-dates-as-headings")).toMatchObject({
      baseYear: "2024/25",
      years: ["2025/26", "2026/27", "2027/28"],
      need: flatNeed,
      savings: [1350, 2750, 2750],
    });
  });

  caseOf("c02-two-header-rows-same-name", "Forecast FYE and Plan FYE are told apart", async () => {
    const { reading, breakdown, findings } = await run("c02-two-header-rows-same-name");
    expect(findings).toEqual([]);
    expect(reading.levers?.columns.map(({ heading, meaning }) => [heading, meaning])).toEqual([
      ["Scheme", "lever"],
      ["PYE £k", "forecast"],
      ["FYE £k", "forecast"],
      ["PYE £k", "inYear"],
      ["FYE £k", "fullYearEffect"],
      ["RAG", "rag"],
    ]);
    expect(breakdown?.summary.savings).toEqual([1000, 2000, 2000]);
  });

  caseOf("c03-percent-complete-column-stops-the-run", "progress is no share of the plan", async () => {
    const { reading, breakdown } = await run("c03-percent-complete-column-stops-the-run");
    expect(breakdown?.registerTotal).toBe(2000);
    expect(reading.levers?.columns[2]).toMatchObject({ heading: "% complete", meaning: "progress" });
  });
});

describe("sign, unit and scale", () => {
  caseOf("b10-savings-as-negatives", "savings in brackets are turned, and said", async () => {
    const { savings, said } = await figures("b10-savings-as-negatives");
    expect(savings).toEqual([2150, 2150, 2150]);
    expect(said).toEqual([
      "warning Levers!B1: the savings are negative throughout, as where they are shown in brackets, and were turned",
    ]);
  });

  caseOf("b24-unit-column", "a Unit column holds for its rows", async () => {
    const { registerTotal, said } = await figures("b24-unit-column");
    expect(registerTotal).toBeCloseTo(2150, 9);
    expect(said).toEqual([
      "warning Levers!C1: 'Unit' gives each row's unit, and amounts in others than £k were converted",
    ]);
  });

  caseOf("b27-saving-shown-in-millions-by-number-format", "a number format that divides", async () => {
    const { registerTotal, said } = await figures("b27-saving-shown-in-millions-by-number-format");
    expect(registerTotal).toBeCloseTo(2, 9);
    expect(said).toEqual([
      "warning Levers!B1: 'Saving £m' shows thousands by its number format, and its amounts were read as they are shown",
    ]);
  });
});

describe("several registers", () => {
  caseOf("b08-older-register-taken", "a closed year's register is named, and does not count", async () => {
    expect(await figures("b08-older-register-taken")).toMatchObject({
      registerTotal: 1800,
      names: ["Agency premium", "Rota redesign"],
      said: [
        "warning 'CIP 2024-25 closed'!A1: this looks like a register too, with other headings: its 2 rows, 9,999 under 'Saving £k', do not count; Levers!A1:B3 is used",
      ],
    });
  });

  caseOf("b37-three-directorate-sheets", "three sheets with the same headings are one register", async () => {
    const { registerTotal, names, said } = await figures("b37-three-directorate-sheets");
    expect(registerTotal).toBe(900);
    expect(names).toEqual(
      ["Medicine", "Surgery", "Estates"].flatMap((name) => [`Agency ${name} CIP`, `Rota ${name} CIP`]),
    );
    expect(said).toEqual([]);
  });
});

describe("whole registers", () => {
  caseOf("nhs-cip", "months, part-year and full-year effect are one form", async () => {
    const result = await run("nhs-cip");
    const { levers, summary, years } = breakdownOf(result);
    const fullYear = (of: typeof levers): number => of.reduce((sum, { fullYearEffect }) => sum + fullYearEffect, 0);
    expect(years).toEqual(["2025/26"]);
    expect(levers).toHaveLength(13);
    expect(summary.savings[0]).toBeCloseTo(8381, 9);
    expect(summary.unidentified[0]).toBeCloseTo(1200, 9);
    expect(fullYear(levers)).toBeCloseTo(11736, 9);
    expect(levers.filter(({ isIdentified }) => !isIdentified).map(({ reference }) => reference)).toEqual(["CIP013"]);
    expect(fullYear(levers.filter(({ isIdentified }) => !isIdentified))).toBeCloseTo(2400, 9);
    expect(
      levers.filter(({ recurrent }) => !recurrent).map(({ reference, fullYearEffect }) => [reference, fullYearEffect]),
    ).toEqual([
      ["CIP009", 0],
      ["CIP010", 0],
    ]);
    expect(
      levers.filter(({ cashEffect }) => cashEffect === "Non-cash-releasing").map(({ reference }) => reference),
    ).toEqual(["CIP005"]);
    const { sheetTotals } = result.reading;
    expect(sheetTotals.filter(({ cell }) => /![UV]20$/.test(cell))).toEqual([
      { cell: "'CIP Tracker'!U20", says: 8381, read: 8381 },
      { cell: "'CIP Tracker'!V20", says: 11736, read: 11736 },
    ]);
  });

  caseOf("A-trust-month6", "the plan under bands of plan, actual and variance", async () => {
    const result = await run("A-trust-month6");
    const { levers, summary } = breakdownOf(result);
    expect([summary.identified, summary.unidentified]).toEqual([[980], [1200]]);
    expect(levers.map(({ name, attributed }) => [name, attributed])).toEqual([
      ["Theatre utilisation", [630]],
      ["Agency to bank", [350]],
      ["Balance sheet release", [0]],
      ["Stretch", [1200]],
    ]);
    expect(result.reading.plan?.levers.map(({ start, firstYearShare }) => [start, firstYearShare * 12])).toEqual([
      [1, 9],
      [1, 7],
      [1, 12],
      [1, 6],
    ]);
    expect(
      result.findings.filter(({ question }) => question).map(({ cell, question }) => [cell, question?.choices]),
    ).toEqual([
      ["'M6 tracker'!I6", ["day before month", "month before day"]],
      ["'M6 tracker'!P6", ["the amount of a full year", "what the next year adds"]],
    ]);
  });

  caseOf("C-council-mtfs", "new in each year, in brackets, beside pressures", async () => {
    const result = await run("C-council-mtfs");
    const { summary } = breakdownOf(result);
    expect(summary.newInYear).toEqual([2050, 600, 300]);
    expect(result.reading.plan?.levers.map(({ reference, kind }) => [reference, kind])).toEqual([
      ["ASC-S07", "Saving"],
      ["ASC-S02 b/f", "Undelivered brought forward"],
      ["CS-P01", "Pressure"],
      ["COR-S11", "Saving"],
      ["COR-S14", "Funding switch"],
    ]);
    const pressure = result.reading.plan?.levers[2]?.effect;
    // 3,200, then 1,100 and 900 more.
    expect(pressure).toMatchObject({ kind: "byYear", amounts: [3200, 4300, 5200] });
    expect(result.findings.map(asLine)).toEqual([
      "warning 'Appendix C'!C9: 'Net' is the sum of the 5 rows above, and was left out",
      "warning 'Appendix C'!E3: savings are shown in brackets, as the title says, and were turned",
    ]);
  });
});
