import fc from "fast-check";
import { cellAddress, readArea } from "../../../../src/cells/address";
import type { Cell } from "../../../../src/cells/cell";
import type { SheetGrid } from "../../../../src/plan/reading/sheetGrid";
import { keptCorrections, presentCorrections } from "../../../../src/workbook/read/kept/keptCorrections";

/** A register whose every row and column bears a mark of its own, by which a test knows it wherever it goes. */
interface Sheet {
  name: string;
  id: string;
  columns: { mark: number; heading: string }[];
  rows: { mark: number; name: string; reference: string }[];
  /** Rows over the headings. */
  above: number;
  left: number;
}

const headings = "Ref Scheme Saving Plan Plan Status 2025/26 Lead".split(" ");

function register(rows: number): Sheet {
  return {
    ...{ name: "Register", id: "{1}", above: 2, left: 1 },
    columns: headings.map((heading, mark) => ({ mark, heading })),
    // Names come twice; references once.
    rows: Array.from({ length: rows }, (_, mark) => ({
      mark,
      name: `Scheme ${String.fromCharCode(65 + (mark % 4))}`,
      reference: `CIP-${mark}`,
    })),
  };
}

function gridOf({ name, id, columns, rows, above, left }: Sheet): SheetGrid {
  const cell = (row: Sheet["rows"][number], { mark, heading }: Sheet["columns"][number]): Cell =>
    heading === "Ref" ? row.reference : heading === "Scheme" ? row.name : 1000 * mark + row.mark + 0.5;
  const pad = Array.from({ length: left }, (): Cell => "");
  const values = [
    ...Array.from({ length: above }, (): Cell[] => [...pad, "Cost improvement programme"]),
    [...pad, ...columns.map(({ heading }) => heading)],
    ...rows.map((row) => [...pad, ...columns.map((column) => cell(row, column))]),
    [...pad, "", "Total"],
  ];
  return {
    ...{ sheet: name, id, row: 0, column: 0, values, numberFormats: [], tables: [], hiddenRows: [], hiddenColumns: [] },
    ...{ isHidden: false, merged: [], formulas: new Map(), filter: null, date1904: false },
  };
}

const headAt = (sheet: Sheet, mark: number): string =>
  cellAddress(sheet.name, sheet.above, sheet.left + sheet.columns.findIndex((column) => column.mark === mark));
const rowAt = (sheet: Sheet, mark: number): string => {
  const index = sheet.rows.findIndex((row) => row.mark === mark);
  return cellAddress(sheet.name, sheet.above + 1 + index, sheet.left + nameColumn(sheet));
};
const nameColumn = (sheet: Sheet): number => sheet.columns.findIndex(({ heading }) => heading === "Scheme");

/** What the user does to a sheet between two readings. */
const change = fc.oneof(
  fc.record({ does: fc.constant("rowAbove" as const) }),
  fc.record({ does: fc.constant("columnLeft" as const) }),
  fc.record({ does: fc.constant("newRow" as const), at: fc.nat(20) }),
  fc.record({
    does: fc.constant("newColumn" as const),
    at: fc.nat(9),
    heading: fc.constantFrom("Note", "Owner", "Plan"),
  }),
  fc.record({ does: fc.constant("deleteRow" as const), at: fc.nat(20) }),
  fc.record({ does: fc.constant("deleteColumn" as const), at: fc.nat(9) }),
  fc.record({ does: fc.constant("sort" as const), seed: fc.nat(1000) }),
  fc.record({ does: fc.constant("rename" as const), name: fc.constantFrom("Tracker M6", "Register", "CIP (new)") }),
);

function changed(sheet: Sheet, step: typeof change extends fc.Arbitrary<infer T> ? T : never, mark: number): Sheet {
  const without = <T>(list: T[], at: number): T[] => list.filter((_, index) => index !== at % list.length);
  const plus = <T>(list: T[], at: number, item: T): T[] => {
    const place = at % (list.length + 1);
    return [...list.slice(0, place), item, ...list.slice(place)];
  };
  switch (step.does) {
    case "rowAbove":
      return { ...sheet, above: sheet.above + 1 };
    case "columnLeft":
      return { ...sheet, left: sheet.left + 1 };
    case "newRow":
      return { ...sheet, rows: plus(sheet.rows, step.at, { mark, name: "Scheme A", reference: `NEW-${mark}` }) };
    case "newColumn":
      return { ...sheet, columns: plus(sheet.columns, step.at, { mark, heading: step.heading }) };
    case "deleteRow":
      return { ...sheet, rows: without(sheet.rows, step.at) };
    case "deleteColumn": {
      const names = new Set(["Ref", "Scheme"]);
      const at = step.at % sheet.columns.length;
      return names.has(sheet.columns[at]?.heading ?? "") ? sheet : { ...sheet, columns: without(sheet.columns, at) };
    }
    case "sort":
      return {
        ...sheet,
        rows: [...sheet.rows].sort((a, b) => ((a.mark * 7919 + step.seed) % 31) - ((b.mark * 7919 + step.seed) % 31)),
      };
    case "rename":
      return { ...sheet, name: step.name };
  }
}

function tablesOf(sheet: Sheet) {
  const last = sheet.above + sheet.rows.length;
  const address = `${cellAddress(sheet.name, sheet.above, sheet.left)}:${cellAddress("S", last, sheet.left + sheet.columns.length - 1).slice(2)}`;
  const columns = sheet.columns.map(({ mark, heading }) => ({
    ...{ heading, address: headAt(sheet, mark), year: null, sureness: "sure" as const, firstValues: [], why: "" },
    meaning: heading === "Ref" ? "reference" : heading === "Scheme" ? "lever" : "ignored",
  }));
  const table = {
    ...{ kind: "levers" as const, sheet: sheet.name, address, tableName: null, rowCount: sheet.rows.length },
    ...{ summary: "", columns, totals: [], sections: [], leftOut: [] },
  };
  return { spending: null, funding: null, registers: [table], lostCorrections: null };
}

test("whatever is inserted, deleted, sorted and renamed, a correction is at its heading and its row, or said to be lost", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 14 }),
      fc.nat(headings.length - 1),
      fc.nat(13),
      fc.array(change, { maxLength: 8 }),
      (count, column, at, steps) => {
        const before = register(count);
        const row = at % count;
        const kept = keptCorrections(
          {
            headings: { [headAt(before, column)]: "comments" },
            words: { [headAt(before, column)]: { x: "y" } },
            rows: { [rowAt(before, row)]: "left out" },
            answers: { [`counts@${rowAt(before, row)}`]: "yes" },
          },
          { grids: [gridOf(before)], ...tablesOf(before) },
        );
        const after = steps.reduce((sheet, step, index) => changed(sheet, step, 100 + index), before);
        const other = {
          ...gridOf(register(4)),
          sheet: "Budget",
          id: "{2}",
          values: [
            ["Category", "Base"],
            ["Acute", 3],
          ] as Cell[][],
        };
        // What JSON keeps is what comes back.
        const stored: unknown = JSON.parse(JSON.stringify(kept));
        const { corrections, lost, findings } = presentCorrections(stored, [other, gridOf(after)]);
        const hasColumn = after.columns.some(({ mark }) => mark === column);
        const hasRow = after.rows.some(({ mark }) => mark === row);
        // What is empty is left out, so that no corrections are {}.
        for (const part of Object.values(corrections)) expect(part).not.toEqual({});
        if (hasRow) {
          expect(corrections.rows).toEqual({ [rowAt(after, row)]: "left out" });
          expect(Object.keys(corrections.answers ?? {})).toEqual([`counts@${rowAt(after, row)}`]);
        } else {
          expect(corrections.rows).toBeUndefined();
          expect(lost?.said).toContainEqual(expect.objectContaining({ part: "rows", address: rowAt(before, row) }));
          expect(findings.some(({ message }) => /which you left out, is not found any more/.test(message))).toBe(true);
        }
        const found = Object.keys(corrections.headings ?? {});
        // Two headings of one name over rows that are all new: nothing tells which is which.
        const isOpen = headings[column] === "Plan" && !after.rows.some(({ mark }) => mark < count);
        if (hasColumn && !(isOpen && found.length === 0)) expect(found).toEqual([headAt(after, column)]);
        else {
          expect(found).toEqual([]);
          expect(lost?.said).toContainEqual(expect.objectContaining({ part: "headings", meaning: "comments" }));
          expect(findings.some(({ message }) => /gave the meaning 'Comments', is not found/.test(message))).toBe(true);
        }
        expect(Object.keys(corrections.words ?? {})).toEqual(found);
      },
    ),
    { numRuns: 400 },
  );
});

test("whatever comes into a range that was given, its rows stay in it and those outside it out of it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 14 }), fc.nat(13), fc.array(change, { maxLength: 6 }), (count, at, steps) => {
      const before = register(count);
      const first = readArea(headAt(before, 0), "") as { row: number; column: number };
      // The last rows are outside.
      const size = 2 + (at % (count - 2));
      const reference = `${headAt(before, 0)}:${cellAddress("S", first.row + size, first.column + headings.length - 1).slice(2)}`;
      const kept = keptCorrections({ tables: { levers: reference } }, { grids: [gridOf(before)], ...tablesOf(before) });
      const unsorted = steps.filter(({ does }) => does !== "sort");
      const after = unsorted.reduce((sheet, step, index) => changed(sheet, step, 100 + index), before);
      const { corrections } = presentCorrections(kept, [gridOf(after)]);
      const area = readArea(corrections.tables?.levers ?? "", "");
      if (!after.rows.some(({ mark }) => mark < size)) return;
      expect(area).not.toBeNull();
      const marks = after.rows
        .slice(0, (area?.row ?? 0) + (area?.rowCount ?? 0) - after.above - 1)
        .map(({ mark }) => mark);
      for (const { mark } of after.rows)
        if (mark < 100) expect([mark, marks.includes(mark)]).toEqual([mark, mark < size]);
      expect(area?.row).toBe(after.above);
    }),
    { numRuns: 300 },
  );
});

test("law: saved any number of times, with anything said meanwhile, what was lost acts where it was said, and nowhere else", () => {
  const steps = fc.array(fc.record({ gone: fc.subarray([0, 1, 2, 3, 4, 5]), says: fc.option(fc.nat(5)) }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.nat(5), steps, (first, saves) => {
      const whole = register(6);
      const said = new Set([first]);
      const at = (sheet: Sheet, marks: Iterable<number>) =>
        Object.fromEntries([...marks].map((mark) => [rowAt(sheet, mark), "left out" as const]));
      const sheets = (sheet: Sheet) => ({ grids: [gridOf(sheet)], ...tablesOf(sheet) });
      let stored: unknown = keptCorrections({ rows: at(whole, said) }, sheets(whole));
      for (const { gone, says } of saves) {
        const sheet = { ...whole, rows: whole.rows.filter(({ mark }) => !gone.includes(mark)) };
        const { corrections, lost } = presentCorrections(JSON.parse(JSON.stringify(stored)), [gridOf(sheet)]);
        const left = [...said].filter((mark) => !gone.includes(mark));
        expect(corrections.rows ?? {}).toEqual(at(sheet, left));
        if (says !== null && !gone.includes(says)) {
          said.add(says);
          corrections.rows = { ...corrections.rows, ...at(sheet, [says]) };
        }
        stored = keptCorrections(corrections, { ...sheets(sheet), lostCorrections: lost });
      }
      expect(presentCorrections(stored, [gridOf(whole)]).corrections.rows).toEqual(at(whole, said));
    }),
    { numRuns: 200 },
  );
});

test("a sheet's cells are looked at once, however much is said of it", () => {
  let reads = 0;
  const counted = (sheet: Sheet): SheetGrid => {
    const grid = gridOf(sheet);
    const values = grid.values.map(
      (line) =>
        new Proxy(line, {
          get: (cells, key, self) => {
            if (typeof key === "string" && /^\d+$/.test(key)) reads++;
            return Reflect.get(cells, key, self) as unknown;
          },
        }),
    );
    return { ...grid, values };
  };
  const sheet = register(200);
  const grid = counted(sheet);
  const rows = Object.fromEntries(sheet.rows.map(({ mark }) => [rowAt(sheet, mark), "left out" as const]));
  const cells = grid.values.reduce((sum, line) => sum + line.length, 0);
  const kept = keptCorrections({ rows }, { grids: [grid], ...tablesOf(sheet) });
  expect(reads).toBeLessThan(3 * cells);
  reads = 0;
  expect(presentCorrections(kept, [counted({ ...sheet, above: 5 })]).corrections.rows).toBeDefined();
  expect(reads).toBeLessThan(3 * cells);
});

test("a range whose last row is gone is read to the last that is left, and that is said", () => {
  const before = register(6);
  const reference = `${headAt(before, 0)}:I9`;
  const kept = keptCorrections({ tables: { levers: reference } }, { grids: [gridOf(before)], ...tablesOf(before) });
  const after = { ...before, rows: before.rows.slice(0, 5) };
  const { corrections, findings } = presentCorrections(kept, [gridOf(after)]);
  expect(corrections.tables).toEqual({ levers: "Register!B3:I8" });
  expect(findings.map(({ message }) => message)).toEqual([
    "the last row of the range that you gave for the Levers table is not found any more; the range was read up to the last of its rows that is, so give it anew if rows are missing",
  ]);
});

test("a table that was renamed is known by its headings", () => {
  const before = register(3);
  const grid = (name: string): SheetGrid => {
    const table = { name, row: 2, column: 1, rowCount: 4, columnCount: headings.length, hasTotalsRow: false };
    return { ...gridOf(before), tables: [table] };
  };
  const kept = keptCorrections({ tables: { levers: "tblCip" } }, { grids: [grid("tblCip")], ...tablesOf(before) });
  expect(presentCorrections(kept, [grid("Register26")]).corrections.tables).toEqual({ levers: "Register26" });
});
