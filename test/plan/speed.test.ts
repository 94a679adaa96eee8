import { evaluate } from "../../src/plan/evaluate";
import { readTables } from "../../src/plan/readTables";
import { grid, percent, type CellText } from "./grid";
import { lever, plan } from "./plans";

/** The quickest of a few runs in milliseconds: what the code takes where nothing else runs. */
function quickest(run: () => void): number {
  run();
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const years = Array.from({ length: 30 }, (_, index) => `Year ${index + 1}`);

// Alone on a core it takes 60 ms (tsx, two cores of 2025); here other tests run beside it, inside Jest's slower globals.
test("400 levers on 20 categories over 30 years are evaluated without a wait", () => {
  const categories = Array.from({ length: 20 }, (_, index) => ({
    name: `C${index}`,
    base: 100,
    spend: years.map((_, year) => 100 * 1.02 ** year),
  }));
  const levers = Array.from({ length: 400 }, (_, index) =>
    lever({
      name: `L${index}`,
      categories: index % 3 === 0 ? categories.map((_, at) => at) : [index % 20],
      effect: index % 2 === 0 ? { kind: "level", share: 0.002 } : { kind: "yearlyEfficiency", rate: 0.001 },
    }),
  );
  const large = plan(levers, { years, categories, funding: { base: 2000, byYear: years.map(() => 2000) } });
  expect(quickest(() => evaluate(large, { name: "x" }))).toBeLessThan(1500);
});

test("a register of 400 levers beside a long sheet of texts is read without a wait", () => {
  const spend: CellText[][] = [
    ["Category", "Base 2014/15", "Growth"],
    ...Array.from({ length: 20 }, (_, index): CellText[] => [`Category ${index}`, 100, percent(0.02)]),
  ];
  const fund: CellText[][] = [
    ["Funding", "Base 2014/15", "Growth"],
    ["Allocation", 2000, percent(0)],
  ];
  const levers: CellText[][] = [
    ["Lever", "Group", "Applies to", "Saving", "Type", "Status", "Start", "Phasing", "Ramp", "Low", "Likely", "High"],
    ...Array.from({ length: 400 }, (_, index): CellText[] => [
      `Scheme number ${index}`,
      `Theme ${index % 9}`,
      `Category ${index % 20}`,
      0.3,
      "Income",
      "Green",
      "2015/16",
      "linear",
      3,
      0.5,
      0.9,
      1.1,
    ]),
  ];
  const prose: CellText[][] = Array.from({ length: 3000 }, (_, index) => [
    `Saving ${index} of the scheme`,
    `Growth in category ${index}`,
    `Funding line ${index}`,
    "text",
  ]);
  const sheets = [grid("Prose", prose), grid("Spend", spend), grid("Fund", fund), grid("Levers", levers)];
  expect(readTables(sheets).plan?.levers).toHaveLength(400);
  expect(quickest(() => readTables(sheets))).toBeLessThan(5000);
});
