import type { CellText } from "../../support/grid";
import { lines, leversOf, readAlone } from "../../support/register";

const rows = (heading: string, ...words: readonly [string, string, string, string]): CellText[][] => [
  ["Ref", "Item", heading, "2026/27 £k"],
  ["1", "Pay award", words[0], 900],
  ["2", "Demography", words[1], 400],
  ["3", "Care reviews", words[2], 300],
  ["4", "Fees uplift", words[3], 100],
];

test("a Category that says nothing but pressures and savings is the kind of each row", () => {
  const reading = readAlone(rows("Category", "Growth", "Pressure", "Efficiency", "Income generation"));
  expect(leversOf(reading).map(({ name, kind, type }) => [name, kind, type])).toEqual([
    ["Pay award", "Pressure", "Cost reduction"],
    ["Demography", "Pressure", "Cost reduction"],
    ["Care reviews", "Saving", "Cost reduction"],
    ["Fees uplift", "Saving", "Income"],
  ]);
  expect(lines(reading)).toEqual([]);
});

test("a Category that names services stays one", () => {
  const reading = readAlone(rows("Category", "Adults", "Pressure", "Children", "Income"));
  expect(leversOf(reading).map(({ kind }) => kind)).toEqual(["Saving", "Saving", "Saving", "Saving"]);
});

test("a saving of one unit is not what a lever saves, where a column says that", () => {
  const reading = readAlone([
    ["Contract", "Volume", "Unit saving £", "Annual saving £"],
    ["Cleaning", 100, 25, 2500],
    ["Waste", 200, 25, 5000],
  ]);
  expect(leversOf(reading).map(({ name, effect }) => [name, effect])).toEqual([
    ["Cleaning", { kind: "amount", amount: 2500 }],
    ["Waste", { kind: "amount", amount: 5000 }],
  ]);
});
