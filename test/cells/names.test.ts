import fc from "fast-check";
import { findNamed, nameKey, sameName } from "../../src/cells/names";
import { anySheetName } from "./sheetNames";

/** The name as another might type it. */
const retyped = fc.tuple(anySheetName, fc.constantFrom(" ", "  ", "\u00a0", "\t\u00a0")).map(([name, space]) => ({
  name,
  other: `${space}${name.replace(/\s+/g, space)}${space}`,
}));

describe("the same name", () => {
  test.each([
    ["Levers", " LEVERS "],
    ["My sheet", "my \u00a0 sheet"],
    ["2025/26\nplan", "2025/26 Plan"],
    ["ÄRZTE", "ärzte"],
  ])("%j and %j", (a, b) => expect(sameName(a, b)).toBe(true));

  test.each([
    ["Levers", "Lever"],
    ["My sheet", "Mysheet"],
    ["", "_"],
  ])("is not %j and %j", (a, b) => expect(sameName(a, b)).toBe(false));

  test("is what outer and other spaces leave", () => {
    fc.assert(fc.property(retyped, ({ name, other }) => expect(sameName(name, other)).toBe(true)));
  });

  test("has the same key, and no other has", () => {
    fc.assert(
      fc.property(anySheetName, anySheetName, (a, b) => expect(nameKey(a) === nameKey(b)).toBe(sameName(a, b))),
    );
  });

  test("is an equivalence", () => {
    const few = fc.stringMatching(/^[aAbB \u00a0]{0,3}$/);
    fc.assert(
      fc.property(few, few, few, (a, b, c) => {
        expect(sameName(a, a)).toBe(true);
        expect(sameName(a, b)).toBe(sameName(b, a));
        if (sameName(a, b) && sameName(b, c)) expect(sameName(a, c)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("finding by name", () => {
  const sheets = ["My plan", "My  plan", "Levers"];
  const find = (name: string) => findNamed(sheets, name, (sheet) => sheet);

  test("takes the one as written, else the first that is alike", () => {
    expect(find("My  plan")).toBe("My  plan");
    expect(find("MY  PLAN")).toBe("My plan");
    expect(find(" levers")).toBe("Levers");
    expect(find("Register")).toBeUndefined();
  });
});
