import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { areaAddress } from "../../src/cells/address";
import type { Cell } from "../../src/cells/cell";
import { evaluate } from "../../src/plan/evaluation/evaluate";
import { breakdownBlock, positionBlock, summaryBlock, type Block } from "../../src/plan/live/planBlocks";
import { readTables } from "../../src/plan/reading/readTables";
import { passedOf } from "../plan/live/support/asFunctionSees";
import { gridsOf } from "../plan/support/workbookGrids";
import { expectTable } from "./support/close";

const root = join(__dirname, "..", "..");
const dist = join(root, "dist");

/** The workbook with a sheet Reading and, each on a sheet of its own, what formulas give there. */
async function inCells(file: Buffer, table: Cell[][], formulas: Record<string, string>) {
  const content = await readWorkbook(file);
  const addin = await openAddin({ scripts: [join(dist, "functions.js")], functions: dist, calls: "direct", content });
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const area = worksheets.add("Reading").getRangeByIndexes(0, 0, table.length, table[0]?.length ?? 0);
    area.numberFormat = [["@"]];
    area.values = table;
    for (const [name, formula] of Object.entries(formulas)) worksheets.add(name).getRange("A1").formulas = [[formula]];
    await context.sync();
  });
  const read = async (name: string): Promise<Block> => {
    await addin.standIn.recalculate();
    return Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem(name).getUsedRange(true).load("values");
      await context.sync();
      return used.values as Block;
    });
  };
  const message = (name: string) => addin.standIn.cellMessage(addin.standIn.workbook.sheet(name).id, 0, 0);
  return { addin, read, message };
}

const wrapped = (address: string): string => `IF(${address}="","",${address})`;

test.each(["forward-view", "trust-tracker", "council-mtfs"])("functions in the cells of %s follow it", async (name) => {
  const file = readFileSync(join(root, "assets", "samples", `${name}.xlsx`));
  const grids = gridsOf(await readWorkbook(file));
  const reading = readTables(grids);
  const { areas, table } = passedOf(reading, grids);
  const { register, spending, funding } = areas;
  if (!register || !spending || !funding || !reading.plan) throw new Error("not all tables were read");
  const [levers, spend, fund] = [register, spending, funding].map((area) => wrapped(areaAddress(area)));
  const notes = wrapped(`Reading!A1:G${table.length}`);
  const { addin, read, message } = await inCells(file, table, {
    Years: `=SAVINGS.PLANSUMMARY(${levers},${spend},${fund},,${notes})`,
    Levers2: `=SAVINGS.PLANBREAKDOWN(${levers},${spend},${fund},,${notes})`,
    Steps: `=SAVINGS.PLANPOSITION(${levers},${spend},${fund},,${notes})`,
    Found: `=SAVINGS.PLANFINDINGS(${levers},${spend},${fund},,${notes})`,
  });
  try {
    const breakdown = evaluate(reading.plan, { name: "As planned" });
    const numbers = (block: Block) => block.map((row) => row.map((cell) => cell));
    expectTable(await read("Years"), numbers(summaryBlock(breakdown)));
    expectTable(await read("Levers2"), numbers(breakdownBlock(breakdown)));
    expectTable(await read("Steps"), numbers(positionBlock(breakdown) ?? []));
    expect((await read("Found"))[0]?.[0]).toBe(name === "forward-view" ? "No findings" : "Level");

    // The first lever's saving is doubled, then broken.
    const before = (await read("Years")).at(-1);
    const [lever] = reading.plan.levers;
    const saving = reading.levers?.columns.find(({ meaning }) => /^(saving|month|amount:.*)$/.test(meaning));
    const cell = `${saving?.address.replace(/\d+$/, "")}${/\d+/.exec(lever?.address.split("!")[1] ?? "")?.[0]}`;
    const type = (value: unknown) =>
      Excel.run(async (context) => {
        const [sheet = "", at = ""] = cell.split("!");
        const range = context.workbook.worksheets.getItem(sheet.replace(/^'|'$/g, "")).getRange(at).load("values");
        await context.sync();
        range.values = [
          [typeof value === "function" ? (value as (one: number) => number)(Number(range.values[0]?.[0])) : value],
        ];
        await context.sync();
      });
    await type((one: number) => 2 * one + 1);
    expect((await read("Years")).at(-1)).not.toEqual(before);
    await type("two percent");
    expect(await read("Years")).toEqual([["#VALUE!"]]);
    expect(message("Years")).toMatch(/^register: row \d+, column \d+: 'two percent' is text; .* is needed\.$/);
  } finally {
    addin.close();
  }
});
