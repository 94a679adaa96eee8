import { openAddin, type OpenAddin } from "../../src/host/addin";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** Gives the messages on their way time to arrive. */
const arrive = () => new Promise((resolve) => setTimeout(resolve, 120));

test("changes by the add-in and by the user, on the sheet, on all sheets and in a table", async () => {
  const seen: string[] = [];
  const handlers = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B2").values = [
      ["a", "b"],
      [1, 2],
    ];
    const table = sheet.tables.add("A1:B2", true);
    const added = [
      sheet.onChanged.add(
        async (event) => void seen.push(`sheet ${event.address} ${event.changeType} ${event.triggerSource ?? ""}`),
      ),
      context.workbook.worksheets.onChanged.add(
        async (event) => void seen.push(`sheets ${event.address} ${event.source}`),
      ),
      table.onChanged.add(async (event) => void seen.push(`table ${event.address}`)),
    ];
    await context.sync();
    return added;
  });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("B2:C3").values = [
      [1, 2],
      [3, 4],
    ];
    await context.sync();
  });
  await arrive();
  addin.host.workbook.activeSheet.write([{ row: 8, column: 0, value: 1 }]);
  await arrive();
  expect(seen).toEqual([
    "sheet B2:C3 RangeEdited ThisLocalAddin",
    "sheets B2:C3 Local",
    "table B2",
    "sheet A9 RangeEdited Unknown",
    "sheets A9 Local",
  ]);

  await Excel.run(handlers[0]?.context as Excel.RequestContext, async (context) => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  });
  addin.host.workbook.activeSheet.write([{ row: 9, column: 0, value: 1 }]);
  await arrive();
  expect(seen).toHaveLength(5);
});

test("cells put in and taken out are told of once, rows of a table as rows", async () => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C3").formulas = [
      ["a", 1, "=B3"],
      [1, 2, ""],
      [3, 4, "=B1"],
    ];
    sheet.tables.add("E1:F2", true).name = "Small";
    await context.sync();
    sheet.onChanged.add(async (event) => void seen.push(`${event.address} ${event.changeType}`));
    await context.sync();
    sheet.getRange("B2:B3").insert("Down");
    sheet.getRange("A5").delete("Left");
    sheet.tables.getItem("Small").rows.add();
    await context.sync();
  });
  await arrive();
  expect(seen).toEqual(["B2:B3 CellInserted", "A5 CellDeleted", "E3:F3 RowInserted"]);
});

test("the range of an event can be loaded", async () => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().onChanged.add(async (event) => {
      await Excel.run(async (inner) => {
        const range = event.getRange(inner);
        range.load("address,values");
        await inner.sync();
        seen.push(`${range.address} ${JSON.stringify(range.values)}`);
      });
    });
    await context.sync();
  });
  await arrive();
  addin.host.workbook.activeSheet.write([{ row: 1, column: 1, value: "x" }]);
  await arrive();
  expect(seen).toEqual(['Sheet1!B2 [["x"]]']);
});

test("sheets that come, go and are shown, and selections", async () => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.onAdded.add(async () => void seen.push("added"));
    sheets.onDeleted.add(async () => void seen.push("deleted"));
    sheets.onActivated.add(async () => void seen.push("activated"));
    sheets.onSelectionChanged.add(async (event) => void seen.push(`selected ${event.address}`));
    await context.sync();
    const sheet = sheets.add("Other");
    sheet.activate();
    sheet.getRange("B2:C3").select();
    sheet.delete();
    await context.sync();
  });
  await arrive();
  expect(seen).toEqual(["added", "activated", "selected B2:C3", "activated", "deleted"]);
});

test("the page is told what to draw again", async () => {
  const seen: string[] = [];
  const stop = addin.host.onChange(({ kind }) => void seen.push(kind));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B2").values = [
      ["a", "b"],
      [1, 2],
    ];
    sheet.charts.add("ColumnStacked", sheet.getRange("A1:B2"));
    context.workbook.settings.add("k", 1);
    await context.sync();
  });
  stop();
  expect(new Set(seen)).toEqual(new Set(["cells", "charts", "settings"]));
});

test("the pane is shown and hidden, and the add-in hears of it", async () => {
  const seen: string[] = [];
  await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void seen.push(visibilityMode));
  await Office.addin.hide();
  await arrive();
  await Office.addin.showAsTaskpane();
  await arrive();
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  expect(seen).toEqual(["Hidden", "Taskpane"]);
  expect(await Office.addin.getStartupBehavior()).toBe("Load");
});
