import type { Finding } from "../../../../src/plan/finding";
import { readTables } from "../../../../src/plan/reading/readTables";
import type { ReadOptions } from "../../../../src/plan/reading/planReading";
import { grid, type CellText } from "../../support/grid";

const read = (rows: CellText[][], options: ReadOptions = {}) =>
  readTables([grid("CIP", rows)], { yearSavings: "each", ...options });

const area = (row: number, column: number, rowCount: number, columnCount: number): ReadOptions => ({
  areas: { levers: [{ sheet: "CIP", row, column, rowCount, columnCount }] },
});

const errors = (findings: readonly Finding[]) =>
  findings.map(({ cell, message, option }) => `${cell} ${[message, option].filter(Boolean).join("; ")}`);

const names: CellText[][] = [["Scheme", "Worth", "Owner's share"], ["Rota", 10, 2], ["Stores", 20, 3]]; // prettier-ignore
const budget: CellText[][] = [[null, "2026/27", "2027/28"], ["Base budget", 200, 206], ["Review", 2, 3], ["Fees", 1, 1]]; // prettier-ignore

describe("where no register is found", () => {
  test("the heading of the names is shown, with the option that says which column is the saving", () => {
    expect(errors(read(names).findings)).toEqual([
      "CIP!A1 no Levers table was found: 'Scheme' names them here, and no column beside it is headed as a saving; --column 'CIP!B1=saving' says that 'Worth' is one",
    ]);
    const settled = read(names, { corrections: { headings: { "CIP!B1": "saving" } } });
    expect(settled.plan?.levers.map(({ effect }) => effect)).toMatchObject([{ amount: 10 }, { amount: 20 }]);
  });

  test("a budget is called one", () => {
    expect(errors(read(budget).findings)).toEqual([
      "CIP!B1 no Levers table was found: the table here holds a budget, as its row 'Base budget' says; --levers 'CIP!A1:C4' says that it is the register",
    ]);
    expect(read(budget, area(0, 0, 4, 3)).plan?.levers).toHaveLength(3);
  });

  test("a given range without headings is told by what it begins with", () => {
    expect(errors(read(budget, area(2, 0, 2, 3)).findings)).toEqual([
      " there is no table at 'CIP!A3:C4' for Levers: its first row holds 'Review', 2, 3 and no headings; a range that begins with its headings is needed",
    ]);
  });
});

test("a given range keeps its whole width over empty columns", () => {
  const rows: CellText[][] = [
    ["Ref", null, null, null, "Scheme", null, null, null, "2025/26", null, null, "2026/27"],
    ["a", null, null, null, "Rota", null, null, null, 10, null, null, 15],
    ["b", null, null, null, "Stores", null, null, null, 20, null, null, 25],
  ];
  expect(read(rows, area(0, 0, 3, 12)).plan?.levers.map(({ effect }) => effect)).toMatchObject([
    { amounts: [10, 15] },
    { amounts: [20, 25] },
  ]);
});

test("halves of a year are read as their quarters", () => {
  const rows: CellText[][] = [["Scheme", "H1 2025/26", "H2 2025/26", "H1 2026/27", "H2 2026/27"], ["A", 1, 2, 3, 3], ["B", 1, 1, 1, 1]]; // prettier-ignore
  const { plan } = read(rows);
  expect(plan?.years).toEqual(["2025/26", "2026/27"]);
  expect(plan?.levers.map(({ effect }) => effect)).toMatchObject([{ amounts: [3, 6] }, { amounts: [2, 2] }]);
});

test("the likely amount is the saving where no other is", () => {
  const rows: CellText[][] = [["Scheme", "Low £k", "Likely £k", "High £k", "Start"], ["A", 5, 10, 12, "2025/26"], ["B", 15, 20, 30, "2025/26"]]; // prettier-ignore
  const { plan, findings } = read(rows);
  expect(plan?.levers.map(({ effect }) => effect)).toMatchObject([{ amount: 10 }, { amount: 20 }]);
  expect(findings).toContainEqual(expect.objectContaining({ cell: "CIP!C1" }));
});

test.each(["Savings £k", "Year", "£k"])(
  "years down the side under '%s' are no levers: the sentence says how to turn them",
  (corner) => {
    const { plan, findings } = read([
      [corner, "Agency", "Beds", "Total"],
      ["2025/26", 10, 20, 30],
      ["2026/27", 15, 25, 40],
    ]);
    expect(plan).toBeNull();
    expect(findings[0]).toMatchObject({
      cell: expect.stringMatching(/^CIP!A[12]$/) as string,
      message: expect.stringContaining("with Transpose") as string,
    });
  },
);
