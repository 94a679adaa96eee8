import { join } from "node:path";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import type { WrittenForm } from "../../../src/plan/report/writtenForm";
import { runScenario } from "../../../src/workbook/runScenario";
import { bookOf } from "../support/planBook";
import { pictureOf } from "../support/workbookPicture";

const dist = join(__dirname, "..", "..", "..", "dist");
const users = ["Levers"];
const register = () =>
  bookOf({
    Levers: [
      ["Lever", "Group", "Saving, £k", "Start", "Lead"],
      ["Theatres", "Provider", 300, "2025/26", "AB"],
      ["Admissions", "Demand", 200, "2026/27", "CD"],
      ["=Energy", "Estates", 80, "2025/26", "EF"],
    ],
  });

/** Each of the three after each other one. */
const forms: WrittenForm[] = ["values", "portable", "live", "portable", "values", "live", "values"];

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({
    ...{ content: register(), scripts: [join(dist, "functions.js")], functions: dist, calls: "direct" },
  });
  await addin.standIn.recalculate(true);
});
afterEach(() => addin.close());

const write = async (form: WrittenForm, agreed = false) => {
  const { written, breakdown } = await runScenario({ write: true, also: { form }, agreed });
  await addin.standIn.recalculate();
  return { written, savings: breakdown?.summary.savings.at(-1) ?? NaN };
};

const sheets = (): string[] => addin.standIn.content().sheets.map(({ name }) => name);

/** The user's own sheets, whatever was written beside them. */
const own = () => addin.standIn.content().sheets.filter(({ name }) => users.includes(name));

async function valueAt(sheet: string, cell: string): Promise<unknown> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell).load("values");
    await context.sync();
    return range.values[0]?.[0] as unknown;
  });
}

async function type(sheet: string, cell: string, value: unknown): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(cell).values = [[value]];
    await context.sync();
  });
}

/** What the last year's savings come to on the sheets of each way. */
async function lastSavings(form: WrittenForm): Promise<unknown> {
  const sheet = form === "live" ? "As planned Live Breakdown" : "As planned Breakdown";
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange(true).load("values");
    await context.sync();
    const top = used.values.findIndex(([first]) => first === "Lever");
    const total = used.values.find(([first], row) => row > top && first === "Total");
    return total?.[used.values[top]?.indexOf("2026/27") ?? -1] as unknown;
  });
}

/** What is typed over before the write of that step, where it writes that cell anew. */
const typedOver: Record<number, [sheet: string, cell: string]> = {
  1: ["As planned Breakdown", "D7"],
  4: ["As planned Breakdown", "D7"],
  5: ["As planned Live Summary", "A5"],
};

test("a breakdown changes from each way of writing to each other in place, and nothing of the user's with it; what was typed over is asked about", async () => {
  await type("Levers", "G9", "=note of mine");
  const mine = own();
  let all: string[] = [];
  for (const [at, form] of forms.entries()) {
    await type("Levers", "C2", 300 + at);
    const over = typedOver[at];
    if (over) {
      await type(...over, "mine");
      const { written } = await write(form);
      expect(written).toMatchObject({ done: false, wouldReplace: [expect.stringContaining(over[1])] });
      expect(await valueAt(...over)).toBe("mine");
    }
    const { written, savings } = await write(form, over !== undefined);
    expect([at, written?.done, written?.wouldReplace.length, written?.wouldBreak]).toEqual([
      at,
      true,
      over ? 1 : 0,
      [],
    ]);
    expect([at, await lastSavings(form)]).toEqual([at, expect.closeTo(savings, 9)]);
    if (at === 2) all = sheets();
    if (at > 2) expect(sheets()).toEqual(all);
  }
  expect(all.filter((name) => name.includes("(2)"))).toEqual([]);
  await type("Levers", "C2", 300);
  expect(own()).toEqual(mine);
});

test("a change that fails half-way leaves the way it was written as it was", async () => {
  await write("portable");
  const before = pictureOf(addin.standIn);
  const failing = runScenario({
    ...{ write: true, also: { form: "live" } },
    onProgress: ({ step }) => void (addin.standIn.play.failAtAction ??= step === "writing" ? 60 : null),
  });
  await expect(failing).rejects.toMatchObject({ name: "WorkbookError" });
  addin.standIn.play.failAtAction = null;
  await addin.standIn.recalculate();
  expect(pictureOf(addin.standIn)).toEqual(before);
});
