import fc from "fast-check";
import type { StatedPosition } from "../../../../src/plan/plan";
import type { PlanReading, ReadOptions } from "../../../../src/plan/reading/planReading";
import { readAllTables } from "../../../../src/plan/reading/side/readAllTables";
import { grid, type CellText } from "../../support/grid";
import { between } from "../../support/randomPlans";
import { lines } from "../../support/register";

const spending = (last = 54): ReturnType<typeof grid> =>
  grid("Spending", [
    ["Category", "Base 2024/25 (£m)", "2025/26", "2026/27"],
    ["Acute", 100, 104, 108],
    ["Community", 50, 52, last],
  ]);
const funding = grid("Funding", [
  ["Funding", "Base 2024/25 (£m)", "2025/26", "2026/27"],
  ["Core", 140, 143, 146],
]);
const register = (start: CellText = "2025/26"): ReturnType<typeof grid> =>
  grid("Register", [
    ["Scheme", "Saving (£m)", "Start"],
    ["Theatres", 3, start],
    ["Agency", 2, "2026/27"],
  ]);

function read(
  rows: CellText[][],
  { start, ...options }: ReadOptions & { start?: CellText } = {},
  sheet: Parameters<typeof grid>[2] = {},
  name = "Underlying position",
): PlanReading {
  return readAllTables([spending(), funding, register(start), grid(name, rows, sheet)], options);
}

const told = (reading: PlanReading): string[] => lines(reading);

function stated({ plan, findings }: PlanReading): Partial<StatedPosition> | undefined {
  if (!plan) throw new Error(findings.map(({ message }) => message).join("\n"));
  if (!plan.position) return undefined;
  const { source: _, ...others } = plan.position;
  return others;
}

const header: CellText[] = ["Item", "2024/25"];
const whole: CellText[][] = [
  header,
  ["Reported surplus/(deficit)", -4],
  ["Non-recurrent deficit support", -6],
  ["Non-recurrent savings", -2.5],
  ["Non-recurrent costs", 1],
  ["Full-year effect of pay award", -1.5],
  ["Underlying position", -13],
];

test("rows are known by their names, and the underlying position agrees", () => {
  const reading = read(whole);
  expect(told(reading)).toEqual([]);
  expect(reading.side?.position).toMatchObject({
    address: "'Underlying position'!A1:B7",
    summary: "−£4m in 2024/25, −£13m goes on",
  });
  expect(stated(reading)).toEqual({
    reported: -4,
    nonRecurrentIncome: 6,
    nonRecurrentSavings: 2.5,
    nonRecurrentCosts: 1,
    fullYearEffects: -1.5,
  });
});

test.each([
  ["from its first row", []],
  ["under a title", [["Position 2024/25"]]],
  ["under a title and a blank row", [["Position 2024/25"], [null]]],
])("a table without headings is read %s", (_, above) => {
  const reading = read([...(above as CellText[][]), ...whole.slice(1)]);
  expect(told(reading)).toEqual([]);
  expect(stated(reading)).toEqual(stated(read(whole)));
});

test("of two underlying positions one may be that before full-year effects", () => {
  const before: CellText[] = ["Underlying position before FYE", -11.5];
  expect(told(read([...whole.slice(0, 5), before, ...whole.slice(5)]))).toEqual([]);
  const odd = read([...whole, ["Underlying position 2025/26", -20]]);
  expect(told(odd)).toEqual([
    "warning 'Underlying position'!B8: 'Underlying position 2025/26' says -20 and the rows of the Position table come to -13; the rows were taken",
  ]);
});

/** What a table says, and the ways in which it may be laid out: order, sign, names, unit, titles, place, columns beside it. */
const laidOut = fc
  .record({
    reported: between(-20, 20),
    income: fc.option(between(0.1, 8)),
    savings: fc.option(between(0.1, 8)),
    costs: fc.option(between(0.1, 8)),
    fullYear: fc.option(between(0.1, 4)),
  })
  .filter(({ reported, income, savings, costs, fullYear }) => {
    const parts = [income, savings, costs, fullYear].filter((one) => one !== null);
    return parts.length > 0 && Math.abs(reported + 10) > 0.5;
  })
  .chain((truth) =>
    fc.record({
      truth: fc.constant(truth),
      names: fc.record({
        reported: fc.constantFrom("Reported position", "Forecast outturn", "Surplus/(deficit)", "Year-end position"),
        income: fc.constantFrom("Non-recurrent income", "One-off funding", "Deficit support", "Use of reserves"),
        savings: fc.constantFrom("Non-recurrent savings", "One-off CIP", "NR efficiencies"),
        costs: fc.constantFrom("Non-recurrent costs", "One-off expenditure", "Non recurrent pressures"),
        fullYear: fc.constantFrom("Full-year effect of contracts", "FYE of new posts", "Full year effect of pay award"),
        underlying: fc.constantFrom("Underlying position", "Normalised position", "Exit run-rate"),
      }),
      signs: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
      order: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      hasUnderlying: fc.boolean(),
      unit: fc.constantFrom("", "£m", "£k"),
      title: fc.constantFrom("", "Position at the year end", "Opening position"),
      at: fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 4 })),
      hasNote: fc.boolean(),
      hasOtherYear: fc.boolean(),
      hasBlank: fc.boolean(),
    }),
  );

test("whatever its order, signs, names, unit and place, a table says the same", () => {
  fc.assert(
    fc.property(laidOut, (drawn) => {
      const { truth, names, signs, order, unit, title, at } = drawn;
      const times = unit === "£k" ? 1000 : 1;
      const line = (name: string, amount: number, note = ""): CellText[] => [
        name,
        ...(drawn.hasOtherYear ? [amount * times * 1.1 + 1] : []),
        amount * times,
        ...(drawn.hasNote ? [note] : []),
      ];
      const parts = [
        truth.income === null ? [] : [line(names.income, signs[0] ? truth.income : -truth.income, "agreed")],
        truth.savings === null ? [] : [line(names.savings, signs[1] ? truth.savings : -truth.savings)],
        truth.costs === null ? [] : [line(names.costs, signs[2] ? truth.costs : -truth.costs)],
        truth.fullYear === null ? [] : [line(names.fullYear, -truth.fullYear, "from April")],
      ];
      const shuffled = parts
        .map((rows, index) => ({ rows, by: order[index] ?? 0 }))
        .sort((a, b) => a.by - b.by)
        .flatMap(({ rows }) => rows);
      const own =
        truth.reported - (truth.income ?? 0) - (truth.savings ?? 0) + (truth.costs ?? 0) - (truth.fullYear ?? 0);
      const rows: CellText[][] = [
        ...(title === "" ? [] : [[title]]),
        [
          unit === "" ? "Item" : `Item, ${unit}`,
          ...(drawn.hasOtherYear ? ["2023/24"] : []),
          "2024/25",
          ...(drawn.hasNote ? ["Comment"] : []),
        ],
        line(names.reported, truth.reported),
        ...(drawn.hasBlank ? [[null]] : []),
        ...shuffled,
        ...(drawn.hasUnderlying ? [line(names.underlying, own)] : []),
      ];
      const reading = read(rows, {}, { at }, "Underlying position");
      expect(told(reading)).toEqual([]);
      const found = stated(reading);
      const close = (a: number | null | undefined, b: number): void => expect((a ?? 0) - b).toBeCloseTo(0, 9);
      close(found?.reported, truth.reported);
      close(found?.nonRecurrentIncome, truth.income ?? 0);
      close(found?.nonRecurrentSavings, truth.savings ?? 0);
      close(found?.nonRecurrentCosts, truth.costs ?? 0);
      close(found?.fullYearEffects, -(truth.fullYear ?? 0));
      expect(reading.plan?.categories?.map(({ spend }) => spend[0])).toEqual([104, 52]);
      expect(reading.plan?.funding?.byYear).toEqual([143, 146]);
      expect(reading.plan?.levers.map(({ name }) => name)).toEqual(["Theatres", "Agency"]);
    }),
    { numRuns: 1000 },
  );
});

describe("what cannot be known is asked, at its cell", () => {
  const asked = (reading: PlanReading): (string | undefined)[] =>
    reading.findings.flatMap(({ question, cell }) => (question ? [cell, question.taken] : []));

  test("a row that says neither", () => {
    const rows = [...whole.slice(0, -1), ["Vanguard programme", -2] as CellText[]];
    const reading = read(rows);
    expect(asked(reading)).toEqual(["'Underlying position'!B7", "no part of it"]);
    const key = reading.findings.find(({ question }) => question)?.question?.key ?? "";
    const answered = read(rows, { answers: { [key]: "comes in full from next year" } });
    expect(stated(answered)?.fullYearEffects).toBe(-3.5);
    expect(stated(read(rows, { answers: { [key]: "no part of it" } }))?.fullYearEffects).toBe(-1.5);
  });

  test("whether an item is held or to be added, unless the underlying position or the other signs say it", () => {
    const rows: CellText[][] = [header, ["Reported position", -4], ["Non-recurrent items", -3], ["FYE of posts", -1]];
    expect(asked(read(rows))).toEqual(["'Underlying position'!B3", "the position holds it"]);
    expect(stated(read(rows))).toMatchObject({ nonRecurrentIncome: null, nonRecurrentCosts: 3 });
    const added = read([...rows, ["Underlying position", -8]]);
    expect(asked(added)).toEqual([]);
    expect(stated(added)).toMatchObject({ nonRecurrentIncome: 3, nonRecurrentCosts: 0 });
    const bySigns = read([...rows, ["Non-recurrent savings", -2]]);
    expect([asked(bySigns), stated(bySigns)?.nonRecurrentIncome]).toEqual([[], 3]);
  });

  test("full-year effects of savings beside a lever from before the plan", () => {
    const rows = [...whole.slice(0, -1), ["Full-year effect of savings", 0.8] as CellText[]];
    const reading = read(rows, { start: "2023/24" });
    expect(asked(reading)).toContain("the same: the levers count");
    expect(stated(reading)?.fullYearEffects).toBe(-1.5);
    const key = reading.findings.find(({ question }) => question?.key.startsWith("fullYearTwice"))?.question?.key ?? "";
    expect(
      stated(read(rows, { start: "2023/24", answers: { [key]: "others: both count" } }))?.fullYearEffects,
    ).toBeCloseTo(-0.7, 12);
    expect(asked(read(rows))).toEqual([]);
  });

  test("one-offs that are in Spending and Funding already", () => {
    const rows: CellText[][] = [
      header,
      ["Reported position", -10],
      ["Deficit support", 6],
      ["Underlying position", -16],
    ];
    const reading = read(rows);
    expect(asked(reading)).toEqual(["'Underlying position'!B2", "they are without it, and with all full-year effects"]);
    expect(stated(reading)).toMatchObject({ reported: -10, nonRecurrentIncome: null });
    const key = reading.findings.find(({ question }) => question)?.question?.key ?? "";
    const held = read(rows, { answers: { [key]: "they hold it, since they grow from the base year" } });
    expect(stated(held)?.nonRecurrentIncome).toBe(6);
  });

  test("which of several rows or columns is meant", () => {
    const two = [...whole.slice(0, 2), ["Plan position", 0] as CellText[], ...whole.slice(2)];
    expect(asked(read(two))).toEqual(["'Underlying position'!B2", "Reported surplus/(deficit)"]);
    const columns: CellText[][] = [
      ["Item", "Plan", "Forecast"],
      ...whole.slice(1).map(([name, amount]) => [name ?? null, 0, amount ?? null]),
    ];
    expect(asked(read(columns))[1]).toBe("Plan");
  });
});

describe("what is wrong is said, and of no effect", () => {
  test("an underlying position that is not what its rows come to", () => {
    const rows = [...whole.slice(0, -1), ["Underlying position", -12] as CellText[]];
    expect(told(read(rows))).toEqual([
      "warning 'Underlying position'!B7: 'Underlying position' says -12 and the rows of the Position table come to -13; the rows were taken",
    ]);
  });

  test("a table of another year, one without a position, a text, an error", () => {
    const otherYear = read([["Item", "2022/23"], ...whole.slice(1)]);
    expect(told(otherYear)).toEqual([
      "warning 'Underlying position'!A1: the Position table says nothing of 2024/25, the year before the plan's first, so it was not used; a column of that year is needed",
    ]);
    expect(stated(otherYear)).toBeUndefined();
    expect(told(read([header, ["Reported position", "four"], ["Deficit support", 6], ["Underlying", 1]]))).toEqual([
      "error 'Underlying position'!B2: 'four' is text; an amount such as −4.2 is needed",
    ]);
    const broken = read([
      header,
      ["Reported position", -4],
      ["Deficit support", { error: "#REF!" } as never],
      ["Underlying", -10],
    ]);
    expect(told(broken)[0]).toBe(
      "error 'Underlying position'!B3: the cell shows #REF!; an amount such as −4.2 is needed",
    );
  });

  test("a place that the user gave, with no table", () => {
    const reading = readAllTables([spending(), funding, register()], {
      corrections: { tables: { position: "Register!Z90:Z91" } },
    });
    expect(told(reading)).toEqual([
      "error there is no table at 'Register!Z90:Z91' for Position; a range with a header row or an Excel table is needed",
    ]);
  });

  test("what the user says is not used is not, and can be taken back", () => {
    const key = read(whole).side?.position?.key ?? "";
    const reading = read(whole, { corrections: { answers: { [key]: "Not used" } } });
    expect([reading.side?.position, stated(reading)]).toEqual([undefined, undefined]);
    expect(reading.answered.map(({ chosen }) => chosen)).toEqual(["Not used"]);
  });

  test("without Spending and Funding", () => {
    const reading = readAllTables([register(), grid("Underlying position", whole)]);
    expect(stated(reading)).toBeUndefined();
    expect(told(reading)).toEqual([
      "warning 'Underlying position'!B2: the Position table was read, and is of no effect without Spending and Funding: the position is worked out from the two",
    ]);
  });
});

test("a deficit before deficit support is no one-off income", () => {
  const reading = read([
    header,
    ["Deficit before deficit support", 5],
    ["Deficit support funding", 3],
    ["Reported deficit", 2],
  ]);
  expect(stated(reading)).toMatchObject({ reported: -2, nonRecurrentIncome: 3 });
  expect(told(reading).filter((line) => line.includes("come to"))).toEqual([]);
});
