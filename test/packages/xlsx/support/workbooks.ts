import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { handMadeWorkbook } from "./handMade";
import * as exceljs from "./makers/exceljs";
import { chartSheet, manyCharts } from "./makers/withCharts";
import * as oddCells from "./makers/withOddCells";
import * as otherParts from "./makers/withOtherParts";

interface SampleWorkbook {
  name: string;
  make(): Uint8Array | Promise<Uint8Array>;
  /** What it is in the suite for: patterns that its parts' texts match, before and after an edit. */
  holds: RegExp[];
  /** Sentences on what cannot be shown. */
  notShown?: string[];
}

/** Workbooks of different makers, each with something that careless programs lose. */
export const WORKBOOKS: SampleWorkbook[] = [
  {
    name: "ExcelJS: a register",
    make: exceljs.excelJsRegister,
    holds: [/t="shared"/, /<tableColumn /, /veryHidden/, /<rPr>/],
  },
  {
    name: "ExcelJS: rules, drop-downs, links, notes",
    make: exceljs.excelJsRules,
    holds: [/<dataBar>/, /<colorScale>/, /<dataValidation /, /<hyperlink /, /<comment /],
    notShown: ["Conditional formatting (on Rules)", "Hyperlinks (on Rules)", "Comments and notes (on Rules)"],
  },
  {
    name: "ExcelJS: protected and set for printing",
    make: exceljs.excelJsPrinted,
    holds: [/<sheetProtection /, /<headerFooter/, /_xlnm\.Print_Titles/, /<rowBreaks/, /PNG/, /t="array"/],
    notShown: ["Images (on Paper)", "Filter buttons outside tables (on Paper)"],
  },
  {
    name: "ExcelJS: dates from 1904",
    make: exceljs.excelJsDates,
    holds: [/date1904="1"/, /state="hidden"/, /veryHidden/],
  },
  { name: "LibreOffice: from a .csv file", make: () => fixture("libreoffice-register.xlsx"), holds: [/LibreOffice/] },
  { name: "LibreOffice: formulas", make: () => fixture("libreoffice-model.xlsx"), holds: [/aca="false"/, /t="array"/] },
  {
    name: "LibreOffice: two charts",
    make: () => fixture("libreoffice-charts.xlsx"),
    holds: [/<c:barChart>/, /<c:lineChart>/],
  },
  {
    name: "LibreOffice: charts of many kinds",
    make: () => fixture("libreoffice-kinds.xlsx"),
    holds: [
      /<c:areaChart>/,
      /<c:pieChart>/,
      /<c:doughnutChart>/,
      /<c:scatterChart>/,
      /<c:bubbleChart>/,
      /<c:radarChart>/,
    ],
  },
  {
    name: "LibreOffice: rules, drop-downs, links, notes",
    make: () => fixture("libreoffice-rules.xlsx"),
    holds: [/<dataBar /, /<dataValidation /, /<hyperlink /, /<comment /, /x14:/],
  },
  {
    name: "LibreOffice: protected and set for printing",
    make: () => fixture("libreoffice-printed.xlsx"),
    holds: [/<sheetProtection /, /<headerFooter /, /<rowBreaks /, /PNG/],
  },
  {
    name: "XlsxWriter: charts of many kinds",
    make: () => fixture("xlsxwriter-charts.xlsx"),
    holds: [/<c:stockChart>/, /<c:trendline>/, /<c:errBars>/, /percentStacked/, /<chartsheet/],
    notShown: ["Chart sheets"],
  },
  {
    name: "XlsxWriter: rules, drop-downs, sparklines, filters",
    make: () => fixture("xlsxwriter-rules.xlsx"),
    holds: [/x14:dataBar/, /<iconSet /, /x14:sparkline>/, /<filterColumn /, /<dataValidation /, /<comment /],
    notShown: [
      "Conditional formatting (on Rules)",
      "Drop-down lists and other data validation (on Rules)",
      "Sparklines (on Rules)",
      "Hyperlinks (on Rules)",
      "Filter buttons outside tables (on Rules)",
      "Comments and notes (on Rules)",
    ],
  },
  {
    name: "XlsxWriter: groups, pictures, a button, set for printing",
    make: () => fixture("xlsxwriter-layout.xlsx"),
    holds: [
      /outlineLevel="2"/,
      /<rPr>/,
      /legacyDrawingHF/,
      /_xlnm\.Print_Titles/,
      /firstSheet="2"/,
      /ObjectType="Button"/,
    ],
    notShown: [
      "Groups of rows and columns (on Layout)",
      "Columns from right to left (on Layout)",
      "Split panes (on Split)",
      "Form controls (on Layout)",
      "Some formats, such as strikethrough, slanted text and patterns (on Layout)",
    ],
  },
  {
    name: "XlsxWriter: formulas and tables",
    make: () => fixture("xlsxwriter-formulas.xlsx"),
    holds: [
      /_xlfn\._xlws\.FILTER/,
      /_xlpm\.x/,
      /cm="1"/,
      /<totalsRowFormula>|totalsRowFunction/,
      /<calculatedColumnFormula>/,
    ],
  },
  {
    name: "XlsxWriter: a protected sheet",
    make: () => fixture("xlsxwriter-protected.xlsx"),
    holds: [/<sheetProtection [^>]*password="/, /<protectedRange /],
  },
  { name: "XlsxWriter: row by row", make: () => fixture("xlsxwriter-constant-memory.xlsx"), holds: [/"AX200"/] },
  {
    name: "XlsxWriter: dates from 1904",
    make: () => fixture("xlsxwriter-1904.xlsx"),
    holds: [/date1904="1"/],
    notShown: ["Dates counted from 1904, which look four years and a day too early here"],
  },
  {
    name: "XlsxWriter: macros",
    make: () => fixture("xlsxwriter-macros.xlsm"),
    holds: [/macroEnabled/, /not a real project/],
    notShown: ["Macros (VBA)"],
  },
  {
    name: "openpyxl: a protected model",
    make: () => fixture("openpyxl-model.xlsx"),
    holds: [/lockStructure="1"/, /<sheetProtection [^>]*password="/, /t="array"/, /<tablePart /, /veryHidden/],
  },
  {
    name: "openpyxl: looks and rules",
    make: () => fixture("openpyxl-looks.xlsx"),
    holds: [/<gradientFill/, /darkTrellis/, /<scenario /, /<comment /, /<iconSet /],
    notShown: ["What-if scenarios (on Sheet)", "Comments and notes (on Sheet)"],
  },
  {
    name: "openpyxl: charts",
    make: () => fixture("openpyxl-charts.xlsx"),
    holds: [/<definedNames ?\/>/, /<surfaceChart>/, /<ofPieChart>/, /<bubbleChart>/],
    notShown: ["Chart sheets"],
  },
  { name: "openpyxl: links", make: () => fixture("openpyxl-links.xlsx"), holds: [/externalLinkPath/] },
  { name: "openpyxl: row by row", make: () => fixture("openpyxl-streamed.xlsx"), holds: [/inlineStr|sharedStrings/] },
  {
    name: "Open XML SDK: a pane's template",
    make: () => template("ExcelWorkbookWithTaskPane.xlsx"),
    holds: [/<x:workbook/, /taskpanes/],
  },
  {
    name: "Open XML SDK: a content add-in",
    make: () => template("ExcelWorkbookWithContent.xlsx"),
    holds: [/webextension/],
  },
  {
    name: "by hand: Excel's extras",
    make: () => handMadeWorkbook(),
    holds: [/dynamicArrayProperties/, /_xldudf_SAVINGS/, /itemProps|datastoreItem/],
  },
  {
    name: "by hand: notes and conversations",
    make: otherParts.comments,
    holds: [/<threadedComment /, /<personList/, /ObjectType="Note"/],
    notShown: ["Comments and notes (on Notes)"],
  },
  {
    name: "by hand: a pivot table",
    make: otherParts.pivotTable,
    holds: [/<pivotTableDefinition/, /<pivotCacheRecords/],
    notShown: ["Pivot tables (on Pivot)"],
  },
  {
    name: "by hand: links to another workbook",
    make: otherParts.externalLinks,
    holds: [/<externalBook/, /<connection /],
    notShown: ["Links to other workbooks", "Queries and data connections"],
  },
  {
    name: "by hand: slicers",
    make: otherParts.slicers,
    holds: [/tableSlicerCache/, /x14:slicerList/],
    notShown: ["Slicers (on One)"],
  },
  { name: "by hand: pictures", make: otherParts.pictures, holds: [/legacyDrawingHF/, /PNG/, /<picture /] },
  {
    name: "by hand: charts of many kinds",
    make: manyCharts,
    holds: [/<c:bubbleChart>/, /layoutId="waterfall"/, /textlink="Charts!/],
    notShown: ["Charts of newer kinds, such as waterfall and treemap (on Charts)"],
  },
  { name: "by hand: a chart sheet", make: chartSheet, holds: [/<chartsheet/], notShown: ["Chart sheets"] },
  {
    name: "by hand: newer errors and data types",
    make: () => oddCells.richErrors(),
    holds: [/vm="1"/, /<rvStructures/],
    notShown: ["Data types and pictures inside cells (on Errors)"],
  },
  {
    name: "by hand: functions of other add-ins",
    make: oddCells.otherAddIns,
    holds: [/_xldudf_CONTOSO_ADD/, /_xll\.PRICE\.OF/],
  },
  {
    name: "by hand: what-if tables, sparklines, scenarios",
    make: oddCells.sheetExtras,
    holds: [/t="dataTable"/, /x14:sparkline>/, /<scenario /, /<protectedRange /, /3Stars/],
    notShown: [
      "Iterative calculation of circular formulas",
      "Calculation by hand: here formulas are calculated at once",
      "What-if data tables (on What if)",
      "Sparklines (on What if)",
      "What-if scenarios (on What if)",
    ],
  },
  { name: "by hand: unusual XML", make: oddCells.oddXml, holds: [/<!-- between -->/, /<\?maker odd\?>/] },
  { name: "by hand: stored without compression", make: oddCells.storedZip, holds: [/Stored/] },
  { name: "by hand: strict", make: oddCells.strictWorkbook, holds: [/conformance="strict"/, /purl\.oclc\.org/] },
];

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, "..", "fixtures", name)));
}

/** Prefixed elements, byte order marks, absolute targets and no styles: templates that Microsoft's sideloading tool ships. */
export function template(name: string): Uint8Array {
  const folder = dirname(require.resolve("office-addin-dev-settings/package.json"));
  return new Uint8Array(readFileSync(join(folder, "templates", name)));
}
