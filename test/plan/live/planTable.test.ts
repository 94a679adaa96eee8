import type { Cell } from "../../../src/cells/cell";
import type { PlanArguments } from "../../../src/plan/live/planArguments";
import { planTableWith, type PlanTableWanted } from "../../../src/plan/live/planTable";
import { readTables } from "../../../src/plan/reading/readTables";

let readings = 0;
const read: typeof readTables = (...given) => {
  readings++;
  return readTables(...given);
};

/** As Excel passes it to each function: cells of their own, however alike. */
const tables = (saving: number): PlanArguments => ({
  register: [
    ["Lever", "Applies to", "Saving £m", "Start"],
    ["Theatres", "Acute", saving, "2025/26"],
    ["Agency", "Acute", 6, "2026/27"],
  ] satisfies Cell[][],
  spending: [
    ["Category", "Base £m", "2025/26", "2026/27"],
    ["Acute", 100, 104, 108],
  ],
  funding: [
    ["Funding", "Base £m", "2025/26", "2026/27"],
    ["Allocation", 100, 101, 102],
  ],
});

const six: PlanTableWanted[] = [
  { table: "summary" },
  { table: "breakdown" },
  { table: "groups", by: "group" },
  { table: "bridge", year: "" },
  { table: "position" },
  { table: "findings" },
];

const ask = (given: PlanArguments, wanted: PlanTableWanted, scenario = "As planned") =>
  planTableWith({ given, scenario, method: null, wanted }, read);

beforeEach(() => (readings = 0));

test("six functions on the same tables read them once, under other scenarios too", () => {
  for (const wanted of six) expect(ask(tables(4), wanted)).toHaveProperty("cells");
  for (const wanted of six) ask(tables(4), wanted, "Low");
  expect(readings).toBe(1);
});

test("a changed cell is read anew, and with four plans in turn none is read twice", () => {
  const turns = [1, 2, 3].flatMap(() => [10, 11, 12, 13]);
  for (const saving of turns) ask(tables(saving), { table: "summary" });
  expect(readings).toBe(4);
  const [four, five] = [14, 15].map((saving) => ask(tables(saving), { table: "summary" }));
  expect(four).not.toEqual(five);
  expect(readings).toBe(6);
});
