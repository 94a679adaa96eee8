import type { CellText } from "../../../support/grid";
import { date, lines, readAlone } from "../../../support/register";

const starting = (...starts: CellText[]) =>
  readAlone([["Scheme", "Annual saving £k", "Start date"], ...starts.map((start, at) => [`S${at}`, 120, start])]);

test("a start that is not known yet, where others have one, is said once with its cells", () => {
  const reading = starting(date(46113), "TBC", null, "tbd", date(46296));
  expect(lines(reading)).toEqual([
    "warning Register!C3: other levers have a start and this one has none yet, so it counts in full from 2026/27",
  ]);
  expect(reading.findings[0]?.cells).toEqual(["Register!C3", "Register!C4", "Register!C5"]);
});

test("where none has one, or the years have columns of their own, nothing is said", () => {
  expect(lines(starting("TBC", "TBC"))).toEqual([]);
  expect(lines(starting("2026/27", null))).toEqual([]);
  expect(lines(starting("2026/27", "TBC"))).toHaveLength(1);
  const byYear = readAlone(
    [
      ["Scheme", "Start", "2026/27", "2027/28"],
      ["A", "2026/27", 10, 20],
      ["B", "TBC", 10, 20],
    ],
    { yearSavings: "each" },
  );
  expect(lines(byYear)).toEqual([]);
});
