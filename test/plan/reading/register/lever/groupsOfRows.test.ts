import type { CellText } from "../../../support/grid";
import { effects, leversOf, lines, questions, readAlone } from "../../../support/register";

const groups = (reading: Parameters<typeof leversOf>[0]): string[] => leversOf(reading).map(({ group }) => group);

describe("a group that only its first row names", () => {
  const rows = (words: (string | null)[]): CellText[][] => [
    ["Team", "Scheme", "Saving £k"],
    ...words.map((word, at): CellText[] => [word, `Scheme ${at}`, 10 * at + 7]),
  ];
  const said =
    "warning Register!A1: 'Team' is filled in the first row of each group alone, and its blank cells were read as the word above them";

  test("holds for the rows below", () => {
    const reading = readAlone(rows(["Adults", null, null, "Place", null]));
    expect(groups(reading)).toEqual(["Adults", "Adults", "Adults", "Place", "Place"]);
    expect(lines(reading)).toEqual([said]);
    expect(questions(reading)).toEqual([]);
  });

  test("is asked about where a word comes back", () => {
    const reading = readAlone(rows(["Adults", null, "Place", null, "Adults", null]));
    expect(groups(reading)).toEqual(["Adults", "Adults", "Place", "Place", "Adults", "Adults"]);
    expect(questions(reading)).toHaveLength(1);
  });

  test.each<[why: string, words: (string | null)[]]>([
    ["rows side by side repeat their word", ["Adults", "Adults", null, "Place", null, null]],
    ["few are blank", ["Adults", "Place", "Health", "Estates", null]],
    ["the first is blank", [null, "Adults", null, "Place", null]],
  ])("is none where %s", (_why, words) => {
    const reading = readAlone(rows(words));
    expect(groups(reading)).toEqual(words.map((word) => word ?? ""));
    expect(lines(reading)).toEqual([]);
  });

  test("ends at a total, and an organisation is read so too", () => {
    const reading = readAlone([
      ["Provider", "Scheme", "Saving £k"],
      ["Alpha", "A", 200],
      [null, "B", 100],
      ["Alpha total", null, 300],
      [null, "Shared", 5],
      ["Beta", "C", 80],
      [null, "D", 40],
    ]);
    expect(leversOf(reading).map(({ organisation }) => organisation)).toEqual(["Alpha", "Alpha", "", "Beta", "Beta"]);
  });
});

describe("blocks with their titles over repeated headings", () => {
  const heads: CellText[] = ["Ref", "Proposal", "2025/26"];
  const blocks = (first: string, second: string): CellText[][] => [
    [first],
    heads,
    ["A1", "Reablement", 10],
    ["A2", "Telecare", 5],
    [null],
    [second],
    heads,
    ["C1", "Fostering", 8],
  ];

  test("are groups, the first too, without the unit", () => {
    const reading = readAlone(blocks("Adults £k", "Children £k"));
    expect(groups(reading)).toEqual(["Adults", "Adults", "Children"]);
    expect(reading.plan?.unit).toBe("£k");
  });

  test("have each its own unit, and what is converted is said", () => {
    const reading = readAlone(blocks("Adults (£k)", "Children (£m)"));
    expect(Object.values(effects(reading)).map((effect) => effect.kind === "byYear" && effect.fullYear)).toEqual([
      10, 5, 8000,
    ]);
    expect(lines(reading)).toContain(
      "warning Register!B8: 'Children (£m)' stands over amounts in £m, and the plan is in £k, so that they were converted",
    );
  });

  test("a title over one block alone is no group", () => {
    const reading = readAlone(blocks("Adults £k", "Children £k").slice(0, 4));
    expect(groups(reading)).toEqual(["", ""]);
  });
});

test("sentences between the rows are notes, and no groups of the rows below", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k"],
    ["Beds", 10],
    ["Beds close in October once the winter plan is agreed"],
    ["Meds", 20],
    ["subject to the board's approval"],
    ["Rent", 30],
    ["The lease ends in May."],
    ["Adult Social Care and Public Health"],
    ["Rates", 5],
  ]);
  expect(groups(reading)).toEqual(["", "", "", "Adult Social Care and Public Health"]);
  expect(reading.levers?.leftOut.map(({ cell, why }) => [cell, why])).toEqual([
    ["Register!A3", "is a note"],
    ["Register!A5", "is a note"],
    ["Register!A7", "is a note"],
  ]);
});
