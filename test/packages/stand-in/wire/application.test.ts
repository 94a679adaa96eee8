import { join } from "node:path";
import JSZip from "jszip";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { turns } from "../../../support/turns";

let addin: OpenAddin;
const dist = join(__dirname, "..", "..", "..", "..", "dist");
beforeEach(async () => {
  addin = await openAddin({ functions: dist, onInternalError: (error) => error && console.error(error) });
});
afterEach(() => addin.close());

/** Counts how often the function is called, and answers how often it was. */
function countedFunction(): number[] {
  const calls: number[] = [];
  CustomFunctions.associate("COMPOUNDEFF", (rate: number) => calls.push(rate));
  return calls;
}

test("Recalculate calculates what is dirty; Full and FullRebuild everything, functions of the add-in too", async () => {
  const calls = countedFunction();
  await Excel.run(async (context) => {
    const { application, worksheets } = context.workbook;
    worksheets.getFirst().getRange("A1:A2").formulas = [["=SAVINGS.COMPOUNDEFF(2%,5)"], ["=A1*10"]];
    await context.sync();
    const shown = async () => {
      const range = worksheets.getFirst().getRange("A1:A2");
      range.load("values");
      await context.sync();
      return range.values.flat() as unknown[];
    };
    /** The runtime hands its answers over a few times a second. */
    const settled = async (): Promise<unknown[]> => {
      for (let i = 0; i < 100 && (await shown()).includes("#BUSY!"); i++) await turns(30);
      return shown();
    };
    expect([await settled(), calls.length]).toEqual([[1, 10], 1]);
    application.calculate(Excel.CalculationType.recalculate);
    await context.sync();
    expect([await settled(), calls.length]).toEqual([[1, 10], 1]);
    application.calculate("Full");
    await context.sync();
    expect([await settled(), calls.length]).toEqual([[2, 20], 2]);
    application.calculate("FullRebuild");
    await context.sync();
    expect([await settled(), calls.length]).toEqual([[3, 30], 3]);
  });
});

test("Recalculate draws RAND anew, and what reads it; a look at the cells does not", async () => {
  await Excel.run(async (context) => {
    const { application, worksheets } = context.workbook;
    const range = worksheets.getFirst().getRange("A1:B1");
    range.formulas = [["=RAND()", "=A1*2"]];
    const drawn = async (): Promise<number[]> => {
      range.load("values");
      await context.sync();
      return range.values[0] as number[];
    };
    const first = await drawn();
    expect(await drawn()).toEqual(first);
    application.calculate("Recalculate");
    const second = await drawn();
    expect(second[0]).not.toBe(first[0]);
    expect(second[1]).toBe(2 * second[0]!);
  });
});

test("manual calculation waits until it is asked for, and says so", async () => {
  const seen = await Excel.run(async (context) => {
    const { application, worksheets } = context.workbook;
    const range = worksheets.getFirst().getRange("A1:A2");
    range.formulas = [[1], ["=A1+1"]];
    application.calculationMode = Excel.CalculationMode.manual;
    await context.sync();
    worksheets.getFirst().getRange("A1").values = [[10]];
    const read = async () => {
      range.load("values");
      application.load("calculationMode,calculationState");
      await context.sync();
      return [range.values.flat(), application.calculationMode, application.calculationState];
    };
    const before = await read();
    application.calculate("Recalculate");
    const after = await read();
    application.calculationMode = "Automatic";
    return [before, after, await read()];
  });
  expect(seen).toEqual([
    [[10, 2], "Manual", "Pending"],
    [[10, 11], "Manual", "Done"],
    [[10, 11], "Automatic", "Done"],
  ]);
});

test("calculation that is suspended starts again with the next sync", async () => {
  const seen = await Excel.run(async (context) => {
    const { application, worksheets } = context.workbook;
    const range = worksheets.getFirst().getRange("A1:A2");
    range.formulas = [[1], ["=A1+1"]];
    await context.sync();
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    worksheets.getFirst().getRange("A1").values = [[10]];
    range.load("values");
    await context.sync();
    const inBatch = range.values.flat();
    range.load("values");
    await context.sync();
    return [inBatch, range.values.flat()];
  });
  expect(seen).toEqual([
    [10, 2],
    [10, 11],
  ]);
});

test("what Excel says of itself: culture, separators, engine, iteration", async () => {
  const seen = await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.load("calculationEngineVersion,decimalSeparator,thousandsSeparator,useSystemSeparators");
    application.cultureInfo.load("name,numberFormat/numberDecimalSeparator,datetimeFormat/shortDatePattern");
    application.iterativeCalculation.load("enabled,maxIteration,maxChange");
    await context.sync();
    const { cultureInfo, iterativeCalculation } = application;
    return [
      ...[application.decimalSeparator, application.thousandsSeparator, application.useSystemSeparators],
      ...[
        cultureInfo.name,
        cultureInfo.numberFormat.numberDecimalSeparator,
        cultureInfo.datetimeFormat.shortDatePattern,
      ],
      ...[iterativeCalculation.enabled, iterativeCalculation.maxIteration, iterativeCalculation.maxChange],
    ];
  });
  expect(seen).toEqual([".", ",", true, "en-US", ".", "M/d/yyyy", false, 100, 0.001]);
});

test.each<[string, (context: Excel.RequestContext) => void]>([
  ["iterating", ({ workbook }) => void (workbook.application.iterativeCalculation.enabled = true)],
  ["leaving data tables out", ({ workbook }) => void (workbook.application.calculationMode = "AutomaticExceptTables")],
  ["precision as displayed", ({ workbook }) => void (workbook.usePrecisionAsDisplayed = true)],
  ["saving", ({ workbook }) => workbook.save()],
  ["closing", ({ workbook }) => workbook.close()],
  ["properties of the document", ({ workbook }) => void workbook.properties.load("title")],
  ["comments", ({ workbook }) => void workbook.comments.load("items")],
  ["sheets' own properties", ({ workbook }) => void workbook.worksheets.getFirst().customProperties.add("a", "b")],
  ["margins", ({ workbook }) => void workbook.worksheets.getFirst().pageLayout.load("topMargin")],
])("%s is refused by name", async (_what, call) => {
  const error = await Excel.run(async (context) => (call(context), context.sync())).catch(
    (thrown: OfficeExtension.Error) => thrown,
  );
  expect(error).toMatchObject({
    code: "ApiNotFound",
    message: expect.stringMatching(/^\w+\.\w+.* is not implemented by the Excel stand-in\.$/) as string,
  });
});

test("the add-in hears no events while it has switched them off", async () => {
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async ({ address }) => void heard.push(address));
    context.runtime.enableEvents = false;
    await context.sync();
    sheet.getRange("A1").values = [[1]];
    await context.sync();
    context.runtime.enableEvents = true;
    context.runtime.load("enableEvents");
    sheet.getRange("A2").values = [[1]];
    await context.sync();
    expect(context.runtime.enableEvents).toBe(true);
  });
  await turns(100);
  expect(heard).toEqual(["A2"]);
});

/** Loads some of the workbook's own properties. */
async function workbookState(): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    workbook.load("isDirty,autoSave,previouslySaved,readOnly,usePrecisionAsDisplayed");
    const together = workbook.getIsActiveCollabSession();
    await context.sync();
    return [
      workbook.isDirty,
      workbook.autoSave,
      workbook.previouslySaved,
      workbook.readOnly,
      workbook.usePrecisionAsDisplayed,
      together.value,
    ];
  });
}

test.each<[string, (context: Excel.RequestContext) => void]>([
  ["a value", ({ workbook }) => void (workbook.worksheets.getFirst().getRange("A1").values = [[1]])],
  ["a format", ({ workbook }) => void (workbook.worksheets.getFirst().getRange("A1").format.font.bold = true)],
  ["a setting", ({ workbook }) => void workbook.settings.add("a", 1)],
  ["a name", ({ workbook }) => void workbook.names.add("Rate", "=1")],
])("%s makes a workbook dirty, to be seen in a file as in a new one", async (_what, change) => {
  expect(await workbookState()).toEqual([false, false, false, false, false, false]);
  await Excel.run(async (context) => change(context));
  expect((await workbookState())[0]).toBe(true);
  await Excel.run(async ({ workbook }) => void (workbook.isDirty = false));
  expect((await workbookState())[0]).toBe(false);
  addin.close();
  const file = newWorkbook();
  addin = await openAddin({ content: await readWorkbook(file), package: file });
  expect((await workbookState()).slice(0, 3)).toEqual([false, false, true]);
});

test("workbooks that formulas lean on are listed, and cannot be refreshed here", async () => {
  const zip = await JSZip.loadAsync(newWorkbook());
  const relationship = (id: string, kind: string, target: string, rest = "") =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${rest}/>`;
  const rels = (await zip.file("xl/_rels/workbook.xml.rels")?.async("string")) ?? "";
  zip.file(
    "xl/_rels/workbook.xml.rels",
    rels.replace(
      "</Relationships>",
      `${relationship("rIdLink", "externalLink", "externalLinks/externalLink1.xml")}</Relationships>`,
    ),
  );
  zip.file(
    "xl/externalLinks/externalLink1.xml",
    '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
  );
  const path = relationship("rId1", "externalLinkPath", "Budget%202026.xlsx", ' TargetMode="External"');
  zip.file(
    "xl/externalLinks/_rels/externalLink1.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${path}</Relationships>`,
  );
  addin.close();
  addin = await openAddin({ content: await readWorkbook(await zip.generateAsync({ type: "uint8array" })) });
  const paths = await Excel.run(async (context) => {
    const { linkedWorkbooks } = context.workbook;
    linkedWorkbooks.load("items/id");
    const none = linkedWorkbooks.getItemOrNullObject("Other.xlsx");
    none.load("id");
    await context.sync();
    return [linkedWorkbooks.items.map(({ id }) => id), none.isNullObject];
  });
  expect(paths).toEqual([["Budget%202026.xlsx"], true]);
  const refresh = Excel.run(async (context) => (context.workbook.linkedWorkbooks.refreshAll(), context.sync()));
  await expect(refresh).rejects.toMatchObject({ code: "RefreshWorkbookLinksBlocked" });
});

test("a name for an array constant, a formula in the user's language, a new formula, and one that cannot be read", async () => {
  const seen = await Excel.run(async (context) => {
    const { names } = context.workbook;
    const weights = names.add("Weights", '={0.5,"a;b";1,TRUE}');
    const total = names.addFormulaLocal("Total", "=1+2", "a sum");
    weights.load("type");
    weights.arrayValues.load("values,types");
    const cell = context.workbook.worksheets.getFirst().getRange("A1");
    cell.formulas = [["=Total*INDEX(Weights,1,1)"]];
    cell.load("values");
    await context.sync();
    total.formula = "=10";
    await context.sync();
    cell.load("values");
    total.load("comment,formula,visible");
    await context.sync();
    return [
      weights.type,
      weights.arrayValues.values,
      weights.arrayValues.types,
      cell.values,
      total.comment,
      total.formula,
      total.visible,
    ];
  });
  const types = [
    ["Double", "String"],
    ["Double", "Boolean"],
  ];
  expect(seen).toEqual([
    "Array",
    [
      [0.5, "a;b"],
      [1, true],
    ],
    types,
    [[5]],
    "a sum",
    "=10",
    true,
  ]);
  const breaking = Excel.run(async ({ workbook }) => void (workbook.names.getItem("Total").formula = "=SUM("));
  await expect(breaking).rejects.toMatchObject({ code: "InvalidArgument" });
});
