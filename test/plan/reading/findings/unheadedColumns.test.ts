import type { CellText } from "../../support/grid";
import { leversOf, lines, readAlone } from "../../support/register";

const rows = (...beside: CellText[][]): CellText[][] => [
  ["Scheme", "Saving £k", ...(beside[0] ?? [])],
  ["A", 100, ...(beside[1] ?? [])],
  ["B", 50, ...(beside[2] ?? [])],
  ["C", 70, ...(beside[3] ?? [])],
];
const said = (cell: string, columns: string): string =>
  `warning Register!${cell}: the amounts in column ${columns} beside the rows have no heading and were left out; give them one if they are to count`;

test.each<[string, CellText[][], string]>([
  ["right beside the table", [[], [120], [60], [80]], said("C2", "C")],
  ["after an empty column", [[], [null, 120], [null, 60]], said("D2", "D")],
  ["in some of the rows", [[], [null, null], [null, 60], [null, 80]], said("D3", "D")],
  ["in several columns", [[], [1.5, 120], [7, 60]], said("C2", "C and D")],
])("amounts without a heading %s are said at their first cell", (_, beside, line) => {
  const reading = readAlone(rows(...beside));
  expect(leversOf(reading)).toHaveLength(3);
  expect(lines(reading)).toEqual([line]);
});

test.each<[string, CellText[][]]>([
  ["a count of the rows", [[], [null, 1], [null, 2], [null, 3]]],
  ["one number beside a note", [[], [null, "see page"], [null, 12]]],
  [
    "a table of years",
    [
      [null, 2026],
      [null, 12],
      [null, 14],
      [null, 12],
    ],
  ],
])("nothing is said of %s", (_, beside) => {
  expect(lines(readAlone(rows(...beside)))).toEqual([]);
});
