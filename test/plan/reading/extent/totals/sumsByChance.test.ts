import type { CellText } from "../../../support/grid";
import { leversOf, questions, readAlone } from "../../../support/register";

const names = (reading: Parameters<typeof leversOf>[0]): string[] => leversOf(reading).map(({ name }) => name);

test("rows below the total that come to it are asked about", () => {
  const rows: CellText[][] = [
    ["Scheme", "Saving £k"],
    ["A", 100],
    ["B", 50],
    ["Total", 150],
    ["Lease", 110],
    ["Rota", 40],
  ];
  const reading = readAlone(rows);
  expect(names(reading)).toEqual(["A", "B"]);
  expect(questions(reading)[0]?.slice(0, 2)).toEqual(["warning", "Register!A5"]);
  const counted = readAlone(rows, { answers: { "rowCounts@Register!A5": "the row counts" } });
  expect(names(counted)).toEqual(["A", "B", "Lease", "Rota"]);
});

test.each(["Average length of stay", "Number of beds", "Median wait, theatres"])(
  "'%s' is a lever unless the user says otherwise",
  (name) => {
    const rows: CellText[][] = [
      ["Scheme", "Saving £k"],
      [name, 100],
      ["B", 50],
      ["Average saving", 75],
      ["Number of schemes", 2],
    ];
    const reading = readAlone(rows);
    expect(names(reading)).toEqual([name, "B"]);
    expect(questions(reading).map(([, cell]) => cell)).toEqual(["Register!A2"]);
  },
);
