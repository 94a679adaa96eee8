import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { runScenario } from "../../../src/workbook/runScenario";
import { planBook } from "../support/planBook";
import { pictureOf } from "../support/workbookPicture";

const sheet = "As planned Summary";
let standIn: StandIn;

beforeEach(async () => void ({ standIn } = await openAddin({ content: planBook() })));
afterEach(() => standIn.close());

const inWorkbook = <T>(work: (workbook: Excel.Workbook) => T) =>
  Excel.run(async (context) => {
    const answer = work(context.workbook);
    await context.sync();
    return answer;
  });
const type = (address: string, value: unknown, on = sheet) =>
  inWorkbook(({ worksheets }) => void (worksheets.getItem(on).getRange(address).formulas = [[value]]));
const valueOf = async (address: string, on = sheet): Promise<unknown> =>
  (await inWorkbook(({ worksheets }) => worksheets.getItem(on).getRange(address).load("values"))).values[0]?.[0];

/** Row of the page's cell with these words in column A, from 1. */
async function rowOf(words: string | RegExp): Promise<number> {
  const { values } = await inWorkbook(({ worksheets }) => worksheets.getItem(sheet).getRange("A1:A45").load("values"));
  const found = values.findIndex(([text]) => (typeof words === "string" ? text === words : words.test(String(text))));
  expect(found).toBeGreaterThanOrEqual(0);
  return found + 1;
}

test("a formula that points at a figure points at the same one after the next run, with its new amount", async () => {
  const first = await runScenario({ write: true });
  const row = await rowOf("Schemes");
  await inWorkbook(
    ({ worksheets }) => void (worksheets.add("Mine").getRange("A1").formulas = [[`='${sheet}'!B${row}`]]),
  );
  expect(await valueOf("A1", "Mine")).toBeCloseTo(first.breakdown?.summary.identified.at(-1) ?? NaN, 9);
  await type("E2", 0.09, "Levers");
  const second = await runScenario({ write: true });
  expect(second.written).toMatchObject({ done: true, wouldReplace: [], wouldBreak: [] });
  expect(second.breakdown?.summary.identified.at(-1)).not.toBeCloseTo(
    first.breakdown?.summary.identified.at(-1) ?? NaN,
    6,
  );
  expect(await valueOf("A1", "Mine")).toBeCloseTo(second.breakdown?.summary.identified.at(-1) ?? NaN, 9);
});

test("a figure, its name and a sentence that were typed over are said with their cells before they are replaced", async () => {
  await runScenario({ write: true });
  const [figure, sentence] = [await rowOf("Savings"), await rowOf(/^Schemes of /)];
  await type(`A${sentence}`, "My own words");
  await type(`A${figure}`, "All");
  await type(`B${figure}`, 99);
  const before = JSON.stringify(pictureOf(standIn));
  const { written } = await runScenario({ write: true });
  expect(written).toMatchObject({
    done: false,
    wouldReplace: [`'${sheet}'!A${sentence}`, `'${sheet}'!A${figure}`, `'${sheet}'!B${figure}`],
  });
  expect(JSON.stringify(pictureOf(standIn))).toBe(before);
  expect((await runScenario({ write: true, agreed: true })).written?.done).toBe(true);
  expect(await valueOf(`A${figure}`)).toBe("Savings");
});

test("what the user writes where nothing of ours stands, in the page and beside it, stays and is not asked about", async () => {
  await runScenario({ write: true });
  const heading = await rowOf("What it rests on");
  const mine = {
    [`B${heading + 1}`]: "My remark",
    [`A${heading - 1}`]: "Mine",
    E30: "Beside",
    C3: "In a sentence's row",
  };
  for (const [address, text] of Object.entries(mine)) await type(address, text);
  await type("E2", 0.09, "Levers");
  expect((await runScenario({ write: true })).written).toMatchObject({ done: true, wouldReplace: [] });
  for (const [address, text] of Object.entries(mine)) expect(await valueOf(address)).toBe(text);
});

test("a write that fails anywhere puts the page back, its chart's title too", async () => {
  await runScenario({ write: true });
  await type("E2", 0.09, "Levers");
  const before = JSON.stringify(pictureOf(standIn));
  let failures = 0;
  for (let request = 1; request < 12; request++) {
    standIn.play.loseAnswerAtRequest = request;
    const failure = await runScenario({ write: true }).then(
      ({ written }) => (written?.done ? null : "not done"),
      (error: unknown) => error,
    );
    standIn.play.loseAnswerAtRequest = null;
    if (failure === null) break;
    failures++;
    expect(JSON.stringify(pictureOf(standIn))).toBe(before);
  }
  expect(failures).toBeGreaterThan(2);
});

test("a title that the user gave the chart stays; one of ours says what the sheet says now", async () => {
  await runScenario({ write: true });
  const titleOf = async (on: string) =>
    (await inWorkbook(({ worksheets }) => worksheets.getItem(on).charts.getItemAt(0).title.load("text"))).text;
  await inWorkbook(({ worksheets }) => void (worksheets.getItem(sheet).charts.getItemAt(0).title.text = "Board, July"));
  const before = await titleOf("As planned Bridge");
  await type("E2", 0.09, "Levers");
  const { tables } = await runScenario({ write: true });
  expect(await titleOf(sheet)).toBe("Board, July");
  const now = await titleOf("As planned Bridge");
  expect(now).not.toBe(before);
  expect(now).toBe(tables.find(({ id }) => id === "bridge")?.chart?.title);
});

test("without the record of what was written the whole page and the table are asked about", async () => {
  await runScenario({ write: true });
  const { settings, sheets } = standIn.content();
  const key = Object.keys(settings).find((each) => /^savings\.written\..*_summary$/.test(each));
  await inWorkbook((workbook) => workbook.settings.getItem(key ?? "").delete());
  const { written } = await runScenario({ write: true });
  const table = sheets.find(({ name }) => name === sheet)?.tables[0];
  expect(written?.done).toBe(false);
  expect(written?.wouldReplace[0]).toBe(
    `'${sheet}'!A1:C${table?.row}`.replace(/\d+$/, (row) => String(Number(row) - 1)),
  );
  expect(written?.wouldReplace[1]).toContain(`A${(table?.row ?? 0) + 1}:`);
});
