import fc from "fast-check";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import { bridge } from "../../../src/plan/report/bridge/bridge";
import type { OutputCell, OutputTable } from "../../../src/plan/report/outputTable";
import { outputTables } from "../../../src/plan/report/outputTables";
import type { KindOfRow, Lever, Plan } from "../../../src/plan/plan";
import { lever, plan, registerAlone } from "../support/plans";

const notes = { addInVersion: "1.2.3", time: "21 November 2025, 22:05" };

function tablesOf(written: Plan): Record<OutputTable["id"], OutputTable> {
  const tables = outputTables(evaluate(written, { name: "x" }), written, notes);
  return Object.fromEntries(tables.map((table) => [table.id, table])) as Record<OutputTable["id"], OutputTable>;
}

function column(from: OutputTable, heading: string): OutputCell[] {
  const at = from.header.indexOf(heading);
  expect(at).toBeGreaterThanOrEqual(0);
  return from.rows.map((row) => row[at] ?? null);
}

/** "Sources: Levers read from = Levers!A1:P9": what a note is about, its words, then figure and cell where it has them. */
function noteRows({ notes: table }: Record<"notes", OutputTable>): string[] {
  return table.rows.map(([about, note, figure, cell]) =>
    [`${about as string}: ${note as string}`, figure, cell].filter((part) => part !== null && part !== "").join(" = "),
  );
}

const register = [
  lever({ name: "Theatres", effect: { kind: "amount", amount: 30 } }),
  lever({ name: "To be found", isIdentified: false, effect: { kind: "amount", amount: 20 } }),
];

describe("a register alone", () => {
  const tables = tablesOf(registerAlone(register));

  test("has no column of what the plan does not have", () => {
    expect(tables.summary.title).toBe("Savings, x");
    expect(tables.summary.header).toEqual(["Year", "Savings identified", "Unidentified", "New in year"]);
    expect(tables.breakdown.header).toEqual([
      "Lever",
      "Type",
      "2015/16",
      "2016/17",
      "2017/18",
      "Sum 2015/16–2017/18",
      "Present value of net",
    ]);
    expect(tables.groups.header.filter((heading) => heading.includes("gap"))).toEqual([]);
    const figures = tables.summary.page?.rows.flatMap(({ look, cells: [name] }) =>
      look === "figure" ? (name ?? []) : [],
    );
    expect(figures).toEqual([
      "Schemes",
      "Without a scheme",
      "Savings",
      "Recurrent savings",
      "Only against the baseline",
      "The register's own total",
      "Theatres",
    ]);
  });

  test("has a bridge from zero to the savings, in the look of savings and without their minus", () => {
    expect(column(tables.bridge, "Step")).toEqual(["Theatres", "Not identified", "Savings 2017/18"]);
    expect(column(tables.bridge, "Amount")).toEqual([30, 20, 50]);
    expect(column(tables.bridge, "Lift")).toEqual([null, 30, null]);
    expect(column(tables.bridge, "Saving")).toEqual([30, null, null]);
    expect(column(tables.bridge, "Not identified")).toEqual([null, 20, null]);
    expect(column(tables.bridge, "End")).toEqual([null, null, 50]);
    expect(tables.bridge.title).toBe("Savings, 2017/18, x");
    const saving = tables.bridge.chart?.series.find(({ heading }) => heading === "Saving");
    expect(saving).toMatchObject({ role: "saving", labels: "#,##0.0;#,##0.0" });
  });

  test("says where it was read, and no more", () => {
    const rows = noteRows(tables);
    expect(rows.filter((row) => row.includes("read from"))).toEqual(["Sources: Levers read from = Levers!A1:P9"]);
    expect(rows).toContain("Checks: Overlap not tested: schemes were taken as separate");
    expect(rows.filter((row) => /gap/.test(row))).toEqual([]);
  });
});

describe("a register and a target", () => {
  const written = registerAlone(register, {
    target: [null, null, 60],
    sources: { spending: null, funding: null, target: "Board!C4", levers: ["Surgery!A1:F9", "Estates!A1:F7"] },
  });
  const tables = tablesOf(written);

  test("the target is what remains is measured by, in the years that have one", () => {
    expect(tables.summary.header).toEqual([
      "Year",
      "Target",
      "Savings identified",
      "Unidentified",
      "Remaining gap",
      "New in year",
    ]);
    expect(column(tables.summary, "Target")).toEqual([null, null, 60]);
    expect(column(tables.summary, "Remaining gap")).toEqual([null, null, 10]);
    expect(column(tables.breakdown, "Share of gap 2017/18")).toEqual([0.5, 20 / 60]);
  });

  test("the bridge starts at the target", () => {
    expect(column(tables.bridge, "Step")).toEqual([
      "Target 2017/18",
      "Theatres",
      "Not identified",
      "Remaining gap 2017/18",
    ]);
    expect(column(tables.bridge, "Amount")).toEqual([60, -30, -20, 10]);
  });

  test("the notes name every register and the target", () => {
    expect(noteRows(tables)).toEqual(
      expect.arrayContaining([
        "Sources: Target read from = Board!C4",
        "Sources: Levers read from = Surgery!A1:F9",
        "Sources: Levers read from = Estates!A1:F7",
        `Checks: Share of the 2017/18 gap that rests on savings not identified = ${20 / 60}`,
        `Checks: Share of the 2017/18 gap that is uncovered = ${10 / 60}`,
      ]),
    );
  });
});

test("a target that no cell gives is said to be given, and a gap that is met is not said to be uncovered", () => {
  const rows = noteRows(tablesOf(registerAlone([lever()], { target: [null, null, 10] })));
  expect(rows).toContain("Sources: Target given for the run, not read from the workbook");
  expect(rows.filter((row) => /uncovered|not identified/.test(row))).toEqual([]);
});

test("spending without funding shows savings as a share of spend", () => {
  const { summary } = tablesOf(plan([lever({ effect: { kind: "amount", amount: 5 } })], { funding: null }));
  expect(summary.header).toEqual([
    "Year",
    "Need",
    "Savings identified",
    "Unidentified",
    "New in year",
    "Savings as a share of spend",
  ]);
  expect(column(summary, "Savings as a share of spend")).toEqual([0.05, 0.05, 0.05]);
});

test("need less funding beside a target is a check in words", () => {
  const tables = tablesOf(plan([lever()], { target: [15, null, 20] }));
  expect(noteRows(tables).filter((row) => row.includes("less target"))).toEqual([
    "Checks: Need less funding less target, 2015/16, £m = 5",
    "Checks: Need less funding less target, 2017/18, £m = 0",
  ]);
});

test("a reference, a colour or a cash effect has a column where any lever has one", () => {
  const { breakdown } = tablesOf(
    registerAlone([
      lever({ name: "A", reference: "CIP001", rag: "Amber" }),
      lever({ name: "B", cashEffect: "Non-cash-releasing", baselineOnly: true }),
    ]),
  );
  expect(breakdown.header.slice(0, 5)).toEqual(["Lever", "Reference", "Type", "Cash effect", "RAG"]);
  expect(breakdown.rows.map((row) => row.slice(0, 5))).toEqual([
    ["A", "CIP001", "Cost reduction", "", "Amber"],
    ["B", "", "Baseline assumption", "Non-cash-releasing", ""],
  ]);
});

test("a contingency is a step, a part and a row of its own", () => {
  const tables = tablesOf(
    registerAlone([
      ...register,
      lever({ name: "Loans", group: "Central", effect: { kind: "amount", amount: 0 } }),
      lever({ name: "Slippage", kind: "Contingency", group: "Local", effect: { kind: "amount", amount: 4 } }),
    ]),
  );
  expect(column(tables.bridge, "Step")).toEqual([
    "No group",
    "Central",
    "Not identified",
    "Contingency",
    "Savings 2017/18",
  ]);
  expect(column(tables.bridge, "Amount")).toEqual([30, 0, 20, -4, 46]);
  expect(column(tables.groups, "Part")).toEqual(["No group", "Central", "Contingency", "Total"]);
  expect(column(tables.summary, "Of it contingency")).toEqual([-4, -4, -4]);
  expect(column(tables.breakdown, "Kind")).toEqual(["", "", "", "Contingency"]);
});

test("questions are in the notes with what was taken, the sheet's totals with what was read", () => {
  const written = registerAlone(register, {
    findings: [
      {
        level: "warning",
        cell: "Levers!D4",
        message: "the heading leaves open what it is",
        count: 3,
        question: {
          key: "yearSavings@Levers!D4",
          choices: ["each year", "new in each"],
          taken: "each year",
          option: "--answer 'Levers!D4=new in each'",
        },
      },
    ],
  });
  const tables = outputTables(evaluate(written, { name: "x" }), written, {
    ...notes,
    sheetTotals: [
      { cell: "Levers!D9", says: 50, read: 50 },
      { cell: "Levers!E9", says: 70, read: 50 },
    ],
    answered: [
      {
        key: "leverCounts@Levers!F4",
        cell: "Levers!F4",
        message: "a lever that is closed may count or not",
        choices: ["it counts", "it does not"],
        chosen: "it does not",
        cells: ["Levers!F4", "Levers!F6"],
      },
    ],
  });
  expect(noteRows({ notes: tables.at(-1)! })).toEqual(
    expect.arrayContaining([
      "Questions open: The heading leaves open what it is: 'each year' or 'new in each'? Nobody answered; 'each year' was taken = 3 = Levers!D4",
      "Questions answered: A lever that is closed may count or not: 'it counts' or 'it does not'? You chose 'it does not' = 2 = Levers!F4, Levers!F6",
      "Reconciliation: Your totals that say what was read, from Levers!D9 = 1 = Levers!D9",
      "Reconciliation: Your total in Levers!E9, £m = 70 = Levers!E9",
      "Reconciliation: What was read under Levers!E9, £m = 50 = Levers!E9",
      "Reconciliation: Difference at Levers!E9, £m = 20 = Levers!E9",
    ]),
  );
});

describe("laws of the tables", () => {
  const kinds: KindOfRow[] = [
    "Saving",
    "Pressure",
    "Undelivered brought forward",
    "Contingency",
    "Mitigation",
    "One-off cost",
    "Funding switch",
  ];
  const rows: fc.Arbitrary<Lever[]> = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        isIdentified: fc.boolean(),
        group: fc.constantFrom("", "A", "B"),
        effect: fc.integer({ min: -3, max: 9 }).map((amount) => ({ kind: "amount" as const, amount })),
      }),
      { maxLength: 12 },
    )
    .map((list) => list.map((changes, index) => lever({ ...changes, name: `Row ${index}.` })));
  const plans = fc
    .tuple(rows, fc.boolean(), fc.boolean(), fc.option(fc.constant<(number | null)[]>([null, 5, 9])))
    .map(([list, hasSpending, hasFunding, target]) => {
      const written = hasSpending ? plan(list, { target }) : registerAlone(list, { target });
      return hasFunding ? written : { ...written, funding: null };
    });

  test("every row of the register is in Breakdown or in Notes, and no column is without a value", () => {
    fc.assert(
      fc.property(plans, (written) => {
        const tables = tablesOf(written);
        const shown = JSON.stringify([tables.breakdown.rows, tables.notes.rows]);
        for (const { name } of written.levers) expect(shown).toContain(name);
        tables.summary.header.forEach((_, at) =>
          expect(tables.summary.rows.some((row) => (row[at] ?? null) !== null)).toBe(true),
        );
        for (const { header, rows: lines, numberFormats } of Object.values(tables)) {
          expect(new Set(header).size).toBe(header.length);
          lines.forEach((line, at) => {
            expect(line).toHaveLength(header.length);
            expect(numberFormats[at]).toHaveLength(header.length);
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test("the bridge ends where the summary does, whatever it starts from", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom("lever" as const, "group" as const), (written, by) => {
        const breakdown = evaluate(written, { name: "x" });
        const steps = bridge(breakdown, { by, most: 4 });
        const end = steps.at(-1)!;
        const wanted = breakdown.summary.remaining?.at(-1) ?? breakdown.summary.savings.at(-1)!;
        expect(end.amount).toBeCloseTo(wanted, 9);
        const sum = steps.slice(0, -1).reduce((total, { amount }) => total + amount, 0);
        expect(sum).toBeCloseTo(end.amount, 9);
      }),
      { numRuns: 200 },
    );
  });
});
