import { leversOf, lines, readAlone } from "../../support/register";

const amounts = [
  [1, "Cleaning hours", 100, 120, 120],
  [2, "Helpdesk", 20, 40, 40],
];

test.each([
  [["Contract Year 1", "Contract Year 2", "Contract Year 3"]],
  [["Year 1 (Jul-26 to Jun-27)", "Year 2 (Jul-27 to Jun-28)", "Year 3 (Jul-28 to Jun-29)"]],
  [
    [
      "Contract Year 1\n(Jul-26 to Jun-27)",
      "Contract Year 2\n(Jul-27 to Jun-28)",
      "Contract Year 3\n(Jul-28 to Jun-29)",
    ],
  ],
])("years that a contract counts are years of the plan: %j", (years) => {
  const reading = readAlone([["Line", "Scheme", ...years], ...amounts], { yearSavings: "each" });
  expect(reading.plan?.years).toEqual(["Year 1", "Year 2", "Year 3"]);
  expect(leversOf(reading).map(({ name, effect }) => [name, effect.kind === "byYear" && effect.amounts])).toEqual([
    ["Cleaning hours", [100, 120, 120]],
    ["Helpdesk", [20, 40, 40]],
  ]);
});

test("what a heading such as 'Guaranteed saving' names are the levers, as a guess", () => {
  const reading = readAlone([["Line", "Guaranteed saving", "Year 1", "Year 2", "Year 3"], ...amounts], {
    yearSavings: "each",
  });
  expect(leversOf(reading).map(({ name }) => name)).toEqual(["Cleaning hours", "Helpdesk"]);
  expect(lines(reading)).toContainEqual(
    "warning Register!B1: 'Guaranteed saving' was read as Lever, since it is the only column of names, each of its own; correct it if it is something else",
  );
});

test("a pivot's Row Labels are levers, without the rows that sum those below", () => {
  const rows = [
    ["Row Labels", "Sum of FY26/27 £k", "Sum of FY27/28 £k"],
    ["Adults", 500, 900],
    ["Reablement", 300, 500],
    ["Telecare", 200, 400],
    ["Legal", 100, 100],
    ["Transport", 60, 70],
    ["Grand Total", 660, 1070],
  ];
  const levers = leversOf(readAlone(rows, { yearSavings: "each" }));
  expect(levers.map(({ name }) => name)).toEqual(["Reablement", "Telecare", "Legal", "Transport"]);
});

test("a Type whose heading gives examples in brackets is a Type", () => {
  const rows = [
    ["Scheme", "Type (CRES / cost avoidance)", "Saving £k"],
    ["A", "Cost reduction", 30],
    ["B", "Cost avoidance", 10],
  ];
  expect(leversOf(readAlone(rows)).map(({ type }) => type)).toEqual(["Cost reduction", "Cost avoidance"]);
});
