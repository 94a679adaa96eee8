import type { CellContent, SheetContent, WorkbookContent } from "@workbooks/xlsx/content";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../packages/xlsx/support/edited";
import { WORKBOOKS } from "../packages/xlsx/support/workbooks";
import { convertAll, parseCsv } from "./support/soffice";

/** Where no workbook of the suite has anything. */
const [ROW, COLUMN] = [120, 1];
const READABLE = WORKBOOKS.map((book, index) => ({ ...book, key: `book${index}` }));

/** Each workbook as it came and as it was saved after an edit, both opened by LibreOffice: text by sheet, and saved again. */
let texts: Record<string, Buffer>;
let saved: Record<string, Buffer>;
const contents = new Map<string, WorkbookContent>();

beforeAll(async () => {
  const books: Record<string, Uint8Array> = {};
  for (const { key, make } of READABLE) {
    const original = await make();
    const content = await readWorkbook(original, ours);
    contents.set(key, content);
    content.sheets[0]!.cells.set(ROW, new Map([[COLUMN, { value: 987.25, style: 0 } satisfies CellContent]]));
    books[`${key}-was`] = original;
    books[`${key}-is`] = await patchWorkbook(original, content, ours);
  }
  texts = await convertAll(books, "csv");
  saved = await convertAll(books, "xlsx");
}, 600_000);

describe.each(READABLE)("LibreOffice opens $name after an edit", ({ key }) => {
  test("and shows the same values beside the new one", () => {
    const sheets = Object.keys(texts).filter((name) => name.startsWith(`${key}-was`));
    expect(sheets.length).toBeGreaterThan(0);
    const [was, is] = ["was", "is"].map((state) =>
      sheets.map((name) => parseCsv(texts[name.replace("-was", `-${state}`)]!.toString("utf8"))),
    );
    const edited = is!.map((rows) => rows.map((fields) => fields.map((field) => (field === "987.25" ? "" : field))));
    expect(trimmed(edited)).toEqual(trimmed(was!));
    expect(is!.flat(2).filter((field) => field === "987.25")).toHaveLength(1);
  });

  test("and keeps the same sheets, tables, charts, names and formulas when it saves the file itself", async () => {
    const [was, is] = await Promise.all(
      ["was", "is"].map(async (state) => readWorkbook(new Uint8Array(saved[`${key}-${state}.xlsx`]!), ours)),
    );
    expect(outline(is!)).toEqual(outline(was!));
    // LibreOffice turns chart sheets into worksheets: there may be more of them.
    const names = contents.get(key)!.sheets.map(({ name }) => name);
    expect(is!.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });
});

/** Rows and fields without the empty ones at their ends. */
function trimmed(sheets: string[][][]): string[][][] {
  const cut = <T>(list: T[], isEmpty: (item: T) => boolean) => {
    let end = list.length;
    while (end > 0 && isEmpty(list[end - 1]!)) end--;
    return list.slice(0, end);
  };
  return sheets.map((rows) =>
    cut(
      rows.map((fields) => cut(fields, (field) => field === "")),
      (fields) => fields.length === 0,
    ),
  );
}

function outline({ sheets, names }: WorkbookContent) {
  return {
    names: names.map(({ name, formula }) => `${name}=${formula}`).sort(),
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      isProtected: sheet.protection !== null,
      merges: sheet.merges,
      tables: sheet.tables.map(({ name, columns, row, rowCount }) => ({ name, columns, row, rowCount })),
      charts: sheet.charts.map(({ type, title, series }) => ({ type, title, series })),
      formulas: formulas(sheet),
    })),
  };
}

function formulas({ cells }: SheetContent): string[] {
  return [...cells].flatMap(([row, columns]) =>
    [...columns].flatMap(([column, { formula }]) => (formula === undefined ? [] : [`${row},${column}=${formula}`])),
  );
}
