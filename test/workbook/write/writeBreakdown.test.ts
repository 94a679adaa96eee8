import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { columnLetters } from "@workbooks/xlsx/sheet/address";
import type { BarRole } from "../../../src/plan/report/outputTable";
import { barLooks } from "../../../src/workbook/write/sheet/palette";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { runScenario } from "../../../src/workbook/runScenario";
import { headerRowOf } from "../../../src/workbook/write/sheet/newSheet";
import { plannedWrites } from "../../../src/workbook/write/plannedWrites";
import { writeBreakdown } from "../../../src/workbook/write/writeBreakdown";
import { bookOf, planBook } from "../support/planBook";
import { pictureOf, valuesOf } from "../support/workbookPicture";

let standIn: StandIn;

async function open(content = planBook()): Promise<void> {
  ({ standIn } = await openAddin({ content }));
  standIn.counters.reset();
}

afterEach(() => standIn.close());

const sheetNames = () => standIn.content().sheets.map(({ name }) => name);

/** Types into a cell as the user would. */
async function type(sheet: string, address: string, value: unknown): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
}

describe("writing the results", () => {
  it("takes two syncs to look and write, after two to read", async () => {
    await open();
    const { written } = await runScenario({ write: true });
    expect(standIn.counters.syncs).toBe(4);
    expect(written?.done).toBe(true);
  });

  it("puts each table on a sheet of its own, as planned", async () => {
    await open();
    const { tables } = await runScenario();
    const planned = plannedWrites(tables, "As planned", [], sheetNames());
    expect(planned.label).toBe(`Write ${tables.length} sheets`);
    const { written } = await runScenario({ write: true });
    expect(written?.sheets.map(({ name, isNew }) => ({ name, isNew }))).toEqual(planned.sheets);
    expect(sheetNames()).toEqual(["Spending", "Funding", "Levers", ...planned.sheets.map(({ name }) => name)]);
  });

  it("writes every number of every table, and they add up", async () => {
    await open();
    const { tables, written, breakdown } = await runScenario({ write: true });
    tables.forEach((table, index) => {
      const sheet = written?.sheets[index];
      const values = valuesOf(standIn, sheet?.name ?? "");
      const top = headerRowOf(table);
      expect(values[top]?.slice(0, table.header.length)).toEqual(table.header);
      table.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          const held = values[top + 1 + r]?.[c] ?? null;
          if (typeof cell === "number") expect(held).toBeCloseTo(cell, 12);
          else expect(held ?? "").toBe(cell ?? "");
        });
      });
    });
    expect(breakdown?.checks.reconciliation).toBeLessThan(1e-9);
    const summary = tables.find(({ id }) => id === "summary");
    expect(summary?.rows.length).toBeGreaterThan(0);
  });

  it("makes Excel tables with plain names, a frozen heading and number formats", async () => {
    await open();
    const { tables } = await runScenario({ write: true });
    const { sheets, styles } = standIn.content();
    const breakdown = sheets.find(({ tables: on }) => on.some(({ name }) => name.startsWith("SavingsBreakdown_")));
    const wanted = tables.find(({ id }) => id === "breakdown");
    expect(breakdown?.tables[0]?.columns).toEqual(wanted?.header);
    expect(breakdown?.frozen.columns).toBe(1);
    expect(breakdown?.frozen.rows).toBe((breakdown?.tables[0]?.row ?? 0) + 1);
    const table = breakdown?.tables[0];
    wanted?.numberFormats.forEach((line, row) => {
      line.forEach((format, column) => {
        if (typeof wanted.rows[row]?.[column] !== "number") return;
        const style = breakdown?.cells.get((table?.row ?? 0) + 1 + row)?.get(column)?.style ?? 0;
        expect(styles[style]?.numberFormat).toBe(format);
      });
    });
  });

  it("keeps a lever called =Energy a text", async () => {
    await open();
    const { written } = await runScenario({ write: true });
    const cells = standIn
      .content()
      .sheets.flatMap((sheet) => [...sheet.cells.values()].flatMap((line) => [...line.values()]));
    expect(cells.filter(({ formula }) => formula !== undefined && !formula.startsWith("SUBTOTAL(109,"))).toEqual([]);
    expect(cells.filter(({ value }) => value === "=Energy").length).toBeGreaterThan(1);
    expect(written?.done).toBe(true);
  });

  it("draws bridge and position as stacked columns with labels and lines, over hidden columns of their tables", async () => {
    await open();
    const { tables } = await runScenario({ write: true });
    const wanted = tables.flatMap(({ chart }) => chart ?? []);
    const sheets = standIn.content().sheets.filter((sheet) => sheet.charts.length > 0);
    expect(sheets).toHaveLength(3);
    sheets.forEach(({ charts: [chart] }, at) => {
      const asked = wanted[at];
      // The summary's is drawn of the bridge's table.
      const {
        name,
        tables: [table],
        columns,
      } = sheets[Math.max(at, 1)]!;
      expect(chart).toMatchObject({ type: "ColumnStacked", title: asked?.title, drawsHiddenCells: true });
      expect(chart?.series.map((series) => series.name)).toEqual(asked?.series.map(({ heading }) => heading));
      chart?.series.forEach(({ color, type, labels, values, categories }, index) => {
        const { role, labels: format, heading } = asked?.series[index] ?? {};
        expect(color).toBe(
          role === "link" ? barLooks.link.line?.color : (barLooks[(role ?? "none") as BarRole].fill ?? "none"),
        );
        expect(type).toBe(role === "link" ? "Line" : undefined);
        expect(labels?.numberFormat).toBe(format);
        const column = (table?.columns ?? []).indexOf(heading ?? "");
        expect(columns.find(({ from, to }) => from <= column && column <= to)?.hidden).toBe(true);
        const rows = `$${(table?.row ?? 0) + 2}:$${columnLetters(column)}$${(table?.row ?? 0) + 1 + (asked?.barCount ?? 0)}`;
        expect(values).toBe(`'${name}'!$${columnLetters(column)}${rows}`);
        expect(categories).toContain(`$${columnLetters((table?.columns ?? []).indexOf("Bar"))}$`);
      });
    });
  });

  it("leaves the sheet in front that the user looks at", async () => {
    await open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Levers").activate();
      await context.sync();
    });
    await runScenario({ write: true });
    expect(standIn.content().activeSheet).toBe(2);
  });

  it("puts the chart under its table, and out of the way where the table grows", async () => {
    await open();
    const { tables } = await runScenario({ write: true });
    const bridge = () => standIn.content().sheets.find(({ name }) => name === "As planned Bridge");
    const top = bridge()?.charts[0]?.top ?? 0;
    expect(top).toBeGreaterThan(15 * ((bridge()?.tables[0]?.row ?? 0) + (bridge()?.tables[0]?.rowCount ?? 0)));
    const longer = tables.map((table) => {
      const more = Array.from({ length: 12 }, (_, i) => [
        `Step ${i}`,
        ...Array<number>(table.header.length - 1).fill(1),
      ]);
      return {
        ...table,
        rows: [...table.rows, ...more],
        numberFormats: [...table.numberFormats, ...more.map((row) => row.map(() => "0.0"))],
      };
    });
    await writeBreakdown(longer, { scenario: "As planned" });
    expect(bridge()?.charts[0]?.top).toBeGreaterThanOrEqual(top + 12 * 15);
  });

  it("never takes a sheet that is there and not ours", async () => {
    const content = planBook();
    content.sheets.push(...bookOf({ "As planned Summary": [["My own summary"]] }).sheets);
    await open(content);
    const { written } = await runScenario({ write: true });
    expect(valuesOf(standIn, "As planned Summary")).toEqual([["My own summary"]]);
    expect(written?.sheets[0]?.name).toBe("As planned Summary (2)");
  });

  it("is not read as input by the next run", async () => {
    await open();
    await runScenario({ write: true });
    const reading = await readWorkbookPlan();
    expect(reading.grids.map(({ sheet }) => sheet)).toEqual(["Spending", "Funding", "Levers"]);
    expect(reading.ownSheets.map(({ table }) => table)).toContain("summary");
    expect(reading.lastScenario).toBe("As planned");
    expect(reading.pendingRestore).toBeNull();
  });

  it("writes nothing for a plan with errors, and says why", async () => {
    await open(planBook({ Levers: [["nothing"]] }));
    const before = JSON.stringify(pictureOf(standIn));
    const { written, breakdown, findings } = await runScenario({ write: true });
    expect({ written, breakdown }).toEqual({ written: null, breakdown: null });
    expect(findings.some(({ level }) => level === "error")).toBe(true);
    expect(JSON.stringify(pictureOf(standIn))).toBe(before);
  });
});

describe("running again", () => {
  it("brings the same sheets up to date in place, in three syncs more", async () => {
    await open();
    await runScenario({ write: true });
    const names = sheetNames();
    await type("Levers", "E2", 0.06);
    standIn.counters.reset();
    const { written, breakdown, tables } = await runScenario({ write: true });
    // A look, a second one in case of a co-author, and the cells.
    expect(standIn.counters.syncs).toBe(5);
    expect(written).toMatchObject({ done: true, wouldReplace: [] });
    expect(sheetNames()).toEqual(names);
    const top = (tables[1]?.noteLines.length ?? 0) + 3;
    const column = tables[1]?.header.indexOf("2025/26") ?? -1;
    if (column >= 0)
      expect(valuesOf(standIn, written?.sheets[1]?.name ?? "")[top]?.[column]).toBeCloseTo(
        breakdown?.levers[0]?.attributed[0] ?? NaN,
        9,
      );
    expect(plannedWrites(tables, "As planned", (await readWorkbookPlan()).ownSheets, sheetNames()).label).toMatch(
      /^Update/,
    );
  });

  it("gives the same workbook when nothing has changed, but for the time", async () => {
    await open();
    await runScenario({ write: true });
    const before = JSON.stringify(pictureOf(standIn));
    await runScenario({ write: true });
    const withoutTime = (text: string) =>
      text.replace(/\d+ \w+ \d{4}, \d\d:\d\d/g, "now").replace(/"savings\.written\.\w+_notes",".*?"\]/g, "");
    expect(withoutTime(JSON.stringify(pictureOf(standIn)))).toBe(withoutTime(before));
  });

  it("follows a sheet that the user has renamed, and a table with columns of the user's own", async () => {
    await open();
    const first = await runScenario({ write: true });
    const name = first.written?.sheets[1]?.name ?? "";
    const table = first.tables[1];
    const row = (table?.noteLines.length ?? 0) + 2;
    const column = table?.header.length ?? 0;
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.name = "Our 'best' levers";
      sheet.tables
        .getItem(first.written?.sheets[1]?.table ?? "")
        .columns.add(undefined, [["Note"], ["a"], ["b"], ["c"], [""]]);
      await context.sync();
    });
    await Excel.run(async (context) => {
      const levers = context.workbook.worksheets.getItem("Levers");
      levers.getRange("A5:H5").values = [
        ["Agency", "Provider", "Acute", "", 0.01, "2025/26", "Cash-releasing", "Opportunity"],
      ];
      await context.sync();
    });
    const { written } = await runScenario({ write: true });
    expect(written?.sheets[1]).toMatchObject({ name: "Our 'best' levers", isNew: false });
    const values = valuesOf(standIn, "Our 'best' levers");
    expect(values[row]?.[column]).toBe("Note");
    expect(values.slice(row + 1).map((line) => [line[0], line[column]])).toEqual(
      expect.arrayContaining([
        ["Theatres", "a"],
        ["Admissions", "b"],
        ["=Energy", "c"],
        ["Agency", null],
      ]),
    );
  });

  it("keeps the user's formats and column widths", async () => {
    await open();
    const { written, tables } = await runScenario({ write: true });
    const name = written?.sheets[0]?.name ?? "";
    const row = headerRowOf(tables[0]!) + 2;
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem(name).getRange(`B${row}`);
      cell.numberFormat = [["0.000000"]];
      cell.format.columnWidth = 200;
      cell.format.fill.color = "#FFFF00";
      await context.sync();
    });
    await runScenario({ write: true });
    const { sheets, styles } = standIn.content();
    const style =
      styles[
        sheets
          .find((sheet) => sheet.name === name)
          ?.cells.get(row - 1)
          ?.get(1)?.style ?? 0
      ];
    expect(style).toMatchObject({ numberFormat: "0.000000", fillColor: "#FFFF00" });
  });

  it("says what was typed over, writes nothing until the user agrees, then replaces it", async () => {
    await open();
    const { written, tables } = await runScenario({ write: true });
    const name = written?.sheets[0]?.name ?? "";
    const address = `B${headerRowOf(tables[0]!) + 2}`;
    await type(name, address, 12345);
    const before = JSON.stringify(pictureOf(standIn));
    const refused = await runScenario({ write: true });
    expect(refused.written).toEqual({
      sheets: [],
      wouldReplace: [`'${name}'!${address}`],
      wouldBreak: [],
      wouldBreakOthers: [],
      hasNoRestore: false,
      wouldLose: [],
      wouldMisplace: [],
      done: false,
      undoSteps: null,
    });
    expect(JSON.stringify(pictureOf(standIn))).toBe(before);
    const agreed = await runScenario({ write: true, agreed: true });
    expect(agreed.written?.done).toBe(true);
    expect(JSON.stringify(valuesOf(standIn, name))).not.toContain("12345");
  });

  it("does not take an undone run for typing", async () => {
    await open();
    const { tables } = await runScenario({ write: true });
    const other = tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell * 2 + 1 : cell))),
    }));
    const write = (results: typeof tables) => writeBreakdown(results, { scenario: "As planned" });
    const name = standIn.content().sheets[3]?.name ?? "";
    const before = valuesOf(standIn, name);
    expect(await write(other)).toMatchObject({ done: true, wouldReplace: [] });
    // As undo does it: the cells go back, the workbook's settings do not.
    const cells = before.flatMap((line, row) =>
      line.map((value, column) => ({ row, column, value: value as string | number | null })),
    );
    standIn.workbook.sheets[3]?.write(cells);
    expect(await write(other)).toMatchObject({ done: true, wouldReplace: [] });
  });

  it("leaves a table that the user has renamed to the user, and writes a new one", async () => {
    await open();
    const first = await runScenario({ write: true });
    const name = first.written?.sheets[0]?.name ?? "";
    await Excel.run(async (context) => {
      context.workbook.tables.getItem(first.written?.sheets[0]?.table ?? "").name = "Kept";
      await context.sync();
    });
    const before = JSON.stringify(valuesOf(standIn, name));
    const { written } = await runScenario({ write: true });
    expect(written?.sheets[0]).toMatchObject({ name: `${name} (2)`, isNew: true });
    expect(JSON.stringify(valuesOf(standIn, name))).toBe(before);
  });

  it("writes a sheet that the user has deleted anew", async () => {
    await open();
    const first = await runScenario({ write: true });
    const name = first.written?.sheets[0]?.name ?? "";
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });
    const { written } = await runScenario({ write: true });
    expect(written?.sheets[0]).toMatchObject({ name, isNew: true });
    expect(written?.sheets[1]?.isNew).toBe(false);
  });

  it("keeps scenarios apart", async () => {
    await open();
    await runScenario({ write: true });
    const low = await runScenario({ write: true, scenario: "Low" });
    expect(low.written?.sheets.every(({ isNew }) => isNew)).toBe(true);
    expect((await readWorkbookPlan()).lastScenario).toBe("Low");
    expect(new Set(standIn.content().sheets.flatMap(({ tables }) => tables.map(({ name }) => name))).size).toBe(12);
  });
});
