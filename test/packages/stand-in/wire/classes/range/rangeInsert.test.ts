import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** Writes, then does something in a batch of its own, and reads what stands in an area afterwards. */
async function after(
  address: string,
  formulas: unknown[][],
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
  read = address,
): Promise<{ formulas: unknown[][]; values: unknown[][] }> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange(address).formulas = formulas as never;
    await context.sync();
    act(sheet, context);
    await context.sync();
    const range = sheet.getRange(read);
    range.load("formulas,values");
    await context.sync();
    return { formulas: range.formulas, values: range.values };
  });
}

const block = [
  [1, 10, "=SUM(A1:A3)"],
  [2, 20, "=A2+B2"],
  [3, 30, "=SUM(A1:B3)"],
];

test("cells put in push those below down, in their columns only", async () => {
  const { formulas, values } = await after(
    "A1:C3",
    block,
    (sheet) => void sheet.getRange("A2").insert("Down"),
    "A1:C4",
  );
  expect(formulas).toEqual([
    [1, 10, "=SUM(A1:A4)"],
    ["", 20, "=A3+B2"],
    // Only part of this reference moves, so that all of it stays, as in Excel.
    [2, 30, "=SUM(A1:B3)"],
    [3, "", ""],
  ]);
  expect(values[1]?.[2]).toBe(22);
});

test("cells put in push those beside to the right", async () => {
  const { formulas } = await after("A1:C3", block, (sheet) => void sheet.getRange("A2:B2").insert("Right"), "A1:E3");
  expect(formulas).toEqual([
    [1, 10, "=SUM(A1:A3)", "", ""],
    ["", "", 2, 20, "=C2+D2"],
    [3, 30, "=SUM(A1:B3)", "", ""],
  ]);
});

test("cells taken out pull those beyond up or to the left, and what used them is #REF!", async () => {
  const up = await after("A1:C3", block, (sheet) => sheet.getRange("A2").delete("Up"));
  expect(up.formulas).toEqual([
    [1, 10, "=SUM(A1:A2)"],
    [3, 20, "=#REF!+B2"],
    ["", 30, "=SUM(A1:B3)"],
  ]);
  expect(up.values[1]?.[2]).toBe("#REF!");
  const left = await after("A1:C3", block, (sheet) => sheet.getRange("A2").delete("Left"));
  expect(left.formulas[1]).toEqual([20, "=#REF!+A2", ""]);
});

test("formats, names, merges, other sheets and charts follow", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const other = context.workbook.worksheets.add("Other");
    sheet.getRange("A1:B3").values = [
      ["", "Cost"],
      ["a", 2],
      ["b", 3],
    ];
    sheet.getRange("B3").format.fill.color = "#FFEE00";
    sheet.getRange("B3").numberFormat = [["0.00"]];
    sheet.getRange("A5:B6").merge();
    context.workbook.names.add("Last", sheet.getRange("B3"));
    other.getRange("A1").formulas = [["=Sheet1!B3*2"]];
    await context.sync();
    const inserted = sheet.getRange("A2:B3").insert("Down");
    inserted.load("address");
    await context.sync();
    const moved = sheet.getRange("B5");
    const blank = sheet.getRange("B3");
    const name = context.workbook.names.getItem("Last");
    const merged = sheet.getRange("A1:B20").getMergedAreasOrNullObject();
    const formula = other.getRange("A1");
    moved.load("values,numberFormat,format/fill/color");
    blank.load("values,numberFormat,format/fill/color");
    name.load("formula");
    merged.load("address");
    formula.load("formulas,values");
    await context.sync();
    return [
      ...[inserted.address, moved.values, moved.numberFormat, moved.format.fill.color],
      ...[blank.values, blank.numberFormat, blank.format.fill.color],
      ...[name.formula, merged.address, formula.formulas, formula.values],
    ];
  });
  expect(seen).toEqual([
    ...["Sheet1!A2:B3", [[3]], [["0.00"]], "#FFEE00"],
    ...[[[""]], [["General"]], "#FFFFFF"],
    ...["=Sheet1!$B$5", "Sheet1!A7:B8", [["=Sheet1!B5*2"]], [[6]]],
  ]);
});

test("an array that is pushed down spills from where it is now", async () => {
  const { formulas, values } = await after(
    "A1:C1",
    [["=SEQUENCE(3)", "", "=SUM(A1#)"]],
    (sheet) => void sheet.getRange("A1:A2").insert("Down"),
    "A1:C5",
  );
  expect(values.map((row) => row[0])).toEqual(["", "", 1, 2, 3]);
  expect(formulas[0]?.[2]).toBe("=SUM(A3#)");
  expect(values[0]?.[2]).toBe(6);
});

describe("tables", () => {
  beforeEach(async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B3:C6").values = [
        ["Lever", "Saving"],
        ["Estates", 2],
        ["Agency", 5],
        ["Drugs", 7],
      ];
      sheet.tables.add("B3:C6", true).name = "Levers";
      sheet.getRange("F1").formulas = [["=SUM(Levers[Saving])"]];
      await context.sync();
    });
  });

  const shifting = (address: string, act: (range: Excel.Range) => void) =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      act(sheet.getRange(address));
      await context.sync();
      const table = context.workbook.tables.getItem("Levers");
      const range = table.getRange();
      const total = sheet.getRange("F1");
      range.load("address,values");
      table.load("columns/items/name");
      total.load("values,formulas");
      await context.sync();
      return [range.address, table.columns.items.map(({ name }) => name), total.values, total.formulas];
    });

  test.each([
    ["B1:C2", "Down", "B5:C8", 14],
    ["A1:D1", "Down", "B4:C7", 14],
    ["B3:C3", "Down", "B4:C7", 14],
    ["B5:C5", "Down", "B3:C7", 14],
    ["A3:A6", "Right", "C3:D6", 14],
    ["A3:A9", "Right", "C3:D6", 14],
  ] as const)("cells put in at %s %s leave the table whole, at %s", async (address, shift, to, total) => {
    expect(await shifting(address, (range) => void range.insert(shift))).toEqual([
      ...[`Sheet1!${to}`, ["Lever", "Saving"], [[total]], [["=SUM(Levers[Saving])"]]],
    ]);
  });

  test.each([
    ["B1:C2", "Up", "B1:C4", 14],
    ["B5:C5", "Up", "B3:C5", 9],
    ["A3:A6", "Left", "A3:B6", 14],
  ] as const)("cells taken out at %s %s leave the table whole, at %s", async (address, shift, to, total) => {
    expect(await shifting(address, (range) => range.delete(shift))).toEqual([
      ...[`Sheet1!${to}`, ["Lever", "Saving"], [[total]], [["=SUM(Levers[Saving])"]]],
    ]);
  });

  test("a column of cells put into the table is a column of it", async () => {
    const [address, columns, total] = await shifting("C3:C6", (range) => void range.insert("Right"));
    expect([address, columns, total]).toEqual(["Sheet1!B3:D6", ["Lever", "Column1", "Saving"], [[14]]]);
  });

  test.each([
    ["B1", "Down"],
    ["B5", "Down"],
    ["A5:D5", "Down"],
    ["A4", "Right"],
    ["B3", "Right"],
  ] as const)(
    "cells at %s that would push part of the table %s are refused, and nothing moves",
    async (address, shift) => {
      await expect(shifting(address, (range) => void range.insert(shift))).rejects.toMatchObject({
        code: "InsertDeleteConflict",
      });
      expect(await shifting("A1", () => undefined)).toEqual([
        ...["Sheet1!B3:C6", ["Lever", "Saving"], [[14]], [["=SUM(Levers[Saving])"]]],
      ]);
    },
  );

  test.each([
    ["B5", "Up"],
    ["B3:C3", "Up"],
    ["B4:C6", "Up"],
    ["A4", "Left"],
  ] as const)("cells at %s that would pull part of the table %s are refused", async (address, shift) => {
    await expect(shifting(address, (range) => range.delete(shift))).rejects.toMatchObject({
      code: "InsertDeleteConflict",
    });
  });

  test("rows that a table makes room for move references below it", async () => {
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B8:F8").formulas = [["below", 9, "", "=C8+SUM(C3:C6)", "=D8"]];
      await context.sync();
      sheet.tables.getItem("Levers").rows.add(0, [["Beds", 1]]);
      await context.sync();
      const range = sheet.getRange("B8:F9");
      range.load("formulas,values");
      await context.sync();
      return [range.formulas, range.values[0]?.[3]];
    });
    expect(seen).toEqual([
      [
        ["", "", "", "=C9+SUM(C3:C7)", "=D8"],
        ["below", 9, "", "", ""],
      ],
      24,
    ]);
  });

  test("a table is cut and pasted as a whole, with its name", async () => {
    expect(await shifting("A3:C6", (range) => range.moveTo("G10"))).toEqual([
      ...["Sheet1!H10:I13", ["Lever", "Saving"], [[14]], [["=SUM(Levers[Saving])"]]],
    ]);
    await expect(shifting("H10:H13", (range) => range.moveTo("A1"))).rejects.toMatchObject({
      code: "InvalidOperation",
    });
  });
});

test("what is merged only partly in the way stops the shift", async () => {
  const act = (sheet: Excel.Worksheet) => {
    sheet.getRange("A5:B5").merge();
    sheet.getRange("A2").insert("Down");
  };
  await expect(after("A1", [[1]], act)).rejects.toMatchObject({ code: "InsertDeleteConflict" });
});

test("cells at the end of the sheet cannot be pushed off it", async () => {
  await expect(after("A1048576", [[1]], (sheet) => void sheet.getRange("A1:A2").insert("Down"))).rejects.toMatchObject({
    code: "NonBlankCellOffSheet",
  });
});

test("cut cells keep their formulas' meaning, and those that use them follow", async () => {
  const { formulas, values } = await after(
    "A1:C3",
    [
      [1, 2, "=A1+B1"],
      ["=A1*10", "", "=SUM(A1:A2)"],
      ["=C1", "", "=E5"],
    ],
    (sheet) => sheet.getRange("A1:A2").moveTo("E5"),
    "A1:E6",
  );
  expect(formulas.slice(0, 3).map((row) => row.slice(0, 3))).toEqual([
    ["", 2, "=E5+B1"],
    ["", "", "=SUM(E5:E6)"],
    ["=C1", "", "=#REF!"],
  ]);
  expect([formulas[4]?.[4], formulas[5]?.[4]]).toEqual([1, "=E5*10"]);
  expect([values[0]?.[2], values[1]?.[2], values[2]?.[2]]).toEqual([3, 11, "#REF!"]);
});

test("cut cells may land on part of where they were", async () => {
  const { formulas } = await after(
    "A1:B3",
    [
      [1, "=A1"],
      [2, "=A2"],
      [3, "=A3"],
    ],
    (sheet) => sheet.getRange("A1:A3").moveTo("A2"),
    "A1:B4",
  );
  expect(formulas).toEqual([
    ["", "=A2"],
    [1, "=A3"],
    [2, "=A4"],
    [3, ""],
  ]);
});

test("cells cut to another sheet name the one they came from", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.worksheets.add("My data");
    sheet.getRange("A1:C1").formulas = [[4, "=A1+C1", 3]];
    sheet.getRange("A1").numberFormat = [["0.0"]];
    sheet.getRange("D1").formulas = [["=B1"]];
    await context.sync();
    sheet.getRange("A1:B1").moveTo("'My data'!B2");
    await context.sync();
    const there = context.workbook.worksheets.getItem("My data").getRange("B2:C2");
    const here = sheet.getRange("A1:D1");
    there.load("formulas,values,numberFormat");
    here.load("formulas,values");
    await context.sync();
    return [there.formulas, there.values, there.numberFormat[0]?.[0], here.formulas];
  });
  expect(seen).toEqual([[[4, "=B2+Sheet1!C1"]], [[4, 7]], "0.0", [["", "", 3, "='My data'!C2"]]]);
});

test("merging keeps the first value, and takes in what was merged there", async () => {
  const { values } = await after(
    "A1:C2",
    [
      ["", 5, 6],
      [7, "", 8],
    ],
    (sheet) => {
      sheet.getRange("A1:A2").merge();
      sheet.getRange("A1:B2").merge();
    },
  );
  expect(values).toEqual([
    [7, "", 6],
    ["", "", 8],
  ]);
  expect(addin.standIn.workbook.activeSheet.merges).toEqual([{ row: 0, column: 0, rowCount: 2, columnCount: 2 }]);
});

test("ranges that the add-in holds go with their cells", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B4").values = [
      [1, 5],
      [2, 6],
      [3, 7],
      [4, 8],
    ];
    const range = sheet.getRange("A3:A4");
    const areas = sheet.getRanges("A1,A4");
    const room = sheet.getRange("A2").insert("Down");
    for (const each of [range, areas, room]) each.load("address");
    await context.sync();
    const addresses = [range.address, areas.address, room.address];
    sheet.getRange("1:1").insert("Down");
    range.load("address,values");
    await context.sync();
    addresses.push(range.address);
    return addresses;
  });
  expect(seen).toEqual(["Sheet1!A4:A5", "Sheet1!A1, Sheet1!A5", "Sheet1!A2", "Sheet1!A5:A6"]);
});

test("a range whose cells are gone is an invalid reference", async () => {
  await expect(
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A3");
      range.load("address");
      await context.sync();
      context.workbook.worksheets.getFirst().getRange("A2:A4").delete("Up");
      await context.sync();
      range.values = [[1]];
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidReference" });
});
