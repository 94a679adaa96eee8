import { leversOf, lines, readAlone } from "../../support/register";

const read = (...rows: [ref: string, name: string, saving: number][]) =>
  readAlone([["Ref", "Scheme", "Saving £k"], ...rows]);

test("a reference of two levers is said, and both count", () => {
  const reading = read(["C1", "Rota", 100], ["C1", "Rota (revised)", 80], ["C2", "Print", 20]);
  expect(lines(reading)).toEqual(["warning Register!B2: the reference C1 is that of 2 levers, which both count"]);
  expect(reading.findings[0]?.cells).toEqual(["Register!B2", "Register!B3"]);
  expect(leversOf(reading)).toHaveLength(3);
});

test("so it is beside a name that is repeated too, and of several references at once", () => {
  expect(lines(read(["C1", "Rota", 100], ["C1", "Rota", 80], ["C2", "Print", 20]))).toContain(
    "warning Register!B2: the reference C1 is that of 2 levers, which both count",
  );
  const several = read(["1", "A", 10], ["1", "B", 25], ["2", "C", 3], ["2", "D", 4], ["3", "E", 5]);
  expect(lines(several)).toEqual([
    "warning Register!B2: the references 1, 2 are each those of several levers, which all count",
  ]);
});

test("what most rows share is the code of something else", () => {
  expect(lines(read(["P1", "A", 10], ["P1", "B", 25], ["P1", "C", 3], ["P2", "D", 4]))).toEqual([]);
});
