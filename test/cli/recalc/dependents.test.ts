import fc from "fast-check";
import { Dependents } from "../../../cli/recalc/dependents";
import { intersection, parseArea } from "@workbooks/stand-in/workbook/address";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";

/** A workbook with these formulas, by sheet and address in column A to Z. */
function workbook(
  formulas: Record<string, Record<string, string>>,
  more: Partial<WorkbookContent> = {},
): WorkbookContent {
  const sheets = Object.entries(formulas).map(([name, cells]) => {
    const sheet = emptySheet(name);
    for (const [address, formula] of Object.entries(cells)) {
      const [row, column] = [Number(address.slice(1)) - 1, address.charCodeAt(0) - 65];
      const cell: CellContent = { value: 0, formula, style: 0 };
      sheet.cells.set(row, (sheet.cells.get(row) ?? new Map<number, CellContent>()).set(column, cell));
    }
    return sheet;
  });
  return { ...emptyWorkbook(), sheets, ...more };
}

function found(content: WorkbookContent): string[] {
  return new Dependents(content, "SAVINGS")
    .ofAddin()
    .map(
      ({ sheet, row, column, callsAddin }) =>
        `${content.sheets[sheet]?.name}!${String.fromCharCode(65 + column)}${row + 1}${callsAddin ? "*" : ""}`,
    )
    .sort();
}

test("what calls the add-in, and what depends on it, over sheets and through chains", () => {
  const content = workbook({
    Plan: { A1: "SAVINGS.GAPTABLE(1)", A2: "A1*2", A3: "B9+1", A4: "SUM($A$2:A2)" },
    "Other one": { A1: "Plan!A4", B1: "'Other one'!A1", C1: "Plan!Z9" },
  });
  expect(found(content)).toEqual(["Other one!A1", "Other one!B1", "Plan!A1*", "Plan!A2", "Plan!A4"]);
});

test("whole columns, spilled areas, names and tables are followed", () => {
  const content = workbook(
    { Plan: { A1: "savings.attribute(1)", C1: "SUM(A:A)", D1: "A3", E1: "rate", F1: "T[x]", G1: "SUM(H1:H2)" } },
    { names: [{ name: "Rate", formula: "SAVINGS.COMPOUNDEFF(2%,5)", sheet: null, hidden: false, comment: "" }] },
  );
  const [plan] = content.sheets;
  const first = plan?.cells.get(0)?.get(0);
  if (first) first.array = { row: 0, column: 0, rowCount: 3, columnCount: 1, dynamic: true };
  plan?.tables.push({
    ...{
      partId: null,
      name: "t",
      columns: ["x"],
      hasHeaderRow: true,
      hasTotalsRow: false,
      style: null,
      showBandedRows: true,
      showFilterButton: true,
    },
    ...{ row: 0, column: 0, rowCount: 4, columnCount: 1 },
  });
  expect(found(content)).toEqual(["Plan!A1*", "Plan!C1", "Plan!D1", "Plan!E1*", "Plan!F1"]);
});

test("what cannot be known beforehand counts as depending, but only where the add-in is used at all", () => {
  expect(found(workbook({ Plan: { A1: "SAVINGS.GAPTABLE(1)", B1: 'INDIRECT("A1")' } }))).toEqual([
    "Plan!A1*",
    "Plan!B1",
  ]);
  expect(found(workbook({ Plan: { B1: 'INDIRECT("A1")', C1: '"SAVINGS.GAPTABLE(1)"' } }))).toEqual([]);
});

test("formulas that read each other round in a circle end", () => {
  expect(found(workbook({ Plan: { A1: "B1+SAVINGS.X()", B1: "A1" } }))).toEqual(["Plan!A1*", "Plan!B1"]);
});

test("what reads an area is found for areas of any size, as by looking at each", () => {
  const cell = fc.record({ row: fc.nat({ max: 40 }), column: fc.nat({ max: 3 }) });
  const area = fc.tuple(cell, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 3 }));
  const property = fc.property(
    fc.array(fc.tuple(cell, area), { maxLength: 12 }),
    area,
    (formulas, [at, rows, columns]) => {
      const sheet: Record<string, string> = {};
      const name = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`;
      for (const [{ row, column }, [from, height, width]] of formulas)
        sheet[name(row, column)] =
          `SUM(${name(from.row, from.column)}:${name(from.row + height - 1, from.column + width - 1)})`;
      const content = workbook({ Plan: sheet });
      const place = { sheet: 0, ...at, rowCount: rows, columnCount: columns };
      const reads = (formula: string): boolean =>
        intersection(parseArea(/\((.*)\)/.exec(formula)![1]!), place) !== null;
      const expected = new Set<string>();
      const todo = Object.keys(sheet).filter((address) => reads(sheet[address]!));
      for (const address of todo) {
        if (expected.has(address)) continue;
        expected.add(address);
        const { row, column } = parseArea(address);
        const of = { row, column, rowCount: 1, columnCount: 1 };
        todo.push(
          ...Object.keys(sheet).filter((one) => intersection(parseArea(/\((.*)\)/.exec(sheet[one]!)![1]!), of)),
        );
      }
      const seen = new Dependents(content, "SAVINGS").ofAreas([place]).map(({ row, column }) => name(row, column));
      expect(seen.sort()).toEqual([...expected].sort());
    },
  );
  fc.assert(property);
});

test("thirty thousand formulas that read long ranges take the processor no more than a moment", () => {
  const sheet = emptySheet("Plan");
  const formula = (text: string): CellContent => ({ value: 0, formula: text, style: 0 });
  for (let row = 0; row < 10_000; row++)
    sheet.cells.set(
      row,
      new Map([
        [0, formula(`SAVINGS.COMPOUNDEFF(Z${row + 1},5)`)],
        [1, formula(`SUM($A$1:A${row + 1})`)],
        [2, formula("SUM(A:A)")],
      ]),
    );
  const started = process.cpuUsage();
  expect(new Dependents({ ...emptyWorkbook(), sheets: [sheet] }, "SAVINGS").ofAddin()).toHaveLength(30_000);
  expect(process.cpuUsage(started).user).toBeLessThan(15_000_000);
});
