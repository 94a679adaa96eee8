import type { CellText } from "../../../support/grid";
import { leversOf, lines, questions, readAlone } from "../../../support/register";

const flagged = (heading: string, ...words: CellText[]) =>
  readAlone([
    ["Ref", "Scheme", heading, "Saving £k"],
    ...words.map((word, at) => [`C${at + 1}`, `S${at + 1}`, word, 10]),
  ]);
const names = (reading: ReturnType<typeof readAlone>) => leversOf(reading).map(({ name }) => name);

describe("a column of yes and no that says which rows count is asked about", () => {
  test.each(["Include in plan?", "Include", "In plan (Y/N)", "Counts towards CIP?", "Count?"])(
    "%s leaves out the rows that say no",
    (heading) => {
      const reading = flagged(heading, "Y", "N", "Yes", "No");
      expect(names(reading)).toEqual(["S1", "S3"]);
      expect(lines(reading)).toHaveLength(2);
      expect(questions(reading)).toMatchObject([
        ["warning", "Register!C3", { taken: "the lever does not count" }],
        ["warning", "Register!C5", { taken: "the lever does not count" }],
      ]);
    },
  );

  test.each(["Live?", "Active", "Approved?", "Approved"])("%s counts them all the same", (heading) => {
    const reading = flagged(heading, "Yes", "No", "Yes");
    expect(names(reading)).toEqual(["S1", "S2", "S3"]);
    expect(questions(reading)).toMatchObject([["warning", "Register!C3", { taken: "the lever counts" }]]);
  });

  test("of a column that ticks the rows that count, a blank says no", () => {
    expect(names(flagged("Included", "x", null, "x"))).toEqual(["S1", "S3"]);
  });

  test("what a row repeats leaves it out", () => {
    const reading = flagged("Duplicate of", null, null, "C1");
    expect(names(reading)).toEqual(["S1", "S2"]);
    expect(questions(reading)).toMatchObject([["warning", "Register!C4", {}]]);
    expect(names(flagged("Duplicate?", "N", "N", "Y"))).toEqual(["S1", "S2"]);
  });

  test.each(["Included in budget", "Approved on", "Board seen?"])("%s says nothing of that", (heading) => {
    expect(questions(flagged(heading, "Y", "N", "Y"))).toEqual([]);
  });
});

test.each(["Not progressing", "Not viable", "Merged with 1", "Superseded by C4", "Duplicate of 7"])(
  "a lever with the status %s is asked about and left out",
  (status) => {
    const reading = flagged("Status", "Live", status, "Live");
    expect(names(reading)).toEqual(["S1", "S3"]);
    expect(questions(reading)).toMatchObject([["warning", "Register!C3", { taken: "the lever does not count" }]]);
  },
);
