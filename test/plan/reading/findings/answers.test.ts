import type { Finding, Question } from "../../../../src/plan/finding";
import type { PlanReading } from "../../../../src/plan/reading/planReading";
import { idOfKey } from "../../../../src/plan/reading/questions";
import { readTables } from "../../../../src/plan/reading/readTables";
import type { SheetGrid } from "../../../../src/plan/reading/sheetGrid";
import { readAnswered } from "../../../../src/workbook/read/givenAnswers";
import { sampleLayouts } from "../../../layouts/drawLayout";
import { grid, type CellText } from "../../support/grid";
import { date, monthNames } from "../../support/register";
import { spendSheet } from "../../support/sheets";

const register = (...rows: CellText[][]): SheetGrid[] => [grid("Register", rows)];
const ofTwoYears = ["Scheme", "2025/26", "2026/27"];

/** A workbook for each question of the reader. */
const workbooks: Record<string, SheetGrid[]> = {
  "yearSavings, by columns": register(ofTwoYears, ["A", 100, 50], ["B", 20, 30]),
  "yearSavings, by rows": register(
    ["Scheme", "Year", "Saving"],
    ["A", "2025/26", 10],
    ["A", "2026/27", 20],
    ["B", "2025/26", 5],
    ["B", "2026/27", 8],
  ),
  monthAmounts: register(["Scheme", ...monthNames], ["A", 5, 10, 18, 20, 25, 33, 35, 40, 45, 50, 55, 60]),
  quarterAmounts: register(["Scheme", "Q1", "Q2", "Q3", "Q4"], ["A", 0, 40, 80, 80]),
  "percentScale, of spending": [
    grid("Spend", [
      ["Category", "Base 2014/15 (£m)", "Growth % 2015/16", "Growth % 2016/17"],
      ["Acute", 100, 0.5, 0.04],
    ]),
    ...register(["Scheme", "Saving (£m)", "Start"], ["A", 5, "2015/16"]),
  ],
  "percentScale, without a % in the heading": [
    grid("Spend", [
      ["Category", "Base 2014/15 (£m)", "Growth 2015/16"],
      ["Acute", 100, 0.5],
    ]),
    ...register(["Scheme", "Saving (£m)"], ["A", 5]),
  ],
  leverCounts: register(
    ["Scheme", "Saving £k", "Status"],
    ["A", 100, "Rejected"],
    ["B", 50, "On hold"],
    ["C", 20, "Closed"],
    ["D", 20, "Rejected"],
  ),
  "leverCounts, by a yes and no": register(
    ["Scheme", "Include in plan?", "Saving £k"],
    ["A", "Y", 100],
    ["B", "N", 50],
    ["C", "N", 20],
  ),
  "rowCounts, which it does": register(["Scheme", "Saving £k"], ["A", 10], ["B", 20], ["Total", 30], ["C", 5]),
  "rowCounts, which it does not": register(
    ["Scheme", "Status", "Saving £k"],
    ["A", "Planned", 10],
    ["B", "Planned", 20],
    ["Total", null, 30],
    ["C", null, 5],
  ),
  "rowCounts, as the sum of those below": register(
    ["Scheme", "Status", "PYE 25/26", "FYE"],
    ["A", null, 30, 50],
    ["B", "Planned", 10, 20],
    ["C", "Planned", 20, 30],
    ["D", "Planned", 7, 9],
  ),
  fullYearEffect: register(["Scheme", "PYE 25/26", "FYE"], ["A", 100, 60]),
  "fullYearEffect, beside months": register(["Scheme", ...monthNames, "FYE"], ["A", ...monthNames.map(() => 10), 60]),
  "carriedForward, by a column": register(
    ["Scheme", "Type", "Saving £k"],
    ["A", "Saving", 10],
    ["B", "b/f", 20],
    ["C", "B/F", 30],
  ),
  "carriedForward, by a section": register(
    ["Scheme", "Saving £k"],
    ["Carried forward from 2023/24"],
    ["A", 10],
    ["B", 20],
    ["New schemes"],
    ["C", 30],
  ),
  dateOrAmount: register(["Scheme", "Saving £k"], ["A", 100], ["B", 45898], ["C", 50], ["D", 40]),
  sharesOrAmounts: register(["Scheme", "Saving £k", "2025/26", "2026/27"], ["A", 100, 0.25, 1], ["B", 80, 0.5, 1]),
  shareSteps: register(["Scheme", "Saving £k", "2025/26 %", "2026/27 %"], ["A", 100, 40, 60], ["B", 80, 50, 50]),
  amountsOrShares: register(
    ["Scheme", "Saving £k", "Phasing 2025/26", "Phasing 2026/27", "In each year 2025/26", "In each year 2026/27"],
    ["A", 100, 0.25, 0.6, 25, 70],
    ["B", 80, 0.25, 0.5, 20, 40],
  ),
  otherCurrency: register(["Scheme", "Saving £k"], ["A", 100], ["B", "€50k"], ["C", "£40k"]),
  rowsOfLedger: register(
    ["Date", "Account", "Description", "Amount £"],
    [date(45748), 4000, "Salaries", 100],
    [date(45749), 4010, "Drugs", 200],
    [date(45750), 4020, "Travel", 50],
  ),
  perPeriod: register(["Scheme", "Saving per month £k"], ["A", 10], ["B", 20]),
  "monthAmounts, that may be rates": register(
    ["Run-rate savings by month"],
    [],
    ["Scheme", ...monthNames],
    ["A", 5, 10, 18, 20, 25, 33, 35, 40, 45, 50, 55, 60],
  ),
  sameHeading: register(["Scheme", "Saving", "Saving"], ["A", 10, 5], ["B", 20, 10]),
  recurrentPart: register(["Scheme", "Saving £k", "Non-recurrent £k"], ["A", 10, 4], ["B", 20, 0]),
  fiscalStart: register(
    ["Scheme", ...monthNames.map((_, index) => date(45839 + 31 * index, "mmm-yy"))],
    ["A", 9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  ),
  nettedCosts: register(["Scheme", "Net saving £k", "Investment £k"], ["A", 100, 20], ["B", 50, 10]),
  savingOrProduct: register(["Scheme", "Baseline cost £k", "Saving %", "Saving £k"], ["A", 1000, "5%", 70]),
  "partsOrSum, of months": register(["Scheme", ...monthNames, "PYE"], ["A", ...monthNames.map(() => 5), 90]),
  "partsOrSum, of new savings": register(
    ["Scheme", "New 2025/26", "New 2026/27", "Total saving"],
    ["A", 10, 20, 30],
    ["B", 10, 20, 30],
    ["C", 10, 20, 45],
  ),
  levelOrYearly: [spendSheet(), ...register(["Lever", "Annual rate"], ["A", { value: 0.03, format: "0.0%" }])],
  "meaning, of the only amounts": register(["CIP savings 2025/26"], [], ["Scheme", "Wibble"], ["A", 100], ["B", 250]),
  "meaning, of a slip": register(["Scheme", "Savigns", "Organisaton"], ["A", 100, "East"], ["B", 250, "West"]),
  otherPlan: register(
    ["Scheme", "Original plan", null, "Revised plan", null],
    [null, "2025/26", "2026/27", "2025/26", "2026/27"],
    ["A", 10, 20, 11, 22],
    ["B", 30, 30, 29, 28],
  ),
  "partsComeAgain, of one year": register(["Scheme", "2025/26 pay", "2025/26 pay one-off"], ["A", 10, 3], ["B", 20, 4]),
  "partsComeAgain, of several": register(
    ["Scheme", "2025/26 recurrent", "2025/26 NR", "2026/27 recurrent", "2026/27 NR"],
    ["A", 10, 3, 5, 1],
    ["B", 20, 4, 6, 2],
  ),
  dayOrder: register(["Scheme", "Saving £k", "Start"], ["A", 10, "04/10/2025"], ["B", 20, "05/06/2025"]),
  "dayOrder, in another year": register(
    ["Scheme", "Saving £k", "Start"],
    ["A", 10, "02/04/2025"],
    ["B", 20, "05/06/2025"],
  ),
  bareYear: register(["Scheme", "Saving £k", "Start"], ["A", 10, 2025], ["B", 20, "FY27"], ["C", 5, 2026]),
  afterEnd: register(
    ["Scheme", "Saving £k", "Start", "End"],
    ["A", 10, "2025/26", "2026/27"],
    ["B", 20, "2027/28", null],
  ),
  inOutturn: [spendSheet(), ...register(["Lever", "Saving (£m)", "Start"], ["A", 5, "2012/13"], ["B", 2, "2015/16"])],
  oddSign: register(["Scheme", "Saving £k"], ["A", 100], ["B", 60], ["C", -20]),
  olderVersion: [
    grid("Register", [
      ["Scheme", "Saving £k"],
      ["A", 100],
      ["B", 60],
      ["C", 20],
      ["D", 10],
    ]),
    grid("Register old", [
      ["Scheme", "Saving £k"],
      ["A", 90],
      ["B", 60],
      ["E", 5],
    ]),
  ],
  rowsThatCount: register(
    ["Scheme", "Metric", "Saving"],
    ["Rota", "£k", 10],
    ["Rota", "WTE", 2],
    ["Beds", "£k", 20],
    ["Beds", "WTE", 5],
  ),
  rowsOfYears: register(["Scheme", "Saving £k"], ["2025/26", 10], ["2026/27", 20]),
  rowsOfBudget: register(
    ["Scheme", "Saving £k"],
    ["Base budget", 100],
    ["Inflation", 5],
    ["Pay award", 4],
    ["Council tax", 50],
    ["Reserves", 3],
    ["Better rotas", 3],
  ),
  budgetBasis: [
    grid("Spend", [
      ["Approved budgets, £m"],
      [],
      ["Category", "2025/26", "2026/27"],
      ["Acute", 100, 104],
      ["Beds", 50, 60],
    ]),
    ...register(["Scheme", "Saving £m", "Applies to"], ["A", 5, "Acute"], ["B", 3, "All"]),
  ],
};

/** Where another choice changes nothing, with the reason. */
const sameEitherWay: Record<string, string> = {};

interface Met {
  ids: Set<string>;
  /** Questions where another choice gave the same plan and tables, by id. */
  same: Map<string, number>;
  /** Questions whose other choice could be compared. */
  compared: number;
}

/** Holds the law of the questions on one workbook. */
async function hold(grids: SheetGrid[], met: Met): Promise<void> {
  const read = (answers: Record<string, string>): PlanReading => readTables(grids, { answers });
  const asked = questionsOf(read({}));
  for (const question of asked) {
    const { key, choices, taken, option } = question;
    met.ids.add(idOfKey(key));
    expect(new Set(choices).size).toBe(choices.length);
    expect(choices).toContain(taken);
    expect(choices.length).toBeGreaterThan(1);
    // Errors beside it that are questions too are answered as they were taken, so that there is a plan to compare.
    const others = Object.fromEntries(asked.filter((one) => one.key !== key).map((one) => [one.key, one.taken]));
    const readings = choices.map((choice) => {
      for (const answers of [{ [key]: choice }, { ...others, [key]: choice }]) {
        const reading = read(answers);
        const stillOpen = new Set(questionsOf(reading).flatMap(keysOf));
        expect(keysOf(question).filter((one) => stillOpen.has(one))).toEqual([]);
        expect(reading.answered.find((one) => one.key === key)).toMatchObject({ key, choices, chosen: choice });
      }
      return read({ ...others, [key]: choice });
    });
    const asTaken = readings[choices.indexOf(taken)]!;
    const isShape = /^rowsOf(Years|Budget|Ledger)@/.test(key);
    // What an unanswered error stands against cannot be compared; tables that the answer takes out are gone.
    if (!isShape) expect(understood(asTaken, false)).toEqual(understood(read(others), false));
    const before = read({});
    if (before.plan) expect(planOf(read({ [key]: taken }))).toEqual(planOf(before));
    for (const [index, reading] of readings.entries()) {
      if (choices[index] === taken || (!asTaken.plan && !reading.plan && !isShape)) continue;
      met.compared++;
      const isSame = JSON.stringify(understood(reading, true)) === JSON.stringify(understood(asTaken, true));
      if (isSame) met.same.set(idOfKey(key), (met.same.get(idOfKey(key)) ?? 0) + 1);
    }
    const words = /^--answer '([^']*)'$/.exec(option)?.[1] ?? "";
    const answered = (await readAnswered([words], async (answers) => readTables(grids, { answers }))).answered;
    const settled = answered.find((one) => one.key === key);
    expect(settled?.chosen).toBe(choices.find((choice) => choice !== taken));
    const last = question.cells?.at(-1);
    if (last === undefined) continue;
    const alone = questionsOf(read({ [`${idOfKey(key)}@${last}`]: choices[1]! })).find((one) => one.key === key);
    expect(alone?.cells ?? [alone?.key.split("@")[1]]).toEqual(question.cells!.slice(0, -1));
  }
}

function questionsOf({ findings }: { findings: Finding[] }): Question[] {
  return findings.flatMap(({ question }) => question ?? []);
}

/** The key of a question at each of its cells. */
function keysOf({ key, cells }: Question): string[] {
  return cells ? cells.map((cell) => `${idOfKey(key)}@${cell}`) : [key];
}

function planOf({ plan }: PlanReading): unknown {
  return plan && { ...plan, findings: [] };
}

/** What a reading understood, without what it says about it. */
function understood(reading: PlanReading, withPlan: boolean): unknown {
  const { registers, spending, funding, target, years, horizon, sheetTotals } = reading;
  const sure = (table: PlanReading["levers"]) =>
    table && { ...table, summary: "", columns: table.columns.map(({ meaning, year }) => ({ meaning, year })) };
  const tables = { registers: registers.map(sure), spending: sure(spending), funding: sure(funding) };
  return { ...tables, target, years, horizon, sheetTotals, plan: withPlan ? planOf(reading) : null };
}

const nothingMet = (): Met => ({ ids: new Set(), same: new Map(), compared: 0 });

describe("every question, answered with each of its choices, is settled, as taken or otherwise", () => {
  test.each(Object.entries(workbooks))("%s", async (name, grids) => {
    const met = nothingMet();
    await hold(grids, met);
    expect([...met.ids]).toContain(name.replace(/,.*/, ""));
    expect(met.compared).toBeGreaterThan(0);
    expect([...met.same.keys()].filter((id) => !(id in sameEitherWay))).toEqual([]);
  });

  test("in layouts of the whole grammar", async () => {
    const met = nothingMet();
    for (const { sheets } of sampleLayouts(120, 3)) await hold(sheets, met);
    expect(met.compared).toBeGreaterThan(15);
    expect([...met.same.keys()].filter((id) => !(id in sameEitherWay))).toEqual([]);
  });
});
