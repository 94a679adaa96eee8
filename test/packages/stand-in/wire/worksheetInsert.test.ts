import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** A sheet "Plan" with a table, formats, sizes, a name of its own and a formula on the sheet "Rates". */
async function makePlan(): Promise<void> {
  await Excel.run(async (context) => {
    const rates = context.workbook.worksheets.add("Rates");
    rates.getRange("A1").values = [[0.1]];
    const plan = context.workbook.worksheets.add("Plan");
    plan.getRange("A1:B3").values = [
      ["Lever", "Saving"],
      ["Estates", 10],
      ["Theatres", 30],
    ];
    plan.tables.add("A1:B3", true).name = "Levers";
    plan.getRange("D1:D4").formulas = [["=SUM(Levers[Saving])"], ["=Rates!A1*B2"], ["=Plan!B2"], ["=Largest"]];
    plan.getRange("F1").formulas = [["=SEQUENCE(2)"]];
    plan.names.add("Largest", "=MAX(Plan!$B$2:$B$3)");
    context.workbook.names.add("Shared", "=Rates!$A$1");
    plan.getRange("B2:B3").numberFormat = [["£0"], ["£0"]];
    plan.getRange("A1").format.columnWidth = 120;
    plan.getRange("H1:I1").merge(false);
    plan.freezePanes.freezeRows(1);
    plan.tabColor = "#112233";
    await context.sync();
  });
}

/** What a sheet shows in D1:D4 and F1:F2, and what its formulas are. */
async function shown(name: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const [column, spilled, saving] = [sheet.getRange("D1:D4"), sheet.getRange("F1:F2"), sheet.getRange("B2")];
    column.load("values,formulas");
    spilled.load("values");
    saving.load("numberFormat,text");
    sheet.tables.load("items/name");
    await context.sync();
    return [
      column.formulas.flat(),
      column.values.flat(),
      spilled.values.flat(),
      saving.text.flat(),
      sheet.tables.items.map((table) => table.name),
    ];
  });
}

test("a copy of a sheet stands on its own: its table, its chart, its names; what names the sheet still means the first", async () => {
  await makePlan();
  await Excel.run(async (context) => {
    const plan = context.workbook.worksheets.getItem("Plan");
    plan.charts.add("ColumnClustered", plan.getRange("A1:B3"));
    await context.sync();
    const copy = plan.copy("Before", plan);
    await context.sync();
    copy.getRange("B3").values = [[20]];
    copy.load("name,position,tabColor");
    await context.sync();
    expect([copy.name, copy.position, copy.tabColor]).toEqual(["Plan (2)", 2, "#112233"]);
  });
  expect(await shown("Plan (2)")).toEqual([
    ["=SUM(Levers2[Saving])", "=Rates!A1*B2", "=Plan!B2", "=Largest"],
    [30, 1, 10, 20],
    [1, 2],
    ["£10"],
    ["Levers2"],
  ]);
  expect((await shown("Plan"))[1]?.slice(0, 3)).toEqual([40, 1, 10]);
  const content = addin.standIn.content().sheets.find(({ name }) => name === "Plan (2)");
  expect(content?.charts[0]?.series[0]?.values).toBe("'Plan (2)'!$B$2:$B$3");
  expect([content?.frozen.rows, content?.merges, content?.columns[0]?.width]).toEqual([
    1,
    [{ row: 0, column: 7, rowCount: 1, columnCount: 2 }],
    expect.closeTo(22.14, 1),
  ]);
  // It can be saved: no name is there twice.
  expect((await readWorkbook(await addin.standIn.file())).sheets.map(({ name }) => name)).toEqual([
    "Sheet1",
    "Rates",
    "Plan (2)",
    "Plan",
  ]);
});

test("sheets of a file come in with what they lean on; what stays behind is #REF!", async () => {
  await makePlan();
  const file = Buffer.from(await addin.standIn.file()).toString("base64");
  const ids = await Excel.run(async (context) => {
    const both = context.workbook.insertWorksheetsFromBase64(file, {
      sheetNamesToInsert: ["Plan", "Rates"],
      positionType: "Beginning",
    });
    await context.sync();
    return both.value;
  });
  const { sheets } = addin.standIn.workbook;
  expect(sheets.map(({ name }) => name)).toEqual(["Plan (2)", "Rates (2)", "Sheet1", "Rates", "Plan"]);
  expect(ids).toEqual([sheets[0]?.id, sheets[1]?.id]);
  expect((await shown("Plan (2)")).slice(0, 2)).toEqual([
    ["=SUM(Levers2[Saving])", "='Rates (2)'!A1*B2", "='Plan (2)'!B2", "=Largest"],
    [40, 1, 10, 30],
  ]);

  addin.close();
  addin = await openAddin();
  await Excel.run(async (context) => {
    context.workbook.insertWorksheetsFromBase64(file, { sheetNamesToInsert: ["plan"] });
    await context.sync();
  });
  expect((await shown("Plan"))[0]).toEqual(["=SUM(Levers[Saving])", "=#REF!A1*B2", "=Plan!B2", "=Largest"]);
  expect(addin.standIn.workbook.names.items.map(({ name }) => name)).toEqual(["Largest", "Shared"]);
});

test("a file that is none, a sheet that is not in it, and a file with a chart are refused, and nothing comes in", async () => {
  const insert = (file: string, options?: Excel.InsertWorksheetOptions) =>
    Excel.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64(file, options);
      await context.sync();
    });
  const blank = Buffer.from(newWorkbook()).toString("base64");
  await expect(insert("QUJD")).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(insert("not base64!")).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(insert(blank, { sheetNamesToInsert: ["Nope"] })).rejects.toMatchObject({ code: "ItemNotFound" });
  await expect(insert(blank, { positionType: "Before", relativeTo: "Nope" })).rejects.toMatchObject({
    code: "ItemNotFound",
  });
  await makePlan();
  await Excel.run(async (context) => {
    const plan = context.workbook.worksheets.getItem("Plan");
    plan.charts.add("ColumnClustered", plan.getRange("A1:B3"));
    await context.sync();
  });
  const withChart = await patchWorkbook(newWorkbook(), addin.standIn.content());
  await expect(insert(Buffer.from(withChart).toString("base64"))).rejects.toMatchObject({ code: "UnsupportedFeature" });
  expect(addin.standIn.workbook.sheets).toHaveLength(3);
});
