import { findPriceBasis, findUnit } from "../../../../src/plan/reading/cells/units";
import { readAppliesTo } from "../../../../src/plan/reading/register/lever/appliesTo";

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

test.each(["All", "all categories", "Trust-wide", "Council wide", "Cross-cutting", "Various"])(
  "'%s' is every category",
  (text) => expect(readAppliesTo(text, ["Acute", "Mental health"])).toEqual({ categories: [0, 1], unknown: [] }),
);
