import fc from "fast-check";
import { openAddin } from "@workbooks/stand-in/addin";
import type { CellContent, SheetContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { CustomFunctionNames } from "@workbooks/xlsx/formulas/customFunctionNames";
import { formulaFromFile } from "@workbooks/xlsx/formulas/formulaFromFile";
import { formulaToFile } from "@workbooks/xlsx/formulas/formulaToFile";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { fileValue } from "@workbooks/xlsx/sheet/cells/cellXml";
import { withTableHeadings } from "@workbooks/xlsx/tables/tableHeadings";
import { XlsxError } from "@workbooks/xlsx/xlsxError";
import { comparable } from "../../xlsx/support/content";
import { ours } from "../../xlsx/support/edited";
import { changedParts, partsOf } from "../../xlsx/support/packageParts";
import { WORKBOOKS } from "../../xlsx/support/workbooks";

/** One thing that an add-in or a user does; what Excel refuses (a protected sheet, a last sheet) is refused here too. */
type Edit = (context: Excel.RequestContext, sheet: Excel.Worksheet, at: string) => void;

const value = fc.constantFrom<unknown>(1.5, -7, "text", "<&> é", true, "", "12%", "'007", "#N/A", "line\nbreak");
const formula = fc.constantFrom(
  "=1+1",
  "=SUM(A1:B9)",
  "=SEQUENCE(2)",
  '="a"&A1',
  "=NOSUCH(1)",
  "=1/0",
  '=TEXT(A1,"0.0")',
);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  value.map(
    (one): Edit =>
      (_, sheet, at) =>
        (sheet.getRange(at).values = [[one]]),
  ),
  value.map(
    (one): Edit =>
      (_, sheet, at) =>
        (sheet.getRange(at).values = [[one]]),
  ),
  formula.map(
    (one): Edit =>
      (_, sheet, at) =>
        (sheet.getRange(at).formulas = [[one]]),
  ),
  formula.map(
    (one): Edit =>
      (_, sheet, at) =>
        (sheet.getRange(at).formulas = [[one]]),
  ),
  fc.constantFrom("0.0%", "#,##0", "@", "dd/mm/yyyy").map(
    (one): Edit =>
      (_, sheet, at) =>
        (sheet.getRange(at).numberFormat = [[one]]),
  ),
  fc.constant<Edit>((_, sheet, at) => {
    const { format } = sheet.getRange(at);
    format.font.bold = true;
    format.fill.color = "#AABBCC";
    format.columnWidth = 90;
  }),
  fc.constant<Edit>((_, sheet) => sheet.getRange("2:3").insert("Down")),
  fc.constant<Edit>((_, sheet) => sheet.getRange("B:B").insert("Right")),
  fc.constant<Edit>((_, sheet) => sheet.getRange("3:3").delete("Up")),
  fc.constant<Edit>((_, sheet) => sheet.getRange("C:C").delete("Left")),
  fc.constant<Edit>((_, sheet, at) => sheet.getRange(at).clear()),
  fc.nat(99).map((n): Edit => (context) => {
    const added = context.workbook.worksheets.add(`New ${n}`);
    added.getRange("A1:B2").values = [
      ["x", "y"],
      [1, 2],
    ];
    added.tables.add("A1:B2", true).name = `T_${n}`;
    added.charts.add("ColumnClustered", added.getRange("A1:B2"));
  }),
  fc.nat(99).map(
    (n): Edit =>
      (_, sheet) =>
        (sheet.name = `It's ${n}`),
  ),
  fc.constant<Edit>((_, sheet) => (sheet.position = 0)),
  fc.constant<Edit>((_, sheet) => sheet.delete()),
  fc.constant<Edit>((_, sheet) => (sheet.visibility = "Hidden")),
  fc.constant<Edit>((_, sheet) => (sheet.tabColor = "#102030")),
  fc.constant<Edit>((_, sheet) => sheet.freezePanes.freezeRows(1)),
  fc.constant<Edit>((_, sheet) => sheet.protection.protect({ allowSort: true })),
  fc.constant<Edit>((_, sheet) => sheet.protection.unprotect()),
  fc.nat(9).map(
    (n): Edit =>
      (context) =>
        context.workbook.names.add(`Name_${n}`, "=1+2"),
  ),
  fc.nat(9).map(
    (n): Edit =>
      (context, sheet, at) =>
        context.workbook.names.add(`Name_${n}`, sheet.getRange(at)),
  ),
  fc.constant<Edit>((_, sheet) => sheet.tables.getItemAt(0).rows.add(undefined, [["a", "b", "c"]])),
  fc.constant<Edit>((_, sheet) => sheet.tables.getItemAt(0).resize("A1:E9")),
  fc.constant<Edit>((_, sheet) => sheet.tables.getItemAt(0).convertToRange()),
  fc.constant<Edit>((_, sheet) => sheet.charts.getItemAt(0).delete()),
  fc.constant<Edit>((context) => context.workbook.customXmlParts.add(`<a xmlns="urn:a">1</a>`)),
);
const steps = fc.array(fc.tuple(fc.nat(5), fc.constantFrom("A1", "B2", "C3", "D20", "H1"), edits), {
  minLength: 1,
  maxLength: 6,
});

/** Parts that edits have no business in: they come back byte for byte, or went with what alone led to them. */
const OTHERS =
  /theme|sharedStrings|comment|vml|media|embeddings|pivotCacheRecords|externalLink|connections|persons|vbaProject|richData|customXml\/item1\.xml|printer|core\.xml/i;

test("whatever is done in the stand-in, the saved file says it, keeps the rest, and stays as it is when saved again", async () => {
  const books = await Promise.all(WORKBOOKS.map(async ({ make }) => make()));
  await fc.assert(
    fc.asyncProperty(fc.nat(books.length - 1), steps, async (book, todo) => {
      const original = books[book]!;
      const addin = await openAddin({
        content: await readWorkbook(original, ours),
        functions: { namespace: "SAVINGS", functions: [] },
        onInternalError: (error) => {
          if (error) throw error;
        },
      });
      try {
        for (const [index, at, edit] of todo) await done(index, at, edit);
        await addin.standIn.recalculate();
        const content = addin.standIn.content();
        const bytes = await patchWorkbook(original, content, ours).catch((error: unknown) => {
          expect(error).toBeInstanceOf(XlsxError);
          return null;
        });
        if (!bytes) return;
        const read = await readWorkbook(bytes, ours);
        expect(comparable(asFileHasIt(read, read))).toEqual(
          comparable(asFileHasIt(await readWorkbook(original, ours), content)),
        );
        expect(await changedParts(bytes, await patchWorkbook(bytes, read, ours))).toEqual([]);
        const [was, is] = [await partsOf(original), await partsOf(bytes)];
        const touched = Object.keys(was).filter(
          (name) => OTHERS.test(name) && is[name] !== undefined && is[name] !== was[name],
        );
        expect(touched).toEqual([]);
      } finally {
        addin.close();
      }
    }),
    { numRuns: 40 },
  );
});

/** The content in the file's words: headings of tables as texts, errors and functions by the names that the format has for them. */
function asFileHasIt(before: WorkbookContent, after: WorkbookContent): WorkbookContent {
  const old = ({ partId }: SheetContent) => before.sheets.find((sheet) => partId !== null && partId === sheet.partId);
  const sheets = after.sheets.map((sheet) => withTableHeadings(old(sheet) ?? emptySheet(""), sheet));
  // Slicers go with their tables, and take their names along.
  const names = after.names.filter(({ name }) => !name.startsWith("Slicer_"));
  return { ...after, names, sheets: sheets.map((sheet) => ({ ...sheet, cells: cellsAsFileHasThem(sheet) })) };
}

const names = new CustomFunctionNames(ours.functionNamespaces);

function cellsAsFileHasThem({ cells, tables }: SheetContent): SheetContent["cells"] {
  const tableAt = (row: number, column: number) =>
    tables.find(
      (t) => row >= t.row && row < t.row + t.rowCount && column >= t.column && column < t.column + t.columnCount,
    );
  const written = (cell: CellContent, table: string | undefined): CellContent => ({
    ...cell,
    value: fileValue(cell.value),
    ...(cell.formula === undefined
      ? {}
      : { formula: formulaFromFile(formulaToFile(cell.formula, names, table), names).toUpperCase() }),
  });
  const line = (row: number, columns: Map<number, CellContent>) =>
    new Map([...columns].map(([column, cell]) => [column, written(cell, tableAt(row, column)?.name)]));
  return new Map([...cells].map(([row, columns]) => [row, line(row, columns)]));
}

async function done(index: number, at: string, edit: Edit): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    edit(context, worksheets.items[index % worksheets.items.length]!, at);
    await context.sync();
  }).catch((error: { code: string }) => {
    expect([
      "AccessDenied",
      "InvalidArgument",
      "InvalidOperation",
      "InvalidReference",
      "ItemNotFound",
      "ItemAlreadyExists",
    ]).toContain(error.code);
  });
}
