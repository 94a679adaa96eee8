import { effects, lines, readAlone } from "../../support/register";
import type { CellText } from "../../support/grid";

const read = (...rows: CellText[][]): string[] => {
  const reading = readAlone(rows);
  expect(effects(reading)).toMatchObject({ Agency: { amount: 60 }, Beds: { amount: 6 }, Contracts: { amount: 7 } });
  return lines(reading);
};
const data: CellText[][] = [
  ["Agency", 10, 20, 30, 60],
  ["Beds", 1, 2, 3, 6],
  ["Contracts", 5, null, 2, 7],
];

describe("a column for each organisation beside the saving", () => {
  test("is said with the columns, small amounts too", () => {
    expect(read(["Scheme", "Royal", "General", "Infirmary", "Total"], ...data)).toEqual([
      "warning Register!B1: 'Royal' and 2 more columns, in columns B to D, add up to 'Total', which was read; the split between them is not kept",
    ]);
  });

  test("is no name of one under a band Organisation", () => {
    const bands = ["Scheme", "Organisation", null, null, "Total"];
    expect(read(bands, [null, "Royal", "General", "Infirmary", null], ...data)).toEqual([
      expect.stringMatching(/^warning Register!B2: 'Organisation Royal' and 2 more columns, in columns B to D, add up/),
    ]);
  });

  test("is said as left out where they do not add up", () => {
    const other = data.map((row, index) => (index === 0 ? ["Agency", 100, 20, 30, 60] : row));
    expect(read(["Scheme", "Royal", "General", "Infirmary", "Total"], ...other)).toEqual([
      expect.stringContaining("hold amounts and were left out"),
    ]);
  });
});

test("amounts of money that are no second reference are said", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k", "Project", "Benefit £k"],
    ["Agency", 60, "Estates review", 5],
    ["Beds", 6, "Fleet renewal", 6],
    ["Contracts", 7, "Shared payroll", 7],
  ]);
  expect(lines(reading)).toContainEqual(
    expect.stringMatching(/^warning Register!D1: 'Benefit £k' was left out, since 'Saving £k' is read/),
  );
});
