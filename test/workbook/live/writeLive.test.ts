import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { Breakdown } from "../../../src/plan/breakdown";
import {
  breakdownBlock,
  bridgeBlock,
  positionBlock,
  summaryBlock,
  type Block,
} from "../../../src/plan/live/planBlocks";
import type { Scenario } from "../../../src/plan/scenario";
import { runScenario, type RunScenarioOptions } from "../../../src/workbook/runScenario";
import { expectTable } from "../../functions/support/close";
import { bookOf, planBook } from "../support/planBook";
import { pictureOf } from "../support/workbookPicture";

const root = join(__dirname, "..", "..", "..");
const dist = join(root, "dist");

let addin: OpenAddin;
afterEach(() => addin.close());

async function open(content: WorkbookContent): Promise<void> {
  addin = await openAddin({ content, scripts: [join(dist, "functions.js")], functions: dist, calls: "direct" });
}

const sample = (name: string): Promise<WorkbookContent> =>
  readWorkbook(readFileSync(join(root, "assets", "samples", `${name}.xlsx`)));

const live = (options: RunScenarioOptions = {}) => runScenario({ write: true, also: { form: "live" }, ...options });

/** The cells from A5, where the block of a sheet begins. */
async function blockOn(sheet: string): Promise<Block> {
  await addin.standIn.recalculate();
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getRange("A5:AZ300").getUsedRange(true).load("values");
    await context.sync();
    return used.values as Block;
  });
}

async function cellOf(address: string): Promise<unknown> {
  await addin.standIn.recalculate();
  const [sheet = "", at = ""] = address.split("!");
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet.replace(/^'|'$/g, "")).getRange(at).load("values");
    await context.sync();
    return range.values[0]?.[0] as unknown;
  });
}

async function type(address: string, value: unknown): Promise<void> {
  const [sheet = "", at = ""] = address.split("!");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet.replace(/^'|'$/g, "")).getRange(at).values = [[value]];
    await context.sync();
  });
}

const blocksOf = (breakdown: Breakdown): Record<string, Block | null> => ({
  Summary: summaryBlock(breakdown),
  Breakdown: breakdownBlock(breakdown),
  Bridge: bridgeBlock(breakdown, breakdown.years.length - 1),
  Position: positionBlock(breakdown),
});

async function expectBlocks(breakdown: Breakdown | null): Promise<void> {
  if (!breakdown) throw new Error("no breakdown");
  for (const [word, block] of Object.entries(blocksOf(breakdown)))
    if (block) expectTable(await blockOn(`${breakdown.scenario} Live ${word}`), block);
}

test.each(["forward-view", "trust-tracker", "council-mtfs"])(
  "a live breakdown of %s follows its cells",
  async (name) => {
    await open(await sample(name));
    await addin.standIn.recalculate(true);
    addin.standIn.counters.reset();
    const { breakdown, written, reading } = await live();
    expect(written).toMatchObject({ done: true, wouldReplace: [] });
    expect(addin.standIn.counters.syncs).toBeLessThanOrEqual(4);
    expect(written?.sheets.map(({ name: sheet }) => sheet)).toEqual(
      ["Summary", "Breakdown", "Groups", "Bridge", "Position", "Reading"].map((word) => `As planned Live ${word}`),
    );
    await expectBlocks(breakdown);

    // What the pane reads of the workbook afterwards is what stands in the cells.
    const rows = reading.plan?.levers.map(({ address }) => /\d+/.exec(address.split("!")[1] ?? "")?.[0]) ?? [];
    const saving = reading.levers?.columns.find(({ meaning }) => /^(saving|month|amount:.*)$/.test(meaning));
    const at = (row: string | undefined) => `${saving?.address.replace(/\d+$/, "")}${row}`;
    await type(at(rows[0]), Number(await cellOf(at(rows[0]))) + 1);
    const later = await runScenario();
    await expectBlocks(later.breakdown);
    expect(later.breakdown?.summary.remaining).not.toEqual(breakdown?.summary.remaining);

    await type(at(rows[0]), "two percent");
    expect(await blockOn("As planned Live Summary")).toEqual([["#VALUE!"]]);
    const { id } = addin.standIn.workbook.sheet("As planned Live Summary");
    expect(addin.standIn.cellMessage(id, 4, 0)).toMatch(/^register: row \d+, column \d+: 'two percent' is text;/);
  },
);

test("a scenario of the user's own stands in a table beside the reading, and follows it", async () => {
  await open(planBook());
  const scenario: Scenario = { name: "Mine", leverFactors: { Theatres: 0.5 }, growthChange: 0.01, method: "lmdi" };
  const { breakdown } = await live({ scenario });
  await expectBlocks(breakdown);
  const factor = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Mine Live Reading");
    const used = sheet.getRange("I5:K20").load("values");
    await context.sync();
    return used.values.findIndex(([kind, name]) => kind === "Lever" && name === "Theatres");
  });
  await type(`'Mine Live Reading'!K${5 + factor}`, 1);
  const { breakdown: full } = await runScenario({ scenario: { ...scenario, leverFactors: { Theatres: 1 } } });
  await expectBlocks(full);
});

test("a cell in the way of the block is refused before anything is written, with its address", async () => {
  await open(planBook());
  await live();
  // One more lever makes the block longer than what is free.
  await type("'As planned Live Breakdown'!B12", "mine");
  await type("Levers!A5", "Beds");
  await type("Levers!D5", 1);
  await type("Levers!C5", "Acute");
  await type("'As planned Live Breakdown'!A10", "note of mine");
  const before = pictureOf(addin.standIn);
  await expect(live({ agreed: true })).rejects.toThrow(
    "'As planned Live Breakdown'!A10 would be in the way of the block that spills from 'As planned Live Breakdown'!A5; clear or move what stands there, then write again. Nothing was written.",
  );
  expect(pictureOf(addin.standIn)).toEqual(before);
});

test("written again, sheets are the same ones, and what was typed over is asked first", async () => {
  await open(planBook());
  const first = await live();
  const again = await live();
  expect(again.written).toMatchObject({ done: true, wouldReplace: [] });
  expect(again.written?.sheets.map(({ name }) => name)).toEqual(first.written?.sheets.map(({ name }) => name));
  await type("'As planned Live Summary'!A5", "mine");
  const asked = await live();
  expect(asked.written).toMatchObject({ done: false, wouldReplace: ["'As planned Live Summary'!A5"] });
  expect(await cellOf("'As planned Live Summary'!A5")).toBe("mine");
  const agreed = await live({ agreed: true });
  expect(agreed.written?.done).toBe(true);
  await expectBlocks(agreed.breakdown);
});

test("values and live stand beside each other, each in sheets of its own", async () => {
  await open(planBook());
  const { breakdown } = await runScenario({ write: true });
  const values = await live();
  expect(values.written?.done).toBe(true);
  await expectBlocks(breakdown);
  const { written } = await runScenario({ write: true });
  expect(written).toMatchObject({ done: true, wouldReplace: [] });
  await expectBlocks(breakdown);
});

test("what only the pane can see is named, and values are offered", async () => {
  const content = bookOf({
    Register: [
      ["Scheme", "Group", "Saving, £k"],
      ["Theatres", "Local", 400],
      ["Beds", null, 250],
      ["Energy", null, 100],
    ],
  });
  const [sheet] = content.sheets;
  if (sheet) sheet.merges = [{ row: 1, column: 1, rowCount: 2, columnCount: 1 }];
  await open(content);
  const before = pictureOf(addin.standIn);
  await expect(live()).rejects.toThrow(/merged \(Register!B2:B3\).*Write values instead\.$/);
  expect(pictureOf(addin.standIn)).toEqual(before);
});

test("a block that has outgrown its sheet says so", async () => {
  await open(planBook());
  await live();
  expect(await cellOf("'As planned Live Breakdown'!A3")).toBe("");
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Levers");
    sheet.getRange("3:42").insert("Down");
    sheet.getRange("A3:D42").values = Array.from({ length: 40 }, (_, at) => [`Lever ${at}`, "Local", "Acute", 0.01]);
    await context.sync();
  });
  expect((await blockOn("As planned Live Breakdown")).length).toBe(45);
  expect(await cellOf("'As planned Live Breakdown'!A3")).toMatch(/^The block has outgrown/);
});

test("a write that fails half-way leaves the workbook as it was, and so does writing again", async () => {
  await open(planBook());
  for (const isAgain of [false, true]) {
    if (isAgain) await live();
    await addin.standIn.recalculate();
    const before = pictureOf(addin.standIn);
    for (const action of [30, 60, 90]) {
      // Reading asks for some; what is left of them is of the write.
      let failed = false;
      const failing = live({
        onProgress: ({ step }) => {
          if (step === "writing" && !failed) {
            failed = true;
            addin.standIn.play.failAtAction = action;
          }
        },
      });
      await expect(failing).rejects.toMatchObject({ name: "WorkbookError" });
      addin.standIn.play.failAtAction = null;
      await addin.standIn.recalculate();
      expect(pictureOf(addin.standIn)).toEqual(before);
    }
  }
});

test("each block has a name, which grows with it, may be called otherwise, and comes again with its sheet", async () => {
  await open(planBook());
  await live();
  const named = (): string[] =>
    addin.standIn.workbook.names.items.flatMap(({ name, hidden }) => (hidden ? [] : [name]));
  const words = ["Summary", "Breakdown", "Groups", "Bridge"];
  expect(named()).toEqual(expect.arrayContaining(words.map((word) => `As_planned_Live_${word}`)));
  const count = named().length;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Mine");
    sheet.getRange("A1").formulas = [["=ROWS(As_planned_Live_Breakdown)"]];
    await context.sync();
  });
  const rows = (await blockOn("As planned Live Breakdown")).length;
  expect(await cellOf("Mine!A1")).toBe(rows);
  await Excel.run(async (context) => {
    const levers = context.workbook.worksheets.getItem("Levers");
    levers.getRange("3:3").insert("Down");
    levers.getRange("A3:D3").values = [["Another", "Local", "Acute", 0.01]];
    const { names } = context.workbook;
    names.add("Bars", "='As planned Live Bridge'!$A$5#");
    names.getItem("As_planned_Live_Bridge").delete();
    await context.sync();
  });
  expect(await cellOf("Mine!A1")).toBe(rows + 1);
  await live();
  expect(named()).toHaveLength(count);
  expect(named()).toContain("Bars");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("As planned Live Groups").delete();
    await context.sync();
  });
  await live();
  expect(named()).toHaveLength(count);
});
