import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { runScenario } from "../../../../src/workbook/runScenario";
import type * as writeModule from "../../../../src/workbook/write/writeBreakdown";
import { partsOf } from "../../../packages/xlsx/support/packageParts";
import { planBook } from "../../support/planBook";

let standIn: StandIn;
const open = async (content = planBook()) => void ({ standIn } = await openAddin({ content }));
afterEach(() => standIn.close());

const onePage = ["Summary", "Bridge", "Position"];
const written = () => standIn.content().sheets.filter(({ name }) => name.startsWith("As planned "));

test("every sheet is A4, landscape but for Notes, one page wide, with its headings on each page and page n of m; Summary, Bridge and Position one page", async () => {
  const levers = [
    ["Lever", "Applies to", "Saving", "Start", "Low", "High", "QIA"],
    ["Theatres", "Acute", 3, "2025/26", 0.5, 1.1, "Signed 12/06"],
    ["Admissions", "Acute", 2, "2026/27", 0.6, 1, ""],
  ];
  await open(planBook({ Levers: levers }));
  const also = { risk: true, assurance: true, compare: ["Low", "High"] };
  const { tables } = await runScenario({ write: true, also });
  expect(tables.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["position", "risk", "comparison", "assurance", "assuranceLog"]),
  );
  expect(written()).toHaveLength(tables.length);
  written().forEach(({ name, page, tables: [table] }) => {
    const isOne = onePage.includes(name.replace("As planned ", ""));
    expect(page).toEqual({
      ...(name.endsWith("Notes") ? {} : { isLandscape: true }),
      ...{ paperSize: 9, fit: { wide: 1, tall: isOne ? 1 : 0 } },
      footer: { left: "As planned", center: "&A", right: "Page &P of &N" },
      ...(isOne ? {} : { titleRows: { row: table?.row, rowCount: 1 } }),
    });
  });
});

test("the saved file says so", async () => {
  await open();
  await runScenario({ write: true });
  const content = standIn.content();
  const sheets = content.sheets.map((sheet) => ({ ...sheet, partId: null }));
  const bytes = await patchWorkbook(newWorkbook(), { ...content, sheets });
  expect((await readWorkbook(bytes)).sheets.map(({ page }) => page)).toEqual(content.sheets.map(({ page }) => page));
  const names = (await partsOf(bytes))["xl/workbook.xml"];
  const ofOnePage = written().filter(({ name }) => onePage.includes(name.replace("As planned ", "")));
  expect(names?.match(/_xlnm\.Print_Titles/g)).toHaveLength(written().length - ofOnePage.length);
});

test("a later run leaves the settings that the user has made", async () => {
  await open();
  await runScenario({ write: true });
  await Excel.run(async (context) => {
    const layout = context.workbook.worksheets.getItem("As planned Breakdown").pageLayout;
    layout.orientation = "Portrait";
    layout.headersFooters.defaultForAllPages.leftFooter = "Board, July";
    await context.sync();
  });
  const before = written().map(({ page }) => page);
  await runScenario({ write: true });
  expect(written().map(({ page }) => page)).toEqual(before);
});

test("an Excel without a printer, which refuses page settings, gets the same sheets without them", async () => {
  await open();
  const { tables } = await runScenario();
  standIn.play.turned = new Set(["Excel takes PageLayout.paperSize"]);
  let fresh: typeof writeModule | undefined;
  jest.isolateModules(
    () => (fresh = jest.requireActual<typeof writeModule>("../../../../src/workbook/write/writeBreakdown")),
  );
  const result = await fresh?.writeBreakdown(tables, { scenario: "As planned" });
  expect(result).toMatchObject({ done: true });
  expect(written()).toHaveLength(tables.length);
  expect(written().every(({ page }) => page === undefined)).toBe(true);
});
