import fc from "fast-check";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import type { PlanReading, ReadOptions } from "../../../../src/plan/reading/planReading";
import { readAllTables } from "../../../../src/plan/reading/side/readAllTables";
import { grid, percent, type CellText } from "../../support/grid";
import { between } from "../../support/randomPlans";
import { lines } from "../../support/register";

const years = ["2024/25", "2025/26", "2026/27", "2027/28"];

/** Spending, funding and a register, each with its own price basis in its title; the figures are always the same. */
function read(
  prices: CellText[][],
  titles: { spending?: string; funding?: string; register?: string } = {},
  options: ReadOptions = {},
  sheet: Parameters<typeof grid>[2] = {},
  name = "Prices",
): PlanReading {
  const titled = (title: string | undefined, rows: CellText[][]): CellText[][] => [
    ...(title ? [[title]] : []),
    ...rows,
  ];
  return readAllTables(
    [
      grid(
        "Spending",
        titled(titles.spending, [
          ["Category", "Base 2024/25 (£m)", ...years.slice(1)],
          ["Acute", 100, 104, 108, 112],
          ["Community", 50, 52, 54, 56],
        ]),
      ),
      grid(
        "Funding",
        titled(titles.funding, [
          ["Funding", "Base 2024/25 (£m)", ...years.slice(1)],
          ["Core", 140, 143, 146, 149],
        ]),
      ),
      grid(
        "Register",
        titled(titles.register, [
          ["Scheme", "Saving (£m)", "Start"],
          ["Theatres", 3, "2025/26"],
          ["Agency", 2, "2026/27"],
        ]),
      ),
      grid(name, prices, sheet),
    ],
    options,
  );
}

const across: CellText[][] = [
  ["Series", ...years],
  ["GDP deflator", 100, 102, 105, 107.1],
];

const levels = ({ plan }: PlanReading): number[] | undefined => plan?.priceIndex?.levels;

/** Rates of years 1 to 3 as a table of any form. */
const laidOut = fc.record({
  rates: fc.array(between(0.001, 0.06), { minLength: 3, maxLength: 3 }),
  first: between(80, 140),
  form: fc.constantFrom("index", "percent", "percent numbers", "from one"),
  isDown: fc.boolean(),
  name: fc.constantFrom("GDP deflator", "CPI", "CPIH", "RPI", "Price index"),
  hasOther: fc.boolean(),
  title: fc.constantFrom("", "Prices", "Planning assumptions"),
  at: fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 4 })),
  hasLater: fc.boolean(),
});

test("an index or yearly rates, across or down, in any place: the same levels, and nothing else of the plan", () => {
  fc.assert(
    fc.property(laidOut, ({ rates, first, form, isDown, name, hasOther, title, at, hasLater }) => {
      const truth = rates.reduce((all, rate) => [...all, (all.at(-1) ?? 1) * (1 + rate)], [1]);
      const index = form === "index" || form === "from one";
      const of = (level: number, rate: number): CellText =>
        index
          ? level * (form === "index" ? first : 1)
          : form === "percent"
            ? percent(rate)
            : Number((100 * rate).toPrecision(12));
      const cells = truth.map((level, year) => of(level, year === 0 ? 0.03 : (rates[year - 1] ?? 0)));
      const kind = index ? (form === "from one" ? " index" : "") : " inflation %";
      const labels = hasLater ? [...years, "2028/29"] : years;
      const values = hasLater ? [...cells, of((truth.at(-1) ?? 1) * 1.02, 0.02)] : cells;
      const other = labels.map((_, year) => (index ? 50 + year : percent(0.01 * year)));
      const rows: CellText[][] = isDown
        ? [
            ["Year", `${name}${kind}`, ...(hasOther ? ["Energy"] : [])],
            ...labels.map((label, year) => [label, values[year] ?? null, ...(hasOther ? [other[year] ?? null] : [])]),
          ]
        : [["Assumption", ...labels], [`${name}${kind}`, ...values], ...(hasOther ? [["Energy", ...other]] : [])];
      // Percents as numbers are told from an index by their size.
      fc.pre(form !== "percent numbers" || rates.every((rate) => rate >= 0.02));
      const reading = read([...(title === "" ? [] : [[title]]), ...rows], {}, {}, { at }, "Assumptions");
      expect(lines(reading)).toEqual([]);
      expect(levels(reading)).toHaveLength(4);
      truth.forEach((level, year) => expect(levels(reading)?.[year]).toBeCloseTo(level, 9));
      expect(reading.plan?.categories?.map(({ spend }) => spend)).toEqual([
        [104, 108, 112],
        [52, 54, 56],
      ]);
      expect(reading.plan?.levers).toHaveLength(2);
    }),
    { numRuns: 1000 },
  );
});

describe("cash beside real terms", () => {
  test("is an error without a Prices table", () => {
    const reading = read([["Nothing"]], { spending: "Spending, cash", register: "Savings, 2024/25 prices" });
    expect(reading.plan).toBeNull();
    expect(lines(reading)[0]).toContain("without a Prices table all amounts are to be on one price basis");
  });

  test("becomes the first stated one with it, and so it is said", () => {
    const reading = read(across, { spending: "Spending, cash", register: "Savings, 2024/25 prices" });
    expect(lines(reading)).toEqual([
      "warning Register!A2: the Levers table is in real terms at 2024/25 prices and the plan in cash, so its amounts were turned into that by GDP deflator",
    ]);
    expect(reading.plan?.priceBasis).toBe("cash, by GDP deflator");
    const { summary } = evaluate(reading.plan!, { name: "x" });
    [3 * 1.02, 5 * 1.05, 5 * 1.071].forEach((saving, year) => expect(summary.savings[year]).toBeCloseTo(saving, 9));
    expect(summary.need).toEqual([156, 162, 168]);
  });

  test("real terms of another year, and funding in cash", () => {
    const reading = read(across, { spending: "Spending, 2025/26 prices", funding: "Funding, cash" });
    const { summary, priceBasis } = evaluate(reading.plan!, { name: "x" });
    expect(priceBasis).toBe("real, 2025/26 prices, by GDP deflator");
    [143, 146 / (1.05 / 1.02), 149 / (1.071 / 1.02)].forEach((amount, year) =>
      expect(summary.funding?.[year]).toBeCloseTo(amount, 9),
    );
    expect(reading.plan?.funding?.base).toBeCloseTo(140 * 1.02, 9);
    // Savings that say nothing are in the plan's prices.
    expect(summary.savings).toEqual([3, 5, 5]);
  });

  test("within one table it stays an error", () => {
    const rows = read(across, { spending: "Spending, cash and 2024/25 prices" });
    expect(rows.plan).not.toBeNull();
    const both = readAllTables([
      grid("Register", [
        ["Savings, cash"],
        ["Scheme", "Saving (£m)", "Investment, 2024/25 prices (£m)", "Start"],
        ["Theatres", 3, 1, "2025/26"],
      ]),
      grid("Prices", across),
    ]);
    expect(both.plan).toBeNull();
  });

  test("a scenario asks for the other prices without a deflator of its own; one of its own goes before", () => {
    const { plan } = read(across, { spending: "Spending, cash" });
    const real = evaluate(plan!, { name: "x", prices: "real" });
    expect(real.priceBasis).toBe("real, 2024/25 prices, by GDP deflator");
    [156 / 1.02, 162 / 1.05, 168 / 1.071].forEach((need, year) =>
      expect(real.summary.need?.[year]).toBeCloseTo(need, 9),
    );
    [3 / 1.02, 5 / 1.05, 5 / 1.071].forEach((saving, year) =>
      expect(real.summary.savings[year]).toBeCloseTo(saving, 9),
    );
    expect(real.findings).toEqual([]);
    expect(evaluate(plan!, { name: "x", prices: "real", deflator: 0.1 }).summary.need?.[0]).toBeCloseTo(156 / 1.1, 9);
  });
});

describe("what cannot be known", () => {
  test("a year without a figure: not used, an error where it is needed", () => {
    const short = across.map((row) => row.slice(0, 4));
    expect(lines(read(short))).toEqual([
      "warning Prices!A1: the Prices table says nothing of 2027/28, so it was not used; a figure for 2024/25 and each year of the plan is needed",
    ]);
    const mixed = read(short, { spending: "Spending, cash", register: "Savings, 2024/25 prices" });
    expect([mixed.plan, lines(mixed)[0]?.startsWith("error Prices!A1: ")]).toEqual([null, true]);
    const otherYear = read(across, { spending: "Spending, cash", register: "Savings, 2019/20 prices" });
    expect(lines(otherYear)[0]).toBe(
      "error Prices!A1: the Prices table says nothing of the year of 'real, 2019/20 prices', so it was not used; a figure for that year is needed",
    );
  });

  test("which of two series, and whether figures are an index or rates", () => {
    const two = read([...across, ["CPI", 100, 103, 106, 109]]);
    const question = two.findings[0]?.question;
    expect(question).toMatchObject({ choices: ["GDP deflator", "CPI"], taken: "GDP deflator" });
    const answered = read([...across, ["CPI", 100, 103, 106, 109]], {}, { answers: { [question!.key]: "CPI" } });
    expect(levels(answered)?.[1]).toBeCloseTo(1.03, 12);
    const open = read([
      ["Series", ...years],
      ["CPI", 1.9, 1.7, 1.8, 1.6],
    ]);
    expect(open.findings[0]).toMatchObject({ cell: "Prices!A2", question: { taken: "an index" } });
    const rates = read(
      [
        ["Series", ...years],
        ["CPI", 1.9, 1.7, 1.8, 1.6],
      ],
      {},
      { answers: { [open.findings[0]!.question!.key]: "yearly rates in percent" } },
    );
    expect(levels(rates)?.[2]).toBeCloseTo(1.017 * 1.018, 12);
  });

  test("a text, a price of nothing, a place without a table", () => {
    expect(lines(read([across[0]!, ["GDP deflator", 100, "n.a.", 105, 107]]))).toContain(
      "error Prices!C2: 'n.a.' is text; an index such as 102.3 or a rate such as 2.3% is needed",
    );
    expect(lines(read([across[0]!, ["GDP deflator index", 0, 102, 105, 107]]))[0]).toContain("prices of 0 or less");
    expect(lines(read(across, {}, { corrections: { tables: { prices: "Nowhere!A1:B2" } } }))).toEqual([
      "error there is no table at 'Nowhere!A1:B2' for Prices; a range with a header row or an Excel table is needed",
    ]);
  });
});
