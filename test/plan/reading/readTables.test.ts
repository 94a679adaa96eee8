import type { PlanReading } from "../../../src/plan/reading/planReading";
import { readTables } from "../../../src/plan/reading/readTables";
import { grid, percent, type CellText } from "../support/grid";
import { asLine, fundRows, leverRows, readWith, spendRows } from "../support/sheets";

const lines = (reading: PlanReading): string[] => reading.findings.map(asLine);
const amounts = (first: number): CellText[] => [first, first + 4, first + 8];

describe("where tables stand", () => {
  test("one sheet, titles above, blank rows between, a totals row, notes below and at the right", () => {
    const sheet = grid(
      "Plan",
      [
        ["Our plan"],
        ["All figures in £m, real, 2014/15 prices"],
        [],
        ["Category", "Base", "2015/16", "2016/17", "2017/18", null, "Notes"],
        ["Acute", 100, ...amounts(104), null, "from the ledger"],
        ["Community", 50, ...amounts(51), null, "estimate"],
        ["Total", 150, 155, 163, 171],
        [],
        ["Funding"],
        ["Source", "Base", "2015/16", "2016/17", "2017/18"],
        ["Allocation", 150, 150, 151, 152],
        [],
        ["Savings register"],
        [],
        ["Scheme", "Workstream", "Saving", null, "Contingency", 500],
        ["Procurement", "Local", 5],
        [],
        ["Estates", "Local", 3],
        ["Total", null, 8],
        [],
        ["Source: finance department, unaudited"],
      ],
      { at: [2, 1] },
    );
    const reading = readTables([sheet]);
    // The same fault in one column is one finding.
    expect(reading.findings).toEqual([
      {
        level: "warning",
        cell: "Plan!B9",
        message: "the totals row 'Total' was left out",
        count: 2,
        cells: ["Plan!B9", "Plan!B21"],
        about: "total that agrees",
      },
    ]);
    expect(reading.spending).toMatchObject({
      address: "Plan!B6:H9",
      rowCount: 2,
      summary: "2 categories, Year 0 + 3 years".replace("Year 0", "2014/15"),
    });
    expect(reading.funding).toMatchObject({ address: "Plan!B12:F13", rowCount: 1 });
    expect(reading.levers).toMatchObject({ address: "Plan!B17:D21", rowCount: 2, totals: ["Plan!B21"] });
    expect(reading.levers?.leftOut).toEqual([{ cell: "Plan!B23", why: "is a note" }]);
    expect(reading.sheetTotals).toEqual([{ cell: "Plan!D21", says: 8, read: 8 }]);
    expect(reading.plan).toMatchObject({
      unit: "£m",
      priceBasis: "real, 2014/15 prices",
      prices: "real",
      years: ["2015/16", "2016/17", "2017/18"],
    });
    expect(reading.plan?.levers.map(({ name, group }) => `${name}/${group}`)).toEqual([
      "Procurement/Local",
      "Estates/Local",
    ]);
  });

  test("side by side on one sheet, one empty column between", () => {
    const sheet = grid("Plan", [
      ["Category", "Base 2014/15", "Growth", null, "Funding", "Base 2014/15", "Growth", null, "Lever", "Saving"],
      ["Acute", 100, percent(0.04), null, "Allocation", 100, percent(0.01), null, "Procurement", 5],
      ["Community", 50, percent(0.02), null, null, null, null, null, "Estates", 3],
    ]);
    const reading = readTables([sheet]);
    expect(lines(reading)).toEqual([]);
    expect([reading.spending?.address, reading.funding?.address, reading.levers?.address]).toEqual([
      "Plan!A1:C3",
      "Plan!E1:G2",
      "Plan!I1:J3",
    ]);
  });

  test("Excel tables with totals rows, on any sheet", () => {
    const table = (name: string, rows: CellText[][], hasTotalsRow: boolean) => ({
      name,
      row: 1,
      column: 1,
      rowCount: rows.length,
      columnCount: rows[0]?.length ?? 0,
      hasTotalsRow,
    });
    const withTotals: CellText[][] = [...leverRows, ["Sum", null, null, 5]];
    const reading = readTables([
      grid("One", spendRows, { at: [1, 1], tables: [table("tblSpend", spendRows, false)] }),
      grid("Two", fundRows, { at: [1, 1], tables: [table("tblFunding", fundRows, false)] }),
      grid("Three", withTotals, { at: [1, 1], tables: [table("Register", withTotals, true)] }),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.levers).toMatchObject({ tableName: "Register", address: "Three!B2:H4", rowCount: 2 });
  });

  test.each(["Breakdown", "Inputs", "Workings", "AsRead", "AssuranceLog"])(
    "what this add-in wrote is never input: %s",
    (id) => {
      const written: CellText[][] = [
        ["Lever", "Group", "Saving", "Start", "Status"],
        ["Old", "x", 1, "2015/16", "Green"],
      ];
      const reading = readTables([
        grid("Spend", spendRows),
        grid("Fund", fundRows),
        grid(`As planned ${id}`, written, {
          tables: [
            { name: `Savings${id}_AsPlanned`, row: 0, column: 0, rowCount: 2, columnCount: 5, hasTotalsRow: false },
          ],
        }),
      ]);
      expect(reading.levers).toBeNull();
    },
  );

  test("an older version of the register is named, and does not count", () => {
    const reading = readTables([
      grid("Spend", spendRows),
      grid("Fund", fundRows),
      grid("Levers", leverRows),
      grid("Levers old", leverRows),
    ]);
    expect(lines(reading)).toEqual([
      "warning 'Levers old'!A1: a register with the same headings stands here; it has the levers of the one in Levers!A1:G3 and was left out as another version of it",
    ]);
  });

  test("the user's own word goes before a guess: a range, or a table's name", () => {
    const old = grid("Old", leverRows.slice(0, 2), {
      tables: [{ name: "tblOld", row: 0, column: 0, rowCount: 2, columnCount: 7, hasTotalsRow: false }],
    });
    const sheets = [grid("Spend", spendRows), grid("Fund", fundRows), grid("Levers", leverRows), old];
    expect(readTables(sheets, { corrections: { tables: { levers: "tblOld" } } }).levers?.address).toBe("Old!A1:G2");
    expect(readTables(sheets, { corrections: { tables: { levers: "Levers!$A$1:$G$2" } } }).levers?.address).toBe(
      "Levers!A1:G2",
    );
    expect(
      readTables(sheets, { areas: { levers: [{ sheet: "Old", row: 0, column: 0, rowCount: 2, columnCount: 7 }] } })
        .levers?.address,
    ).toBe("Old!A1:G2");
    expect(lines(readTables(sheets, { corrections: { tables: { levers: "Nowhere!A1:B2" } } }))[0]).toBe(
      "error there is no table at 'Nowhere!A1:B2' for Levers; a range with a header row or an Excel table is needed",
    );
  });

  test("funding as a row under the categories", () => {
    const spend: CellText[][] = [
      ["Category", "Base 2014/15", "2015/16", "2016/17", "2017/18"],
      ["Acute", 100, 104, 108, 112],
      ["Community", 50, 51, 52, 53],
      ["Total need", 150, 155, 160, 165],
      ["Total funding", 150, 151, 152, 153],
      ["Funding gap", 0, 4, 8, 12],
    ];
    const reading = readTables([grid("Plan", spend), grid("Levers", leverRows)]);
    expect(lines(reading)).toEqual([
      "warning Plan!A4: the totals row 'Total need' was left out",
      "warning Plan!A6: 'Funding gap' was left out: it says what is missing, and is no row of its own",
      "warning Plan!A5: 'Total funding' in the Spending table was read as funding",
    ]);
    expect(reading.plan?.categories?.map(({ name }) => name)).toEqual(["Acute", "Community"]);
    expect(reading.plan?.funding).toEqual({ base: 150, byYear: [151, 152, 153] });
  });

  test("section headings inside the register", () => {
    const levers: CellText[][] = [
      ["Lever", "Group", "Applies to", "Saving (£m)", "Start"],
      ["National schemes"],
      ["Procurement", "National", "Acute", 5, "2015/16"],
      [],
      ["Local schemes"],
      ["Estates", "Local", "Acute", 3, "2015/16"],
    ];
    const reading = readWith({ levers });
    expect(reading.findings).toEqual([]);
    expect(reading.levers?.sections).toEqual(["Levers!A2", "Levers!A5"]);
    expect(reading.plan?.levers.map(({ name }) => name)).toEqual(["Procurement", "Estates"]);
  });

  test("hidden rows and columns count, with a warning", () => {
    const levers = grid("Levers", leverRows, { hiddenRows: [2], hiddenColumns: [3] });
    const reading = readTables([grid("Spend", spendRows), grid("Fund", fundRows), levers]);
    expect(lines(reading)).toEqual([
      "warning Levers!A3: row 3 is hidden and counts",
      "warning Levers!D1: the column 'Saving (£m)' is hidden and counts",
    ]);
    expect(reading.plan?.levers).toHaveLength(2);
  });
});

test("cells that were changed in place are read anew", () => {
  const register = grid("Register", [
    ["Scheme", "Saving £k", "Type"],
    ["A", 10, "Cash-releasing"],
    ["B", 20, "Cost avoidance"],
  ]);
  readTables([register]);
  register.values[0] = ["Scheme", "2025/26", "2026/27"];
  register.values[1]![2] = 12;
  register.values[2]![2] = 25;
  expect(readTables([register])).toEqual(readTables(structuredClone([register])));
});
