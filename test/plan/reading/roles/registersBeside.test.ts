import { effects, lines, readAlone } from "../../support/register";
import type { CellText } from "../../support/grid";

const first: CellText[][] = [
  ["Scheme", "Saving £k", "Lead"],
  ["Agency spend", 10, "Ann"],
  ["Bed days", 20, "Bob"],
  ["Contracts", 30, "Cat"],
];
const second: CellText[][] = [
  ["Project", "Annual saving"],
  ["Estates review", 55],
  ["Fleet renewal", 16],
  ["Shared payroll", 7],
];
const beside = (...gap: CellText[]): CellText[][] => first.map((row, at) => [...row, ...gap, ...(second[at] ?? [])]);

const ofFirst = { "Agency spend": { amount: 10 }, "Bed days": { amount: 20 }, Contracts: { amount: 30 } };

describe("two registers side by side under different headings", () => {
  test.each([
    ["one empty column", [null], "Register!E1"],
    ["two empty columns", [null, null], "Register!F1"],
  ])("with %s between them: the first is read, the second asked about", (_, gap, cell) => {
    const reading = readAlone(beside(...gap));
    expect(effects(reading)).toMatchObject(ofFirst);
    expect(lines(reading)).toEqual([
      `warning ${cell}: this looks like a register too, with other headings: its 3 rows, 78 under 'Annual saving', do not count; Register!A1:C4 is used`,
    ]);
  });

  test("with nothing between them are read as one, which is said with the area of the second", () => {
    expect(readAlone(beside()).findings).toContainEqual({
      level: "warning",
      cell: "Register!D1",
      message:
        "'Project' names levers too, with amounts behind it: another register may stand in Register!D1:E4, and was read as columns of this one",
      option: "--levers 'Register!A1:C4' reads this one alone",
    });
  });

  test("are one where the second only describes the first", () => {
    const rows = [
      ["Scheme", "PYE 25/26 £k", null, "Description", "FYE £k"],
      ["Agency spend", 10, null, "Fewer agency nurses", 40],
      ["Bed days", 20, null, "Shorter stays", 30],
    ];
    const reading = readAlone(rows);
    expect(effects(reading)).toMatchObject({ "Agency spend": { fullYear: 40 }, "Bed days": { fullYear: 30 } });
  });
});
