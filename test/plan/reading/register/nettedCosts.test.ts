import { leversOf, lines, questions, readAlone } from "../../support/register";

const investments = (reading: Parameters<typeof leversOf>[0]) => leversOf(reading).map(({ investment }) => investment);

describe("costs beside a saving that is net", () => {
  test.each(["Net saving £k", "Saving net of one-off £k", "Saving after costs £k"])(
    "are asked, and not taken off twice meanwhile: %s",
    (heading) => {
      const rows = [
        ["Scheme", heading, "One-off cost £k"],
        ["A", 100, 20],
        ["B", 50, 10],
      ];
      const reading = readAlone(rows);
      expect(investments(reading)).toEqual([0, 0]);
      expect(questions(reading).map(([level, cell]) => [level, cell])).toEqual([["warning", "Register!C1"]]);
      const answered = readAlone(rows, { answers: { "nettedCosts@Register!C1": "before 'One-off cost £k'" } });
      expect(investments(answered)).toEqual([20, 10]);
    },
  );

  test("are said where the gross saving beside them proves it", () => {
    const reading = readAlone([
      ["Scheme", "Gross saving £k", "One-off cost £k", "Net saving £k"],
      ["A", 100, 20, 80],
      ["B", 50, 10, 40],
    ]);
    expect(investments(reading)).toEqual([0, 0]);
    expect(lines(reading)).toEqual([
      "warning Register!C1: 'One-off cost £k' is taken off in 'Net saving £k' already, and was not taken off again",
    ]);
  });

  test("are said where several of them together leave it, and another one counts", () => {
    const reading = readAlone([
      ["Scheme", "Gross saving £k", "One-off cost £k", "Running cost £k", "Double running £k", "Net saving £k"],
      ["A", 100, 20, 10, 3, 70],
      ["B", 50, null, 5, 4, 45],
    ]);
    expect(leversOf(reading).map((one) => [one.investment, one.runningCost, one.doubleRunning])).toEqual([
      [0, 0, 3],
      [0, 0, 4],
    ]);
    expect(lines(reading)[0]).toBe(
      "warning Register!C1: 'One-off cost £k' and 'Running cost £k' are taken off in 'Net saving £k' already, and were not taken off again",
    );
  });

  test("count where net is what is left of a rate of achievement", () => {
    const reading = readAlone([
      ["Scheme", "Gross saving £k", "One-off cost £k", "Net saving £k"],
      ["A", 100, 20, 50],
      ["B", 50, 10, 25],
    ]);
    expect(investments(reading)).toEqual([20, 10]);
    expect(lines(reading)).toEqual([]);
  });
});

test.each([
  ["fractions", 0.05, 0.3, 50, 600],
  ["percents", 0.5, 0.3, 5, 6],
  ["small percents", 0.05, 0.03, 0.5, 0.6],
])("baseline times percent says that plain numbers are %s", (_, first, second, one, two) => {
  const reading = readAlone([
    ["Scheme", "Baseline cost £k", "Saving %", "Saving £k"],
    ["A", 1000, first, one],
    ["B", 2000, second, two],
  ]);
  expect(lines(reading)).toEqual([]);
});
