import type { AreaContent, ChartAxisContent, ChartFontContent, ChartFormatContent } from "@workbooks/xlsx/content";
import type { ChartLabelsContent, ChartLineContent, CustomXmlContent, MarkContent } from "@workbooks/xlsx/content";
import type { Chart } from "../workbook/charts/chart";
import type { NameItem } from "../workbook/names";
import type { Sheet } from "../workbook/sheet";
import type { Table } from "../workbook/tables/table";
import type { Workbook } from "../workbook/workbook";

/** What an object of each class stands for, by the class's name in Office.js. A new class begins with a line here. */
export interface Targets {
  Workbook: Workbook;
  Application: Workbook;
  Runtime: Workbook;
  Functions: Workbook;
  FunctionResult: { value: unknown };
  WorkbookCreated: { base64: string };
  CultureInfo: Workbook;
  NumberFormatInfo: Workbook;
  DatetimeFormatInfo: Workbook;
  IterativeCalculation: Workbook;
  WorkbookProtection: Workbook;
  LinkedWorkbookCollection: Workbook;
  /** Its path or address. */
  LinkedWorkbook: string;
  SettingCollection: Workbook;
  Setting: { key: string };
  CustomXmlPartCollection: PartsTarget;
  CustomXmlPartScopedCollection: PartsTarget;
  CustomXmlPart: CustomXmlContent;
  NamedItemCollection: NamesTarget;
  NamedItem: NameItem;
  NamedItemArrayValues: NameItem;

  WorksheetCollection: Workbook;
  Worksheet: Sheet;
  WorksheetProtection: Sheet;
  WorksheetFreezePanes: Sheet;
  PageLayout: Sheet;
  HeaderFooterGroup: Sheet;
  HeaderFooter: Sheet;
  AutoFilter: FilterTarget;

  Range: RangeTarget;
  RangeAreas: AreasTarget;
  RangeCollection: AreasTarget[];
  RangeAreasCollection: AreasTarget[];
  WorkbookRangeAreas: AreasTarget[];
  RangeFormat: AreasTarget;
  RangeFill: AreasTarget;
  RangeFont: AreasTarget;
  RangeBorderCollection: AreasTarget;
  RangeBorder: BorderTarget;
  RangeSort: RangeTarget;
  DataValidation: AreasTarget;
  ConditionalFormatCollection: AreasTarget;
  ConditionalFormat: FormatTarget;
  CustomConditionalFormat: FormatTarget;
  ConditionalFormatRule: FormatTarget;
  CellValueConditionalFormat: FormatTarget;
  RangeView: ViewTarget;
  RangeViewCollection: ViewTarget;
  RemoveDuplicatesResult: { removed: number; uniqueRemaining: number };

  TableCollection: TablesTarget;
  TableScopedCollection: TablesTarget;
  Table: Table;
  TableColumnCollection: Table;
  TableColumn: TablePartTarget;
  TableRowCollection: Table;
  TableRow: TablePartTarget;
  TableSort: Table;

  ChartCollection: Sheet;
  Chart: ChartTarget;
  ChartTitle: ChartTarget;
  ChartTitleFormat: LooksTarget;
  ChartLegend: ChartTarget;
  ChartLegendFormat: LooksTarget;
  ChartLegendEntryCollection: ChartTarget;
  ChartLegendEntry: LegendEntryTarget;
  ChartAreaFormat: LooksTarget;
  ChartPlotArea: ChartTarget;
  ChartPlotAreaFormat: LooksTarget;
  ChartAxes: ChartTarget;
  ChartAxis: AxisTarget;
  ChartAxisFormat: LooksTarget;
  ChartAxisTitle: AxisTarget;
  ChartAxisTitleFormat: LooksTarget;
  ChartGridlines: GridlinesTarget;
  ChartGridlinesFormat: LooksTarget;
  ChartSeriesCollection: ChartTarget;
  ChartSeries: SeriesTarget;
  ChartSeriesFormat: SeriesTarget;
  ChartPointsCollection: SeriesTarget;
  ChartPoint: PointTarget;
  ChartPointFormat: LooksTarget;
  ChartDataLabels: LabelsTarget;
  ChartDataLabel: LabelsTarget;
  ChartDataLabelFormat: LooksTarget;
  ChartFill: LooksTarget;
  ChartFont: LooksTarget;
  ChartLineFormat: LooksTarget;
  ChartBorder: LooksTarget;

  CustomFunctions: FunctionRuntime;
  CustomFunctionsContainer: FunctionRuntime;
  AppRuntimeService: PaneState;
  AppRuntimePersistenceService: PaneState;
  AddinInternalService: { actionsReady: () => void };
}

export type ClassName = keyof Targets;

/** The filter of a table, or (`table` null) the sheet's own. */
export interface FilterTarget {
  sheet: Sheet;
  table: Table | null;
}

/** What a Range of Office.js stands for. */
export interface RangeTarget {
  sheet: Sheet;
  area: AreaContent;
}

/** What a RangeAreas of Office.js stands for: areas of one sheet. A Range's format belongs to one such area. */
export interface AreasTarget {
  sheet: Sheet;
  areas: AreaContent[];
}

/** A conditional format: the mark that it is in, and which of its rules it is. */
export interface FormatTarget {
  sheet: Sheet;
  mark: MarkContent;
  index: number;
}

export interface BorderTarget {
  format: AreasTarget;
  side: BorderSide;
}

type BorderSide =
  | "EdgeTop"
  | "EdgeBottom"
  | "EdgeLeft"
  | "EdgeRight"
  | "InsideVertical"
  | "InsideHorizontal"
  | "DiagonalDown"
  | "DiagonalUp";

/** The rows and columns of a range that are not hidden, by their numbers on the sheet. */
export interface ViewTarget {
  range: RangeTarget;
  rows: number[];
  columns: number[];
  index: number;
}

/** The tables of a sheet, or (`sheet` null) of the workbook. */
export interface TablesTarget {
  sheet: Sheet | null;
  tables: () => Table[];
}

/** A row or a column of a table. */
export interface TablePartTarget {
  table: Table;
  index: number;
}

/** The names of a sheet, or (`sheet` null) of the workbook. */
interface NamesTarget {
  sheet: Sheet | null;
}

/** The custom XML parts of the workbook, or those of one namespace. */
export interface PartsTarget {
  parts: () => CustomXmlContent[];
}

/** A chart on its sheet. */
export interface ChartTarget {
  chart: Chart;
  sheet: Sheet;
}

interface LegendEntryTarget extends ChartTarget {
  place: number;
}

export interface AxisTarget extends ChartTarget {
  axis: ChartAxisContent;
  isValue: boolean;
  secondary: boolean;
}

export interface GridlinesTarget extends AxisTarget {
  which: "majorGridlines" | "minorGridlines";
}

export interface SeriesTarget extends ChartTarget {
  index: number;
}

export interface PointTarget extends SeriesTarget {
  at: number;
}

/** Labels of series, or of one of their points; where there are none, undefined or null. */
export interface LabelsTarget extends ChartTarget {
  type: string;
  labels(): ChartLabelsContent | null | undefined;
  change(labels: ChartLabelsContent | null): void;
}

/** Something of a chart with looks: where they are kept, and what they are where nothing was chosen. */
export interface LooksTarget extends ChartTarget {
  looks(): ChartFormatContent | undefined;
  change(looks: ChartFormatContent): void;
  usual: { line?: ChartLineContent; font?: ChartFontContent };
}

/** Excel's side of custom functions, to which the add-in's runtime reports. */
export interface FunctionRuntime {
  runtimeReady(): void;
  answered(id: number, succeeded: boolean, value: unknown, errorNumber?: number): void;
}

/** The pane of the shared runtime, as far as the stand-in has one. */
export interface PaneState {
  isVisible(): boolean;
  setVisible(visible: boolean): void;
  /** Whether the add-in starts with the document. */
  startsWithDocument: boolean;
}
