import fc from "fast-check";
import { meaningsOf } from "../../../../src/plan/columns/meanings";
import { correctionLines } from "../../../../src/plan/report/notes/correctionLines";
import type { Corrections, PlanReading } from "../../../../src/plan/reading/planReading";
import { tableKinds } from "../../../../src/plan/tableKinds";

const noTables = { spending: null, funding: null, registers: [], plan: null };
const lines = (corrections: Corrections, reading: Parameters<typeof correctionLines>[1] = noTables) =>
  correctionLines(corrections, reading, (address) => (address === "Register!D4" ? "Plan £k" : ""));

test("everything that can be said of the plan as a whole has a line", () => {
  const reading = { ...noTables, plan: { unit: "£m" } as PlanReading["plan"] };
  const said: Corrections = { target: 1234.5, unit: "£m", priceBasis: "2014/15 prices", bareYear: "end" };
  expect(lines(said, reading)).toEqual([
    "the savings required in the last year are £1,234.5m",
    "amounts are in £m",
    "the price basis is 2014/15 prices",
    "a year such as 2016 is the one that ends in it, 2015/16",
  ]);
  expect(lines({ bareYear: "start", unit: "" })).toEqual(["a year such as 2016 is the one that starts in it, 2016/17"]);
  expect(lines({ target: 0 })).toEqual(["the savings required in the last year are 0"]);
});

test("law: no line shows an id of ours, whatever meaning or table is given", () => {
  const meanings = tableKinds.flatMap(meaningsOf).map(({ id }) => id);
  const given = fc.oneof(
    fc.constantFrom(...meanings, "ignored", "share", "month", "quarter", "year"),
    fc.tuple(fc.constantFrom("amount", "growth", ...meanings), fc.constant("2025/26")).map((parts) => parts.join(":")),
  );
  const isId = new Set([...meanings.filter((id) => /[A-Z]/.test(id)), "levers", "spending", "funding", "ignored"]);
  fc.assert(
    fc.property(given, fc.constantFrom(...tableKinds), (meaning, kind) => {
      const said = lines({ headings: { "Register!D4": meaning }, tables: { [kind]: "Register!D4:H9" } });
      expect(said).toHaveLength(2);
      for (const line of said) {
        expect(line).not.toMatch(/[a-z]:\d|: /);
        expect(line.split(/[^A-Za-z]+/).filter((word) => isId.has(word))).toEqual([]);
      }
    }),
  );
  expect(lines({ headings: { "Register!D4": "amount:2025/26" } })).toEqual([
    "'Plan £k' (Register!D4) is Amount in 2025/26",
  ]);
});
