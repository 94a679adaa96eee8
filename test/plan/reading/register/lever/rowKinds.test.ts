import type { CellText } from "../../../support/grid";
import { amount, byYear, leversOf, lines, questions, readAlone } from "../../../support/register";

const kinds = (reading: Parameters<typeof leversOf>[0]) =>
  leversOf(reading).map(({ name, kind, effect }) => [name, kind, effect]);

describe("the kind of a row", () => {
  test("comes from a Type column, or from the name of money from reserves", () => {
    const reading = readAlone(
      [
        ["Ref", "Scheme", "Type", "2026/27", "2027/28"],
        ["A1", "Agency", "Saving", 100, 50],
        ["A2", "Demography", "Pressure", 80, 20],
        ["A3", "Slippage allowance", "Contingency", 30, 0],
        ["A4", "Supported living b/f", "Undelivered", 20, 0],
        ["A5", "Vacancies held", "Mitigation", 10, 0],
        ["A6", "Redundancy", "One-off cost", 5, 0],
        ["A7", "Use of reserves", "Saving", 40, 0],
      ],
      { yearSavings: "new" },
    );
    expect(lines(reading)).toEqual([]);
    expect(kinds(reading)).toEqual([
      ["Agency", "Saving", byYear([100, 150], 150)],
      ["Demography", "Pressure", byYear([80, 100], 100)],
      ["Slippage allowance", "Contingency", byYear([-30, -30], -30)],
      ["Supported living b/f", "Undelivered brought forward", byYear([20, 20], 20)],
      ["Vacancies held", "Mitigation", byYear([10, 10], 10)],
      // Costs and money from reserves are of their own year.
      ["Redundancy", "One-off cost", byYear([5, 0], 0, 5)],
      ["Use of reserves", "Funding switch", byYear([40, 0], 0, 40)],
    ]);
  });

  test("comes from the heading over the row, which is then no group", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "RAG"],
      ["Savings"],
      ["A", 100, "G"],
      ["Cost pressures"],
      ["B", 50, "A"],
      ["Mitigations"],
      ["C", 10, "G"],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(kinds(reading)).toEqual([
      ["A", "Saving", amount(100)],
      ["B", "Pressure", amount(50)],
      ["C", "Mitigation", amount(10)],
    ]);
    expect(leversOf(reading).map(({ group }) => group)).toEqual(["", "", ""]);
    expect(reading.levers?.sections).toEqual(["Register!A2", "Register!A4", "Register!A6"]);
  });

  test("is a contingency where a row so named is taken off the savings", () => {
    const rows = (allowance: number): CellText[][] => [
      ["Scheme", "2026/27 £k"],
      ["A", 100],
      ["Slippage allowance (10%)", allowance],
    ];
    expect(kinds(readAlone(rows(-10)))[1]).toEqual(["Slippage allowance (10%)", "Contingency", byYear([-10], -10)]);
    expect(lines(readAlone(rows(-10)))).toEqual([]);
    expect(kinds(readAlone(rows(10)))[1]?.[1]).toBe("Saving");
  });

  test("headings that name no kind are the groups of their rows", () => {
    const reading = readAlone([["Scheme", "Saving £k"], ["Workforce"], ["A", 100], ["B", 50], ["Estates"], ["C", 10]]);
    expect(lines(reading)).toEqual([]);
    expect(leversOf(reading).map(({ name, group }) => [name, group])).toEqual([
      ["A", "Workforce"],
      ["B", "Workforce"],
      ["C", "Estates"],
    ]);
  });

  test.each([20, -20])("an allowance of %d takes from the savings, whatever its sign", (allowance) => {
    const reading = readAlone([
      ["Scheme", "Type", "Saving £k"],
      ["A", "Saving", 100],
      ["B", "Saving", 50],
      ["Slippage", "Contingency", allowance],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(kinds(reading)[2]).toEqual(["Slippage", "Contingency", amount(-20)]);
  });
});

test("rows that say what is needed or missing are no levers, and are accounted for", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k", "RAG"],
    ["A", 100, "G"],
    ["B", 50, "G"],
    ["Savings target", 200, null],
    ["Gap to target", 50, null],
  ]);
  expect(leversOf(reading).map(({ name }) => name)).toEqual(["A", "B"]);
  expect(lines(reading)).toEqual([
    "warning Register!A4: 'Savings target' was left out: it says what is needed, and is no lever",
    "warning Register!A5: 'Gap to target' was left out: it says what is missing, and is no lever",
  ]);
  expect(reading.levers?.leftOut).toEqual([
    { cell: "Register!A4", why: "says what is needed" },
    { cell: "Register!A5", why: "says what is missing" },
  ]);
});

describe("what is not identified", () => {
  const identified = (rows: CellText[][]) =>
    leversOf(readAlone([["Scheme", "Group", "Status", "RAG", "Saving £k"], ...rows])).map(
      ({ isIdentified }) => isIdentified,
    );

  test("is what its status, name or group says; a development status goes before a name, a colour does not", () => {
    expect(
      identified([
        ["A", "Pay", "Fully developed", "G", 100],
        ["B", "Pay", "Unidentified", "R", 10],
        ["Unidentified", "Pay", null, "G", 50],
        ["To be identified", "Pay", null, "R", 50],
        ["C", "Unidentified", null, "A", 5],
        ["Stretch", "Pay", null, "R", 20],
        ["Stretch", "Estates", "Plans in progress", "R", 20],
      ]),
    ).toEqual([true, false, false, false, false, false, true]);
  });
});

test("rejected levers do not count, closed ones and those on hold do; each is asked", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k", "Status"],
    ["A", 100, "Rejected"],
    ["B", 50, "On hold"],
    ["C", 20, "Closed"],
    ["D", 20, "Plans in progress"],
  ]);
  expect(leversOf(reading).map(({ name }) => name)).toEqual(["B", "C", "D"]);
  const choices = ["the lever counts", "the lever does not count"];
  const at = (cell: string, taken: 0 | 1) => ({
    key: `leverCounts@${cell}`,
    choices,
    taken: choices[taken],
    option: `--answer '${cell}=${choices[1 - taken]}'`,
  });
  expect(questions(reading)).toEqual([
    ["warning", "Register!C2", at("Register!C2", 1)],
    ["warning", "Register!C3", at("Register!C3", 0)],
    ["warning", "Register!C4", at("Register!C4", 0)],
  ]);
});

describe("savings that did not come before", () => {
  test.each([
    "Undelivered savings b/f",
    "Brought forward undelivered 24/25 savings",
    "Unachieved CIP brought forward",
    "2024/25 savings not achieved",
    "Prior year shortfall",
  ])("add to need and save nothing: %s", (name) => {
    const reading = readAlone([
      ["Scheme", "Saving £k"],
      [name, 150],
      ["Beds", 100],
      ["Kit", 50],
      ["Total new savings", 150],
    ]);
    expect(kinds(reading)).toEqual([
      [name, "Undelivered brought forward", amount(150)],
      ["Beds", "Saving", amount(100)],
      ["Kit", "Saving", amount(50)],
    ]);
    expect(lines(reading)).toEqual([
      "warning Register!A5: the totals row 'Total new savings' was left out",
      "warning Register!A2: savings that did not come add to need, and were read as none",
    ]);
    expect(reading.sheetTotals).toEqual([{ cell: "Register!B5", says: 150, read: 150 }]);
  });

  test.each([
    "Allowance for non-delivery of 24/25 savings",
    "Full year effect of 24/25 schemes",
    "Reduce undelivered post",
  ])("are not every row that is named a little like them: %s", (name) => {
    const reading = readAlone([
      ["Scheme", "Saving £k"],
      [name, 150],
      ["Beds", 100],
    ]);
    expect(kinds(reading)[0]).toEqual([name, "Saving", amount(150)]);
  });
});
