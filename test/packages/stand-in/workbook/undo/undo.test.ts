import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** What is saved, without what undo leaves alone. */
function content() {
  const { customXml: _customXml, settings: _settings, ...rest } = addin.standIn.content();
  return rest;
}

async function undo(): Promise<void> {
  await addin.standIn.workbook.calculation.undo();
  await addin.standIn.workbook.calculation.settle();
}

async function redo(): Promise<void> {
  await addin.standIn.workbook.calculation.redo();
  await addin.standIn.workbook.calculation.settle();
}

/** Runs a batch, and finds that it is undone and done again as one step. */
async function expectOneStep(batch: (context: Excel.RequestContext) => void | Promise<void>): Promise<void> {
  const before = content();
  await Excel.run(async (context) => {
    await batch(context);
    await context.sync();
  });
  const after = content();
  expect(after).not.toEqual(before);
  await undo();
  expect(content()).toEqual(before);
  await redo();
  expect(content()).toEqual(after);
  await undo();
  expect(content()).toEqual(before);
  await redo();
}

test("a sheet with cells, a table, a name and a chart goes and comes as one step", async () => {
  await expectOneStep((context) => {
    const sheet = context.workbook.worksheets.add("Results");
    sheet.getRange("A1:B3").values = [
      ["Step", "Saved"],
      ["Need", 5],
      ["Estates", "=B2*2"],
    ];
    sheet.tables.add("A1:B3", true).name = "Bridge";
    context.workbook.names.add("Total", "=SUM(Bridge[Saved])");
    sheet.getRange("D1").formulas = [["=Total"]];
    const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:B3"));
    chart.title.text = "Where it comes from";
    sheet.tabColor = "#112233";
    sheet.freezePanes.freezeRows(1);
    sheet.showGridlines = false;
    sheet.getRange("A:A").format.columnWidth = 120;
    sheet.getRange("1:1").format.rowHeight = 30;
    sheet.getRange("A1:B1").format.fill.color = "#FF0000";
    sheet.activate();
  });
  expect(addin.standIn.workbook.activeSheet.value(0, 3)).toBe(15);
});

test("formulas that use a table and a name are calculated anew after undo and redo", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:A3").values = [["Saved"], [1], [2]];
    sheet.tables.add("A1:A3", true).name = "Bridge";
    context.workbook.names.add("Rate", "=0.5");
    sheet.getRange("C1:C2").formulas = [["=SUM(Bridge[Saved])"], ["=Rate*10"]];
    await context.sync();
  });
  const shown = () => [0, 1].map((row) => addin.standIn.workbook.activeSheet.value(row, 2));
  expect(shown()).toEqual([3, 5]);
  await expectOneStep((context) => {
    context.workbook.tables.getItem("Bridge").rows.add(undefined, [[10]]);
    context.workbook.names.getItem("Rate").formula = "=2";
  });
  expect(shown()).toEqual([13, 20]);
  await undo();
  expect(shown()).toEqual([3, 5]);
});

test("sheets deleted, renamed, moved and hidden", async () => {
  await Excel.run(async (context) => {
    const data = context.workbook.worksheets.add("Data");
    data.getRange("A1:B2").values = [
      ["a", "b"],
      [1, 2],
    ];
    data.tables.add("A1:B2", true).name = "Base";
    context.workbook.names.add("First", data.getRange("A2"));
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3").formulas = [
      ["=Data!B2"],
      ["=First"],
      ["=SUM(Base[b])"],
    ];
    context.workbook.worksheets.add("Other");
    await context.sync();
  });
  await expectOneStep((context) => void (context.workbook.worksheets.getItem("Data").name = "My data"));
  await expectOneStep((context) => void (context.workbook.worksheets.getItem("Other").position = 0));
  await expectOneStep((context) => void (context.workbook.worksheets.getItem("Other").visibility = "VeryHidden"));
  await expectOneStep((context) => context.workbook.worksheets.getItem("My data").delete());
  await undo();
  expect([0, 1, 2].map((row) => addin.standIn.workbook.sheet("Sheet1").value(row, 0))).toEqual([2, 1, 2]);
});

test("rows and columns put in and taken out, with all that stands on them", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B3:C6").values = [
      ["a", "b"],
      [1, 2],
      [3, "=B5*2"],
      [5, 6],
    ];
    sheet.tables.add("B3:C6", true).name = "Base";
    sheet.getRange("E5:F6").merge();
    sheet.getRange("A8").formulas = [["=SUM(B4:C6)"]];
    sheet.getRange("5:5").format.rowHeight = 40;
    sheet.getRange("4:4").rowHidden = true;
    sheet.getRange("E:E").columnHidden = true;
    context.workbook.names.add("Block", sheet.getRange("B4:C6"));
    await context.sync();
  });
  await expectOneStep((context) => void context.workbook.worksheets.getFirst().getRange("5:6").insert("Down"));
  await expectOneStep((context) => void context.workbook.worksheets.getFirst().getRange("B:B").insert("Right"));
  await expectOneStep((context) => context.workbook.worksheets.getFirst().getRange("5:5").delete("Up"));
  await expectOneStep((context) => context.workbook.worksheets.getFirst().getRange("C:C").delete("Left"));
});

test("a batch that fails half way is undone as far as it was done", async () => {
  const before = content();
  await expect(
    Excel.run(async (context) => {
      context.workbook.worksheets.add("Half").getRange("A1").values = [[1]];
      context.workbook.worksheets.getItem("Nope").getRange("A1").values = [[1]];
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "ItemNotFound" });
  expect(content()).not.toEqual(before);
  await undo();
  expect(content()).toEqual(before);
});

test("custom XML and settings stay, as in Excel", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
    context.workbook.customXmlParts.add('<a xmlns="urn:a"/>');
    context.workbook.settings.add("k", 1);
    await context.sync();
  });
  await undo();
  expect(addin.standIn.workbook.activeSheet.value(0, 0)).toBeNull();
  expect(addin.standIn.content().customXml).toHaveLength(1);
  expect(addin.standIn.content().settings).toEqual({ k: 1 });
});

test("a batch that only reads or looks elsewhere is no step", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
    await context.sync();
    const range = context.workbook.worksheets.getFirst().getUsedRange();
    range.load("values");
    range.select();
    await context.sync();
  });
  await undo();
  expect(addin.standIn.workbook.activeSheet.value(0, 0)).toBeNull();
});

// As in Excel. What is older is let go of; a workbook that is worked on all day would otherwise only grow.
test("the last hundred steps can be taken back, and no more are kept", async () => {
  const { calculation, sheets } = addin.standIn.workbook;
  for (let step = 1; step <= 230; step++) {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [[step]];
      await context.sync();
    });
    expect(calculation.history.steps.undos).toBe(Math.min(step, 100));
  }
  for (let step = 229; step >= 130; step--) {
    await undo();
    expect(sheets[0]?.value(0, 0)).toBe(step);
  }
  expect(calculation.history.steps).toEqual({ undos: 0, redos: 100 });
  await undo();
  expect(sheets[0]?.value(0, 0)).toBe(130);
});
