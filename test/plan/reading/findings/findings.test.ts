import { asLine, fundRows, leverRows, readWith, spendRows, withCell } from "../../support/sheets";
import { percent, type CellText } from "../../support/grid";

const levers = (address: string, value: CellText): CellText[][] => withCell(leverRows, address, value);
const withColumn = (heading: string, ...values: CellText[]): CellText[][] =>
  leverRows.map((row, at) => [...row, at === 0 ? heading : (values[at - 1] ?? null)]);

test("the tidy plan has no findings", () => {
  const { findings, plan } = readWith({});
  expect(findings.map(asLine)).toEqual([]);
  expect(plan?.levers).toHaveLength(2);
});

describe("errors", () => {
  const cases: [what: string, tables: Parameters<typeof readWith>[0], line: string][] = [
    [
      "text where a rate belongs",
      { levers: levers("F3", "two percent") },
      "error Levers!F3: 'two percent' is text; a rate such as 2% is needed",
    ],
    [
      "text where an amount belongs",
      { levers: levers("D2", "five") },
      "error Levers!D2: 'five' is text; an amount such as 2.5 is needed",
    ],
    [
      "text in the base",
      { spend: withCell(spendRows, "B2", "n/a") },
      "error Spend!B2: 'n/a' is text; an amount such as 113 is needed",
    ],
    [
      "text in a growth rate",
      { fund: withCell(fundRows, "C2", "flat") },
      "error Fund!C2: 'flat' is text; a rate such as 2% is needed",
    ],
    [
      "a number beyond counting",
      { levers: levers("D2", 1e20) },
      "error Levers!D2: 100000000000000000000 is too large to be counted exactly; an amount such as 2.5 is needed",
    ],
    [
      "TRUE where a number belongs",
      { levers: levers("D2", true) },
      "error Levers!D2: TRUE is no number; an amount such as 2.5 is needed",
    ],
    [
      "an Excel error in a needed cell",
      { levers: levers("D2", { error: "#REF!" }) },
      "error Levers!D2: the cell shows #REF!; an amount such as 2.5 is needed",
    ],
    [
      "an Excel error for a name",
      { levers: levers("A2", { error: "#N/A" }) },
      "error Levers!A2: the cell shows #N/A; a name is needed",
    ],
    [
      "a lever without a name",
      { levers: levers("A2", null) },
      "error Levers!A2: the lever has no name; a name of its own is needed",
    ],
    [
      "an unknown category",
      { levers: levers("C2", "Acut") },
      "error Levers!C2: 'Acut' is no category of the Spending table; 'Acute' may be meant",
    ],
    [
      "a quite unknown category",
      { levers: levers("C2", "Zebra") },
      "error Levers!C2: 'Zebra' is no category of the Spending table; one of its categories or All is needed",
    ],
    [
      "two of the three savings",
      { levers: levers("E2", percent(0.1)) },
      "error Levers!E2: the lever has 'Saving (£m)' and 'Saving %'; exactly one of them is needed",
    ],
    [
      "a rate of 1 or more",
      { levers: levers("F3", 2) },
      "warning Levers!F1: the plain numbers under 'Yearly efficiency %' were read as percents, so that 2 is 2%",
    ],
    [
      "a rate of 100%",
      { levers: levers("F3", percent(1)) },
      "error Levers!F3: 100% is no possible rate; a rate below 100% such as 2% is needed",
    ],
    [
      "a growth of 400%",
      { spend: withCell(spendRows, "C2", 4) },
      "error Spend!C2: 400% is no possible rate; a rate below 100% such as 2% is needed",
    ],
    [
      "a percentage for an amount",
      { levers: levers("D2", percent(0.03)) },
      "error Levers!D2: 3% is a percentage; an amount such as 2.5 is needed",
    ],
    [
      "a negative base",
      { spend: withCell(spendRows, "B2", -1) },
      "error Spend!B2: -1 is negative; spend of 0 or more is needed",
    ],
    [
      "a year after the horizon",
      { levers: levers("G2", "2030/31") },
      "error Levers!G2: '2030/31' is after the plan's last year 2019/20; a year up to then is needed",
    ],
    [
      "no year",
      { levers: withCell(levers("G2", "soon"), "G3", "2016/17") },
      "error Levers!G2: 'soon' is no year; a year of the plan such as 2015/16 is needed",
    ],
    [
      "a saving above its spend",
      { levers: levers("D2", 105) },
      "error Levers!D2: 'Procurement' saves 105 on 'Acute' in 2015/16, where 104 is spent; a saving up to the spend is needed",
    ],
    [
      "an amount on no spend",
      { spend: withCell(spendRows, "B2", 0) },
      "error Levers!D2: 'Procurement' saves an amount on 'Acute', where nothing is spent in 2015/16; a category with spend is needed",
    ],
    [
      "savings above a category's spend",
      { levers: [...leverRows, ["Estates", "Local", "Acute", 103, null, null, null]] },
      "error Spend!A2: the levers on 'Acute' save 109 together in 2015/16, where 104 is spent; savings up to the spend are needed",
    ],
    [
      "a missing amount",
      { spend: withCell(spendRows, "B3", null) },
      "error Spend!B3: the base is missing; an amount such as 113 is needed",
    ],
    [
      "a missing rate",
      { spend: withCell(spendRows, "C3", null) },
      "error Spend!C3: the growth is missing; a rate such as 2% (or 0%) is needed",
    ],
    [
      "a duplicated category",
      { spend: withCell(spendRows, "A3", "ACUTE") },
      "error Spend!A3: 'ACUTE' is also the category in row 2; each category needs a name of its own",
    ],
    [
      "a word that is neither yes nor no",
      { levers: withColumn("Overlaps", "maybe") },
      "error Levers!H2: 'maybe' is not known; yes or no is needed",
    ],
    [
      "an unknown phasing",
      { levers: withColumn("Phasing", "slow") },
      "error Levers!H2: 'slow' is not known; one of immediate, linear, s-curve, fade and adoption is needed",
    ],
    [
      "no month",
      { levers: withColumn("Start month", 13) },
      "error Levers!H2: 13 is no month; a month such as October or 10 is needed",
    ],
    [
      "a ramp of 0",
      { levers: withColumn("Ramp", 0) },
      "error Levers!H2: 0 is no possible ramp; a number of years above 0 is needed",
    ],
    [
      "an end before the start",
      { levers: withColumn("End", null, "2014/15") },
      "error Levers!H3: the lever ends before it starts; an end in or after 2015/16 is needed",
    ],
    [
      "a negative cost",
      { levers: withColumn("Investment (£m)", -2) },
      "error Levers!H2: -2 is negative; costs are positive numbers",
    ],
    [
      "cash and real terms mixed",
      {
        spend: withCell(spendRows, "B1", "Base 2014/15 (£m, cash)"),
        fund: withCell(fundRows, "B1", "Base 2014/15 (£m, real)"),
      },
      "error Fund!B1: 'Base 2014/15 (£m, real)' is in real terms and 'Base 2014/15 (£m, cash)' in cash; without a Prices table all amounts are to be on one price basis",
    ],
    [
      "a currency of its own",
      { levers: withCell(leverRows, "D1", "Saving ($m)") },
      "error Levers!D1: 'Saving ($m)' is in $m and the plan in £m; one currency is needed",
    ],
    [
      "no Growth",
      { spend: spendRows.map((row) => row.slice(0, 2)) },
      "error Spend!A1: the Spending table has neither Growth nor year columns; a growth rate, or one column for each year, is needed",
    ],
    [
      "no savings column",
      { levers: leverRows.map((row) => [row[0] ?? null, row[1] ?? null, row[2] ?? null, row[6] ?? null]) },
      "error no Levers table was found; a header row with Lever and one of Saving, Saving % and Yearly efficiency % is needed",
    ],
  ];
  test.each(cases)("%s", (_what, tables, line) => {
    const { findings, plan } = readWith(tables);
    expect(findings.map(asLine)).toContain(line);
    expect(plan === null).toBe(findings.some(({ level }) => level === "error"));
  });

  test("a falling range", () => {
    const rows = withColumn("Low", percent(0.9)).map((row, at) => [
      ...row,
      at === 0 ? "High" : at === 1 ? percent(0.5) : null,
    ]);
    expect(readWith({ levers: rows }).findings.map(asLine)).toContain(
      "error Levers!H2: the range falls (90%, 50%); Low, Likely and High are to rise in that order",
    );
  });

  test("no register, which alone is needed", () => {
    const { findings, plan } = readWith({ spend: [["Nothing here"]], fund: [["Nor here"]], levers: [] });
    expect(plan).toBeNull();
    expect(findings).toEqual([
      {
        level: "error",
        cell: "",
        message:
          "no Levers table was found; a header row with Lever and one of Saving, Saving % and Yearly efficiency % is needed",
        about: "no register",
      },
    ]);
  });

  test("growth and amounts mixed in the year columns", () => {
    const spend: CellText[][] = [
      ["Category", "Base", "2015/16 growth", "2016/17", "2017/18"],
      ["Acute", 100, 0.04, 108, 112],
    ];
    expect(readWith({ spend }).findings.map(asLine)).toContain(
      "error Spend!D1: '2016/17' holds amounts and '2015/16 growth' growth; all year columns are to hold the same",
    );
  });

  test("a year left out", () => {
    const spend: CellText[][] = [
      ["Category", "Base", "2015/16", "2017/18"],
      ["Acute", 100, 104, 112],
    ];
    expect(readWith({ spend }).findings.map(asLine)).toContain(
      "error Spend!C1: the year columns leave out 2016/17; a column for every year from the first to the last is needed",
    );
  });

  test("funding without a year of the plan", () => {
    const spend: CellText[][] = [
      ["Category", "Base 2014/15", "2015/16", "2016/17"],
      ["Acute", 100, 104, 112],
    ];
    const fund: CellText[][] = [
      ["Funding", "Base 2014/15", "2015/16", "2017/18"],
      ["Allocation", 100, 100, 100],
    ];
    expect(readWith({ spend, fund, levers: [leverRows[0] ?? [], ["A", null, null, 1]] }).findings.map(asLine)).toEqual([
      "error Fund!D1: '2017/18' is outside the plan's years 2015/16 to 2016/17; the tables are to have the same years",
      "error Fund!A1: the table has no column for 2016/17; one for each year of the plan is needed",
    ]);
  });
});
