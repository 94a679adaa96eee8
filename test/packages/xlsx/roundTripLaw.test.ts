import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type {
  CellContent,
  ChartSeriesContent,
  ProtectionOption,
  SheetContent,
  PageContent,
  SheetProtectionContent,
  StyleContent,
  ValueContent,
  WorkbookContent,
} from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "./support/edited";
import { anyChart } from "./support/anyChart";
import { bridgeChart, comparable } from "./support/content";
import { handMadeWorkbook } from "./support/handMade";
import { changedParts } from "./support/packageParts";

/** One change that a user could make, applied to content; it must leave the content such that a workbook can hold it. */
type Edit = (book: WorkbookContent) => void;

const color = fc.constantFrom("#FF0000", "#00B050", "#1F4E79", "#ABCDEF");
const side = fc.option(fc.record({ style: fc.constantFrom("thin", "medium", "double"), color: fc.option(color) }));
const style: fc.Arbitrary<StyleContent> = fc.record({
  numberFormat: fc.constantFrom("General", "0.00", "#,##0", '£#,##0.0;[Red]-£#,##0.0;"–"', "0%", "dd/mm/yyyy", "@"),
  fontName: fc.constantFrom("Calibri", "Arial", "Font & Sons"),
  fontSize: fc.constantFrom(8, 11, 10.5),
  bold: fc.boolean(),
  italic: fc.boolean(),
  underline: fc.boolean(),
  fontColor: fc.option(color),
  fillColor: fc.option(color),
  horizontal: fc.constantFrom("general", "left", "center", "right"),
  vertical: fc.constantFrom("top", "center", "bottom"),
  wrap: fc.boolean(),
  indent: fc.constantFrom(0, 1, 3),
  borders: fc.record({ top: side, bottom: side, left: side, right: side }),
});

const value: fc.Arbitrary<ValueContent> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 20 }),
  fc.constantFrom("=1", " a ", "a\r\nb", "_x0041_", "__x000D_", "<&\"'>", "\u0000\u001f", "]]>", "\ud83d"),
  fc.constantFrom("#N/A", "#DIV/0!", "#NAME?", "#VALUE!").map((error) => ({ error })),
);
const formula = fc.constantFrom(
  "A1+1",
  "SUM($A$1:B2)",
  "SAVINGS.GAP(A1:B2,2%)",
  "SEQUENCE(3)*SUM(E1#)",
  'LET(x,1,x&"<&>")',
  "@A1:A3",
  "Levers[@Rate]",
  "'Other sheet'!A1",
);
const cell = fc.record({
  value,
  formula: fc.option(formula, { freq: 3 }),
  array: fc.option(fc.boolean(), { freq: 2 }),
  style: fc.option(style, { freq: 2 }),
});

const anySheet = fc.nat(5);
const sheetOf = (book: WorkbookContent, index: number) => book.sheets[index % book.sheets.length]!;

/** A table's headings are its columns' names, so they change together or not at all. */
const isHeading = (sheet: SheetContent, row: number, column: number) =>
  sheet.tables.some(
    (table) => row === table.row && column >= table.column && column < table.column + table.columnCount,
  );

const setCells: fc.Arbitrary<Edit> = fc
  .tuple(
    anySheet,
    fc.array(fc.tuple(fc.oneof(fc.nat(9), fc.nat(300)), fc.nat(14), cell), { minLength: 1, maxLength: 12 }),
  )
  .map(([index, cells]) => (book) => {
    const sheet = sheetOf(book, index);
    for (const [row, column, wanted] of cells) {
      if (isHeading(sheet, row, column)) continue;
      const written: CellContent = { value: wanted.value, style: 0 };
      if (wanted.style) written.style = book.styles.push(wanted.style) - 1;
      if (wanted.formula !== null) written.formula = wanted.formula;
      if (wanted.formula !== null && wanted.array !== null) {
        written.array = { row, column, rowCount: 1 + (row % 3), columnCount: 1, dynamic: wanted.array };
      }
      sheet.cells.set(row, (sheet.cells.get(row) ?? new Map()).set(column, written));
    }
  });

const removeCells: fc.Arbitrary<Edit> = fc.tuple(anySheet, fc.nat(9), fc.nat(8)).map(([index, row, from]) => (book) => {
  const sheet = sheetOf(book, index);
  for (let column = from; column < from + 3; column++)
    if (!isHeading(sheet, row, column)) sheet.cells.get(row)?.delete(column);
});

const changeValues: fc.Arbitrary<Edit> = fc.tuple(anySheet, value).map(([index, wanted]) => (book) => {
  const sheet = sheetOf(book, index);
  for (const [row, cells] of sheet.cells)
    for (const [column, one] of cells) if (!isHeading(sheet, row, column)) one.value = wanted;
});

const restyle: fc.Arbitrary<Edit> = fc.tuple(anySheet, style).map(([index, wanted]) => (book) => {
  const number = book.styles.push(wanted) - 1;
  for (const [row, cells] of sheetOf(book, index).cells)
    for (const one of cells.values()) if (row % 2 === 0) one.style = number;
});

const password = fc.option(
  fc.constantFrom({ hash: "CBEB" }, { algorithm: "SHA-512", hash: "aGFzaA==", salt: "c2FsdA==", spins: 100_000 }),
);
const protection: fc.Arbitrary<SheetProtectionContent> = fc.record({
  allowed: fc.subarray<ProtectionOption>(["allowAutoFilter", "allowEditObjects", "allowEditScenarios", "allowSort"]),
  selectionMode: fc.constantFrom("Normal", "Unlocked", "None"),
  password,
});

const protectStructure: fc.Arbitrary<Edit> = fc.option(fc.record({ password })).map((wanted) => (book) => {
  if (wanted) book.structureProtection = wanted;
  else delete book.structureProtection;
});

const pageTexts = fc.option(
  fc.record({
    left: fc.constantFrom("", "&&L of <all>"),
    center: fc.constantFrom("&A", '&"Arial,Bold"&12 Budget'),
    right: fc.constantFrom("", "Page &P of &N"),
  }),
);

const page: fc.Arbitrary<PageContent> = fc
  .record({
    isLandscape: fc.boolean(),
    paperSize: fc.option(fc.constantFrom(1, 9)),
    size: fc.constantFrom({}, { scale: 80 }, { fit: { wide: 1, tall: 0 } }, { fit: { wide: 2, tall: 1 } }),
    header: pageTexts,
    footer: pageTexts,
    titleRows: fc.option(fc.record({ row: fc.nat(5), rowCount: fc.integer({ min: 1, max: 3 }) })),
  })
  .map(({ isLandscape, paperSize, size, header, footer, titleRows }) => ({
    ...(isLandscape && { isLandscape }),
    ...(paperSize !== null && { paperSize }),
    ...size,
    ...(header && { header }),
    ...(footer && { footer }),
    ...(titleRows && { titleRows }),
  }));

const shapeSheet: fc.Arbitrary<Edit> = fc
  .record({
    index: anySheet,
    rows: fc.array(
      fc.tuple(fc.nat(40), fc.record({ height: fc.option(fc.constantFrom(12.75, 30)), hidden: fc.boolean() })),
    ),
    widths: fc.array(fc.record({ width: fc.option(fc.constantFrom(5, 20.5)), hidden: fc.boolean() }), { maxLength: 4 }),
    merges: fc.nat(3),
    frozen: fc.record({ rows: fc.nat(3), columns: fc.nat(2) }),
    showGridlines: fc.boolean(),
    tabColor: fc.option(color),
    protection: fc.option(protection),
    page,
  })
  .map(({ index, rows, widths, merges, page: wantedPage, ...rest }) => (book) => {
    const sheet = sheetOf(book, index);
    delete sheet.page;
    if (Object.keys(wantedPage).length > 0) sheet.page = wantedPage;
    rows
      .filter(([, { height, hidden }]) => height !== null || hidden)
      .forEach(([row, shape]) => sheet.rows.set(row, shape));
    sheet.columns = widths.map((shape, column) => ({ from: column * 2, to: column * 2 + 1, style: null, ...shape }));
    sheet.merges = Array.from({ length: merges }, (_, at) => ({
      row: 30 + at * 2,
      column: 0,
      rowCount: 2,
      columnCount: 2 + at,
    }));
    Object.assign(sheet, rest);
  });

const addSheet: fc.Arbitrary<Edit> = fc.tuple(fc.nat(3), fc.uuid()).map(([at, id]) => (book) => {
  const sheet = emptySheet(`New ${id.slice(0, 8)}`);
  const [row, columns] = [2, ["One", "Two & three\nlines"]];
  sheet.cells.set(row, new Map(columns.map((value, column) => [column, { value, style: 0 }])));
  sheet.tables.push({
    partId: null,
    name: `T_${id.slice(0, 8)}`,
    row,
    column: 0,
    rowCount: 4,
    columnCount: 2,
    columns,
    hasHeaderRow: true,
    hasTotalsRow: at === 1,
    style: at === 2 ? null : "TableStyleLight1",
    showBandedRows: at > 1,
    showFilterButton: at > 0,
  });
  sheet.charts.push(bridgeChart(`'${sheet.name}'`));
  const place = at % (book.sheets.length + 1);
  book.sheets.splice(place, 0, sheet);
  book.names.forEach((name) => name.sheet !== null && name.sheet >= place && name.sheet++);
  if (book.activeSheet >= place) book.activeSheet++;
});

const removeSheet: fc.Arbitrary<Edit> = anySheet.map((index) => (book) => {
  if (book.sheets.length < 2) return;
  const place = index % book.sheets.length;
  book.sheets.splice(place, 1);
  book.names = book.names.filter(({ sheet }) => sheet !== place);
  book.names.forEach((name) => name.sheet !== null && name.sheet > place && name.sheet--);
  if (book.activeSheet >= place) book.activeSheet = Math.max(0, book.activeSheet - 1);
});

const renameSheet: fc.Arbitrary<Edit> = fc.tuple(anySheet, fc.uuid()).map(([index, id]) => (book) => {
  sheetOf(book, index).name = `It's <${id.slice(0, 8)}>`;
});

const names: fc.Arbitrary<Edit> = fc
  .tuple(fc.option(anySheet), fc.boolean(), fc.constantFrom("", 'a & "b"'), formula)
  .map(([sheet, hidden, comment, text]) => (book) => {
    const place = sheet === null ? null : sheet % book.sheets.length;
    book.names = book.names.filter((name) => !(name.name === "Made" && name.sheet === place)).slice(-3);
    book.names.push({ name: "Made", formula: text, sheet: place, hidden, comment });
  });

const customXml: fc.Arbitrary<Edit> = fc.tuple(fc.uuid(), fc.string({ maxLength: 10 })).map(([id, text]) => (book) => {
  book.customXml = book.customXml.slice(-1);
  const escaped = text.replace(/[&<>]/g, "");
  book.customXml.push({ id: `{${id.toUpperCase()}}`, xml: `<s xmlns="urn:${id}">${escaped}</s>` });
});

const settings: fc.Arbitrary<Edit> = fc
  .dictionary(fc.constantFrom("a", "b c", "<d>"), fc.jsonValue())
  .map((wanted) => (book) => {
    book.settings = JSON.parse(JSON.stringify(wanted)) as Record<string, unknown>;
  });

/** Another chart in the place of each, made of the parts that the file has. */
const chart: fc.Arbitrary<Edit> = anyChart("Data").map((wanted) => (book) => {
  for (const sheet of book.sheets) {
    sheet.charts = sheet.charts.map(({ partId, series }) => ({
      ...structuredClone(wanted),
      partId,
      series: wanted.series.map((each, place) => ({ ...structuredClone(each), ...partIndexOf(series[place]) })),
    }));
  }
});

const addChart: fc.Arbitrary<Edit> = fc.tuple(anySheet, anyChart("Data")).map(([index, wanted]) => (book) => {
  sheetOf(book, index).charts.push(structuredClone(wanted));
});

function partIndexOf(series: ChartSeriesContent | undefined): { partIndex?: number } {
  return series?.partIndex === undefined ? {} : { partIndex: series.partIndex };
}

const removeCharts: fc.Arbitrary<Edit> = anySheet.map((index) => (book) => {
  sheetOf(book, index).charts = [];
});

const edits = fc.array(
  fc.oneof(
    setCells,
    setCells,
    removeCells,
    changeValues,
    restyle,
    shapeSheet,
    protectStructure,
    addSheet,
    removeSheet,
    renameSheet,
    names,
    customXml,
    settings,
    chart,
    addChart,
    removeCharts,
  ),
  { minLength: 1, maxLength: 6 },
);

const ORIGINALS: [string, () => Promise<Uint8Array> | Uint8Array][] = [
  ["by hand", () => handMadeWorkbook()],
  ["by LibreOffice", () => new Uint8Array(readFileSync(join(__dirname, "fixtures", "libreoffice-charts.xlsx")))],
  ["blank", () => newWorkbook()],
];

describe("whatever is changed, the patched file says exactly that", () => {
  test.each(ORIGINALS)("in a workbook made %s", async (_, make) => {
    const original = await make();
    await fc.assert(
      fc.asyncProperty(edits, async (changes) => {
        const content = await readWorkbook(original, ours);
        changes.forEach((change) => change(content));
        content.sheets.forEach(
          (sheet) => (sheet.visibility = sheet === content.sheets[content.activeSheet] ? "visible" : sheet.visibility),
        );
        const bytes = await patchWorkbook(original, content, ours);
        const read = await readWorkbook(bytes, ours);
        expect(comparable(read)).toEqual(comparable(content));
        expect(await changedParts(bytes, await patchWorkbook(bytes, read, ours))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
