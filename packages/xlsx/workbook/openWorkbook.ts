import { readDrawing } from "../charts/drawing/readDrawing";
import { readChart } from "../charts/readChart";
import type { SheetContent, WorkbookContent } from "../content";
import type { CustomFunctionNames } from "../formulas/customFunctionNames";
import { contentTypesRoot } from "../package/contentTypes";
import { relationshipsOf, type Relationship } from "../package/relationships";
import { WorkbookPackage } from "../package/workbookPackage";
import { readStructureProtection } from "../protection/protectionXml";
import { readCells, type CellContext } from "../sheet/cells/readCells";
import { readComments } from "../sheet/comments";
import { readMarks } from "../sheet/marks";
import { readSheetFrame } from "../sheet/readSheet";
import { readSharedStrings } from "../sheet/cells/sharedStrings";
import { colorResolver, schemeColors, type ColorResolver } from "../styles/colors";
import { readStyles } from "../styles/readStyles";
import { unshownFormats } from "../styles/unshownFormats";
import { readTable } from "../tables/readTable";
import { XlsxError, brokenPart } from "../xlsxError";
import { attribute, child, children, descendants, flag, parseXml, type XmlElement } from "../xml/parseXml";
import { readLinkedWorkbooks } from "./linkedWorkbooks";
import { readCustomXml, type CustomXmlPart } from "./customXml";
import { dynamicArrayMarks } from "./metadata";
import { readName } from "./names";
import { isPrintTitles, titleRowsIn } from "./printTitles";
import {
  NotShown,
  noteDrawingKinds,
  noteOldDrawing,
  notePackageKind,
  noteSheetCells,
  noteSheetElements,
  noteSheetKind,
  noteWorkbookElements,
  noteWorkbookKind,
} from "./notShown";
import { readRichValues } from "../sheet/cells/richValues";
import { readWebExtensions, type WebExtension } from "./settings";

/** An opened workbook: what it shows, and where in the package each thing stands, so that it can be patched. */
export interface OpenedWorkbook {
  pkg: WorkbookPackage;
  content: WorkbookContent;
  workbookPart: string;
  workbook: XmlElement;
  relationships: Relationship[];
  /** Part name of each content sheet, and its place among all sheets of the file (chart sheets count there). */
  sheetParts: { part: string; fileIndex: number }[];
  /** Parts of sheets whose rows or cells do not ascend. */
  disordered: ReadonlySet<string>;
  stylesPart: string | null;
  styles: XmlElement | undefined;
  colorOf: ColorResolver;
  cellContext: CellContext;
  customXml: CustomXmlPart[];
  webExtensions: WebExtension[];
}

export async function openWorkbook(bytes: Uint8Array, functions: CustomFunctionNames): Promise<OpenedWorkbook> {
  const pkg = await WorkbookPackage.open(bytes);
  const workbookPart = await findWorkbookPart(pkg);
  const workbook = parseXml(await pkg.text(workbookPart), workbookPart);
  if (workbook.local !== "workbook") throw brokenPart(workbookPart, "is not a workbook");
  pkg.isStrict = Object.values(workbook.attributes).includes("http://purl.oclc.org/ooxml/spreadsheetml/main");
  await contentTypesRoot(pkg);
  const relationships = await relationshipsOf(pkg, workbookPart);
  const notShown = new NotShown();
  relationships.forEach(({ kind }) => noteWorkbookKind(notShown, kind));
  (await relationshipsOf(pkg, "")).forEach(({ kind }) => notePackageKind(notShown, kind));
  noteWorkbookElements(notShown, workbook);

  const tree = async (kind: string) => {
    const part = relationships.find(
      (relationship) => relationship.kind === kind && pkg.has(relationship.target),
    )?.target;
    return part === undefined ? null : { part, root: parseXml(await pkg.text(part), part) };
  };
  const theme = (await tree("theme"))?.root;
  const styles = await tree("styles");
  const colorOf = colorResolver(theme, styles?.root);
  const cellStyles = readStyles(styles?.root, colorOf);
  const metadata = (await tree("sheetMetadata"))?.root;
  const dynamic = dynamicArrayMarks(metadata);
  const date1904 = flag(child(workbook, "workbookPr")?.attributes["date1904"]);
  const cellContext: CellContext = {
    sharedStrings: await sharedStrings(pkg, relationships, notShown),
    customFunctions: functions,
    isDynamic: (mark) => dynamic.has(mark),
    richValues: await readRichValues(pkg, relationships, metadata),
    date1904,
    read: { cells: 0, sharedText: 0 },
    styleCount: cellStyles.length,
    unshownFormats: unshownFormats(styles?.root),
  };

  const sheets: SheetContent[] = [];
  const sheetParts: OpenedWorkbook["sheetParts"] = [];
  const disordered = new Set<string>();
  const sheetNames = new Set<string>();
  const sheetElements = children(child(workbook, "sheets"), "sheet");
  for (const [fileIndex, element] of sheetElements.entries()) {
    const id = attribute(element, "id") ?? "";
    const relationship = relationships.find((candidate) => candidate.id === id);
    if (!relationship)
      throw brokenPart(workbookPart, `lists the sheet "${element.attributes["name"]}" without its part`);
    const name = (element.attributes["name"] ?? "").toLowerCase();
    if (sheetNames.has(name)) throw brokenPart(workbookPart, `lists two sheets "${element.attributes["name"]}"`);
    sheetNames.add(name);
    if (relationship.kind !== "worksheet") continue;
    const part = relationship.target;
    const reader = { pkg, part, cellContext, colorOf, scheme: schemeColors(theme), notShown, disordered };
    sheets.push(await readSheet(element, id, reader));
    sheetParts.push({ part, fileIndex });
  }
  if (sheets.length === 0) throw new XlsxError("The workbook holds no worksheet, only chart or macro sheets.");

  const sheetAt = (fileIndex: number) => {
    const index = sheetParts.findIndex((sheet) => sheet.fileIndex === fileIndex);
    return index < 0 ? null : index;
  };
  const definedNames = children(child(workbook, "definedNames"), "definedName");
  for (const name of definedNames.filter(isPrintTitles)) {
    const sheet = sheets[sheetAt(Number(name.attributes["localSheetId"])) ?? -1];
    const titleRows = titleRowsIn(name.text);
    if (sheet && titleRows) sheet.page = { ...sheet.page, titleRows };
  }
  const activeTab = Number(child(workbook, "bookViews", "workbookView")?.attributes["activeTab"] ?? 0);
  const customXml = await readCustomXml(
    pkg,
    relationships.filter(({ kind }) => kind === "customXml").map(({ target }) => target),
  );
  const webExtensions = await readWebExtensions(pkg);
  const linkedWorkbooks = await readLinkedWorkbooks(pkg, relationships);
  const structureProtection = readStructureProtection(child(workbook, "workbookProtection"));
  const content: WorkbookContent = {
    sheets,
    names: definedNames.flatMap((name) => readName(name, sheetAt, functions) ?? []),
    styles: cellStyles,
    customXml: customXml.map(({ id, xml }) => ({ id, xml })),
    settings: Object.fromEntries(webExtensions.flatMap(({ properties }) => [...properties])),
    activeSheet: inFront(sheets, sheetAt(activeTab) ?? 0),
    ...(structureProtection ? { structureProtection } : {}),
    ...(date1904 ? { date1904 } : {}),
    ...(flag(child(workbook, "calcPr")?.attributes["fullCalcOnLoad"]) ? { calculatesOnOpen: true } : {}),
    ...(linkedWorkbooks.length > 0 ? { linkedWorkbooks } : {}),
    notShown: notShown.sentences(),
  };
  return {
    pkg,
    content,
    workbookPart,
    workbook,
    relationships,
    sheetParts,
    disordered,
    stylesPart: styles?.part ?? null,
    styles: styles?.root,
    colorOf,
    cellContext,
    customXml,
    webExtensions,
  };
}

/** The sheet in front as Excel shows it: where the file names a hidden one, as other makers do, the next that is visible. */
function inFront(sheets: readonly SheetContent[], named: number): number {
  const places = [...sheets.keys()];
  const fromThere = [...places.slice(named), ...places.slice(0, named)];
  return fromThere.find((place) => sheets[place]?.visibility === "visible") ?? named;
}

async function findWorkbookPart(pkg: WorkbookPackage): Promise<string> {
  const main = (await relationshipsOf(pkg, "")).find(({ kind }) => kind === "officeDocument");
  const part = main?.target ?? "xl/workbook.xml";
  if (!pkg.has(part)) {
    throw new XlsxError(`The file is not an .xlsx workbook: its main part "${part}" is missing.`);
  }
  return part;
}

async function sharedStrings(
  pkg: WorkbookPackage,
  relationships: Relationship[],
  notShown: NotShown,
): Promise<string[]> {
  const part = relationships.find(({ kind, target }) => kind === "sharedStrings" && pkg.has(target))?.target;
  if (part === undefined) return [];
  const source = await pkg.text(part);
  if (source.includes("<rPr") || source.includes(":rPr")) notShown.add("Mixed formatting inside a cell's text");
  pkg.forget(part);
  return readSharedStrings(source, part);
}

interface SheetReader {
  pkg: WorkbookPackage;
  part: string;
  cellContext: CellContext;
  colorOf: ColorResolver;
  scheme: Record<string, string | null>;
  notShown: NotShown;
  disordered: Set<string>;
}

async function readSheet(element: XmlElement, partId: string, reader: SheetReader): Promise<SheetContent> {
  const { pkg, part, notShown } = reader;
  const name = element.attributes["name"] ?? "";
  const { frame, cells, rows, inOrder, ...remarks } = readCells(await pkg.text(part), part, reader.cellContext);
  if (!inOrder) reader.disordered.add(part);
  noteSheetCells(notShown, remarks, name);
  noteSheetElements(notShown, frame, name);
  const state = element.attributes["state"];
  const sheet: SheetContent = {
    partId,
    name,
    visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
    cells,
    rows,
    ...readSheetFrame(frame, reader.colorOf, reader.cellContext.styleCount),
    tables: [],
    charts: [],
  };
  const relationships = await relationshipsOf(pkg, part);
  const targetOf = (id: string | undefined) =>
    relationships.find((relationship) => relationship.id === id && !relationship.external)?.target;
  relationships.forEach(({ kind }) => noteSheetKind(notShown, kind, name));
  const marks = [...readMarks(frame), ...(await readComments(pkg, relationships))];
  if (marks.length > 0) sheet.marks = marks;
  const oldDrawing = targetOf(attribute(child(frame, "legacyDrawing"), "id"));
  if (oldDrawing && pkg.has(oldDrawing)) noteOldDrawing(notShown, await pkg.text(oldDrawing), name);
  for (const reference of descendants(frame, "tablePart")) {
    const table = targetOf(attribute(reference, "id"));
    if (table) sheet.tables.push(readTable(parseXml(await pkg.text(table), table), table));
  }
  const drawing = targetOf(attribute(child(frame, "drawing"), "id"));
  if (drawing) await readCharts(drawing, sheet, reader);
  return sheet;
}

async function readCharts(
  drawingPart: string,
  sheet: SheetContent,
  { pkg, scheme, notShown }: SheetReader,
): Promise<void> {
  const relationships = await relationshipsOf(pkg, drawingPart);
  const { charts, others } = readDrawing(parseXml(await pkg.text(drawingPart), drawingPart), sheet);
  noteDrawingKinds(notShown, others, sheet.name);
  for (const { relationshipId, name, altText, left, top, width, height } of charts) {
    const part = relationships.find(({ id }) => id === relationshipId)?.target;
    if (!part || !pkg.has(part)) continue;
    const body = readChart(parseXml(await pkg.text(part), part), part, scheme);
    sheet.charts.push({ partId: part, name, ...body, left, top, width, height, altText });
  }
}
