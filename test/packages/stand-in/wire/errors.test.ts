import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { situations } from "./errors/situations";

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  await Excel.run(async ({ workbook }) => {
    const data = workbook.worksheets.getFirst();
    data.name = "Data";
    data.getRange("A1:B3").values = [
      ["Category", "Cost"],
      ["a", 1],
      ["b", 2],
    ];
    data.tables.add("A1:B3", true).name = "Costs";
    data.charts.add("ColumnClustered", data.getRange("A1:B3")).name = "Bars";
    workbook.names.add("Rate", 0.02 as never);
    workbook.names.add("Total", data.getRange("B2:B3"));
    workbook.worksheets.add("Hidden").visibility = "Hidden";
    workbook.worksheets.add("Secret").visibility = "VeryHidden";
    workbook.customXmlParts.add('<a xmlns="urn:twice"/>');
    workbook.customXmlParts.add('<a xmlns="urn:twice"/>');
  });
});
afterEach(() => addin.close());

/** The workbook as it would be saved, without what the batch does before and after the call that fails. */
function withoutMarks(): unknown {
  const content = addin.standIn.content();
  return JSON.parse(
    JSON.stringify(content, (key, value: unknown) =>
      value instanceof Map ? [...value] : key === "settings" || key === "activeSheet" ? null : value,
    ),
  ) as unknown;
}

test.each(situations.map((situation) => [situation.code, situation.does, situation] as const))(
  "%s: %s",
  async (code, _does, { before, call, location }) => {
    if (before) await Excel.run(async (context) => before(context));
    const asBefore = withoutMarks();
    let error: OfficeExtension.Error | null = null;
    await Excel.run(async (context) => {
      const { settings, worksheets } = context.workbook;
      context.trace("before");
      settings.add("before", true);
      call(context, worksheets.getItem("Data"));
      settings.add("after", true);
      context.trace("after");
      await context.sync();
    }).catch((thrown: OfficeExtension.Error) => (error = thrown));
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    const { code: seen, debugInfo, traceMessages, message } = error as unknown as OfficeExtension.Error;
    expect(seen).toBe(code);
    expect(message).toMatch(/\w+.*\.$/);
    if (location !== undefined) expect(debugInfo.errorLocation).toBe(location);
    expect(debugInfo.statement).toMatch(/\S/);
    expect(debugInfo.surroundingStatements).toEqual(expect.arrayContaining(["// >>>>>", "// <<<<<"]));
    // What came before stays done, the call did nothing, and what came after was not tried.
    expect([...addin.standIn.workbook.settings.keys()]).toEqual(["before"]);
    expect(traceMessages).toEqual(["before"]);
    expect(withoutMarks()).toEqual(asBefore);
  },
);

test("InvalidSelection: the selected range, where several are selected", async () => {
  const { workbook } = addin.standIn;
  const cell = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  workbook.select(workbook.activeSheet, [cell, { ...cell, row: 5 }]);
  const selected = () =>
    Excel.run(async (context) => (context.workbook.getSelectedRange().load("address"), context.sync()));
  await expect(selected()).rejects.toMatchObject({ code: "InvalidSelection" });
  workbook.select(workbook.activeSheet, [cell]);
  await selected();
});

test("there are enough situations to speak of a table, and each code of Excel's that is played stands in it", () => {
  expect(situations.length).toBeGreaterThanOrEqual(60);
  const codes = new Set(situations.map(({ code }) => code));
  for (const code of [
    "ItemNotFound",
    "ItemAlreadyExists",
    "InvalidArgument",
    "InvalidOperation",
    "AccessDenied",
    "ApiNotFound",
  ])
    expect(codes).toContain(code);
});
