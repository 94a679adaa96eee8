import { readAppliesTo } from "../../../src/plan/reading/appliesTo";
import { normalise } from "../../../src/plan/columns/normalise";
import { recognise } from "../../../src/plan/reading/headings";
import { tableKinds } from "../../../src/plan/tableKinds";
import { synonyms } from "../../../src/plan/columns/synonyms";
import { findPriceBasis, findUnit } from "../../../src/plan/reading/units";

const april = { fiscalYearStart: 4, bareYear: "start" as const };

describe("units and price bases in headings and titles", () => {
  test.each([
    ["Saving (£m)", "£m"],
    ["£ million", "£m"],
    ["All figures in £bn, real", "£bn"],
    ["£'000", "£k"],
    ["£000s", "£k"],
    ["GBP k", "£k"],
    ["Cost (€m)", "€m"],
    ["Value £", "£"],
    ["in billions", "bn"],
  ])("%s is in %s", (text, unit) => expect(findUnit(text)?.name).toBe(unit));

  test.each(["Saving", "the £22bn", "£30", "22 billion by 2020", "Malus"])("'%s' states no unit", (text) =>
    expect(findUnit(text)).toBeNull(),
  );

  test.each([
    ["real, 2014/15 prices", "real, 2014/15 prices"],
    ["real terms, FY15 prices", "real, 2014/15 prices"],
    ["2014/15 prices", "real, 2014/15 prices"],
    ["Real growth %", "real"],
    ["constant prices", "real"],
    ["£m, cash", "cash"],
    ["nominal", "cash"],
    ["current prices", "cash"],
  ])("%s: %s", (text, name) => expect(findPriceBasis(text, april)?.name).toBe(name));

  test.each(["Cash-releasing savings", "drug prices", "Real estate", "really"])("'%s' states no price basis", (text) =>
    expect(findPriceBasis(text, april)).toBeNull(),
  );
});

describe("headings", () => {
  test("one heading belongs to one meaning of its table", () => {
    for (const kind of tableKinds) {
      const seen = new Map<string, string>();
      for (const [meaning, { name, headings }] of Object.entries(synonyms[kind])) {
        for (const heading of [name, ...headings].map(normalise)) {
          expect([kind, heading, seen.get(heading) ?? meaning]).toEqual([kind, heading, meaning]);
          seen.set(heading, meaning);
        }
      }
    }
  });

  test("every column of the plan's tables is known by its own name", () => {
    for (const kind of tableKinds) {
      for (const [id, { name }] of Object.entries(synonyms[kind]))
        expect(recognise(name, kind, april)).toMatchObject({ meaning: id, sureness: "sure" });
    }
  });

  test.each([
    "Notes",
    "Comments",
    "Ref",
    "ID",
    "Lead officer",
    "Date",
    "Status comment",
    "Month 5 actual",
    "Cost centre",
    "Version",
    "Delivered to date",
    "Saving ref",
  ])("'%s' is left out of a register", (heading) =>
    expect(recognise(heading, "levers", april).sureness).toBe("ignored"),
  );
});

test("what a lever applies to", () => {
  const names = ["Acute", "Acute, emergency", "All ages", "Mental health"];
  expect(readAppliesTo(" acute ;MENTAL  health", names)).toEqual({ categories: [0, 3], unknown: [] });
  expect(readAppliesTo("Acute, emergency", names)).toEqual({ categories: [1], unknown: [] });
  expect(readAppliesTo("Acute, Acute", names).categories).toEqual([0]);
  expect(readAppliesTo("", names).categories).toEqual([0, 1, 2, 3]);
  expect(readAppliesTo("All ages", names).categories).toEqual([2]);
  expect(readAppliesTo("Acute; Dental", names).unknown).toEqual([{ name: "Dental", nearest: null }]);
  expect(readAppliesTo(",;,", names)).toEqual({ categories: [], unknown: [] });
});
