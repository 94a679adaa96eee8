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
  frozen: { rows: number; columns: number };
  showGridlines: boolean;
  tabColor: string | null;
  tables: TableContent[];
  charts: ChartContent[];
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
  /** In invariant form without the leading "=", functions by the names users type (SAVINGS.X, SEQUENCE), not the file's prefixes. */
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
}

/** A chart as Office.js sees it: type by Excel's ChartType names, series by reference. */
export interface ChartContent {
  partId: string | null;
  name: string;
  type: string;
  title: string | null;
  /** Position on the sheet in points. */
  left: number;
  top: number;
  width: number;
  height: number;
  legend: { visible: boolean; position: string };
  categoryAxisTitle: string | null;
  valueAxisTitle: string | null;
  valueAxisFormat: string | null;
  gapWidth: number | null;
  series: ChartSeriesContent[];
  altText: string;
}

export interface ChartSeriesContent {
  name: string;
  /** "Sheet1!$B$2:$B$5". */
  values: string;
  categories: string | null;
  /** "#RRGGBB"; null is automatic; "none" draws nothing (the invisible base of a bridge). */
  color: string | null;
}

export interface CustomXmlContent {
  /** "{GUID}". */
  id: string;
  xml: string;
}
