import type { Breakdown } from "../../../src/plan/breakdown";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import type { OutputCell, OutputTable } from "../../../src/plan/report/outputTable";
import { outputTables } from "../../../src/plan/report/outputTables";
import type { Plan } from "../../../src/plan/plan";
import type { Scenario } from "../../../src/plan/scenario";
import { readTables } from "../../../src/plan/reading/readTables";
import { grid } from "../support/grid";
import { lever, plan } from "../support/plans";

const written = plan([
  lever({ name: "A", group: "Local", effect: { kind: "amount", amount: 6 }, overlaps: true }),
  lever({
    name: "B",
    group: "National",
    baselineOnly: true,
    effect: { kind: "amount", amount: 4 },
    overlaps: true,
  }),
  lever({ name: "=C", group: "Local", isIdentified: false, effect: { kind: "amount", amount: 5 } }),
]);

const notes = { addInVersion: "1.2.3", time: "21 November 2025, 22:05" };

function tablesOf(
  scenario: Scenario = { name: "As planned" },
  from: Plan = written,
): { breakdown: Breakdown; tables: OutputTable[] } {
  const breakdown = evaluate(from, scenario);
  return { breakdown, tables: outputTables(breakdown, from, notes) };
}

function table(tables: OutputTable[], id: OutputTable["id"]): OutputTable {
  const found = tables.find((one) => one.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
}

function column(from: OutputTable, heading: string): OutputCell[] {
  const at = from.header.indexOf(heading);
  expect(at).toBeGreaterThanOrEqual(0);
  return from.rows.map((row) => row[at] ?? null);
}

test("six tables, each rectangular, with unique headings, names and formats for every cell", () => {
  const { tables } = tablesOf();
  expect(tables.map(({ id, sheetTitle, tableName }) => [id, sheetTitle, tableName])).toEqual([
    ["summary", "As planned Summary", "SavingsSummary_AsPlanned"],
    ["breakdown", "As planned Breakdown", "SavingsBreakdown_AsPlanned"],
    ["groups", "As planned Groups", "SavingsGroups_AsPlanned"],
    ["bridge", "As planned Bridge", "SavingsBridge_AsPlanned"],
    ["position", "As planned Position", "SavingsPosition_AsPlanned"],
    ["notes", "As planned Notes", "SavingsNotes_AsPlanned"],
  ]);
  for (const { header, rows, numberFormats } of tables) {
    expect(new Set(header).size).toBe(header.length);
    for (const row of rows) expect(row).toHaveLength(header.length);
    expect(numberFormats.map((row) => row.length)).toEqual(rows.map((row) => row.length));
  }
});

test("the summary's savings and what remains come to the gap", () => {
  for (const method of ["shapley", "lmdi", "sequential", "prorata"] as const) {
    const summary = table(tablesOf({ name: "x", method }).tables, "summary");
    const [gap, identified, unidentified, remaining] = [
      "Gap",
      "Savings identified",
      "Unidentified",
      "Remaining gap",
    ].map((heading) => column(summary, heading)[2] as number);
    expect((identified ?? NaN) + (unidentified ?? NaN) + (remaining ?? NaN)).toBeCloseTo(gap ?? NaN, 9);
  }
});

test("the bridge goes from the gap to what remains of it, what counts only against the baseline and what has no scheme apart", () => {
  const { breakdown, tables } = tablesOf();
  const bridge = table(tables, "bridge");
  expect(bridge.header).toEqual(["Step", "Amount", ...(bridge.hiddenColumns ?? [])]);
  expect(column(bridge, "Step")).toEqual([
    "Gap 2017/18",
    "A",
    "Only against the baseline",
    "Not identified",
    "Remaining gap 2017/18",
  ]);
  const amounts = column(bridge, "Amount") as number[];
  expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(
    breakdown.summary.remaining?.[2] ?? NaN,
    12,
  );
  expect(amounts.at(-1)).toBeCloseTo(breakdown.summary.remaining?.[2] ?? NaN, 12);
  expect(bridge.chart?.series.filter(({ heading }) => !bridge.header.includes(heading))).toEqual([]);
  expect(bridge.noteLines).toContain(bridge.chart?.title);
});

test("many levers make steps by group", () => {
  const many = plan(
    Array.from({ length: 12 }, (_, index) =>
      lever({ name: `L${index}`, group: index % 2 ? "Odd" : "Even", effect: { kind: "amount", amount: 1 } }),
    ),
  );
  const bridge = table(tablesOf({ name: "x" }, many).tables, "bridge");
  expect(column(bridge, "Step").slice(1, -1)).toEqual(["Even", "Odd"]);
  expect(column(bridge, "Amount").slice(1, -1)).toEqual([-6, -6]);
});

test("what a method does not attribute is a step of its own", () => {
  const bridge = table(tablesOf({ name: "x", method: "standalone" }).tables, "bridge");
  // 6 and 4 of 100 overlap by 0.24
  expect(column(bridge, "Step").at(-2)).toBe("Overlap not attributed");
  expect(column(bridge, "Amount").at(-2)).toBeCloseTo(0.24, 12);
});

test("a gap that closes ends at 0, not at a rounding's −0.0", () => {
  const closing = plan(
    [0.1, 0.2, 19.7].map((amount, index) => lever({ name: `L${index}`, effect: { kind: "amount", amount } })),
  );
  const { breakdown, tables } = tablesOf({ name: "x" }, closing);
  expect(breakdown.summary.remaining?.[2]).toBe(0);
  expect(column(table(tables, "bridge"), "Amount").pop()).toBe(0);
});

test("unit, price basis, scenario and method stand above every table of numbers", () => {
  for (const { id, noteLines, page } of tablesOf().tables) {
    if (id !== "notes")
      expect(page ? page.rows[0]?.cells : noteLines).toContain(
        "Amounts in £m, real, 2014/15 prices. Scenario: As planned. Method: Shapley (order-free, exact).",
      );
  }
});

test("the notes name sources, version, time, checks and the findings accepted", () => {
  const warned = {
    ...written,
    findings: [{ level: "warning" as const, cell: "Levers!A9", message: "the totals row was left out" }],
  };
  const rows = table(tablesOf({ name: "As planned" }, warned).tables, "notes").rows;
  expect(rows).toEqual(
    expect.arrayContaining([
      ["Sources", "Levers read from", null, "Levers!A1:P9"],
      ["Run", "Add-in version: 1.2.3", null, ""],
      ["Run", "Time", "21 November 2025, 22:05", ""],
      ["Checks", "Adds up: largest difference of any year, £m", 0, ""],
      ["Findings", "The totals row was left out", null, "Levers!A9"],
    ]),
  );
});

test("sheet and table names that Excel takes, however long or odd the scenario's name", () => {
  const { tables } = tablesOf({ name: "'Best: case / 2030?' [draft] with a very long name indeed" });
  for (const { sheetTitle, tableName } of tables) {
    expect(sheetTitle.length).toBeLessThanOrEqual(31);
    expect(sheetTitle).not.toMatch(/[[\]:*?/\\]|^'|'$/);
    expect(tableName).toMatch(/^Savings[A-Za-z]+_[\p{L}\p{N}]+$/u);
  }
});

test("no table that was written is read again as one of the user's", () => {
  const register = grid("Register", [
    ["Lever", "Saving £m", "Start"],
    ["A", 5, "2015/16"],
  ]);
  for (const { sheetTitle, tableName, header, rows } of tablesOf().tables) {
    const cells = [header, ...rows.map((row) => row.map((cell) => (typeof cell === "object" ? null : cell)))];
    const area = {
      name: tableName,
      row: 0,
      column: 0,
      rowCount: cells.length,
      columnCount: header.length,
      hasTotalsRow: false,
    };
    const reading = readTables([register, grid(sheetTitle, cells, { tables: [area] })]);
    expect([tableName, reading.spending, reading.funding, reading.registers.length]).toEqual([
      tableName,
      null,
      null,
      1,
    ]);
  }
});
