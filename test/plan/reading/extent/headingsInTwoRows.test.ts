import { readAlone, leversOf } from "../../support/register";

test.each([
  ["references", ["Ref", "S1", "S2", "S3"]],
  ["row numbers", ["No", 1, 2, 3]],
])("headings in two rows that fit into one another are one header, over %s", (_, [heading, ...keys]) => {
  const rows = [
    ["Scheme", null, "Owner", "Saving", null],
    [heading ?? "", "Name", null, "26/27 £k", "27/28 £k"],
    ...["Rota", "Print", "Beds"].map((name, at) => [keys[at] ?? "", name, "x", 100 + at, 120 + at]),
  ];
  const levers = leversOf(readAlone(rows, { yearSavings: "each" }));
  expect(levers.map(({ name, effect }) => [name, effect.kind === "byYear" && effect.amounts])).toEqual([
    ["Rota", [100, 120]],
    ["Print", [101, 121]],
    ["Beds", [102, 122]],
  ]);
});

test("a first row of data under a heading without a neighbour is data", () => {
  const rows = [
    ["Scheme", "Owner", "Saving £k"],
    ["Rota", "Lee", 100],
    ["Print", null, 20],
  ];
  expect(leversOf(readAlone(rows)).map(({ name }) => name)).toEqual(["Rota", "Print"]);
});
