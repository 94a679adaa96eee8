/** @jest-environment jsdom */
import fc from "fast-check";
import { htmlCells } from "@workbooks/stand-in/page/paste/htmlCells";
import { pastedEdits } from "@workbooks/stand-in/page/paste/pastedEdits";
import { textCells } from "@workbooks/stand-in/page/paste/textCells";

/** As Excel puts it on the clipboard: formats in classes, the alignment by kind in `align`. */
const excel = (rows: string): string => `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15"><style>
<!--table {mso-displayed-decimal-separator:"\\.";}
td {color:black; font-size:11.0pt; font-weight:400; font-style:normal; text-decoration:none; font-family:Calibri, sans-serif; text-align:general; vertical-align:bottom; border:none; white-space:nowrap;}
.xl65 {font-weight:700; text-align:center; background:#FFFF00; mso-pattern:black none;}
.xl66 {mso-number-format:"0\\.0%";}
.xl67 {mso-number-format:"Short Date";}
.xl70 {mso-number-format:"\\0022£\\0022\\#\\,\\#\\#0"; border-top:.5pt solid windowtext; border-bottom:2.0pt double red;}
.xl71 {mso-number-format:"\\@"; font-style:italic; color:#C00000;}
--></style></head><body><table><!--StartFragment-->${rows}<!--EndFragment--></table></body></html>`;

const read = (html: string, what: "all" | "values" | "formats" = "all") =>
  pastedEdits(htmlCells(html)?.rows ?? [], what);

test("numbers, percentages, dates, errors and text from Excel keep their values and formats", () => {
  const edits = read(
    excel(
      "<tr><td class=xl66 align=right>12.3%</td><td class=xl67 align=right>31/12/2025</td><td align=right>1,234.50</td></tr>" +
        "<tr><td class=xl67 align=right>01/02/2025</td><td align=center>#DIV/0!</td><td align=center>TRUE</td></tr>" +
        "<tr><td class=xl70 align=right>£1,500</td><td class=xl71>007</td><td>2011/12</td></tr>",
    ),
  );
  expect(edits.map(({ value }) => value)).toEqual([
    ...[0.123, 46_022, 1234.5],
    // The date above can only be day first, so this one is, too.
    ...[45_689, { error: "#DIV/0!" }, true],
    ...[1500, "007", "2011/12"],
  ]);
  expect(edits.map(({ style }) => style?.numberFormat)).toEqual([
    ...["0.0%", "dd/mm/yyyy", undefined, "dd/mm/yyyy", undefined, undefined],
    ...['"£"#,##0', "@", undefined],
  ]);
});

test("bold, colours, lines and alignment come from Excel's classes; the font is one name", () => {
  const [heading, money, text] = read(
    excel("<tr><td class=xl65>Total</td><td class=xl70 align=right>£5</td><td class=xl71>x</td></tr>"),
    "formats",
  );
  expect(heading).toMatchObject({
    style: {
      bold: true,
      horizontal: "center",
      fillColor: "#FFFF00",
      fontName: "Calibri",
      fontSize: 11,
      fontColor: null,
    },
  });
  expect(heading).not.toHaveProperty("value");
  expect(money?.style).toMatchObject({
    horizontal: "general",
    borders: { top: { style: "thin", color: null }, bottom: { style: "double", color: "#FF0000" }, left: null },
  });
  expect(text?.style).toMatchObject({ italic: true, fontColor: "#C00000" });
});

test("merged cells, empty cells and line breaks are what they were", () => {
  const table = htmlCells(
    excel("<tr><td colspan=2 rowspan=2>a</td><td>b<br>c</td></tr><tr><td>&nbsp;</td></tr><tr><td>d</td></tr>"),
  );
  expect(table?.merges).toEqual([{ row: 0, column: 0, rowCount: 2, columnCount: 2 }]);
  expect(table?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
    ["a", "", "b\nc"],
    ["", "", ""],
    ["d", "", ""],
  ]);
});

test("LibreOffice says the number behind what is shown", () => {
  const edits = read('<table><tr><td align="right" sdval="0.1234" sdnum="2057;0;0.0%">12.3%</td></tr></table>');
  expect(edits[0]).toMatchObject({ value: 0.1234, style: { numberFormat: "0.0%" } });
});

test("a table of a web page is typed in; a page without one is no table", () => {
  expect(read("<table><tr><th>Saving</th><td><b>8.6</b></td></tr></table>")).toMatchObject([
    { value: "Saving" },
    { value: 8.6, style: { bold: true } },
  ]);
  expect(htmlCells("<p>words</p>")).toBeNull();
});

test("pasted text is a formula only where it is one", () => {
  const rows = textCells("=1+2\t=1+\t-abc\t+5\t@x\t12.3%").map((cells) =>
    cells.map((text) => ({ text, number: null, style: {}, isText: false })),
  );
  expect(pastedEdits(rows, "values")).toEqual([
    { row: 0, column: 0, formula: "=1+2" },
    { row: 0, column: 1, value: "=1+" },
    { row: 0, column: 2, value: "-abc" },
    { row: 0, column: 3, value: 5 },
    { row: 0, column: 4, value: "@x" },
    { row: 0, column: 5, value: 0.123 },
  ]);
});

test("tab-separated text is read as it was written, whatever is in the cells", () => {
  const quoted = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cell = fc.string({ unit: fc.constantFrom("a", " ", "1", '"', "\t", "\n", "é") });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const text = rows.map((cells) => cells.map(quoted).join("\t")).join("\r\n");
      expect(textCells(`${text}\r\n`)).toEqual(rows);
    }),
  );
});
