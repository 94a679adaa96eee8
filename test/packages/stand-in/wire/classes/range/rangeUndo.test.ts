import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C4").formulas = [
      ["Lever", "Saving", "=SUM(Levers[Saving])"],
      ["Estates", 2, "=B2*2"],
      ["Agency", 5, "=SUM(B2:B3)"],
      ["", "", "=SEQUENCE(2)"],
    ];
    sheet.tables.add("A1:B3", true).name = "Levers";
    sheet.getRange("E1:F2").merge();
    sheet.getRange("A2:B2").format.fill.color = "#EEEEEE";
    sheet.getRange("1:1").format.rowHeight = 50;
    sheet.getRange("D1:D6").values = [[3], ["x"], [3], [1], ["x"], [""]];
    context.workbook.names.add("Last", sheet.getRange("B3"));
    context.workbook.worksheets.add("Other").getRange("A1").formulas = [["=Sheet1!B3"]];
    await context.sync();
  });
});
afterEach(() => addin.close());

/** What would be saved, with names and tables; what an array spills comes back with the calculation. */
function content() {
  const { sheets, names } = addin.standIn.content();
  return { sheets, names };
}

async function settled(act: () => Promise<void>): Promise<ReturnType<typeof content>> {
  await act();
  await addin.standIn.workbook.calculation.settle();
  return content();
}

test.each<[string, (sheet: Excel.Worksheet) => void]>([
  ["cells pushed down", (sheet) => void sheet.getRange("A1:C2").insert("Down")],
  ["cells pushed right", (sheet) => void sheet.getRange("A1:A3").insert("Right")],
  ["cells pulled up", (sheet) => sheet.getRange("A2:B2").delete("Up")],
  ["a table cut and pasted", (sheet) => sheet.getRange("A1:B3").moveTo("H4")],
  ["cells cut to another sheet", (sheet) => sheet.getRange("C2:C4").moveTo("Other!C1")],
  ["merged cells", (sheet) => sheet.getRange("D4:F5").merge()],
  ["a copy", (sheet) => sheet.getRange("H1").copyFrom("A1:F3")],
  ["a copy of formats", (sheet) => sheet.getRange("H1").copyFrom("A2:B2", "Formats")],
  ["a fill", (sheet) => sheet.getRange("D1").autoFill("D1:D9", "FillSeries")],
  ["a sort", (sheet) => sheet.getRange("D1:D6").sort.apply([{ key: 0 }])],
  ["a sorted table", (sheet) => sheet.tables.getItem("Levers").sort.apply([{ key: 0 }])],
  ["duplicates", (sheet) => void sheet.getRange("D1:D6").removeDuplicates([0], false)],
  ["texts replaced", (sheet) => void sheet.replaceAll("x", "y", {})],
  [
    "properties of cells",
    (sheet) => sheet.getRange("D1:D2").setRowProperties([{ rowHidden: true }, { format: { rowHeight: 40 } }]),
  ],
  ["heights fitted", (sheet) => sheet.getRange("1:2").format.autofitRows()],
  ["all rows of a table", (sheet) => sheet.tables.getItem("Levers").rows.deleteRowsAt(0, 2)],
  ["rows of a table", (sheet) => void sheet.tables.getItem("Levers").rows.add(0, [["Beds", 1]])],
  ["a column of a table", (sheet) => void sheet.tables.getItem("Levers").columns.add(1, undefined, "Group")],
])("%s: taken back and done again in one step", async (_what, act) => {
  const { calculation } = addin.standIn.workbook;
  const before = await settled(async () => undefined);
  const after = await settled(() =>
    Excel.run(async (context) => {
      act(context.workbook.worksheets.getFirst());
      await context.sync();
    }),
  );
  expect(after).not.toEqual(before);
  expect(await settled(() => calculation.undo())).toEqual(before);
  expect(await settled(() => calculation.redo())).toEqual(after);
});
