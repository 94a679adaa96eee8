import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";
import { relationshipsOf } from "@workbooks/xlsx/package/relationships";
import { WorkbookPackage } from "@workbooks/xlsx/package/workbookPackage";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { scanSheet } from "@workbooks/xlsx/sheet/scanSheet";
import { ours } from "./support/edited";
import { comparable } from "./support/content";
import { changedParts, partsOf } from "./support/packageParts";
import { WORKBOOKS } from "./support/workbooks";

describe.each(WORKBOOKS)("$name", ({ make, holds, notShown }) => {
  let original: Uint8Array;
  let parts: Record<string, string>;
  let before: WorkbookContent;
  beforeAll(async () => {
    original = await make();
    parts = await partsOf(original);
    before = await readWorkbook(original, ours);
  });

  test("holds what it is here for", () => {
    const texts = Object.values(parts).map((text) => text.replaceAll("\0", ""));
    expect(holds.filter((pattern) => !texts.some((text) => pattern.test(text)))).toEqual([]);
    expect(before.notShown).toEqual(expect.arrayContaining(notShown ?? []));
    expect(original.length).toBeLessThan(30_000);
  });

  test("unchanged: every part byte for byte", async () => {
    expect(await changedParts(original, await patchWorkbook(original, before, ours))).toEqual([]);
  });

  test("a number typed into a cell: its sheet's part changes, and of that only the cell", async () => {
    const content = await readWorkbook(original, ours);
    const { sheet, row, column, cell } = aValue(content);
    Object.assign(cell, { value: 987.25 });
    const saved = await patchWorkbook(original, content, ours);
    const part = await sheetPart(original, content, sheet);
    const after = await partsOf(saved);
    // A chart of the cell shows the new number to readers that do not calculate; nothing else in it changes.
    const charts = (await changedParts(original, saved)).filter((name) => name.startsWith("xl/charts/chart"));
    for (const name of charts) {
      expect(withoutCaches(text(after[name]!))).toBe(withoutCaches(text(parts[name]!)));
      expect(text(after[name]!)).toContain(">987.25<");
    }
    expect(await changedParts(original, saved)).toEqual([...charts, part].sort());
    const [old, now] = [text(parts[part]!), text(after[part]!)];
    const [was, is] = [cellPlace(old, row, column), cellPlace(now, row, column)];
    if (was)
      expect([now.slice(0, is!.start), now.slice(is!.end)]).toEqual([old.slice(0, was.start), old.slice(was.end)]);
    expect(now.slice(is!.start, is!.end)).toContain(">987.25<");
    expect(comparable(await readWorkbook(saved, ours))).toEqual(comparable(content));
  });

  test("a formula changed: nothing else but the chain of calculation, which Excel makes anew", async () => {
    const content = await readWorkbook(original, ours);
    const { sheet, cell } = aFormula(content);
    cell.formula = `${cell.formula ?? "0"}+0`;
    const saved = await patchWorkbook(original, content, ours);
    const chain = parts["xl/calcChain.xml"] === undefined ? [] : CHAIN;
    expect(await changedParts(original, saved)).toEqual([...chain, await sheetPart(original, content, sheet)].sort());
    expect(comparable(await readWorkbook(saved, ours))).toEqual(comparable(content));
  });

  test("a new sheet in front: every old sheet's cells stay", async () => {
    const content = await readWorkbook(original, ours);
    const sheet = { ...content.sheets[0]!, partId: null, name: "Brand new", tables: [], charts: [], cells: new Map() };
    content.sheets.unshift({ ...sheet, visibility: "visible", columns: [], rows: new Map(), merges: [] });
    content.names = content.names.map((name) => (name.sheet === null ? name : { ...name, sheet: name.sheet + 1 }));
    content.activeSheet += 1;
    const saved = await patchWorkbook(original, content, ours);
    const now = await partsOf(saved);
    const sheetParts = Object.keys(parts).filter((name) => /sheets\/[^/]+\.xml$/.test(name));
    expect(sheetParts.filter((name) => now[name] !== parts[name])).toEqual([]);
    const gone = Object.keys(parts).filter((name) => now[name] === undefined);
    expect(gone).toEqual([]);
    expect((await readWorkbook(saved, ours)).sheets.map(({ name }) => name)).toEqual(
      content.sheets.map(({ name }) => name),
    );
  });
});

function withoutCaches(chart: string): string {
  return chart.replace(/<(?:\w+:)?(num|str)Cache>.*?<\/(?:\w+:)?\1Cache>/gs, "");
}

test("there are workbooks enough, of six makers and by hand", () => {
  expect(WORKBOOKS.length).toBeGreaterThanOrEqual(15);
  expect(new Set(WORKBOOKS.map(({ name }) => name.split(":")[0]))).toEqual(
    new Set(["ExcelJS", "LibreOffice", "Open XML SDK", "XlsxWriter", "openpyxl", "by hand"]),
  );
});

const CHAIN = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml"];

interface Found {
  sheet: number;
  row: number;
  column: number;
  cell: CellContent;
}

/** The first number that somebody typed, not in a table's headings, which are texts; else a new cell. */
function aValue(content: WorkbookContent): Found {
  const isHeading = ({ sheet, row }: Found) => content.sheets[sheet]!.tables.some((table) => table.row === row);
  return (
    find(
      content,
      (found) => typeof found.cell.value === "number" && found.cell.formula === undefined && !isHeading(found),
    ) ?? newCell(content)
  );
}

/** The first formula that fills one cell only and is not shared; else a new one. */
function aFormula(content: WorkbookContent): Found {
  return (
    find(content, ({ cell: { formula, array } }) => formula !== undefined && array === undefined) ?? newCell(content)
  );
}

function find(content: WorkbookContent, fits: (found: Found) => boolean): Found | null {
  for (const [sheet, { cells }] of content.sheets.entries()) {
    for (const [row, columns] of cells) {
      for (const [column, cell] of columns) if (fits({ sheet, row, column, cell })) return { sheet, row, column, cell };
    }
  }
  return null;
}

function newCell(content: WorkbookContent): Found {
  const cell: CellContent = { value: 0, style: 0 };
  content.sheets[0]!.cells.set(50, new Map([[1, cell]]));
  return { sheet: 0, row: 50, column: 1, cell };
}

async function sheetPart(bytes: Uint8Array, content: WorkbookContent, sheet: number): Promise<string> {
  const relationships = await relationshipsOf(await WorkbookPackage.open(bytes), "xl/workbook.xml");
  return relationships.find(({ id }) => id === content.sheets[sheet]!.partId)!.target;
}

/** Where a cell's element stands in its part; null where the part has none. */
function cellPlace(source: string, row: number, column: number): { start: number; end: number } | null {
  let place: { start: number; end: number } | null = null;
  scanSheet(source, "the sheet", {
    row: () => undefined,
    cell: (raw) => {
      if (raw.row === row && raw.column === column) place = { start: raw.start, end: raw.end };
    },
  });
  return place;
}

/** Parts come as bytes; one of the sheets is in UTF-16. */
function text(bytes: string): string {
  return Buffer.from(bytes, "binary").toString(bytes.startsWith("\xff\xfe") ? "utf16le" : "utf8");
}
