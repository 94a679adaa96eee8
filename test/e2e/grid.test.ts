import type { Browser } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { startBrowser } from "./support/browser";
import {
  closePreview,
  openPreview,
  select,
  servePreview,
  showSheet,
  typeInto,
  type OpenPreview,
} from "./support/openPreview";
import { becomes, formulaAt, holds, selection, valueAt } from "./support/sheetState";

let browser: Browser;
let server: RunningPreview;
let preview: OpenPreview;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), servePreview()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  preview = await openPreview(browser, server.address);
});
afterEach(async () => {
  await closePreview(preview.page);
});

test("the keys move as in Excel", async () => {
  const { page, troubles } = preview;
  await select(page, "A1");
  const leads = async (key: string, to: string | RegExp): Promise<void> => {
    await page.keyboard.press(key);
    await becomes(() => selection(page), typeof to === "string" ? to : expect.stringMatching(to));
  };
  await leads("ArrowDown", "Read me!A2:A2");
  await leads("ArrowRight", "Read me!B2:B2");
  await leads("Control+ArrowDown", "Read me!B4:B4");
  await leads("Home", "Read me!A4:A4");
  await leads("Control+End", "Read me!H52:H52");
  await leads("Control+Shift+Home", "Read me!A1:H52");
  await leads("Control+Home", "Read me!A1:A1");
  await leads("PageDown", /!A(1\d|2\d|3\d):/);
  await leads("PageUp", "Read me!A1:A1");
  await leads("Control+PageDown", /^Spending!/);
  await leads("Control+PageUp", /^Read me!/);
  await showSheet(page, "Levers");
  await select(page, "F40");
  // Where panes are frozen, the first cell beside them.
  await leads("Control+Home", "Levers!B5:B5");
  expect(troubles).toEqual([]);
});

test("F2 edits, Esc gives up, Delete empties; Ctrl+Z and Ctrl+Y undo and redo what was typed and what the add-in wrote", async () => {
  const { page, pane, troubles } = preview;
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  await typeInto(page, "J60", "42");
  await holds(page, "J60", 42);
  await select(page, "J60");
  await page.keyboard.press("F2");
  await page.keyboard.type("7", { delay: 20 });
  await page.keyboard.press("Escape");
  await holds(page, "J60", 42);
  await page.keyboard.press("F2");
  await page.keyboard.type("7", { delay: 20 });
  await page.keyboard.press("Enter");
  await holds(page, "J60", 427);
  await page.keyboard.press("Control+z");
  await holds(page, "J60", 42);
  await page.keyboard.press("Control+y");
  await holds(page, "J60", 427);
  await select(page, "J60");
  await page.keyboard.press("Delete");
  await holds(page, "J60", null);
  expect(await write(pane, "J61", 99)).toBe("written");
  await page.keyboard.press("Control+z");
  await holds(page, "J61", null);
  await page.keyboard.press("Control+y");
  await holds(page, "J61", 99);
  expect(troubles).toEqual([]);
});

test("while a cell is being edited, a batch fails, or waits where it asks for that", async () => {
  const { page, pane, troubles } = preview;
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  await select(page, "J60");
  await page.keyboard.type("4", { delay: 20 });
  expect(await write(pane, "J61", 1)).toBe("InvalidOperationInCellEditMode");
  const waiting = write(pane, "J62", 2, { delayForCellEdit: true });
  await page.waitForTimeout(300);
  expect(await valueAt(page, "J62")).toBeNull();
  await page.keyboard.press("Enter");
  expect(await waiting).toBe("written");
  await holds(page, "J60", 4);
  await holds(page, "J61", null);
  await holds(page, "J62", 2);
  expect(troubles).toEqual([]);
});

test("a copied range is tab-separated text as it is shown, and such text is pasted as numbers, formulas and text", async () => {
  const { page, troubles } = preview;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], {
    origin: new URL(page.url()).origin,
  });
  await showSheet(page, "Levers");
  await select(page, "A4:E5");
  await page.keyboard.press("Control+c");
  await becomes(
    () => page.evaluate(() => navigator.clipboard.readText()),
    "Lever\tGroup\tSaving (£bn)\tOverlaps\tStart\n" +
      "Provider productivity at 2% a year\tProvider productivity\t8.6\tno\t2016/17",
  );
  await showSheet(page, "Read me");
  await page.evaluate(() =>
    navigator.clipboard.writeText("1\t2.5\t12%\r\n=1+2\t+5\t-7\r\n@x\t-abc\t+abc\r\n1,234\ttext\tTRUE\r\n"),
  );
  await select(page, "J50");
  await page.keyboard.press("Control+v");
  await holds(page, "J50", 1);
  const pasted = [];
  for (const row of [50, 51, 52, 53])
    pasted.push(await Promise.all(["J", "K", "L"].map((column) => valueAt(page, `${column}${row}`))));
  expect(pasted).toEqual([
    [1, 2.5, 0.12],
    [3, 5, -7],
    ["@x", "-abc", "+abc"],
    [1234, "text", true],
  ]);
  const formulas = await Promise.all(["J50", "K50", "J51"].map((address) => formulaAt(page, address)));
  expect(formulas).toEqual([null, null, "=1+2"]);
  // One step to undo.
  await page.keyboard.press("Control+z");
  await holds(page, "J50", null);
  await holds(page, "L53", null);
  expect(troubles).toEqual([]);
});

test("while a formula is typed, the add-in's functions are offered with what they do and take", async () => {
  const { page, pane, troubles } = preview;
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  await select(page, "J60");
  await page.keyboard.type("=SAVINGS.COMP", { delay: 40 });
  await page
    .getByText("Saving from an efficiency that compounds year on year.", {
      exact: false,
    })
    .waitFor();
  await page.keyboard.type("OUNDEFF(", { delay: 40 });
  const help = page.locator("[data-u-comp='rect-popup']", { hasText: "[years]" });
  await help.waitFor();
  await page.keyboard.type("2%,5)", { delay: 40 });
  // They follow the keys after a moment, and the list takes Enter for itself while it is there.
  await help.waitFor({ state: "hidden" });
  await page.locator("[data-u-comp='sheets-formula-editor']").waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await holds(page, "J60", expect.closeTo(0.0960792032, 10));
  expect(troubles).toEqual([]);
});

test("columns, number formats and frozen panes are as the file has them", async () => {
  const { page } = preview;
  await showSheet(page, "Levers");
  const shown = await page.evaluate(() => {
    const { api, standIn } = (window as unknown as Handle).preview;
    const sheet = api.getActiveWorkbook().getActiveSheet();
    return {
      text: sheet.getRange("C5").getDisplayValue(),
      frozen: [sheet.getFrozenRows(), sheet.getFrozenColumns()],
      widths: [0, 2].map((column) => [sheet.getColumnWidth(column), standIn.workbook.activeSheet.columnWidth(column)]),
    };
  });
  expect(shown.text).toBe("8.6");
  expect(shown.frozen).toEqual([4, 1]);
  // Points of the workbook, pixels of the grid.
  for (const [pixels, points] of shown.widths) expect(pixels).toBeCloseTo((points ?? 0) / 0.75, 0);
  expect(shown.widths[0]?.[0]).toBeGreaterThan(3 * (shown.widths[1]?.[0] ?? 0));
});

/** The add-in writes into a cell of the sheet that is shown; answers "written" or the error's code. */
function write(pane: OpenPreview["pane"], address: string, value: number, options: object = {}): Promise<string> {
  return pane.evaluate(
    ([to, what, how]) =>
      Excel.run(how as Excel.RunOptions, async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(to).values = [[what]];
        await context.sync();
        return "written";
      }).catch((error: { code: string }) => error.code),
    [address, value, options] as const,
  );
}

interface Handle {
  preview: {
    api: {
      getActiveWorkbook(): {
        getActiveSheet(): {
          getRange(address: string): { getDisplayValue(): string };
          getFrozenRows(): number;
          getFrozenColumns(): number;
          getColumnWidth(column: number): number;
        };
      };
    };
    standIn: { workbook: { activeSheet: { columnWidth(column: number): number } } };
  };
}
