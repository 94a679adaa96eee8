import { amount, effects, lines, questions, readAlone } from "../../support/register";

const rows = [
  ["Scheme", "Unit", "Saving £k"],
  ["A", "£k", 300],
  ["B", "WTE", 12],
  ["C", "£k", 100],
  ["D", "WTE", 3],
  ["E", "%", 5],
];

describe("a row whose unit is no money", () => {
  test("is asked, once for each word", () => {
    expect(questions(readAlone(rows)).map(([level, cell]) => [level, cell])).toEqual([
      ["error", "Register!B3"],
      ["error", "Register!B6"],
    ]);
    expect(lines(readAlone(rows))[0]).toMatch("the row's unit is 'WTE', which is no unit of money");
  });

  test("does not count, or does, as the user says", () => {
    const answer = (choice: string) =>
      effects(
        readAlone(rows, {
          answers: { "unitOfNoMoney@Register!B3": choice, "unitOfNoMoney@Register!B6": "amounts in % do not count" },
        }),
      );
    expect(answer("amounts in WTE do not count")).toEqual({
      ...{ A: amount(300), B: amount(0), C: amount(100), D: amount(0), E: amount(0) },
    });
    expect(answer("they are in £k")).toEqual({
      ...{ A: amount(300), B: amount(12), C: amount(100), D: amount(3), E: amount(0) },
    });
  });

  test("is no matter where a column names the part of a hospital that saves", () => {
    const units = [
      ["Scheme", "Unit", "Saving £k"],
      ["A", "Surgery", 300],
      ["B", "Medicine", 12],
      ["C", "Estates", 100],
    ];
    expect(effects(readAlone(units))).toEqual({ A: amount(300), B: amount(12), C: amount(100) });
    expect(questions(readAlone(units))).toEqual([]);
    const posts = units.map((row) => row.map((cell) => (cell === "Surgery" ? "FTE" : cell)));
    expect(questions(readAlone(posts)).map(([level, cell]) => [level, cell])).toEqual([["error", "Register!B2"]]);
  });
});
