import ExcelJS from "exceljs";
import type { PageContent } from "@workbooks/xlsx/content";
import { SHEET1, edited } from "../../support/edited";

/** A sheet as ExcelJS prints it: with margins, another first page, rows and columns repeated. */
async function printed(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Plan, printed");
  sheet.getCell("A1").value = "Lever";
  Object.assign(sheet.pageSetup, {
    ...{ paperSize: 8, orientation: "landscape", scale: 75, horizontalCentered: true },
    ...{ printTitlesRow: "1:2", printTitlesColumn: "A:B", margins: margins(1.25) },
  });
  Object.assign(sheet.headerFooter, {
    differentFirst: true,
    ...{ firstFooter: "&CDraft", oddHeader: "Centre&RR && D", oddFooter: "&LLeft" },
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const margins = (all: number) => ({ left: all, right: all, top: all, bottom: all, header: 0.3, footer: 0.3 });

const asPrinted: PageContent = {
  isLandscape: true,
  paperSize: 8,
  scale: 75,
  header: { left: "", center: "Centre", right: "R && D" },
  footer: { left: "Left", center: "", right: "" },
  titleRows: { row: 0, rowCount: 2 },
};

test("how a sheet is printed is read", async () => {
  const { read, changed } = await edited(() => undefined, await printed());
  expect(read.sheets[0]?.page).toEqual(asPrinted);
  expect(changed).toEqual([]);
});

test("what is set is changed, all else of it stays: margins, centring, the first page's texts, repeated columns", async () => {
  const page: PageContent = {
    paperSize: 9,
    fit: { wide: 1, tall: 0 },
    footer: { left: "A && B", center: "", right: "Page &P of &N" },
    titleRows: { row: 4, rowCount: 1 },
  };
  const { read, parts } = await edited((book) => void (book.sheets[0]!.page = page), await printed());
  expect(read.sheets[0]?.page).toEqual(page);
  const sheet = parts[SHEET1]!;
  expect(sheet).toContain('left="1.25"');
  expect(sheet).toContain("horizontalCentered");
  expect(sheet).toContain("<firstFooter>&amp;CDraft</firstFooter>");
  expect(sheet).toContain("<oddFooter>&amp;LA &amp;&amp; B&amp;RPage &amp;P of &amp;N</oddFooter>");
  expect(sheet).not.toContain("oddHeader");
  expect(sheet).toMatch(/<pageSetUpPr fitToPage="1"\/>/);
  expect(parts["xl/workbook.xml"]).toContain("'Plan, printed'!$A:$B,'Plan, printed'!$5:$5");
});

test("a sheet that is renamed repeats its rows under its new name", async () => {
  const { parts, read } = await edited((book) => void (book.sheets[0]!.name = "It's"), await printed());
  expect(parts["xl/workbook.xml"]).toContain("'It''s'!$A:$B,'It''s'!$1:$2");
  expect(read.sheets[0]?.page).toEqual(asPrinted);
});

test("rows that are no longer repeated leave the columns, and nothing where there are none", async () => {
  const without = await edited((book) => void delete book.sheets[0]!.page!.titleRows, await printed());
  expect(without.parts["xl/workbook.xml"]).toMatch(/Print_Titles"[^>]*>'Plan, printed'!\$A:\$B</);
  const none = await edited((book) => {
    const [name] = book.names;
    book.names = name ? [name] : [];
    book.sheets[0]!.page = { titleRows: { row: 1, rowCount: 1 } };
  });
  const gone = await edited((book) => void delete book.sheets[0]!.page, none.bytes);
  expect(none.parts["xl/workbook.xml"]).toContain("Print_Titles");
  expect(gone.parts["xl/workbook.xml"]).not.toContain("Print_Titles");
});
