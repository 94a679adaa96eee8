import fc from "fast-check";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import type { OutputTable } from "../../../../src/plan/report/outputTable";
import { outputTables } from "../../../../src/plan/report/outputTables";
import type { Breakdown } from "../../../../src/plan/breakdown";
import { percent, plainFigure } from "../../../../src/plan/report/words/figures";
import { shares } from "../../../../src/taskpane/words/shares";
import { drawnPlans } from "../../support/drawnPlans";

const notes = { addInVersion: "1.2.3", time: "21 November 2025, 22:05" };

function drawn(check: (breakdown: Breakdown, breakdownTable: OutputTable, groups: OutputTable) => void): void {
  fc.assert(
    fc.property(drawnPlans, ({ plan, method }) => {
      const breakdown = evaluate(plan, { name: "x", method });
      const tables = outputTables(breakdown, plan, notes);
      check(
        breakdown,
        tables.find(({ id }) => id === "breakdown")!,
        tables.find(({ id }) => id === "groups")!,
      );
    }),
  );
}

function sumUnder(table: OutputTable, heading: string, rows = table.rows): number {
  const at = table.header.indexOf(heading);
  return rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0);
}

test("the totals row of the Breakdown is each year's combined saving, whatever the method", () => {
  drawn(({ years, summary }, table) => {
    expect(table.totals?.sums).toEqual(expect.arrayContaining(years));
    years.forEach((year, at) => expect(sumUnder(table, year)).toBeCloseTo(summary.savings[at] ?? NaN, 8));
  });
});

test("every column with a total has a figure in each row, and no column is empty or the same as another", () => {
  drawn((_breakdown, table) => {
    const columns = table.header.map((_, at) => table.rows.map((row) => row[at] ?? null));
    for (const heading of table.totals?.sums ?? [])
      expect(columns[table.header.indexOf(heading)]?.every((cell) => typeof cell === "number")).toBe(true);
    columns.forEach((cells) => expect(cells.some((cell) => cell !== null && cell !== "")).toBe(true));
  });
});

test("each block of Groups comes to its last row, and every block of savings to the combined saving", () => {
  drawn(({ years, summary, kinds }, _table, groups) => {
    const blocks = new Map<string, typeof groups.rows>();
    for (const row of groups.rows) blocks.set(String(row[0]), [...(blocks.get(String(row[0])) ?? []), row]);
    const savesNothing = new Set<string>(kinds.map(({ kind }) => kind));
    expect(groups.totalRows).toHaveLength(blocks.size);
    for (const [by, rows] of blocks)
      years.forEach((year, at) => {
        const total = sumUnder(groups, year, rows.slice(-1));
        expect(sumUnder(groups, year, rows.slice(0, -1))).toBeCloseTo(total, 8);
        if (!savesNothing.has(by)) expect(total).toBeCloseTo(summary.savings[at] ?? NaN, 8);
      });
  });
});

test("a part of the saving has the same digits in the pane and on the sheet", () => {
  drawn((breakdown, table, groups) => {
    const year = breakdown.years.at(-1) ?? "";
    const inPane = (by: "lever" | "group"): Map<string, string> => {
      const { rows, decimals } = shares(breakdown, by);
      const style = { locale: "en-GB", unit: "" };
      return new Map(rows.map(({ name, amount }) => [name, plainFigure(amount, decimals, style).replace("−", "-")]));
    };
    const onSheet = (from: OutputTable, row: number): string => {
      const at = from.header.indexOf(year);
      const places = /\.(0+)/.exec(from.numberFormats[row]?.[at] ?? "")?.[1]?.length ?? 0;
      const shown = new Intl.NumberFormat("en-GB", { minimumFractionDigits: places, maximumFractionDigits: places });
      // Excel rounds the 15 digits that it keeps.
      const digits = String(Number(Number(from.rows[row]?.[at] ?? 0).toPrecision(15)));
      return shown.format(digits as unknown as number).replace(/^-(?=[0.]*$)/, "");
    };
    const levers = inPane("lever");
    table.rows.forEach(([name], row) => {
      const wanted = levers.get(String(name));
      if (wanted !== undefined) expect(onSheet(table, row)).toBe(wanted);
    });
    const parts = inPane("group");
    groups.rows.forEach(([by, name], row) => {
      const wanted = by === "Group" ? parts.get(String(name)) : undefined;
      if (wanted !== undefined) expect(onSheet(groups, row)).toBe(wanted);
    });
  });
});

test("no cell shows what binary fractions leave", () => {
  drawn((_breakdown, ...tables) => {
    for (const { rows } of tables)
      for (const cell of rows.flat())
        if (typeof cell === "number") expect(String(cell)).not.toMatch(/(0{9,}|9{9,})\d$|e-1[3-9]/);
  });
});

test("a share of the gap has the digits on the sheet that the pane's sentences have", () => {
  let seen = 0;
  drawn((_breakdown, table, groups) => {
    for (const { header, rows, numberFormats } of [table, groups]) {
      const at = header.findIndex((heading) => heading.startsWith("Share of gap"));
      rows.forEach((row, index) => {
        const share = row[at];
        if (typeof share !== "number" || Math.abs(share) < 0.005) return;
        const places = /\.(0+)%/.exec(numberFormats[index]?.[at] ?? "")?.[1]?.length ?? 0;
        const shown = `${(Math.abs(share) * 100).toFixed(places)}%`.replace(/\B(?=(\d{3})+%)/g, ",");
        expect(percent(Math.abs(share), { locale: "en-GB" })).toBe(shown);
        seen++;
      });
    }
  });
  expect(seen).toBeGreaterThan(100);
});
