import type { CellText } from "../../support/grid";
import { byYear, effects, lines, questions, readAlone } from "../../support/register";

const bands = (...columns: number[]) => columns.map((column) => ({ row: 0, column, rowCount: 1, columnCount: 2 }));

describe("the same headings under each of several years", () => {
  const rows: CellText[][] = [
    ["Scheme", "2025/26", null, "2026/27", null],
    [null, "Rec", "NR", "Rec", "NR"],
    ["Beds", 10, 0, 10, 0],
    ["Rebate", 0, 5, 0, 0],
    ["Kit", 20, 4, 25, 0],
  ];

  test("are the parts of each year", () => {
    const reading = readAlone(rows, { yearSavings: "each" }, { merged: bands(1, 3) });
    expect(effects(reading)).toEqual({
      Beds: byYear([10, 10], 10),
      Rebate: byYear([5, 0], 0, 5),
      Kit: byYear([24, 25], 25),
    });
    expect(lines(reading)).toEqual([
      "warning Register!B2: '2025/26 Rec' and '2025/26 NR' were added up, as those of the other years were; what is not recurrent would count in its own year alone",
    ]);
  });

  test("with a total of them are read by the total", () => {
    const reading = readAlone(
      [
        [null, "2025/26", null, null, "2026/27"],
        ["Scheme", "Rec", "Non-rec", "Total", "Rec", "Non-rec", "Total"],
        ["Beds", 100, 20, 120, 150, 0, 150],
        ["Land sale", 0, 500, 500, 0, 0, 0],
      ],
      { yearSavings: "each" },
    );
    expect(effects(reading)).toEqual({ Beds: byYear([120, 150], 150), "Land sale": byYear([500, 0], 0, 500) });
  });

  test("may stand in a third row, over the plan and its forecast", () => {
    const reading = readAlone(
      [
        ["Scheme", null, "Financial impact", null, null, null, "Delivery"],
        ["Number", "Name", "2025/26", null, "2026/27", null, "Risk"],
        [null, null, "Plan £000", "Forecast £000", "Plan £000", "Forecast £000", "H/M/L"],
        [1, "Outsourcing", 100, 90, 150, 140, "H"],
        [2, "Cleaning", 40, 30, 60, 50, "L"],
      ],
      { yearSavings: "each" },
      {
        merged: [
          { row: 0, column: 2, rowCount: 1, columnCount: 4 },
          ...bands(2, 4).map((band) => ({ ...band, row: 1 })),
        ],
      },
    );
    expect(effects(reading)).toEqual({ Outsourcing: byYear([100, 150], 150), Cleaning: byYear([40, 60], 60) });
    expect(lines(reading)).toEqual([]);
  });

  test("that are part-year and full-year effects stop the run: they may be read in two ways", () => {
    const reading = readAlone(
      [
        ["Scheme", "2025/26", null, "2026/27", null],
        [null, "PYE", "FYE", "PYE", "FYE"],
        ["Beds", 50, 100, 0, 0],
        ["Digital", 0, 0, 75, 150],
      ],
      {},
      { merged: bands(1, 3) },
    );
    expect(reading.plan).toBeNull();
    expect(lines(reading)).toContainEqual(
      expect.stringMatching(/^error Register!B2: a part-year and a full-year effect stand under each of several years/),
    );
  });
});

test("posts and money under each year are told apart by their units", () => {
  const rows: CellText[][] = [
    ["Savings by directorate", null, "2025/26", null, "2026/27", null],
    ["Directorate", "Proposal", "FTE", "£k", "FTE", "£k"],
    ["HR", "Merge teams", 2, 80, 3, 120],
    ["IT", "Service desk", 1.5, 40, 1.5, 40],
  ];
  const reading = readAlone(rows, { yearSavings: "each" }, { merged: bands(2, 4) });
  expect(effects(reading)).toEqual({ "Merge teams": byYear([80, 120], 120), "Service desk": byYear([40, 40], 40) });
  expect(reading.plan?.unit).toBe("£k");
});

describe("the same years under each of several bands", () => {
  const years = ["25/26", "26/27"];
  const agreed: CellText[][] = [
    [null, "Previously agreed", null, "New", null],
    ["Proposal", ...years, ...years],
    ["Reviews", 10, 10, 5, 6],
    ["Fleet", 20, 20, 10, 20],
  ];
  const both = { Reviews: byYear([15, 16], 16), Fleet: byYear([30, 40], 40) };

  test("are added up where one is what is new, and said", () => {
    const reading = readAlone(agreed, { yearSavings: "each" }, { merged: bands(1, 3) });
    expect(effects(reading)).toEqual(both);
    expect(lines(reading)).toEqual([
      "warning Register!B2: 'Previously agreed 25/26' and 'New 25/26' are parts of one year and were added up, as those of the other years were; correct them if they are something else",
    ]);
  });

  test("are read by a band of their totals", () => {
    const totals: CellText[][] = [["Total", null], years, [15, 16], [30, 40]];
    const rows = agreed.map((row, index) => [...row, ...(totals[index] ?? [])]);
    const reading = readAlone(rows, { yearSavings: "each" }, { merged: bands(1, 3, 5) });
    expect(effects(reading)).toEqual(both);
    expect(lines(reading)).toEqual([]);
  });

  test("leave it open what the years hold where but one of them says that it is additional", () => {
    const rows = [[null, "Existing savings", null, "Additional savings", null], ...agreed.slice(1)];
    expect(questions(readAlone(rows, {}, { merged: bands(1, 3) })).map(([, cell, { key }]) => [cell, key])).toEqual([
      ["Register!B2", "yearSavings@Register!B2"],
    ]);
  });
});

test("the net of an account goes before one side of it", () => {
  const sides = ["Expenditure", "Income", "Net"];
  const rows: CellText[][] = [
    [null, "FY26", null, null, "FY27", null, null],
    ["Service saving", ...sides, ...sides],
    ["Parks", 10, 5, 15, 12, 6, 18],
    ["Sports", 0, 25, 25, 0, 30, 30],
  ];
  const merged = [1, 4].map((column) => ({ row: 0, column, rowCount: 1, columnCount: 3 }));
  const reading = readAlone(rows, { yearSavings: "each" }, { merged });
  expect(effects(reading)).toEqual({ Parks: byYear([15, 18], 18), Sports: byYear([25, 30], 30) });
});

test("what does not come again in one of several years is a part of that year", () => {
  const rows: CellText[][] = [
    ["Scheme", "25/26 recurrent £k", "25/26 non-recurrent £k", "26/27 recurrent £k"],
    ["A", 7, 2, 8],
    ["B", 3, 0, 4],
  ];
  const reading = readAlone(rows, { yearSavings: "each" });
  expect(effects(reading)).toEqual({ A: byYear([9, 8], 8), B: byYear([3, 4], 4) });
});

describe("columns that split the saving of one year", () => {
  test.each([
    ["Pay", "Non-pay", "Income"],
    ["Green", "Amber", "Red"],
  ])("are added up where none holds all of it: %s, %s and %s", (...parts) => {
    const rows: CellText[][] = [["CIP 2025/26 £k"], ["Scheme", ...parts], ["Rota", 40, 0, 0], ["Estates", 30, 25, 7]];
    const reading = readAlone(rows);
    expect(effects(reading)).toEqual({ Rota: byYear([40], 40), Estates: byYear([62], 62) });
    expect(reading.plan?.years).toEqual(["2025/26"]);
    expect(lines(reading)).toEqual([
      `warning Register!B2: '${parts[0] ?? ""}' and 2 more columns are parts of one year and were added up; correct them if they are something else`,
    ]);
  });

  test("count in year 1 where no title names a year", () => {
    const reading = readAlone([["Savings £k"], ["Scheme", "Pay", "Non-pay"], ["Rota", 40, 3], ["Estates", 30, 25]]);
    expect(effects(reading)).toEqual({ Rota: byYear([43], 43), Estates: byYear([55], 55) });
  });
});

test("a total of one year and of a column that is not read is no full-year effect", () => {
  const rows: CellText[][] = [
    ["Proposal", "2025/26 £k", "Future years £k", "Total £k"],
    ["A", 11, 50, 61],
    ["B", 23, 70, 93],
  ];
  const reading = readAlone(rows);
  expect(effects(reading)).toEqual({ A: byYear([11], 11), B: byYear([23], 23) });
  expect(lines(reading)).toEqual([expect.stringContaining("Register!C1: 'Future years £k' holds amounts")]);
});
