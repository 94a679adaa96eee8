import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { defaultRequirements } from "@workbooks/stand-in/requirements";
import { turns } from "../../../support/turns";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** Gives the messages on their way time to arrive. */
const arrive = () => turns(120);

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
  addin.standIn.workbook.activeSheet.write([{ row: 8, column: 0, value: 1 }]);
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
  addin.standIn.workbook.activeSheet.write([{ row: 9, column: 0, value: 1 }]);
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

test("rows and columns that are sorted are told of", async () => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B3").values = [
      [3, 1],
      [2, 9],
      [1, 4],
    ];
    sheet.onRowSorted.add(async (event) => void seen.push(`rows ${event.address}`));
    sheet.onColumnSorted.add(async (event) => void seen.push(`columns ${event.address}`));
    await context.sync();
    sheet.getRange("A1:B3").sort.apply([{ key: 0 }]);
    sheet.getRange("A1:B1").sort.apply([{ key: 0, ascending: false }], false, false, "Columns");
    await context.sync();
  });
  await arrive();
  expect(seen).toEqual(["rows A1:B3", "columns A1:B1"]);
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
  addin.standIn.workbook.activeSheet.write([{ row: 1, column: 1, value: "x" }]);
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
  const stop = addin.standIn.onChange(({ kind }) => void seen.push(kind));
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

/** Registers for everything that a worksheet, the worksheets and the tables tell; what comes is written down. */
async function listen(seen: unknown[]): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const note = async ({ type, ...event }: { type: string }) => {
      const details = Object.entries(event).filter(([, value]) => value !== undefined && typeof value !== "function");
      seen.push([type, Object.fromEntries(details.filter(([name]) => name !== "worksheetId" && name !== "tableId"))]);
    };
    worksheets.onNameChanged.add(note);
    worksheets.onMoved.add(note);
    worksheets.onVisibilityChanged.add(note);
    worksheets.onRowHiddenChanged.add(note);
    worksheets.onFormatChanged.add(note);
    worksheets.onFormulaChanged.add(note);
    worksheets.onProtectionChanged.add(note);
    tables.onAdded.add(note);
    tables.onDeleted.add(note);
    await context.sync();
  });
}

const online = { ...defaultRequirements, excelapionline: "1.1" };

test("sheets, rows, formats, formulas, protection and tables that change", async () => {
  addin.close();
  addin = await openAddin({ requirements: online });
  const seen: unknown[] = [];
  await listen(seen);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const other = context.workbook.worksheets.add("Other");
    sheet.name = "Data";
    other.position = 0;
    other.visibility = "VeryHidden";
    sheet.getRange("2:3").rowHidden = true;
    sheet.getRange("A1:B2").format.fill.color = "#FF0000";
    sheet.getRange("C1").formulas = [["=1+1"]];
    await context.sync();
    sheet.getRange("C1").values = [[5]];
    sheet.tables.add("E1:F2", true).name = "Levers";
    await context.sync();
    context.workbook.tables.getItem("Levers").convertToRange();
    sheet.protection.protect();
    await context.sync();
  });
  await arrive();
  const local = { source: "Local" };
  expect(seen).toEqual([
    ["WorksheetNameChanged", { ...local, nameBefore: "Sheet1", nameAfter: "Data" }],
    ["WorksheetMoved", { ...local, positionBefore: 1, positionAfter: 0 }],
    ["WorksheetVisibilityChanged", { ...local, visibilityBefore: "Visible", visibilityAfter: "VeryHidden" }],
    ["WorksheetRowHiddenChanged", { ...local, address: "2:3", changeType: "Hidden" }],
    ["WorksheetFormatChanged", { ...local, address: "A1:B2" }],
    ["WorksheetFormulaChanged", { ...local, formulaDetails: [{ cellAddress: "C1", previousFormula: "" }] }],
    ["WorksheetFormulaChanged", { ...local, formulaDetails: [{ cellAddress: "C1", previousFormula: "=1+1" }] }],
    ["TableAdded", local],
    ["TableDeleted", { ...local, tableName: "Levers" }],
    ["WorksheetProtectionChanged", { ...local, isProtected: true }],
  ]);
});

test("one cell that changes says what it held and what it holds", async () => {
  const seen: unknown[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1").values = [["before"]];
    sheet.onChanged.add(async ({ details }) => void seen.push(details));
    await context.sync();
    sheet.getRange("A1").values = [[2]];
    sheet.getRange("A2:A3").values = [[1], [2]];
    await context.sync();
  });
  await arrive();
  expect(seen).toEqual([
    { valueBefore: "before", valueTypeBefore: "String", valueAfter: 2, valueTypeAfter: "Double" },
    undefined,
  ]);
});

test("rows put in and taken out say where", async () => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async ({ address, changeType }) => void seen.push(`${changeType} ${address}`));
    await context.sync();
    sheet.getRange("3:4").insert("Down");
    sheet.getRange("B:B").delete("Left");
    await context.sync();
  });
  await arrive();
  expect(seen).toEqual(["RowInserted 3:4", "ColumnDeleted B:B"]);
});

test("undo and redo tell of what they change", async () => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.onChanged.add(async ({ address }) => void seen.push(`changed ${address}`));
    worksheets.onAdded.add(async () => void seen.push("sheet added"));
    worksheets.onDeleted.add(async () => void seen.push("sheet deleted"));
    tables.onAdded.add(async () => void seen.push("table added"));
    tables.onDeleted.add(async () => void seen.push("table deleted"));
    await context.sync();
    worksheets.getFirst().getRange("A1:A2").values = [["a"], [1]];
    worksheets.getFirst().tables.add("A1:A2", true);
    worksheets.add("Other");
    await context.sync();
  });
  await arrive();
  await addin.standIn.workbook.calculation.undo();
  await arrive();
  await addin.standIn.workbook.calculation.redo();
  await arrive();
  expect(seen).toEqual([
    ...["changed A1:A2", "table added", "sheet added"],
    ...["sheet deleted", "changed A1:A2", "table deleted"],
    ...["changed A1:A2", "sheet added", "table added"],
  ]);
});

test("a table hears when the selection comes into it and leaves it", async () => {
  const seen: unknown[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B2:C3").values = [
      ["a", "b"],
      [1, 2],
    ];
    const table = sheet.tables.add("B2:C3", true);
    table.onSelectionChanged.add(async ({ address, isInsideTable }) => void seen.push([address, isInsideTable]));
    await context.sync();
    for (const address of ["A1", "C3:D4", "E5", "E6"]) sheet.getRange(address).select();
    await context.sync();
  });
  await arrive();
  expect(seen).toEqual([
    ["C3", true],
    ["", false],
  ]);
});

test("another person's edit comes as Remote, and the add-in's events can be switched off", async () => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async ({ address, source }) => void seen.push(`${address} ${source}`));
    await context.sync();
  });
  const next = addin.standIn.workbook.activeSheet;
  addin.standIn.play.beforeRequest = () => {
    addin.standIn.play.beforeRequest = null;
    next.write([{ row: 4, column: 0, value: "theirs" }]);
  };
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [["mine"]];
    await context.sync();
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getFirst().getRange("A2").values = [["quiet"]];
    await context.sync();
    context.runtime.enableEvents = true;
    context.workbook.worksheets.getFirst().getRange("A3").values = [["heard"]];
    await context.sync();
  });
  await arrive();
  expect(seen).toEqual(["A5 Remote", "A1 Local", "A3 Local"]);
});

test("events that the stand-in does not have are refused by name", async () => {
  await expect(
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().onSingleClicked.add(async () => undefined);
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("SingleClicked") });
});
