import { breakdownJson } from "../../src/commands/breakdownJson";
import { evaluate } from "../../src/plan/evaluation/evaluate";
import type { PlanReading, TableReading } from "../../src/plan/reading/planReading";
import { lever, registerAlone } from "../plan/support/plans";

const register: TableReading = {
  kind: "levers",
  sheet: "Surgery",
  address: "Surgery!A3:F9",
  tableName: null,
  rowCount: 4,
  summary: "4 levers",
  columns: [
    {
      heading: "2025/26",
      address: "Surgery!D3",
      meaning: "amount:2025/26",
      year: "2025/26",
      sureness: "unsure",
      firstValues: [],
      why: "",
    },
  ],
  totals: ["Surgery!A9"],
  sections: ["Surgery!A4"],
  leftOut: [{ cell: "Surgery!A8", why: "a note" }],
};

const written = registerAlone([lever({ reference: "CIP001" }), lever({ name: "Pay award", kind: "Pressure" })], {
  findings: [
    {
      level: "warning",
      cell: "Surgery!D3",
      message: "the heading leaves open what it is",
      question: {
        key: "yearSavings@Levers!D4",
        choices: ["each", "new"],
        taken: "each",
        option: "--answer 'Levers!D4=new'",
      },
    },
    { level: "warning", cell: "Surgery!B5", message: "the text is read as a number", count: 7 },
  ],
});

const reading: PlanReading = {
  spending: null,
  funding: null,
  levers: register,
  registers: [register, { ...register, sheet: "Estates" }],
  target: null,
  sheetTotals: [{ cell: "Surgery!D9", says: 10, read: 10 }],
  years: [],
  horizon: null,
  findings: written.findings,
  answered: [],
  plan: written,
};

/** As the command line prints it. */
const json = JSON.parse(
  JSON.stringify(breakdownJson(evaluate(written, { name: "As planned" }), reading, null, null)),
) as ReturnType<typeof breakdownJson>;

test("series that the plan does not have are null, and those that it has are whole", () => {
  expect(json.summary).toEqual({
    need: null,
    funding: null,
    target: null,
    gap: null,
    savings: [10, 10, 10],
    identified: [10, 10, 10],
    unidentified: [0, 0, 0],
    newInYear: [10, 0, 0],
    recurrent: [10, 10, 10],
    baseYearSavings: null,
    remaining: null,
    gapWithoutBaselineAssumptions: null,
    requiredRate: null,
    baselineAssumptions: [0, 0, 0],
    costAvoidance: [0, 0, 0],
    income: [0, 0, 0],
    contingency: null,
  });
});

test("every row of the register is a lever with its kind, and what is no saving is added up apart", () => {
  expect(json.levers).toMatchObject([
    {
      name: "Lever",
      reference: "CIP001",
      kind: "Saving",
      type: "Cost reduction",
      baselineOnly: false,
      cashEffect: "Not stated",
      efficiencyType: "Not stated",
      attributed: [10, 10, 10],
      fullYearEffect: 10,
      shareOfGap: null,
    },
    { name: "Pay award", kind: "Pressure", attributed: [0, 0, 0], fullYearEffect: 0 },
  ]);
  expect(json.kinds).toMatchObject([{ kind: "Pressure", amounts: [10, 10, 10], rows: [{ name: "Pay award" }] }]);
});

test("the reading names every register, its columns, its rows that do not count", () => {
  expect(json.reading).toMatchObject({ spending: null, funding: null, target: null });
  expect(json.reading.register.map(({ sheet }) => sheet)).toEqual(["Surgery", "Estates"]);
  expect(json.reading.register[0]).toEqual({
    sheet: "Surgery",
    area: "Surgery!A3:F9",
    rows: 4,
    totals: ["Surgery!A9"],
    sections: ["Surgery!A4"],
    leftOut: [{ cell: "Surgery!A8", why: "a note" }],
    columns: [{ cell: "Surgery!D3", heading: "2025/26", meaning: "amount:2025/26", year: "2025/26", sure: false }],
  });
  expect(json.checks.sheetTotals).toEqual([{ cell: "Surgery!D9", says: 10, read: 10 }]);
});

test("findings say how many cells, and what is asked or null", () => {
  expect(json.findings).toEqual([
    {
      level: "warning",
      cell: "Surgery!D3",
      count: 1,
      message: "the heading leaves open what it is",
      question: {
        key: "yearSavings@Levers!D4",
        choices: ["each", "new"],
        taken: "each",
        option: "--answer 'Levers!D4=new'",
      },
      option: null,
    },
    {
      ...{ level: "warning", cell: "Surgery!B5", count: 7, message: "the text is read as a number" },
      ...{ question: null, option: null },
    },
  ]);
});
