import type { ChartCells } from "../charts/series/chartData";
import type { WorkbookContent } from "../content";
import type { CustomFunctionNames } from "../formulas/customFunctionNames";
import type { ContentTypes } from "../package/contentTypes";
import type { WorkbookPackage } from "../package/workbookPackage";
import type { StyleBook } from "../styles/styleBook";
import type { DynamicMarks } from "../workbook/dynamicMarks";

/** What the patching of one workbook shares between its parts. */
export interface PatchSession {
  pkg: WorkbookPackage;
  content: WorkbookContent;
  customFunctions: CustomFunctionNames;
  /** The cells that charts show. */
  chartCells: ChartCells;
  types: ContentTypes;
  styles: StyleBook;
  /** Parts of sheets whose rows or cells do not ascend. */
  disordered: ReadonlySet<string>;
  dynamicMarks: DynamicMarks;
  /** New names of sheets by their old name in lower case. */
  renamed: Map<string, string>;
  /** Ids of tables are unique in a workbook. */
  nextTableId(): number;
  /** Set once a formula changed: the calculation chain is then out of date. */
  calculationChanged: boolean;
}
