import { saidBy } from "../../../src/plan/assurance/claimWords";

test.each([
  ["Yes", "reference", "Asserted"],
  ["✓", "reference", "Asserted"],
  ["signed off", "reference", "Asserted"],
  ["Signed off 12/06/2025", "reference", "Yes"],
  ["J10234 on 02/07", "reference", "Yes"],
  ["Panel has seen it", "reference", "Asserted"],
  ["Panel has seen it", "words", "Yes"],
  ["Jo Park", "words", "Yes"],
  ["no", "words", "No"],
  ["In progress", "reference", "No"],
  ["TBC", "words", "No"],
  ["n/a", "reference", "Not applicable"],
  ["Not required", "words", "Not applicable"],
  ["-", "words", "Not stated"],
  ["  ", "words", "Not stated"],
] as const)("'%s' where %s is proof is %s", (text, proof, said) => {
  expect(saidBy(text, proof)).toBe(said);
});
