import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B3").values = [
      ["Lever", "Saving"],
      ["Estates", 2],
      ["Agency", 5],
    ];
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Levers";
    await context.sync();
  });
});
afterEach(() => addin.close());

async function onTable<R>(work: (table: Excel.Table, context: Excel.RequestContext) => Promise<R>): Promise<R> {
  return Excel.run((context) => work(context.workbook.tables.getItem("Levers"), context));
}

/** What stands in the first sheet. */
async function cells(address: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address);
    range.load("values");
    await context.sync();
    return range.values;
  });
}

test("a table knows its parts and its looks", async () => {
  const seen = await onTable(async (table, context) => {
    table.showBandedRows = false;
    table.style = "TableStyleLight9";
    const parts = [
      table.getRange(),
      table.getHeaderRowRange(),
      table.getDataBodyRange(),
      table.columns.getItem("Saving").getDataBodyRange(),
      table.rows.getItemAt(1).getRange(),
    ];
    for (const part of parts) part.load("address");
    table.load("name,style,showBandedRows,showFilterButton,showTotals,columns/items/name,worksheet/name,rows/count");
    await context.sync();
    return [
      parts.map((part) => part.address),
      table.name,
      table.style,
      table.showBandedRows,
      table.showFilterButton,
      table.columns.items.map((column) => column.name),
      table.worksheet.name,
      table.rows.count,
    ];
  });
  expect(seen).toEqual([
    ["Sheet1!A1:B3", "Sheet1!A1:B1", "Sheet1!A2:B3", "Sheet1!B2:B3", "Sheet1!A3:B3"],
    ...["Levers", "TableStyleLight9", false, true],
    ...[["Lever", "Saving"], "Sheet1", 2],
  ]);
});

test("rows and columns grow and go, and what is below moves", async () => {
  await onTable(async (table, context) => {
    table.worksheet.getRange("A5").values = [["below"]];
    table.rows.add(undefined, [
      ["Drugs", 1],
      ["Back office", 3],
    ]);
    table.rows.deleteRowsAt(0, 1);
    table.columns.add(undefined, [["Group"], ["x"], ["y"], ["z"]] as never);
    await context.sync();
  });
  expect(await cells("A1:C6")).toEqual([
    ["Lever", "Saving", "Group"],
    ["Agency", 5, "x"],
    ["Drugs", 1, "y"],
    ["Back office", 3, "z"],
    ["", "", ""],
    ["below", "", ""],
  ]);
});

test("formulas name the table and its columns, and follow when it grows", async () => {
  await onTable(async (table, context) => {
    table.worksheet.getRange("D1:D2").formulas = [["=SUM(Levers[Saving])"], ["=ROWS(Levers[#All])"]];
    await context.sync();
    table.rows.add(undefined, [["Drugs", 10]]);
    await context.sync();
  });
  expect(await cells("D1:D2")).toEqual([[17], [4]]);
});

test("inside a table a formula may leave out the table's name", async () => {
  await onTable(async (table, context) => {
    const column = table.columns.add(undefined, undefined, "Twice");
    column.getDataBodyRange().formulas = [["=[@Saving]*2"], ["=[@Saving]*2"]];
    await context.sync();
  });
  expect(await cells("C1:C3")).toEqual([["Twice"], [4], [10]]);
});

test("an array does not spill inside a table", async () => {
  await onTable(async (table, context) => {
    table.getRange().getCell(1, 1).formulas = [["=SEQUENCE(2)"]];
    await context.sync();
  });
  expect(await cells("B2:B3")).toEqual([["#SPILL!"], [5]]);
});

test("resize, totals row, convert to a range, delete", async () => {
  const seen = await onTable(async (table, context) => {
    table.worksheet.getRange("A4:B4").values = [["Drugs", 1]];
    table.resize("A1:B4");
    table.showTotals = true;
    const totals = table.getTotalRowRange();
    totals.load("address,values");
    await context.sync();
    const range = table.convertToRange();
    range.load("address");
    const tables = context.workbook.tables;
    tables.load("count");
    await context.sync();
    return [totals.address, totals.values, range.address, tables.count];
  });
  expect(seen).toEqual(["Sheet1!A5:B5", [["Total", ""]], "Sheet1!A1:B5", 0]);
});

test("tables do not overlap, and their names are names", async () => {
  const add = (address: string, name: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().tables.add(address, true).name = name;
      await context.sync();
    });
  await expect(add("B2:C4", "Other")).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(add("E1:F2", "two words")).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(add("H1:I2", "levers")).rejects.toMatchObject({ code: "ItemAlreadyExists" });
});

test("a table is not made over merged cells, nor cells merged in a table", async () => {
  const act = (change: (sheet: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      change(context.workbook.worksheets.getFirst());
      await context.sync();
    });
  await act((sheet) => sheet.getRange("E2:F2").merge());
  const conflict = { code: "MergedRangeConflict" };
  await expect(act((sheet) => void sheet.tables.add("D1:F3", true))).rejects.toMatchObject(conflict);
  await expect(act((sheet) => sheet.getRange("B2:C2").merge())).rejects.toMatchObject(conflict);
});

test("a table without headings gets a row of them", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("E1:F1").values = [[7, 8]];
    sheet.tables.add("E1:F1", false);
    await context.sync();
  });
  expect(await cells("E1:F2")).toEqual([
    ["Column1", "Column2"],
    [7, 8],
  ]);
});

test("a table of another name is no object, or is not found", async () => {
  const isNull = await Excel.run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject("Nope");
    table.load("name");
    await context.sync();
    return table.isNullObject;
  });
  expect(isNull).toBe(true);
});

test("rows are deleted by number and as objects, and of all of them one stays, empty", async () => {
  await onTable(async (table, context) => {
    table.rows.add(undefined, [
      ["Drugs", 1],
      ["Beds", 3],
    ]);
    await context.sync();
    table.rows.deleteRows([2, 0]);
    await context.sync();
  });
  expect(await cells("A1:B4")).toEqual([
    ["Lever", "Saving"],
    ["Agency", 5],
    ["Beds", 3],
    ["", ""],
  ]);
  const rest = await onTable(async (table, context) => {
    table.rows.deleteRows([table.rows.getItemAt(1), table.rows.getItemAt(0)]);
    table.rows.load("count");
    await context.sync();
    return table.rows.count;
  });
  expect(rest).toBe(1);
  expect(await cells("A1:B3")).toEqual([
    ["Lever", "Saving"],
    ["", ""],
    ["", ""],
  ]);
  await expect(
    onTable(async (table, context) => {
      table.rows.deleteRows([1]);
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a table says what its filter covers, and whether it hides rows", async () => {
  const content = addin.standIn.content();
  addin.close();
  const [sheet] = content.sheets;
  const seen = async () => {
    addin = await openAddin({ content: structuredClone(content) });
    return onTable(async (table, context) => {
      table.showTotals = true;
      const { autoFilter } = table;
      autoFilter.load("enabled,isDataFiltered");
      const covered = autoFilter.getRange();
      covered.load("address");
      await context.sync();
      return [autoFilter.enabled, autoFilter.isDataFiltered, covered.address];
    });
  };
  expect(await seen()).toEqual([true, false, "Sheet1!A1:B3"]);
  addin.close();
  if (sheet?.tables[0]) sheet.tables[0].isFiltered = true;
  expect(await seen()).toEqual([true, true, "Sheet1!A1:B3"]);
});

test("rows of a table that somebody has filtered are not deleted", async () => {
  const content = addin.standIn.content();
  addin.close();
  const [sheet] = content.sheets;
  if (sheet?.tables[0]) sheet.tables[0].isFiltered = true;
  sheet?.rows.set(2, { height: null, hidden: true });
  addin = await openAddin({ content });
  for (const act of [
    (rows: Excel.TableRowCollection) => rows.deleteRowsAt(0),
    (rows: Excel.TableRowCollection) => rows.deleteRows([0]),
  ])
    await expect(
      onTable(async (table, context) => {
        act(table.rows);
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InsertDeleteConflict" });
  expect(await cells("A1:B3")).toEqual([
    ["Lever", "Saving"],
    ["Estates", 2],
    ["Agency", 5],
  ]);
});
