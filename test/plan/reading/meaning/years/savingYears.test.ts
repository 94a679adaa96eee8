import { byYear, effects, leversOf, lines, questions, readAlone } from "../../../support/register";

const each = { yearSavings: "each" } as const;
const years = ["2026/27", "2027/28"];

describe("columns of a saving and a year whose words differ", () => {
  test.each([
    ["Saving 2026/27 £k", "Estimated saving 2027/28 £k"],
    ["Confirmed saving 2026/27 £k", "Target saving 2027/28 £k"],
    ["Net saving 2026/27 £000", "Saving 2027/28 £000"],
    ["Planned savings 2026/27", "Potential savings 2027/28"],
    ["In-year saving 2026/27 £k", "Saving 2027/28 £k"],
  ])("'%s' and '%s' are one series", (first, second) => {
    const rows = [
      ["Scheme", "Lead", first, second],
      ["Rota", "Jo", 100, 150],
      ["Beds", "Al", 200, 400],
    ];
    const reading = readAlone(rows, each);
    expect(reading.plan?.years).toEqual(years);
    expect(effects(reading)).toEqual({ Rota: byYear([100, 150], 150), Beds: byYear([200, 400], 400) });
    expect(lines(reading)).toEqual([]);
  });

  test("three years are one series, and so are two alike with one that differs", () => {
    const of = (second: string) =>
      effects(
        readAlone(
          [
            ["Scheme", "Saving 2026/27 £k", second, "Potential saving 2028/29 £k"],
            ["Rota", 100, 150, 160],
            ["Beds", 200, 400, 500],
          ],
          each,
        ),
      );
    const expected = { Rota: byYear([100, 150, 160], 160), Beds: byYear([200, 400, 500], 500) };
    expect(of("Estimated saving 2027/28 £k")).toEqual(expected);
    expect(of("Saving 2027/28 £k")).toEqual(expected);
  });

  test("whether they are new in each year is asked as of any series", () => {
    const reading = readAlone([
      ["Scheme", "Saving 2026/27 £k", "Estimated saving 2027/28 £k"],
      ["Rota", 100, 150],
    ]);
    expect(questions(reading).map(([level, cell]) => [level, cell])).toEqual([["error", "Register!B1"]]);
  });

  test.each(["Net saving", "Saving", "Planned saving"])("'%s' before a further saving: each year's is new", (first) => {
    for (const word of ["Further", "Additional"]) {
      const reading = readAlone([
        ["Scheme", `${first} 2026/27 £k`, `${word} saving 2027/28 £k`],
        ["Rota", 100, 50],
        ["Beds", 200, 200],
      ]);
      expect(reading.plan?.years).toEqual(years);
      expect(effects(reading)).toEqual({
        Rota: byYear([100, 150], 150),
        Beds: byYear([200, 400], 400),
      });
      expect(lines(reading)).toEqual([]);
    }
  });

  test("of a gross and a net saving of one year the net one is read, and the other said", () => {
    const reading = readAlone(
      [
        ["Scheme", "Gross saving 2026/27 £k", "Net saving 2026/27 £k", "Saving 2027/28 £k"],
        ["Rota", 120, 100, 150],
        ["Beds", 220, 200, 400],
      ],
      each,
    );
    expect(effects(reading)).toEqual({ Rota: byYear([100, 150], 150), Beds: byYear([200, 400], 400) });
    expect(lines(reading)).toEqual([
      "warning Register!B1: 'Gross saving 2026/27 £k' holds amounts and was left out, since it is another view of the years, and 'Net saving 2026/27 £k' is read; correct it if it is something else",
    ]);
  });

  test("a part year and the full year after it are no series", () => {
    const reading = readAlone([
      ["Scheme", "Part year effect 2026/27 £k", "Full year effect 2027/28 £k"],
      ["Rota", 100, 150],
      ["Beds", 200, 400],
    ]);
    expect(effects(reading)).toEqual({ Rota: byYear([100], 150), Beds: byYear([200], 400) });
  });

  test("a year that no rule reads is said: a gross saving beside the net one", () => {
    const reading = readAlone([
      ["Scheme", "Gross saving 2026/27 £k", "Net saving 2026/27 £k"],
      ["Rota", 120, 100],
      ["Beds", 220, 200],
    ]);
    expect(lines(reading)).toContain(
      "warning Register!B1: 'Gross saving 2026/27 £k' takes no part in what the levers save, which other columns say; correct the columns if it should",
    );
  });
});

describe("one cumulative year among others", () => {
  test.each([
    [["Saving 2026/27", "Saving 2027/28 (cumulative)", "Saving 2028/29"]],
    [["2026/27", "2027/28 (cumulative)", "2028/29"]],
  ])("is a year, and how the years count is asked: %j", (headings) => {
    const rows = [
      ["Scheme", ...headings],
      ["A", 10, 20, 30],
      ["B", 5, 10, 10],
    ];
    const reading = readAlone(rows);
    expect(questions(reading).map(([level, cell]) => [level, cell])).toEqual([["error", "Register!B1"]]);
    const years = leversOf(readAlone(rows, { yearSavings: "each" }));
    expect(years.map(({ effect }) => effect.kind === "byYear" && effect.amounts)).toEqual([
      [10, 20, 30],
      [5, 10, 10],
    ]);
  });

  test("is their sum beside years that are new", () => {
    const rows = [
      ["Scheme", "New saving 2026/27", "New saving 2027/28", "Cumulative saving 2028/29"],
      ["A", 10, 20, 30],
      ["B", 5, 10, 15],
    ];
    const { plan } = readAlone(rows);
    expect(plan?.years).toEqual(["2026/27", "2027/28"]);
  });
});

test("yearly rates of several years are those years, and said", () => {
  const reading = readAlone([
    ["Initiative", "Gate", "FY25 run-rate $m", "FY26 run-rate $m", "FY27 run-rate $m"],
    ["Packaging", "L3", 1.2, 2.5, 2.5],
    ["Centre", "L1", 0, 1.5, 4],
  ]);
  expect(effects(reading)).toEqual({ Packaging: byYear([1.2, 2.5, 2.5], 2.5), Centre: byYear([0, 1.5, 4], 4) });
  expect(lines(reading)).toEqual([
    "warning Register!C1: the yearly rates were read as what is saved in each year; one may be reached only at its end",
  ]);
});
