import { byYear, leversOf, questions, readAlone } from "../../support/register";

test("savings of both signs in their rows are not turned, and asked", () => {
  const reading = readAlone(
    [
      ["Scheme £k", "2026/27", "2027/28"],
      ["A", 10, -20],
      ["B", -30, 5],
      ["C", 12, -1],
    ],
    { yearSavings: "each" },
  );
  expect(leversOf(reading)[2]?.effect).toEqual(byYear([12, -1], -1));
  expect(reading.findings.filter(({ message }) => message.includes("turned"))).toEqual([]);
  expect(questions(reading).map(([level, cell]) => [level, cell])).toEqual([["warning", "Register!B2"]]);
});
