import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

test("worksheets are added, renamed, moved, hidden, activated, deleted", async () => {
  const seen = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    const results = sheets.add("P&L 2026");
    results.tabColor = "#112233";
    results.showGridlines = false;
    results.freezePanes.freezeRows(2);
    results.activate();
    sheets.add("Hidden").visibility = "VeryHidden";
    results.position = 0;
    await context.sync();
    results.name = "Results";
    const other = sheets.add();
    await context.sync();
    other.delete();
    sheets.load("items/name,items/visibility,items/tabColor,items/showGridlines,items/protection/protected");
    const active = sheets.getActiveWorksheet();
    active.load("name");
    const frozen = results.freezePanes.getLocation();
    frozen.load("address");
    await context.sync();
    return [
      sheets.items.map((sheet) => [
        sheet.name,
        sheet.visibility,
        sheet.tabColor,
        sheet.showGridlines,
        sheet.protection.protected,
      ]),
      active.name,
      frozen.address,
    ];
  });
  expect(seen).toEqual([
    [
      ["Results", "Visible", "#112233", false, false],
      ["Sheet1", "Visible", "", true, false],
      ["Hidden", "VeryHidden", "", true, false],
    ],
    "Results",
    "Results!1:2",
  ]);
});

test("a new sheet, or one that is shown again, does not come to the front", async () => {
  const seen = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.add("Notes").visibility = "Hidden";
    sheets.getItem("Notes").visibility = "Visible";
    const active = sheets.getActiveWorksheet();
    active.load("name");
    await context.sync();
    return active.name;
  });
  expect(seen).toBe("Sheet1");
  expect(addin.standIn.content().activeSheet).toBe(0);
});

test("formulas and names follow a sheet's new name, and point nowhere when it is gone", async () => {
  const seen = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    const data = sheets.add("Data");
    data.getRange("A1").values = [[7]];
    context.workbook.names.add("Rate", data.getRange("A1"), "a rate");
    const cell = sheets.getItem("Sheet1").getRange("A1:B1");
    cell.formulas = [["=Data!A1*2", "=Rate+1"]];
    await context.sync();
    data.name = "My data";
    await context.sync();
    const name = context.workbook.names.getItem("rate");
    name.load("formula,type,value,comment,scope,visible");
    cell.load("formulas,values");
    await context.sync();
    const before = [name.formula, name.type, name.value, name.comment, name.scope, cell.formulas, cell.values];
    data.delete();
    await context.sync();
    name.load("formula");
    await context.sync();
    return [...before, name.formula];
  });
  expect(seen).toEqual([
    "='My data'!$A$1",
    "Range",
    "'My data'!$A$1",
    "a rate",
    "Workbook",
    [["='My data'!A1*2", "=Rate+1"]],
    [[14, 8]],
    "=#REF!$A$1",
  ]);
});

test("formulas on other sheets show #REF! when their sheet is gone", async () => {
  const seen = await Excel.run(async (context) => {
    const data = context.workbook.worksheets.add("Data");
    data.getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    const cells = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3");
    cells.formulas = [["=Data!A1*2"], ["=SUM(Data!A1:B2,Data!A:A)"], ["=IFERROR(Data!B1,7)"]];
    await context.sync();
    data.delete();
    cells.load("formulas,values");
    await context.sync();
    return [cells.formulas, cells.values];
  });
  expect(seen).toEqual([
    [["=#REF!A1*2"], ["=SUM(#REF!A1:B2,#REF!A:A)"], ["=IFERROR(#REF!B1,7)"]],
    [["#REF!"], ["#REF!"], [7]],
  ]);
});

test("names go with the cells they mean", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const block = context.workbook.names.add("Block", sheet.getRange("B3:B5"));
    const gone = context.workbook.names.add("Gone", sheet.getRange("D4"));
    await context.sync();
    sheet.getRange("4:4").insert("Down");
    sheet.getRange("A:A").insert("Right");
    sheet.getRange("E:E").delete("Left");
    block.load("formula");
    gone.load("formula");
    await context.sync();
    return [block.formula, gone.formula];
  });
  expect(seen).toEqual(["=Sheet1!$C$3:$C$6", "=Sheet1!#REF!"]);
});

test("names of a sheet and of the workbook, doubled and unknown", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.names.add("VAT", 0.2 as never);
    sheet.names.add("Local", "=Sheet1!$B$2:$B$4");
    const range = sheet.names.getItem("Local").getRange();
    range.load("address");
    const constant = context.workbook.names.getItem("VAT");
    constant.load("type,value");
    const none = context.workbook.names.getItemOrNullObject("Nope").getRangeOrNullObject();
    none.load("address");
    sheet.getRange("A1").formulas = [["=VAT*10"]];
    const cell = sheet.getRange("A1");
    cell.load("values");
    await context.sync();
    return [range.address, constant.type, constant.value, none.isNullObject, cell.values];
  });
  expect(seen).toEqual(["Sheet1!B2:B4", "Double", 0.2, true, [[2]]]);
  await expect(Excel.run(async (context) => void context.workbook.names.add("VAT", "=1"))).rejects.toMatchObject({
    code: "ItemAlreadyExists",
  });
  await expect(Excel.run(async (context) => void context.workbook.names.add("A1", "=1"))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});

test("custom XML parts are found by namespace, changed and deleted", async () => {
  const seen = await Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts;
    const part = parts.add('<p:scenario xmlns:p="urn:savings"><a/></p:scenario>');
    parts.add('<other xmlns="urn:other"/>');
    part.load("id,namespaceUri");
    const own = parts.getByNamespace("urn:savings");
    own.load("items/id");
    const xml = part.getXml();
    await context.sync();
    const again = parts.getItem(part.id);
    again.setXml('<p:scenario xmlns:p="urn:savings"><b/></p:scenario>');
    const changed = again.getXml();
    await context.sync();
    again.delete();
    const gone = parts.getItemOrNullObject(part.id);
    gone.load("id");
    await context.sync();
    return [part.namespaceUri, own.items.length, xml.value, changed.value, gone.isNullObject];
  });
  expect(seen).toEqual([
    "urn:savings",
    1,
    '<p:scenario xmlns:p="urn:savings"><a/></p:scenario>',
    '<p:scenario xmlns:p="urn:savings"><b/></p:scenario>',
    true,
  ]);
  await expect(Excel.run(async (context) => void context.workbook.customXmlParts.add("<a>"))).rejects.toMatchObject({
    code: "InvalidArgument",
  });
});

test("settings keep what is put into them", async () => {
  const seen = await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("k", { a: [1] });
    const setting = settings.getItem("k");
    setting.load("value");
    await context.sync();
    setting.delete();
    const none = settings.getItemOrNullObject("k");
    none.load("key");
    await context.sync();
    return [setting.value, none.isNullObject];
  });
  expect(seen).toEqual([{ a: [1] }, true]);
});

test("a stacked column chart over a bridge table", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C3").values = [
      ["Step", "Base", "Fall"],
      ["Need", 0, 5],
      ["Estates", 3, 2],
    ];
    const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:C3"), "Columns");
    chart.name = "Bridge";
    chart.title.text = "Where the savings come from";
    chart.legend.visible = false;
    chart.axes.valueAxis.title.text = "£bn";
    chart.axes.valueAxis.numberFormat = "0.0";
    chart.setPosition("E2", "J12");
    await context.sync();
    const base = chart.series.getItemAt(0);
    base.format.fill.clear();
    base.gapWidth = 40;
    chart.series.getItemAt(1).format.fill.setSolidColor("#0F6CBD");
    const found = sheet.charts.getItem("Bridge");
    found.load(
      "name,chartType,left,top,width,height,title/text,legend/visible,axes/valueAxis/title/text,axes/valueAxis/numberFormat,series/items/name",
    );
    await context.sync();
    return [
      found.chartType,
      found.left,
      found.top,
      found.title.text,
      found.legend.visible,
      found.axes.valueAxis.title.text,
      found.axes.valueAxis.numberFormat,
      found.series.items.map((series) => series.name),
    ];
  });
  expect(seen).toEqual([
    "ColumnStacked",
    216,
    15,
    "Where the savings come from",
    false,
    "£bn",
    "0.0",
    ["Base", "Fall"],
  ]);
  expect(addin.standIn.workbook.activeSheet.charts[0]?.series).toMatchObject([
    { nameReference: "Sheet1!$B$1", values: "Sheet1!$B$2:$B$3", categories: "Sheet1!$A$2:$A$3", color: "none" },
    { nameReference: "Sheet1!$C$1", values: "Sheet1!$C$2:$C$3", categories: "Sheet1!$A$2:$A$3", color: "#0F6CBD" },
  ]);
});

test("a file is opened as a workbook of its own, where the stand-in can", async () => {
  await expect(Excel.createWorkbook("QUJD")).rejects.toMatchObject({ code: "ApiNotFound" });
  addin.close();
  const opened: string[] = [];
  addin = await openAddin({ onOpenWorkbook: (base64) => void opened.push(base64) });
  await Excel.createWorkbook("QUJD");
  await Excel.createWorkbook();
  expect(opened).toEqual(["QUJD", Buffer.from(newWorkbook()).toString("base64")]);
});

test("what is saved holds all of it", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B2").values = [
      ["a", "b"],
      [1, "=A2*2"],
    ];
    sheet.getRange("D1").formulas = [["=SEQUENCE(2)"]];
    sheet.getRange("A2").numberFormat = [["0.0%"]];
    sheet.tables.add("A1:B2", true);
    context.workbook.settings.add("k", 1);
    await context.sync();
  });
  await addin.standIn.recalculate();
  const content = addin.standIn.content();
  const cells = content.sheets[0]?.cells;
  expect(cells?.get(1)?.get(1)).toEqual({ value: 2, formula: "A2*2", style: 0 });
  expect(content.styles[cells?.get(1)?.get(0)?.style ?? 0]?.numberFormat).toBe("0.0%");
  expect(cells?.get(0)?.get(3)).toEqual({
    value: 1,
    formula: "SEQUENCE(2)",
    style: 0,
    array: { row: 0, column: 3, rowCount: 2, columnCount: 1, dynamic: true },
  });
  expect(cells?.get(1)?.get(3)).toEqual({ value: 2, style: 0 });
  expect(content.sheets[0]?.tables).toMatchObject([
    { name: "Table1", row: 0, column: 0, rowCount: 2, columnCount: 2, columns: ["a", "b"] },
  ]);
  expect(content.settings).toEqual({ k: 1 });
});
