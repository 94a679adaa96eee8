import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => void (addin = await openAddin()));
afterEach(() => addin.close());

const on = <T>(work: (layout: Excel.PageLayout, sheet: Excel.Worksheet) => T) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const answer = work(sheet.pageLayout, sheet);
    await context.sync();
    return answer;
  });
const page = () => addin.standIn.content().sheets[0]?.page;

test("what is set is kept, and read back", async () => {
  await on((layout) => {
    layout.orientation = "Landscape";
    layout.paperSize = "A4";
    layout.zoom = { horizontalFitToPages: 1 };
    layout.setPrintTitleRows("$3:$4");
    layout.headersFooters.defaultForAllPages.set({ leftFooter: "A && B", rightFooter: "Page &P of &N" });
  });
  expect(page()).toEqual({
    isLandscape: true,
    paperSize: 9,
    fit: { wide: 1, tall: 0 },
    titleRows: { row: 2, rowCount: 2 },
    footer: { left: "A && B", center: "", right: "Page &P of &N" },
  });
  const [layout, rows, footer] = await on((each) => {
    each.load("orientation,paperSize,zoom");
    const titles = each.getPrintTitleRowsOrNullObject();
    titles.load("rowIndex,rowCount");
    const texts = each.headersFooters.defaultForAllPages;
    texts.load("leftFooter,centerFooter");
    return [each, titles, texts] as const;
  });
  expect([layout.orientation, layout.paperSize, layout.zoom]).toEqual([
    "Landscape",
    "A4",
    { horizontalFitToPages: 1, verticalFitToPages: null, scale: null },
  ]);
  expect([rows.rowIndex, rows.rowCount, footer.leftFooter, footer.centerFooter]).toEqual([2, 2, "A && B", ""]);
});

test("without settings a sheet is portrait at 100%, with no rows repeated", async () => {
  const [layout, rows] = await on((each) => {
    each.load("orientation,zoom");
    return [each, each.getPrintTitleRowsOrNullObject().load("address")] as const;
  });
  expect([layout.orientation, layout.zoom.scale, rows.isNullObject]).toEqual(["Portrait", 100, true]);
});

test("repeated rows go where they went, and one undo takes settings back", async () => {
  await on((layout, sheet) => {
    layout.setPrintTitleRows(sheet.getRange("2:2"));
    sheet.getRange("1:3").insert("Down");
  });
  expect(page()?.titleRows).toEqual({ row: 4, rowCount: 1 });
  await on((layout) => void (layout.orientation = "Landscape"));
  await addin.standIn.workbook.calculation.undo();
  expect(page()?.isLandscape).toBeUndefined();
});

test.each<[string, (layout: Excel.PageLayout) => void]>([
  ["a scale beyond 400%", (layout) => (layout.zoom = { scale: 500 })],
  ["no page at all", (layout) => (layout.zoom = { horizontalFitToPages: 0 })],
  ["rows that are not whole", (layout) => layout.setPrintTitleRows("A3:C4")],
  ["paper that there is not", (layout) => (layout.paperSize = "A9" as "A4")],
])("%s is refused", async (_what, set) => {
  await expect(on(set)).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a protected sheet keeps its settings", async () => {
  await on((_layout, sheet) => sheet.protection.protect());
  await expect(on((layout) => void (layout.orientation = "Landscape"))).rejects.toMatchObject({ code: "AccessDenied" });
});
