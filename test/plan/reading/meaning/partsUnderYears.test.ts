import type { CellText } from "../../support/grid";
import { byYear, effects, lines, readAlone } from "../../support/register";

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
