/** What a workbook holds, as far as it can be shown and edited. What is not here stays untouched in the package. Rows and columns are zero-based. */
export interface WorkbookContent {
  sheets: SheetContent[];
  names: NameContent[];
  styles: StyleContent[];
  customXml: CustomXmlContent[];
  /** Office add-in settings kept in the workbook's web extension part, by key. */
  settings: Record<string, unknown>;
  /** Whose settings new keys are, by the manifest; reading leaves it out, for a file may hold those of several add-ins. */
  addIn?: { id: string; version: string };
  activeSheet: number;
  /** Sheets can be neither added, removed, renamed, moved, hidden nor shown; not there means they can. */
  structureProtection?: StructureProtectionContent;
  /** Day 0 of date serial numbers is 1 January 1904 rather than 31 December 1899; not there means no. */
  date1904?: boolean;
  /** Excel calculates all formulas when it opens the file; not there leaves it to what the file says. */
  calculatesOnOpen?: boolean;
  /** Paths of the other workbooks that formulas lean on, as the file names them; not there means none. */
  linkedWorkbooks?: string[];
  /** What the file holds that cannot be shown, in the user's words; it stays in the file. */
  notShown: string[];
}

export interface SheetContent {
  /** Stable within one opened file: the relationship id in the package; a new sheet has none. */
  partId: string | null;
  name: string;
  visibility: "visible" | "hidden" | "veryHidden";
  protection: SheetProtectionContent | null;
  /** Cells with a value, a formula or a format, by row, then column. */
  cells: Map<number, Map<number, CellContent>>;
  /** `from` and `to` both included; width in characters of the default font as the file has it (8.43 shown is 9.14 here). */
  columns: { from: number; to: number; width: number | null; hidden: boolean; style: number | null }[];
  /** Height in points. Only rows that say something about themselves. */
  rows: Map<number, { height: number | null; hidden: boolean }>;
  /** Width, in characters, and height, in points, where nothing else is said; not there means Excel's 9.14 and 15. */
  defaultColumnWidth?: number;
  defaultRowHeight?: number;
  merges: AreaContent[];
  /** What the sheet's own AutoFilter covers, headings included; not there means none. Of the part's own only the area is written. */
  filter?: AreaContent;
  /** What stands on cells and is not shown; it moves with them. Nothing is put in here, and what is left out stays as it is. */
  marks?: MarkContent[];
  frozen: { rows: number; columns: number };
  showGridlines: boolean;
  tabColor: string | null;
  tables: TableContent[];
  charts: ChartContent[];
  /** How it is printed; not there means as Excel prints by itself. */
  page?: PageContent;
}

/** How a sheet is printed, as far as it is read and set; what is not here stays as it is in the file. */
export interface PageContent {
  isLandscape?: boolean;
  /** By the number that files give it: 1 is Letter, 9 is A4 (ECMA-376 part 1, 18.3.1.63). */
  paperSize?: number;
  /** Percent, where it is another than 100. */
  scale?: number;
  /** Pages that it is made to fit on, in place of a scale; 0 is as many as it takes. */
  fit?: { wide: number; tall: number };
  /** Of all pages, or of the odd ones where the file has others for the even. */
  header?: PageTextsContent;
  footer?: PageTextsContent;
  /** Rows repeated at the top of each page. */
  titleRows?: { row: number; rowCount: number };
}

/** With Excel's codes: "&P" is the page's number, "&&" an ampersand. */
export interface PageTextsContent {
  left: string;
  center: string;
  right: string;
}

/** A conditional format, a rule for what may be typed, a link, a comment, a small chart in a cell. */
export interface MarkContent {
  /** Which it is of those in the file. */
  id: string;
  /** The cells that it stands on; none where they are gone, and it with them. */
  areas: AreaContent[];
  /** As the file has them; counted from the first cell. */
  formulas: string[];
  /** Of conditional formats and of rules for what may be typed. */
  rules?: RuleContent[];
}

/** A conditional format, or a rule for what may be typed. */
export interface RuleContent {
  kind: "format" | "validation";
  /** As the file says it: "expression", "cellIs", "list", "whole" … */
  type: string;
  /** As the file says it: "greaterThan". */
  operator: string | null;
  /** How many of the mark's formulas are its own: they come in the order of the rules. */
  formulaCount: number;
}

export interface StructureProtectionContent {
  /** Null where none is needed to unprotect. */
  password: PasswordContent | null;
}

export interface SheetProtectionContent {
  /** What may be done all the same, in the order of their names. */
  allowed: ProtectionOption[];
  /** Which cells can be selected. */
  selectionMode: "Normal" | "Unlocked" | "None";
  /** Null where none is needed to unprotect. */
  password: PasswordContent | null;
}

/** As Office.js calls them (WorksheetProtectionOptions). */
export type ProtectionOption = `allow${
  | "AutoFilter"
  | "DeleteColumns"
  | "DeleteRows"
  | "EditObjects"
  | "EditScenarios"
  | "FormatCells"
  | "FormatColumns"
  | "FormatRows"
  | "InsertColumns"
  | "InsertHyperlinks"
  | "InsertRows"
  | "PivotTables"
  | "Sort"}`;

/** What it takes to know a password again: a hash in base64 and how it was made, or four hexadecimal digits from before 2013. */
export type PasswordContent = { algorithm: string; hash: string; salt: string; spins: number } | { hash: string };

export interface AreaContent {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

export type ValueContent = number | string | boolean | null | { error: string };

export interface CellContent {
  value: ValueContent;
  /** In invariant form without the leading "=", functions by the names users type (CONTOSO.ADD, SEQUENCE), not the file's prefixes. */
  formula?: string;
  /** Area that an array formula or a spilled dynamic array fills; only on its first cell. */
  array?: AreaContent & { dynamic: boolean };
  /** Index into WorkbookContent.styles. */
  style: number;
}

export interface StyleContent {
  numberFormat: string;
  fontName: string;
  fontSize: number;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  /** "#RRGGBB", theme colours resolved; null is automatic. */
  fontColor: string | null;
  fillColor: string | null;
  horizontal: "general" | "left" | "center" | "right";
  vertical: "top" | "center" | "bottom";
  wrap: boolean;
  indent: number;
  borders: { top: BorderContent; bottom: BorderContent; left: BorderContent; right: BorderContent };
}

export type BorderContent = { style: string; color: string | null } | null;

export interface NameContent {
  name: string;
  /** Without "=": "Data!$A$2". */
  formula: string;
  /** Index of the sheet for a sheet-level name, null for the workbook. */
  sheet: number | null;
  hidden: boolean;
  comment: string;
}

export interface TableContent extends AreaContent {
  partId: string | null;
  name: string;
  columns: string[];
  hasHeaderRow: boolean;
  hasTotalsRow: boolean;
  style: string | null;
  showBandedRows: boolean;
  showFilterButton: boolean;
  /** Some of its rows are filtered out; only said where it is so. Not written: the part's own filter stays as it is. */
  isFiltered?: boolean;
}

/** A chart as Office.js sees it: types by Excel's ChartType names, series by reference. What is not there is automatic. */
export interface ChartContent {
  partId: string | null;
  name: string;
  /** Of the chart; a series of a combination may have another. */
  type: string;
  title: string | null;
  titleFormat?: ChartFormatContent;
  /** The title lies over the plot. */
  titleOverlay?: boolean;
  /** Position on the sheet in points. */
  left: number;
  top: number;
  width: number;
  height: number;
  legend: ChartLegendContent;
  axes: ChartAxesContent;
  series: ChartSeriesContent[];
  /** Looks of the whole chart, and of the area between the axes. */
  format?: ChartFormatContent;
  plotFormat?: ChartFormatContent;
  /** Cells of hidden rows and columns are drawn too. */
  drawsHiddenCells?: boolean;
  /** How blank cells are drawn, by the names of ChartDisplayBlanksAs; not there means not at all. */
  blanks?: "Zero" | "Interplotted";
  altText: string;
}

export interface ChartLegendContent {
  visible: boolean;
  position: string;
  overlay?: boolean;
  format?: ChartFormatContent;
  /** Series without an entry, by their place; in charts of one series whose points differ in colour, points. */
  hiddenEntries?: number[];
}

export interface ChartAxesContent {
  category: ChartAxisContent;
  value: ChartAxisContent;
  /** Only where a series stands on the secondary axes. */
  secondaryCategory?: ChartAxisContent;
  secondaryValue?: ChartAxisContent;
}

/** An axis; the words are Office.js's. */
export interface ChartAxisContent {
  title: string | null;
  titleFormat?: ChartFormatContent;
  /** Null is that of the cells. */
  numberFormat: string | null;
  hidden?: boolean;
  minimum?: number;
  maximum?: number;
  majorUnit?: number;
  minorUnit?: number;
  logBase?: number;
  reversed?: boolean;
  /** There where the lines are drawn. */
  majorGridlines?: ChartLineContent;
  minorGridlines?: ChartLineContent;
  /** Not there means next to the axis. */
  labelPosition?: "High" | "Low" | "None";
  labelSpacing?: number;
  tickMarkSpacing?: number;
  /** Not there means none. */
  majorTickMark?: "Cross" | "Inside" | "Outside";
  minorTickMark?: "Cross" | "Inside" | "Outside";
  /** Where on this axis the other one crosses it: at an end, or a value (a category's number); not there means at zero. */
  crossedAt?: "Maximum" | "Minimum" | number;
  /** The other axis crosses in the middle of a category rather than between two. */
  crossedMidCategory?: boolean;
  /** Degrees by which the labels are turned, counter-clockwise. */
  labelAngle?: number;
  format?: ChartFormatContent;
}

/** Looks that were chosen. */
export interface ChartFormatContent {
  /** "#RRGGBB" or "none". */
  fill?: string;
  line?: ChartLineContent;
  font?: ChartFontContent;
}

export interface ChartLineContent {
  /** "#RRGGBB" or "none". */
  color?: string;
  /** Points. */
  weight?: number;
  /** By the names of ChartLineStyle; not there means continuous. */
  style?: string;
}

export interface ChartFontContent {
  name?: string;
  size?: number;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
}

export interface ChartSeriesContent {
  /** Its own, or what the cell that names it held when the file was saved. */
  name: string;
  /** The cell that names it, "Sheet1!$B$1". */
  nameReference?: string;
  /** "Sheet1!$B$2:$B$5". */
  values: string;
  categories: string | null;
  /** The chart's where it is not there. */
  type?: string;
  secondary?: boolean;
  /** Fill of bars, areas and slices, stroke of lines: "#RRGGBB"; null is automatic; "none" draws nothing (the base of a bridge). */
  color: string | null;
  /** Outline of bars, areas and slices; weight and style of lines. */
  line?: ChartLineContent;
  /** Shares of a bar's width in percent; the same for all bars that stand side by side. */
  gapWidth?: number;
  overlap?: number;
  smooth?: boolean;
  invertIfNegative?: boolean;
  /** Points in colours of their own, not there means as usual for the type: those of pies are, others are not. */
  varyByCategories?: boolean;
  marker?: ChartMarkerContent;
  labels?: ChartLabelsContent;
  /** Points that differ from their series, by their place. */
  points?: Record<number, ChartPointContent>;
  /** The number by which the file's part knows the series again; a new one has none. */
  partIndex?: number;
}

export interface ChartMarkerContent {
  /** By the names of ChartMarkerStyle. */
  style?: string;
  size?: number;
  fill?: string;
  line?: string;
}

export interface ChartPointContent {
  color?: string;
  line?: ChartLineContent;
  marker?: ChartMarkerContent;
  /** Null where the point has no label though its series has. */
  label?: ChartLabelsContent | null;
}

export interface ChartLabelsContent {
  shows: ChartLabelPart[];
  /** By the names of ChartDataLabelPosition. */
  position?: string;
  /** Not there is that of the cells. */
  numberFormat?: string;
  separator?: string;
  format?: ChartFormatContent;
}

export type ChartLabelPart = "value" | "category" | "series" | "percentage" | "legendKey";

export interface CustomXmlContent {
  /** "{GUID}". */
  id: string;
  xml: string;
}
