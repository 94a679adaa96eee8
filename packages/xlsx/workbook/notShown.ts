import { child, children, descendants, flag, numberOr, type XmlElement } from "../xml/parseXml";
import { wordTable } from "../xml/wordTable";

/** Collects what a file holds that cannot be shown, with the sheets it stands on, in the user's words. */
export class NotShown {
  private readonly kinds = new Map<string, string[]>();

  add(kind: string, sheet?: string): void {
    const sheets = this.kinds.get(kind) ?? [];
    if (sheet !== undefined && !sheets.includes(sheet)) sheets.push(sheet);
    this.kinds.set(kind, sheets);
  }

  /** "Conditional formatting (on Data, Summary)". */
  sentences(): string[] {
    return [...this.kinds].map(([kind, sheets]) => (sheets.length === 0 ? kind : `${kind} (on ${sheets.join(", ")})`));
  }
}

const WORKBOOK_KINDS = wordTable<string>({
  vbaProject: "Macros (VBA)",
  externalLink: "Links to other workbooks",
  externalLinkPath: "Links to other workbooks",
  connections: "Queries and data connections",
  powerPivotData: "Data model",
  chartsheet: "Chart sheets",
  dialogsheet: "Dialog sheets",
  xlMacrosheet: "Macro sheets",
  xlIntlMacrosheet: "Macro sheets",
  xmlMaps: "XML maps",
  revisionHeaders: "The change history of a shared workbook",
  volatileDependencies: "Data that arrives in real time",
  FeaturePropertyBag: "Checkboxes in cells",
});

export const signatureKind = "A digital signature, which a change to the file makes invalid";

const PACKAGE_KINDS = wordTable<string>({
  origin: signatureKind,
  extensibility: "Buttons of the workbook's own on the ribbon",
});

const SHEET_KINDS = wordTable<string>({
  comments: "Comments and notes",
  threadedComment: "Comments and notes",
  pivotTable: "Pivot tables",
  slicer: "Slicers",
  timeline: "Timelines",
  ctrlProp: "Form controls",
  control: "Form controls",
  oleObject: "Embedded objects",
  package: "Embedded objects",
  image: "Images",
  queryTable: "Queries and data connections",
  namedSheetView: "Sheet views",
});

const DRAWING_KINDS = wordTable<string>({
  pic: "Images",
  sp: "Shapes and text boxes",
  cxnSp: "Shapes and text boxes",
  contentPart: "Ink",
  slicer: "Slicers",
  timeslicer: "Timelines",
  diagram: "SmartArt diagrams",
  newChart: "Charts of newer kinds, such as waterfall and treemap",
});

export function noteWorkbookKind(notShown: NotShown, relationshipKind: string): void {
  const kind = WORKBOOK_KINDS[relationshipKind];
  if (kind) notShown.add(kind);
}

/** What the package itself leads to, beside the workbook. */
export function notePackageKind(notShown: NotShown, relationshipKind: string): void {
  const kind = PACKAGE_KINDS[relationshipKind];
  if (kind) notShown.add(kind);
}

/** What the workbook part itself says. */
export function noteWorkbookElements(notShown: NotShown, workbook: XmlElement): void {
  const calculation = child(workbook, "calcPr")?.attributes ?? {};
  if (flag(child(workbook, "workbookPr")?.attributes["date1904"])) {
    notShown.add("Dates counted from 1904, which look four years and a day too early here");
  }
  if (flag(calculation["iterate"])) notShown.add("Iterative calculation of circular formulas");
  if (calculation["calcMode"] === "manual") notShown.add("Calculation by hand: here formulas are calculated at once");
  if (!flag(calculation["fullPrecision"], true)) notShown.add("Calculation with the precision that cells show");
  if (child(workbook, "customWorkbookViews")) notShown.add("Custom views");
}

export function noteSheetKind(notShown: NotShown, relationshipKind: string, sheet: string): void {
  const kind = SHEET_KINDS[relationshipKind];
  if (kind) notShown.add(kind, sheet);
}

export function noteDrawingKinds(notShown: NotShown, kinds: Set<string>, sheet: string): void {
  for (const local of kinds) notShown.add(DRAWING_KINDS[local] ?? "Shapes and text boxes", sheet);
}

/** What a worksheet part itself says, around its rows. */
export function noteSheetElements(notShown: NotShown, frame: XmlElement, sheet: string): void {
  const extensions = child(frame, "extLst");
  const has = (local: string) =>
    child(frame, local) !== undefined || (extensions && descendants(extensions, local).length > 0);
  if (has("conditionalFormatting")) notShown.add("Conditional formatting", sheet);
  if (has("dataValidation") || child(frame, "dataValidations"))
    notShown.add("Drop-down lists and other data validation", sheet);
  if (has("sparklineGroup")) notShown.add("Sparklines", sheet);
  if (child(frame, "hyperlinks")) notShown.add("Hyperlinks", sheet);
  if (child(frame, "autoFilter")) notShown.add("Filter buttons outside tables", sheet);
  if (child(frame, "scenarios")) notShown.add("What-if scenarios", sheet);
  const grouped = children(child(frame, "cols"), "col").some((column) => isGrouped(column.attributes));
  if (grouped) notShown.add(GROUPS, sheet);
  const view = child(frame, "sheetViews", "sheetView");
  const pane = child(view, "pane");
  if (pane && !(pane.attributes["state"] ?? "split").startsWith("frozen")) notShown.add("Split panes", sheet);
  if (flag(view?.attributes["rightToLeft"])) notShown.add("Columns from right to left", sheet);
  if (!flag(view?.attributes["showZeros"], true)) notShown.add("Zeros left out of sight", sheet);
}

/** What the rows and cells of a worksheet part say besides. */
export function noteSheetCells(notShown: NotShown, cells: CellRemarks, sheet: string): void {
  if (cells.hasDataTables) notShown.add("What-if data tables", sheet);
  if (cells.hasRichText) notShown.add("Mixed formatting inside a cell's text", sheet);
  if (cells.hasDataTypes) notShown.add("Data types and pictures inside cells", sheet);
  if (cells.hasGroups) notShown.add(GROUPS, sheet);
  if (cells.hasUnshownFormats) notShown.add("Some formats, such as strikethrough, slanted text and patterns", sheet);
}

/** Drawings from before 2007: notes are told of by their own part. */
export function noteOldDrawing(notShown: NotShown, source: string, sheet: string): void {
  const kinds = [...source.matchAll(/ObjectType="(\w+)"/g)].map(([, kind]) => kind);
  if (kinds.some((kind) => kind !== "Note" && kind !== "Pict")) notShown.add("Form controls", sheet);
}

/** Whether a row or column belongs to an outline that can be folded. */
function isGrouped(attributes: Record<string, string>): boolean {
  return numberOr(attributes["outlineLevel"], 0) > 0;
}

const GROUPS = "Groups of rows and columns";

/** What readCells tells beside the cells themselves. */
interface CellRemarks {
  hasDataTables: boolean;
  hasRichText: boolean;
  hasDataTypes: boolean;
  hasGroups: boolean;
  hasUnshownFormats: boolean;
}
