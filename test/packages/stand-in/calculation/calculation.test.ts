import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin({ onInternalError: (error) => error && console.error(error) })));
afterEach(() => addin.close());

/** Types cells ("A1": "=1+1") and answers what some of them show. */
async function show(cells: Record<string, unknown>, ...addresses: string[]): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (const [address, value] of Object.entries(cells)) sheet.getRange(address).values = [[value]] as never;
    const ranges = addresses.map((address) => sheet.getRange(address));
    for (const range of ranges) range.load("values");
    await context.sync();
    return ranges.map((range) =>
      range.values.length === 1 && range.values[0]?.length === 1 ? (range.values[0][0] as unknown) : range.values,
    );
  });
}

test("a spilled array, what refers to it, and what stands in its way", async () => {
  const seen = await show(
    { A1: "=SEQUENCE(3)", B1: "=SUM(A1#)", C1: "=A1:A3*2", D2: "x", D1: "=SEQUENCE(2)" },
    "A1:A3",
    "B1",
    "C1:C3",
    "D1:D2",
  );
  expect(seen).toEqual([[[1], [2], [3]], 6, [[2], [4], [6]], [["#SPILL!"], ["x"]]]);
  expect(await show({ A1: "=SEQUENCE(2)", D2: "" }, "A1:A3", "B1", "D1:D2")).toEqual([[[1], [2], [""]], 3, [[1], [2]]]);
});

test("the one value that @ takes from a range or an array", async () => {
  expect(
    await show({ A1: 5, A2: 7, B2: "=@A1:A3", C1: "=@SEQUENCE(3)+1", D1: "=SUM(@A1:A1,1)" }, "B2", "C1:C2", "D1"),
  ).toEqual([7, [[2], [""]], 6]);
});

test("TRUE and FALSE are no numbers", async () => {
  const seen = await show({ A1: "=1>0", A2: "=ISNUMBER(A1)", A3: false, A4: "=IF(A3,1,2)" }, "A1", "A2", "A3", "A4");
  expect(seen).toEqual([true, false, false, 2]);
});

test("errors are passed on, and unknown functions are #NAME?", async () => {
  const seen = await show(
    { A1: "=1/0", A2: "=A1+1", A3: "=SAVINGS.NOSUCH(1)", A4: "=IFERROR(A3,9)", A5: "=NA()" },
    "A1",
    "A2",
    "A3",
    "A4",
    "A5",
  );
  expect(seen).toEqual(["#DIV/0!", "#DIV/0!", "#NAME?", 9, "#N/A"]);
});

test("a name that means something else changes the formulas that use it", async () => {
  await show({ A1: 1, A2: 2 });
  await Excel.run(async (context) => void context.workbook.names.add("Rate", "=Sheet1!$A$1"));
  expect(await show({ B1: "=Rate*10" }, "B1")).toEqual([10]);
  await Excel.run(async (context) => void (context.workbook.names.getItem("Rate").formula = "=Sheet1!$A$2"));
  expect(await show({}, "B1")).toEqual([20]);
});

test("nothing is read of an earlier workbook's names", async () => {
  await Excel.run(async (context) => void context.workbook.names.add("Rate", "=5"));
  expect(await show({ B1: "=Rate*10" }, "B1")).toEqual([50]);
  addin.close();
  addin = await openAddin();
  expect(await show({ B1: "=Rate*10" }, "B1")).toEqual(["#NAME?"]);
});

test("calculation is manual until it is asked for", async () => {
  await show({ A1: 1, B1: "=A1+1" });
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.application.calculationMode = "Manual";
    sheet.getRange("A1").values = [[5]];
    const range = sheet.getRange("B1");
    range.load("values");
    await context.sync();
    const before = range.values;
    context.workbook.application.calculate("Recalculate");
    range.load("values");
    context.workbook.application.load("calculationMode,calculationState");
    await context.sync();
    return [
      before,
      range.values,
      context.workbook.application.calculationMode,
      context.workbook.application.calculationState,
    ];
  });
  expect(seen).toEqual([[[2]], [[6]], "Manual", "Done"]);
});

test("calculation is suspended until the next sync", async () => {
  await show({ A1: 1, B1: "=A1+1" });
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.application.suspendApiCalculationUntilNextSync();
    sheet.getRange("A1").values = [[5]];
    const range = sheet.getRange("B1");
    range.load("values");
    await context.sync();
    const before = range.values;
    range.load("values");
    await context.sync();
    return [before, range.values];
  });
  expect(seen).toEqual([[[2]], [[6]]]);
});

test("lookups find every one of many different values in a column", async () => {
  const count = 1500;
  const sheet = addin.standIn.workbook.activeSheet;
  sheet.write(Array.from({ length: count }, (_, row) => ({ row, column: 0, value: row * 7 })));
  sheet.write(
    Array.from({ length: count }, (_, row) => ({ row, column: 1, formula: `=MATCH(A${row + 1},A1:A${count},0)` })),
  );
  await addin.standIn.recalculate();
  expect(sheet.value(count - 1, 1)).toBe(count);
});

test("calculation leaves the formats of cells alone", async () => {
  await show({ A1: 2, B1: "=A1*50%" }, "B1");
  expect(addin.standIn.workbook.activeSheet.style(0, 1).numberFormat).toBe("General");
});

test("results keep every bit of a double, while equality and texts go by 15 digits", async () => {
  const cells = {
    A1: "=0.1+0.2",
    A2: "=1/3*3",
    A3: "=1/3",
    A4: "=A3*1E+12/1E+12",
    A5: "=7/A6",
    A6: 49,
    A7: "=1/3-0.3",
  };
  expect(await show(cells, "A1", "A2", "A3", "A4", "A5", "A7")).toEqual([
    ...[0.1 + 0.2, 1, 1 / 3, ((1 / 3) * 1e12) / 1e12, 7 / 49, 1 / 3 - 0.3],
  ]);
  expect(await show({ B1: "=A1=0.3", B2: "=A1>0.3", B3: '=A3&""' }, "B1", "B2", "B3")).toEqual([
    ...[true, false, "0.333333333333333"],
  ]);
});

test("a name like a function's leaves the function alone, and a name's sum stays together", async () => {
  await Excel.run(async (context) => {
    context.workbook.names.add("Rate", "=5");
    context.workbook.names.add("Both", "=Sheet1!$A$1+Sheet1!$A$2");
  });
  const seen = await show({ A1: 1, A2: 2, B1: "=ROUND(RATE(10,-100,800),4)+Rate", B2: "=Both*10" }, "B1", "B2");
  expect(seen).toEqual([5.0428, 30]);
});

test("numbers below a millionth are numbers, in formulas and in arrays", async () => {
  await show({ A1: "=0.00000001*2", B1: "=SUM({0.0000001;2})", C1: '="0.0000001"&""' }, "C1");
  const sheet = addin.standIn.workbook.activeSheet;
  expect([0, 1, 2].map((column) => sheet.value(0, column))).toEqual([2e-8, 2.0000001, "0.0000001"]);
});

test("constants in whatever form they are typed are numbers, of 15 digits", async () => {
  const cells = {
    A1: "=1.50",
    A2: "=1E-8",
    A3: "=SUM({1.50,2})",
    A4: '=1.50&""',
    A5: "=1.5E3",
    A6: "=1234567890123456",
  };
  expect(await show({ ...cells, A7: "=ISNUMBER(0.00000001)" }, "A1", "A2", "A3", "A4", "A5", "A6", "A7")).toEqual([
    ...[1.5, 1e-8, 3.5, "1.5", 1500, 1234567890123450, true],
  ]);
});

test("a last sum or difference that cancels to 15 digits is 0, and not in parentheses or inside", async () => {
  const cells = {
    A1: "=1-0.9-0.1",
    A2: "=(1-0.9-0.1)",
    A3: "=(1-0.9-0.1)*1",
    A4: "=52.8-8.8*6",
    A5: "=-0.3+(0.1+0.2)",
  };
  expect(await show({ ...cells, A6: "=(43.1-43.2)+1" }, "A1", "A2", "A3", "A4", "A5", "A6")).toEqual([
    ...[0, 1 - 0.9 - 0.1, 1 - 0.9 - 0.1, 0, 0, 43.1 - 43.2 + 1],
  ]);
});

test("references between sheets: through all of several, without regard to capitals, and to none", async () => {
  await Excel.run(async (context) => {
    for (const [index, name] of ["Mid year", "Last"].entries())
      context.workbook.worksheets.add(name).getRange("A1:A2").values = [[10 * (index + 1)], [index]];
    await context.sync();
  });
  const cells = {
    A1: 5,
    B1: "=SUM('Sheet1:Last'!A1)",
    B2: "='mid YEAR'!A1",
    B3: "=SUM(Nowhere!A1:A2)",
    B4: "=A90000+XFD1",
  };
  expect(await show(cells, "B1", "B2", "B3", "B4")).toEqual([35, 10, "#REF!", 0]);
  await Excel.run(async (context) => void context.workbook.worksheets.add("Nowhere"));
  expect(await show({}, "B3")).toEqual([0]);
});

test("every form of a reference to a table", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C3").values = [["Lever", "Gap #1", "Rate"]].concat([
      ["Solar", 3, 0.5],
      ["LED", 4, 0.25],
    ] as never[]);
    context.workbook.tables.add("A1:C3", true).name = "Levers";
    await context.sync();
    context.workbook.tables.getItem("Levers").showTotals = true;
  });
  const cells = {
    ...{ E1: "=SUM(Levers[Gap '#1])", E2: "=Levers[@Rate]*2", E3: "=SUM(Levers[@[Gap '#1]:[Rate]])" },
    ...{
      E4: "=ROWS(Levers[#All])",
      E5: "=Levers[[#Totals],[Lever]]",
      E6: "=COUNTA(levers[[#Headers],[#Data],[lever]])",
    },
    ...{ E7: "=SUM(Levers[Nothing])", E8: "=Levers[@Rate]", E9: "=ROWS(LEVERS)", E10: "=COLUMNS(Levers[])" },
  };
  const seen = await show(cells, "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10");
  expect(seen).toEqual([7, 1, 4.25, 4, "Total", 3, "#REF!", "#VALUE!", 2, 3]);
});

test("functions that take arrays where they have one value as a rule", async () => {
  const cells = {
    ...{
      A1: "LED",
      A2: "Solar",
      A3: "led",
      B1: 3,
      B2: 4,
      B3: 5,
      D1: '=VLOOKUP("Solar",CHOOSE({1,2},A1:A3,B1:B3),2,0)',
    },
    ...{ D2: "=ROWS(UNIQUE(A1:A3))", D3: "=SUM(MAKEARRAY(2,3,LAMBDA(r,c,r*c)))", D4: "=LAMBDA(x,y,x*y)(3,4)" },
    ...{ D5: "=SUM(N(OFFSET(B1,{0,1},0)))", D6: "=SUM({1,2,3}/{1,2})", D7: "=COUNT({1,2,3}/{1,2})" },
  };
  expect(await show(cells, "D1", "D2", "D3", "D4", "D5", "D6", "D7")).toEqual([4, 2, 18, 12, "#VALUE!", "#N/A", 2]);
});

test("comparisons know numbers from texts, patterns from letters and blanks from neither", async () => {
  const cells = {
    A1: 10,
    B1: '=A1="10"',
    B2: '="abc"="a*"',
    B3: "=C1=FALSE",
    B4: '=C1=""',
    B5: '="LED"="led"',
    B6: '=TRUE>"z"',
  };
  expect(await show(cells, "B1", "B2", "B3", "B4", "B5", "B6")).toEqual([false, false, true, true, true, true]);
});

test("the leap day of 1900, spaces that do not break, and the text of a link", async () => {
  const cells = {
    A1: "=DATE(1900,2,29)",
    A2: "=DAY(60)",
    A3: '=LEN(TRIM(UNICHAR(160)&"  a "))',
    A4: '=HYPERLINK("https://a","go")',
  };
  expect(await show({ ...cells, A5: "=TEXT(TRUE,0)" }, "A1", "A2", "A3", "A4", "A5")).toEqual([
    60,
    29,
    3,
    "go",
    "TRUE",
  ]);
});
