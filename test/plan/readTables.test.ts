import { readTables, type PlanReading } from "../../src/plan/readTables";
import { grid, percent, type CellText } from "./grid";
import { asLine, fundRows, leverRows, readWith, spendRows } from "./sheets";

const lines = (reading: PlanReading): string[] => reading.findings.map(asLine);
const meanings = (reading: PlanReading, kind: "spending" | "funding" | "levers"): string[] =>
  reading[kind]?.columns.map(({ meaning, sureness }) => `${meaning}${sureness === "unsure" ? "?" : ""}`) ?? [];

const amounts = (first: number): CellText[] => [first, first + 4, first + 8];

describe("where tables stand", () => {
  test("one sheet, titles above, blank rows between, a totals row, notes below and at the right", () => {
    const sheet = grid(
      "Plan",
      [
        ["Our plan"],
        ["All figures in £m, real, 2014/15 prices"],
        [],
        ["Category", "Base", "2015/16", "2016/17", "2017/18", null, "Notes"],
        ["Acute", 100, ...amounts(104), null, "from the ledger"],
        ["Community", 50, ...amounts(51), null, "estimate"],
        ["Total", 150, 155, 163, 171],
        [],
        ["Funding"],
        ["Source", "Base", "2015/16", "2016/17", "2017/18"],
        ["Allocation", 150, 150, 151, 152],
        [],
        ["Savings register"],
        [],
        ["Scheme", "Workstream", "Saving", null, "Contingency", 500],
        ["Procurement", "Local", 5],
        [],
        ["Estates", "Local", 3],
        ["Total", null, 8],
        [],
        ["Source: finance department, unaudited"],
      ],
      { at: [2, 1] },
    );
    const reading = readTables([sheet]);
    expect(lines(reading)).toEqual([
      "warning Plan!B9: the totals row 'Total' was left out",
      "warning Plan!B21: the totals row 'Total' was left out",
    ]);
    expect(reading.spending).toMatchObject({
      address: "Plan!B6:F9",
      rowCount: 2,
      summary: "2 categories, Year 0 + 3 years".replace("Year 0", "2014/15"),
    });
    expect(reading.funding).toMatchObject({ address: "Plan!B12:F13", rowCount: 1 });
    expect(reading.levers).toMatchObject({ address: "Plan!B17:D21", rowCount: 2 });
    expect(reading.plan).toMatchObject({
      unit: "£m",
      priceBasis: "real, 2014/15 prices",
      prices: "real",
      years: ["2015/16", "2016/17", "2017/18"],
    });
    expect(reading.plan?.levers.map(({ name, group }) => `${name}/${group}`)).toEqual([
      "Procurement/Local",
      "Estates/Local",
    ]);
  });

  test("side by side on one sheet, one empty column between", () => {
    const sheet = grid("Plan", [
      ["Category", "Base 2014/15", "Growth", null, "Funding", "Base 2014/15", "Growth", null, "Lever", "Saving"],
      ["Acute", 100, percent(0.04), null, "Allocation", 100, percent(0.01), null, "Procurement", 5],
      ["Community", 50, percent(0.02), null, null, null, null, null, "Estates", 3],
    ]);
    const reading = readTables([sheet]);
    expect(lines(reading)).toEqual([]);
    expect([reading.spending?.address, reading.funding?.address, reading.levers?.address]).toEqual([
      "Plan!A1:C3",
      "Plan!E1:G2",
      "Plan!I1:J3",
    ]);
  });

  test("Excel tables with totals rows, on any sheet", () => {
    const table = (name: string, rows: CellText[][], hasTotalsRow: boolean) => ({
      name,
      row: 1,
      column: 1,
      rowCount: rows.length,
      columnCount: rows[0]?.length ?? 0,
      hasTotalsRow,
    });
    const withTotals: CellText[][] = [...leverRows, ["Sum", null, null, 5]];
    const reading = readTables([
      grid("One", spendRows, { at: [1, 1], tables: [table("tblSpend", spendRows, false)] }),
      grid("Two", fundRows, { at: [1, 1], tables: [table("tblFunding", fundRows, false)] }),
      grid("Three", withTotals, { at: [1, 1], tables: [table("Register", withTotals, true)] }),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.levers).toMatchObject({ tableName: "Register", address: "Three!B2:H4", rowCount: 2 });
  });

  test("what this add-in wrote is never input", () => {
    const written: CellText[][] = [
      ["Lever", "Group", "Saving", "Start", "Status"],
      ["Old", "x", 1, "2015/16", "Green"],
    ];
    const reading = readTables([
      grid("Spend", spendRows),
      grid("Fund", fundRows),
      grid("As planned Breakdown", written, {
        tables: [
          { name: "SavingsBreakdown_AsPlanned", row: 0, column: 0, rowCount: 2, columnCount: 5, hasTotalsRow: false },
        ],
      }),
    ]);
    expect(reading.levers).toBeNull();
  });

  test("a rival table is named", () => {
    const reading = readTables([
      grid("Spend", spendRows),
      grid("Fund", fundRows),
      grid("Levers", leverRows),
      grid("Levers old", leverRows),
    ]);
    expect(lines(reading)).toEqual([
      "warning 'Levers old'!A1: this looks like a Levers table too; Levers!A1:G3 is used",
    ]);
  });

  test("the user's own word goes before a guess: a range, or a table's name", () => {
    const old = grid("Old", leverRows.slice(0, 2), {
      tables: [{ name: "tblOld", row: 0, column: 0, rowCount: 2, columnCount: 7, hasTotalsRow: false }],
    });
    const sheets = [grid("Spend", spendRows), grid("Fund", fundRows), grid("Levers", leverRows), old];
    expect(readTables(sheets, { corrections: { tables: { levers: "tblOld" } } }).levers?.address).toBe("Old!A1:G2");
    expect(readTables(sheets, { corrections: { tables: { levers: "Levers!$A$1:$G$2" } } }).levers?.address).toBe(
      "Levers!A1:G2",
    );
    expect(
      readTables(sheets, { areas: { levers: { sheet: "Old", row: 0, column: 0, rowCount: 2, columnCount: 7 } } }).levers
        ?.address,
    ).toBe("Old!A1:G2");
    expect(lines(readTables(sheets, { corrections: { tables: { levers: "Nowhere!A1:B2" } } }))[0]).toBe(
      "error there is no table at 'Nowhere!A1:B2' for Levers; a range with a header row or an Excel table is needed",
    );
  });

  test("funding as a row under the categories", () => {
    const spend: CellText[][] = [
      ["Category", "Base 2014/15", "2015/16", "2016/17", "2017/18"],
      ["Acute", 100, 104, 108, 112],
      ["Community", 50, 51, 52, 53],
      ["Total need", 150, 155, 160, 165],
      ["Total funding", 150, 151, 152, 153],
      ["Funding gap", 0, 4, 8, 12],
    ];
    const reading = readTables([grid("Plan", spend), grid("Levers", leverRows)]);
    expect(lines(reading)).toEqual([
      "warning Plan!A4: the totals row 'Total need' was left out",
      "warning Plan!A5: 'Total funding' in the Spending table was read as funding",
      "warning Plan!A6: 'Funding gap' in the Spending table was left out: the gap is worked out anew",
    ]);
    expect(reading.plan?.categories.map(({ name }) => name)).toEqual(["Acute", "Community"]);
    expect(reading.plan?.funding).toEqual({ base: 150, byYear: [151, 152, 153] });
  });

  test("section headings inside the register", () => {
    const levers: CellText[][] = [
      ["Lever", "Group", "Applies to", "Saving (£m)", "Start"],
      ["National schemes"],
      ["Procurement", "National", "Acute", 5, "2015/16"],
      [],
      ["Local schemes"],
      ["Estates", "Local", "Acute", 3, "2015/16"],
    ];
    const reading = readWith({ levers });
    expect(lines(reading)).toEqual([
      "warning Levers!A2: 'National schemes' has nothing beside its name and was left out as a heading",
      "warning Levers!A5: 'Local schemes' has nothing beside its name and was left out as a heading",
    ]);
    expect(reading.plan?.levers).toHaveLength(2);
  });

  test("hidden rows and columns count, with a warning", () => {
    const levers = grid("Levers", leverRows, { hiddenRows: [2], hiddenColumns: [3] });
    const reading = readTables([grid("Spend", spendRows), grid("Fund", fundRows), levers]);
    expect(lines(reading)).toEqual([
      "warning Levers!A3: row 3 is hidden and counts",
      "warning Levers!D1: the column 'Saving (£m)' is hidden and counts",
    ]);
    expect(reading.plan?.levers).toHaveLength(2);
  });
});

describe("how headings are understood", () => {
  test("in any order, with units, percent signs and line breaks", () => {
    const levers: CellText[][] = [
      ["RAG", "Planned\nsavings (£m)", "Ref", "Scheme\nname", "Recurrent?"],
      ["G", 5, 1, "Procurement", "Y"],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["status", "saving", "ignored", "lever", "recurrent"]);
    expect(reading.plan?.levers[0]).toMatchObject({ name: "Procurement", status: "Green", recurrent: true });
    expect(reading.levers?.columns[1]).toMatchObject({
      heading: "Planned savings (£m)",
      address: "Levers!B1",
      firstValues: ["5"],
    });
  });

  test("a merged heading over the years, and headings over two rows", () => {
    const spend: CellText[][] = [
      ["Category", "Base", "Growth % a year"],
      [null, "2014/15", "2015/16", "2016/17", "2017/18"],
      ["Acute", 100, 4, 4, 3.5],
    ];
    const reading = readWith({ spend });
    expect(meanings(reading, "spending")).toEqual([
      "category",
      "base",
      "growth:2015/16",
      "growth:2016/17",
      "growth:2017/18",
    ]);
    expect(reading.spending?.address).toBe("Spend!A1:E3");
    expect(reading.plan?.categories[0]?.spend[2]).toBeCloseTo(100 * 1.04 * 1.04 * 1.035, 10);
  });

  test("a merged heading over Low, Likely and High", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving", "Delivery"],
      [null, "£m", "Low", "Likely", "High"],
      ["Procurement", 5, 0.5, 0.8, 1.1],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["lever", "saving", "low", "likely", "high"]);
    expect(reading.plan?.levers[0]?.delivery).toEqual({ low: 0.5, likely: 0.8, high: 1.1 });
  });

  test("likeness is shown as unsure and warned of", () => {
    const levers: CellText[][] = [
      ["Lever", "Savigns", "Organisaton"],
      ["Procurement", 5, "Trust"],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["lever", "saving?", "organisation?"]);
    expect(lines(reading)[0]).toMatch(
      /^warning Levers!B1: 'Savigns' was read as Saving, since it is much like 'saving/,
    );
  });

  test("a correction is taken as it is, and a column can be left out", () => {
    const levers: CellText[][] = [
      ["Lever", "Annual rate", "Group"],
      ["Procurement", percent(0.03), "Local"],
    ];
    const reading = readWith(
      { levers },
      { corrections: { headings: { "Levers!B1": "yearlyEfficiency", "Levers!C1": "ignored" } } },
    );
    expect(lines(reading)).toEqual([]);
    expect(meanings(reading, "levers")).toEqual(["lever", "yearlyEfficiency", "ignored"]);
    expect(reading.plan?.levers[0]).toMatchObject({ effect: { kind: "yearlyEfficiency", rate: 0.03 }, group: "" });
  });

  test("of two columns for one meaning the usual heading wins", () => {
    const levers: CellText[][] = [
      ["Description", "Lever", "Saving"],
      ["a long text", "Procurement", 5],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["ignored", "lever", "saving"]);
    expect(reading.levers?.columns[0]?.why).toBe("'Lever' is read as Lever");
  });

  test("Saving over percentages is a level, unsure", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving"],
      ["Procurement", percent(0.03)],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["lever", "savingShare?"]);
    expect(reading.plan?.levers[0]?.effect).toEqual({ kind: "level", share: 0.03 });
  });
});

describe("years", () => {
  const oneLever: CellText[][] = [
    ["Lever", "Saving"],
    ["Procurement", 1],
  ];

  test("plain numbers below 1 are growth, others amounts", () => {
    const spend = (first: number): CellText[][] => [
      ["Category", "Base", "2015/16", "2016/17"],
      ["Acute", 100, first, first],
    ];
    expect(readWith({ spend: spend(0.04), levers: oneLever }).plan?.categories[0]?.spend[1]).toBeCloseTo(108.16, 10);
    expect(readWith({ spend: spend(104), levers: oneLever }).plan?.categories[0]?.spend).toEqual([104, 104]);
  });

  test("amounts by year need no base; FY16 is 2015/16, and the labels' meanings are told", () => {
    const spend: CellText[][] = [
      ["Category", "FY16", "FY17"],
      ["Acute", 104, 108],
    ];
    const fund: CellText[][] = [
      ["Funding", 2015, 2016],
      ["Allocation", 100, 101],
    ];
    const reading = readWith({ spend, fund, levers: oneLever });
    expect(lines(reading)).toEqual([]);
    expect(reading.plan).toMatchObject({
      baseYear: "2014/15",
      years: ["2015/16", "2016/17"],
      funding: { base: null, byYear: [100, 101] },
    });
    expect(reading.plan?.categories[0]?.base).toBeNull();
    expect(reading.years).toEqual([
      { label: "FY16", meaning: "2015/16" },
      { label: "FY17", meaning: "2016/17" },
      { label: "2015", meaning: "2015/16" },
      { label: "2016", meaning: "2016/17" },
    ]);
  });

  test("bare years may be those in which the fiscal year ends", () => {
    const spend: CellText[][] = [
      ["Category", 2016, 2017],
      ["Acute", 104, 108],
    ];
    const reading = readWith({ spend, levers: oneLever }, { corrections: { bareYear: "end" } });
    expect(reading.plan?.years).toEqual(["2015/16", "2016/17"]);
  });

  test("calendar years where the fiscal year starts in January", () => {
    const spend: CellText[][] = [
      ["Category", 2016, 2017],
      ["Acute", 104, 108],
    ];
    expect(
      readWith(
        {
          spend,
          fund: [
            ["Funding", 2016, 2017],
            ["Allocation", 1, 1],
          ],
          levers: oneLever,
        },
        { fiscalYearStart: 1 },
      ).plan?.years,
    ).toEqual(["2016", "2017"]);
  });

  test("numbered years", () => {
    const spend: CellText[][] = [
      ["Category", "Base", "Year 1", "Year 2", "Year 3"],
      ["Acute", 100, 104, 108, 112],
    ];
    const fund: CellText[][] = [
      ["Funding", "Base", "Growth"],
      ["Allocation", 100, percent(0)],
    ];
    const levers: CellText[][] = [
      ["Lever", "Saving", "Start"],
      ["A", 5, "Year 2"],
      ["B", 5, 3],
      ["C", 5, "2015/16"],
    ];
    const reading = readWith({ spend, fund, levers });
    expect(lines(reading)).toEqual([
      "error Levers!C4: '2015/16' cannot be placed, since the plan's years are Year 1 to Year 3; a year of the plan such as Year 1 is needed",
    ]);
    expect(readWith({ spend, fund, levers: levers.slice(0, 3) }).plan?.levers.map(({ start }) => start)).toEqual([
      2, 3,
    ]);
  });

  test("without year columns the user gives the horizon, five by default", () => {
    expect(readWith({})).toMatchObject({ horizon: { years: 5, from: "default" } });
    expect(readWith({}, { horizon: 3 })).toMatchObject({
      horizon: { years: 3, from: "given" },
      plan: { years: ["2015/16", "2016/17", "2017/18"] },
    });
    expect(
      readWith({
        spend: [
          ["Category", "Base", "2015/16"],
          ["Acute", 100, 104],
        ],
        levers: oneLever,
      }),
    ).toMatchObject({ horizon: { years: 1, from: "columns" } });
  });

  test("a base year among the columns is the base", () => {
    const spend: CellText[][] = [
      ["Category", "2014/15", "2015/16", "2016/17"],
      ["Acute", 100, percent(0.04), percent(0.04)],
    ];
    const fund: CellText[][] = [
      ["Funding", "2014/15", "2015/16", "2016/17"],
      ["Allocation", 99, 100, 101],
    ];
    const reading = readWith({ spend, fund, levers: oneLever });
    expect(meanings(reading, "spending")).toEqual(["category", "base?", "growth:2015/16", "growth:2016/17"]);
    expect(reading.plan).toMatchObject({ baseYear: "2014/15", funding: { base: 99, byYear: [100, 101] } });
  });

  test("start as a date gives year and month", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving", "Start"],
      ["A", 5, { value: 42278, format: "dd/mm/yyyy" }],
    ];
    // 42278 is 1 October 2015
    expect(readWith({ levers }).plan?.levers[0]).toMatchObject({ start: 1, firstYearShare: 0.5 });
  });

  test("months by number, name and date", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving", "Start month"],
      ["A", 5, 10],
      ["B", 5, "January"],
      ["C", 5, "Sept"],
      ["D", 5, { value: 42278, format: "mmm-yy" }],
    ];
    expect(readWith({ levers }).plan?.levers.map(({ firstYearShare }) => firstYearShare)).toEqual([
      6 / 12,
      3 / 12,
      7 / 12,
      6 / 12,
    ]);
  });
});

describe("what a lever's row says", () => {
  test("every column of the register", () => {
    const levers: CellText[][] = [
      [
        ...[
          "Lever",
          "Group",
          "Applies to",
          "Saving (£m)",
          "Overlaps",
          "Start",
          "Start month",
          "End",
          "Phasing",
          "Ramp",
          "Ceiling",
          "Recurrent",
          "Type",
          "Status",
        ],
        ...[
          "Low",
          "Likely",
          "High",
          "Investment (£m)",
          "Investment year",
          "Running cost (£m)",
          "Double running (£m)",
          "Double-running years",
        ],
        ...["Evidence", "Quality impact", "Organisation", "Cost released %", "Effort"],
      ],
      [
        ...[
          "Procurement",
          "Local",
          "Acute; Community",
          5,
          "yes",
          "2016/17",
          "October",
          "2018/19",
          "S-curve",
          3,
          percent(0.8),
          "no",
          "cost avoidance",
          "plans in progress",
        ],
        ...[percent(-0.2), percent(0.8), percent(1.1), 2, "2015/16", 0.5, 0.25, 2],
        ...["B", "none", "Trust A", percent(0.75), 4],
      ],
    ];
    expect(readWith({ levers }).plan?.levers[0]).toEqual({
      name: "Procurement",
      group: "Local",
      categories: [0, 1],
      effect: { kind: "amount", amount: 5 },
      overlaps: true,
      start: 2,
      firstYearShare: 0.5,
      end: 4,
      phasing: "scurve",
      ramp: 3,
      ceiling: 0.8,
      recurrent: false,
      type: "Cost avoidance",
      status: "In progress",
      delivery: { low: -0.2, likely: 0.8, high: 1.1 },
      investment: 2,
      investmentYear: 1,
      runningCost: 0.5,
      doubleRunning: 0.25,
      doubleRunningYears: 2,
      evidence: "B",
      qualityImpact: "none",
      organisation: "Trust A",
      costReleased: 0.75,
      effort: 4,
      address: "Levers!A2:AA2",
    });
  });

  test("defaults: everything, all years, at once, recurrent; amounts add and percents overlap", () => {
    const levers = readWith({}).plan?.levers;
    expect(levers?.[0]).toMatchObject({
      overlaps: false,
      start: 1,
      end: null,
      phasing: "immediate",
      ramp: 1,
      recurrent: true,
      type: "Cash-releasing",
      firstYearShare: 1,
      costReleased: 1,
    });
    expect(levers?.[1]).toMatchObject({ overlaps: true, categories: [0, 1] });
  });

  test("names of categories may hold commas: the longest that fits is taken first", () => {
    const spend: CellText[][] = [
      ["Category", "Base 2014/15", "Growth"],
      ["Acute", 100, 0.04],
      ["Acute, emergency", 50, 0.02],
      ["Mental health", 50, 0.02],
    ];
    const levers: CellText[][] = [
      ["Lever", "Applies to", "Saving"],
      ["A", "acute, emergency, Mental health", 1],
      ["B", "Acute; Mental health", 1],
      ["C", "Acute", 1],
      ["D", "all", 1],
    ];
    expect(readWith({ spend, levers }).plan?.levers.map(({ categories }) => categories)).toEqual([
      [1, 2],
      [0, 2],
      [0],
      [0, 1, 2],
    ]);
  });
});

test("the order of columns and rows does not matter", () => {
  const turned = [...leverRows.slice(0, 1), ...leverRows.slice(1).reverse()].map((row) =>
    Array.from({ length: 7 }, (_, index) => row[6 - index] ?? null),
  );
  const straight = readWith({}).plan?.levers;
  const other = readWith({ levers: turned }).plan?.levers;
  const plain = (levers: typeof straight) =>
    [...(levers ?? [])].map((lever) => ({ ...lever, address: "" })).sort((a, b) => a.name.localeCompare(b.name));
  expect(plain(other)).toEqual(plain(straight));
});
