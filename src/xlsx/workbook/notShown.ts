import type { XmlElement } from "../xml/parseXml";
import { child, descendants } from "../xml/parseXml";

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

const WORKBOOK_KINDS: Record<string, string> = {
  vbaProject: "Macros (VBA)",
  externalLink: "Links to other workbooks",
  externalLinkPath: "Links to other workbooks",
  connections: "Queries and data connections",
  powerPivotData: "Data model",
  chartsheet: "Chart sheets",
  dialogsheet: "Dialog sheets",
  xlMacrosheet: "Macro sheets",
};

const SHEET_KINDS: Record<string, string> = {
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
};

const DRAWING_KINDS: Record<string, string> = {
  pic: "Images",
  sp: "Shapes and text boxes",
  cxnSp: "Shapes and text boxes",
  contentPart: "Ink",
  slicer: "Slicers",
  timeslicer: "Timelines",
  newChart: "Charts of newer kinds, such as waterfall and treemap",
};

export function noteWorkbookKind(notShown: NotShown, relationshipKind: string): void {
  const kind = WORKBOOK_KINDS[relationshipKind];
  if (kind) notShown.add(kind);
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
}
