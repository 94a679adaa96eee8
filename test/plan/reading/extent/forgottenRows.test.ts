import { formulaKey } from "../../../../src/plan/reading/sheetGrid";
import type { CellText } from "../../support/grid";
import { lines, readAlone } from "../../support/register";

/** The warnings about totals of a register of one column whose formulas are given by their rows, from 0. */
function differences(rows: CellText[][], formulas: Record<number, string>): string[] {
  const given = new Map(Object.entries(formulas).map(([row, formula]) => [formulaKey(Number(row), 1), formula]));
  const reading = readAlone([["Scheme", "Saving £k"], ...rows], {}, { formulas: given });
  return lines(reading).filter((line) => line.includes("your total says"));
}

const four: CellText[][] = [
  ["A", 10],
  ["B", 20],
  ["C", 5],
  ["D", 6],
];
const blocks = (all: number): CellText[][] => [
  ["Adults", null],
  ["A", 10],
  ["B", 20],
  ["Subtotal", 30],
  ["Children", null],
  ["C", 5],
  ["D", 6],
  ["Subtotal", 11],
  ["Estates", null],
  ["E", 3],
  ["F", 4],
  ["Subtotal", 7],
  ["Total", all],
];
const subtotals = { 4: "=SUM(B3:B4)", 8: "=SUM(B7:B8)", 12: "=SUM(B11:B12)" };

describe("a total whose formula leaves a row out", () => {
  test.each([
    ["the last", "=SUM(B2:B4)", 35, "41; row 5 is"],
    ["the first", "=SUM(B3:B5)", 31, "41; row 2 is"],
    ["one between", "=B2+B3+B5", 36, "41; row 4 is"],
    ["two", "=SUM(B2:B3)", 30, "41; rows 4, 5 are"],
  ])("differs from what was read: %s", (_, formula, says, rest) => {
    expect(differences([...four, ["Total", says]], { 5: formula })).toEqual([
      `warning Register!B6: your total says ${says} and the rows that were read come to ${rest} not in it`,
    ]);
  });

  test("of a section, and of the total of its subtotals", () => {
    const rows = blocks(46).map((row, at): CellText[] =>
      at === 7 ? ["Subtotal", 5] : at === 12 ? ["Total", 42] : row,
    );
    const formulas = { ...subtotals, 8: "=SUM(B7:B7)", 13: "=B5+B9+B13" };
    expect(differences(rows, formulas)).toEqual([
      "warning Register!B9: your total says 5 and the rows that were read come to 11; row 8 is not in it",
      "warning Register!B14: your total says 42 and the rows that were read come to 48; row 8 is not in it",
    ]);
  });

  test("a whole section left out of the total of subtotals", () => {
    expect(differences(blocks(41), { ...subtotals, 13: "=B5+B9" })).toEqual([
      "warning Register!B14: your total says 41 and the rows that were read come to 48; rows 11, 12 are not in it",
    ]);
  });
});

describe("nothing is said of a total that is right", () => {
  test("of all rows, of sections, or of what stands under its own heading alone", () => {
    expect(differences([...four, ["Total", 41]], { 5: "=SUM(B2:B5)" })).toEqual([]);
    expect(differences(blocks(48), { ...subtotals, 13: "=B5+B9+B13" })).toEqual([]);
    const oneSummed = blocks(7).filter(([name], at) => at > 10 || name !== "Subtotal");
    expect(differences(oneSummed.slice(0, -1), { 10: "=SUM(B9:B10)" })).toEqual([]);
  });

  test("that sums the last rows alone, as its name says", () => {
    expect(differences([...four, ["Total new savings", 11]], { 5: "=SUM(B4:B5)" })).toEqual([]);
  });

  test("that leaves out what was rejected", () => {
    const rows = [...four, ["Total", 35]].map((row, at): CellText[] => [...row, at === 3 ? "Rejected" : "G"]);
    rows[4]![2] = null;
    const reading = readAlone(
      [["Scheme", "Saving £k", "Status"], ...rows],
      {},
      {
        formulas: new Map([[formulaKey(5, 1), "=SUM(B2:B4)"]]),
      },
    );
    expect(lines(reading).filter((line) => line.includes("your total says"))).toEqual([]);
  });
});
