import type { PlanReading } from "../../../../src/plan/reading/planReading";
import { readTables } from "../../../../src/plan/reading/readTables";
import { grid, percent, type CellText } from "../../support/grid";

const read = (rows: CellText[][], sheet = "CIP"): PlanReading =>
  readTables([grid(sheet, rows)], { yearSavings: "each" });

const date = (value: number, format = "mmm-yy"): CellText => ({ value, format });
const [april2025, october2025, june2026] = [45748, 45931, 46174];

describe("the year of a register without columns by year", () => {
  test.each<[what: string, rows: CellText[][], ...sheet: string[]]>([
    [
      "its saving's heading",
      [
        ["Scheme", "Saving 2025/26"],
        ["A", 10],
        ["B", 5],
      ],
    ],
    [
      "that heading beside a full-year effect",
      [
        ["Scheme", "25/26 plan", "FYE 26/27"],
        ["A", 10, 20],
        ["B", 5, 8],
      ],
    ],
    [
      "its quarters",
      [
        ["Scheme", "Q1 FY26", "Q2 FY26", "Q3 FY26", "Q4 FY26"],
        ["A", 1, 1, 2, 2],
        ["B", 1, 1, 1, 1],
      ],
    ],
    ["a title", [["Savings 2025/26 £m"], ["Scheme", "Saving"], ["A", 1.5], ["B", 2]]],
    [
      "the sheet's name",
      [
        ["Scheme", "PYE", "FYE"],
        ["A", 10, 20],
        ["B", 5, 8],
      ],
      "CIP 25-26",
    ],
    [
      "the months in which its levers start",
      [
        ["Scheme", "Start month", "PYE", "FYE"],
        ["A", date(april2025), 5, 5],
        ["B", date(october2025), 5, 10],
      ],
    ],
  ])("is that of %s", (...[, rows, sheet = "CIP"]) => {
    expect(read(rows, sheet).plan?.years).toEqual(["2025/26"]);
  });

  test.each<[string, CellText[][]]>([
    ["titles name two", [["Savings 2025/26"], ["after 2024/25"], ["Scheme", "Saving"], ["A", 1.5], ["B", 2]]],
    ["only prices are dated", [["Savings in 2014/15 prices"], ["Scheme", "Saving"], ["A", 1.5], ["B", 2]]],
  ])("is Year 1 where %s", (_, rows) => {
    expect(read(rows).plan?.years).toEqual(["Year 1"]);
  });
});

describe("headings that are dates in words", () => {
  test.each([
    ["Year ending 31 March 2026", "Year ending 31 March 2027"],
    ["Y/E 31/03/2026", "Y/E 31/03/2027"],
    ["Year to March 2026", "Year to March 2027"],
  ])("%s", (first, second) => {
    const { plan } = read([["Scheme", first, second], ["A", 1, 2], ["B", 4, 5]]); // prettier-ignore
    expect(plan?.years).toEqual(["2025/26", "2026/27"]);
  });

  test("are months where they are a month apart", () => {
    const months = Array.from(
      { length: 12 },
      (_, index) => `01/${String(((index + 3) % 12) + 1).padStart(2, "0")}/${index < 9 ? 2025 : 2026}`,
    );
    const { plan } = read([
      ["Scheme", ...months],
      ["A", ...months.map(() => 1)],
      ["B", ...months.map(() => 2)],
    ]);
    expect(plan?.years).toEqual(["2025/26"]);
    expect(plan?.levers.map(({ effect }) => effect)).toMatchObject([{ amounts: [12] }, { amounts: [24] }]);
  });
});

test("one year of amounts beside one growth is the base year", () => {
  const { plan } = readTables([
    grid("Budget", [
      ["Category", "2025/26", "Growth"],
      ["Pay", 1000, percent(0.03)],
      ["Drugs", 500, percent(0.05)],
    ]),
    grid("CIP", [
      ["Scheme", "Applies to", "Saving", "Start"],
      ["A", "Pay", 20, "2026/27"],
    ]),
  ]);
  expect(plan).toMatchObject({ baseYear: "2025/26", categories: [{ base: 1000 }, { base: 500 }] });
  expect(plan?.years[0]).toBe("2026/27");
});

test("a date in a finding is no number of days", () => {
  const rows: CellText[][] = [["Scheme", "Start", "PYE 2025/26", "FYE"], ["A", date(june2026, "dd/mm/yyyy"), 10, 20]]; // prettier-ignore
  expect(read(rows).findings).toContainEqual(
    expect.objectContaining({ cell: "CIP!B2", message: expect.stringMatching(/^1 June 2026 /) }),
  );
});
