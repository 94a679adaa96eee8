import type { CellText } from "../../../support/grid";
import { leversOf, lines, questions, readAlone } from "../../../support/register";

const starts = (reading: Parameters<typeof leversOf>[0]) =>
  leversOf(reading).map(({ name, start, group }) => [name, start, group]);

describe("rows under headings that are years", () => {
  const rows: CellText[][] = [
    ["Scheme", "Saving £k"],
    ["2025/26 schemes"],
    ["A", 10],
    ["B", 20],
    ["Total", 30],
    ["2026/27 schemes"],
    ["C", 15],
    ["D", 5],
    ["Total", 20],
  ];

  test("are asked about, and start in those years where the user says so", () => {
    const key = "sectionYears@Register!A2";
    const reading = readAlone(rows);
    expect(reading.plan).toBeNull();
    expect(questions(reading).map(([level, cell, question]) => [level, cell, question.key])).toEqual([
      ["error", "Register!A2", key],
    ]);
    expect(starts(readAlone(rows, { answers: { [key]: "the rows start in that year" } }))).toEqual([
      ["A", 1, ""],
      ["B", 1, ""],
      ["C", 2, ""],
      ["D", 2, ""],
    ]);
    expect(starts(readAlone(rows, { answers: { [key]: "they are names of groups" } }))).toEqual([
      ["A", 1, "2025/26 schemes"],
      ["B", 1, "2025/26 schemes"],
      ["C", 1, "2026/27 schemes"],
      ["D", 1, "2026/27 schemes"],
    ]);
  });

  test("start in the year where there is one", () => {
    const reading = readAlone(rows.slice(0, 4));
    expect(lines(reading)).toEqual([]);
    expect(reading.plan?.years).toEqual(["2025/26"]);
  });

  test("are groups where a column says when they start", () => {
    const dated = rows.map((row, at) => (row.length > 1 ? [...row, at === 0 ? "Start" : "2026/27"] : row));
    expect(starts(readAlone(dated)).map(([, start, group]) => [start, group])[0]).toEqual([1, "2025/26 schemes"]);
  });
});
