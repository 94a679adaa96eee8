import { BLANK_STYLES, BLANK_WORKSHEET } from "./blankParts";
import type { WorkbookContent } from "./content";
import { emptySheet } from "./emptyContent";
import { CustomFunctionNames } from "./formulas/customFunctionNames";
import { formulaToFile } from "./formulas/formulaToFile";
import { ContentTypes } from "./package/contentTypes";
import { reachableParts } from "./package/reachableParts";
import { RelationshipEditor } from "./package/relationshipEditor";
import type { FileOptions } from "./readWorkbook";
import { StyleBook } from "./styles/styleBook";
import { checkContent } from "./workbook/checkContent";
import { DynamicMarks } from "./workbook/dynamicMarks";
import { chartCells } from "./charts/series/chartData";
import { openWorkbook, type OpenedWorkbook } from "./workbook/openWorkbook";
import { patchCalculation } from "./patch/patchCalculation";
import { patchCustomXml } from "./patch/patchCustomXml";
import { patchNames, type NewTitleRows, type SheetMoves } from "./patch/patchNames";
import type { PatchSession } from "./patch/patchSession";
import { patchSettings } from "./patch/patchSettings";
import { patchActiveTab, patchSheetList, placeSheets, type PlacedSheet } from "./patch/patchSheetList";
import { patchSheetPart } from "./patch/patchSheetPart";
import { patchStructureProtection } from "./patch/patchStructureProtection";
import { patchTitles } from "./patch/patchTitles";
import { goneSlicerCaches, removeSlicerCaches, removeSlicersFromSheets, type GoneSources } from "./patch/removeSlicers";
import { renameInPivots } from "./patch/renameInPivots";
import { attribute, child, children, numberOr, parseXml } from "./xml/parseXml";
import { XmlEditor } from "./xml/xmlEditor";

/**
 * The package that shows `content`, made from `original` by changing only what differs: parts that say the same stay
 * byte for byte as they were, and so does everything in them that a WorkbookContent does not speak of.
 * Sheets, tables and charts are recognised by their `partId`; without one they are new.
 * Throws an XlsxError, one sentence, where the original is no .xlsx workbook or the content cannot be saved.
 */
export async function patchWorkbook(
  original: Uint8Array,
  content: WorkbookContent,
  { functionNamespaces = [] }: FileOptions = {},
): Promise<Uint8Array> {
  const customFunctions = new CustomFunctionNames(functionNamespaces);
  const book = await openWorkbook(original, customFunctions);
  checkContent(book.content, content);
  const { pkg } = book;
  const slicers = await goneSlicerCaches(pkg, book.relationships, await goneSources(book, content));
  const reachable = somethingIsGone(book.content, content) ? await reachableParts(pkg) : new Set<string>();
  const types = new ContentTypes(pkg);
  const relationships = await RelationshipEditor.of(pkg, book.workbookPart);
  const stylesPart = book.stylesPart ?? "xl/styles.xml";
  const stylesEditor = XmlEditor.parse(book.stylesPart ? await pkg.text(stylesPart) : BLANK_STYLES, stylesPart);
  const session: PatchSession = {
    pkg,
    content,
    customFunctions,
    chartCells: chartCells(book.content, content),
    types,
    styles: new StyleBook(stylesEditor, book.content.styles, content.styles),
    disordered: book.disordered,
    dynamicMarks: await DynamicMarks.of(pkg, relationships),
    renamed: renamedSheets(book.content, content),
    nextTableId: await tableIds(book),
    calculationChanged: book.content.sheets.some(
      ({ partId }) => !content.sheets.some((sheet) => sheet.partId === partId),
    ),
  };

  const fileSheets = children(child(book.workbook, "sheets"), "sheet").length;
  const placed = placeSheets(fileSheets, book.sheetParts, book.content, content);
  const newIds = await patchSheets(session, book, relationships);
  await removeSlicersFromSheets(pkg, types, keptSheetParts(book, content), slicers);
  session.styles.flush();
  if (stylesEditor.changed) {
    pkg.write(stylesPart, stylesEditor.result());
    if (!book.stylesPart) {
      types.add(stylesPart, "styles");
      relationships.add("styles", stylesPart);
    }
  }
  session.dynamicMarks.save(pkg, types, relationships);
  await patchCustomXml(pkg, types, relationships, book.customXml, content.customXml);
  await patchSettings(pkg, types, book.webExtensions, content);
  if (session.calculationChanged) dropCalculationChain(book, relationships, types);

  const workbook = XmlEditor.parse(await pkg.text(book.workbookPart), book.workbookPart);
  const pivots = relationships.present.filter(({ kind }) => kind === "pivotCacheDefinition");
  await renameInPivots(
    pkg,
    pivots.map(({ target }) => target),
    session.renamed,
  );
  const moves = sheetMoves(placed, session.renamed);
  patchStructureProtection(workbook, book.content.structureProtection, content.structureProtection);
  patchCalculation(workbook, book.content.calculatesOnOpen === true, content.calculatesOnOpen === true);
  patchSheetList(workbook, placed, content, newIds);
  removeSlicerCaches(workbook, relationships, slicers);
  const ofSlicers = new Set(slicers.map(({ name }) => name.toLowerCase()));
  const names = content.names.filter(({ name }) => !ofSlicers.has(name.toLowerCase()));
  patchNames(
    workbook,
    movedNames(book.content, content),
    names,
    newTitleRows(book.content, content),
    moves,
    (formula) => formulaToFile(formula, customFunctions),
  );
  patchActiveTab(workbook, activePlace(book, content, placed), placed.length);
  if (workbook.changed) pkg.write(book.workbookPart, workbook.result());
  await patchTitles(pkg, book.content, content, session.renamed);
  await relationships.save();

  if (reachable.size > 0) await removeUnreachable(session, reachable);
  await types.save();
  return pkg.save();
}

/** Patches every sheet that stays, makes parts for new ones, unhooks those that are gone. Gives the new ones' relationship ids. */
async function patchSheets(
  session: PatchSession,
  book: OpenedWorkbook,
  relationships: RelationshipEditor,
): Promise<Map<number, string>> {
  const { pkg, content } = session;
  const newIds = new Map<number, string>();
  const wasActive = book.content.sheets[book.content.activeSheet]?.partId;
  const active = content.sheets[content.activeSheet];
  const activeChanged = !active || active.partId === null || active.partId !== wasActive;
  for (const [index, sheet] of content.sheets.entries()) {
    const known = sheet.partId === null ? -1 : book.content.sheets.findIndex(({ partId }) => partId === sheet.partId);
    const selected = !activeChanged ? null : sheet === active ? true : sheet.partId === wasActive ? false : null;
    if (known >= 0) {
      await patchSheetPart(session, book.sheetParts[known]!.part, book.content.sheets[known]!, sheet, selected);
      continue;
    }
    const part = pkg.freeName("xl/worksheets/sheet", ".xml");
    pkg.write(part, BLANK_WORKSHEET);
    session.types.add(part, "worksheet");
    newIds.set(index, relationships.add("worksheet", part));
    await patchSheetPart(session, part, emptySheet(""), sheet, selected);
  }
  for (const { partId } of book.content.sheets) {
    if (!content.sheets.some((sheet) => sheet.partId === partId)) relationships.remove(partId!);
  }
  return newIds;
}

function somethingIsGone(before: WorkbookContent, after: WorkbookContent): boolean {
  const ids = (content: WorkbookContent) =>
    content.sheets.flatMap(({ partId, tables, charts }) => [
      partId,
      ...tables.map((table) => table.partId),
      ...charts.map((chart) => chart.partId),
    ]);
  const kept = new Set(ids(after));
  return ids(before).some((id) => !kept.has(id));
}

async function tableIds({ pkg, content }: OpenedWorkbook): Promise<() => number> {
  let highest = 0;
  for (const { partId } of content.sheets.flatMap(({ tables }) => tables)) {
    if (partId) highest = Math.max(highest, numberOr(parseXml(await pkg.text(partId), partId).attributes["id"], 0));
  }
  return () => ++highest;
}

async function goneSources({ pkg, content, workbook }: OpenedWorkbook, after: WorkbookContent): Promise<GoneSources> {
  const kept = new Set(after.sheets.flatMap(({ partId, tables }) => [partId, ...tables.map((table) => table.partId)]));
  const tableIds = new Set<string>();
  for (const { partId } of content.sheets.flatMap(({ tables }) => tables)) {
    const id = kept.has(partId) ? undefined : parseXml(await pkg.text(partId!), partId!).attributes["id"];
    if (id !== undefined) tableIds.add(id);
  }
  const shown = new Set(content.sheets.map(({ partId }) => partId));
  const gone = children(child(workbook, "sheets"), "sheet").filter((sheet) => {
    const id = attribute(sheet, "id") ?? "";
    return shown.has(id) && !kept.has(id);
  });
  return { tableIds, sheetIds: new Set(gone.map(({ attributes }) => attributes["sheetId"] ?? "")) };
}

function keptSheetParts({ content, sheetParts }: OpenedWorkbook, after: WorkbookContent): string[] {
  const kept = new Set(after.sheets.map(({ partId }) => partId));
  return sheetParts.filter((_, index) => kept.has(content.sheets[index]!.partId)).map(({ part }) => part);
}

function dropCalculationChain({ pkg }: OpenedWorkbook, relationships: RelationshipEditor, types: ContentTypes): void {
  for (const { id, kind, target } of relationships.present) {
    if (kind !== "calcChain") continue;
    relationships.remove(id);
    types.remove(target);
    pkg.remove(target);
  }
}

function renamedSheets(before: WorkbookContent, after: WorkbookContent): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const { partId, name } of before.sheets) {
    const now = after.sheets.find((sheet) => sheet.partId === partId);
    if (now && now.name !== name) renamed.set(name.toLowerCase(), now.name);
  }
  return renamed;
}

function sheetMoves(placed: PlacedSheet[], renamed: Map<string, string>): SheetMoves {
  return {
    newPlace: (fileIndex) => {
      const place = placed.findIndex((sheet) => sheet.fileIndex === fileIndex);
      return place < 0 ? null : place;
    },
    placeOf: (contentSheet) => placed.findIndex((sheet) => sheet.content === contentSheet),
    contentAt: (place) => placed[place]?.content ?? null,
    renamed,
  };
}

/** The names as they were, with sheets counted as in the new content; names of sheets that are gone are gone. */
function movedNames(before: WorkbookContent, after: WorkbookContent): WorkbookContent["names"] {
  return before.names.flatMap((name) => {
    if (name.sheet === null) return [name];
    const sheet = after.sheets.findIndex(
      ({ partId }) => partId !== null && partId === before.sheets[name.sheet!]?.partId,
    );
    return sheet < 0 ? [] : [{ ...name, sheet }];
  });
}

function newTitleRows(before: WorkbookContent, after: WorkbookContent): NewTitleRows[] {
  return after.sheets.flatMap(({ partId, name, page }, sheet) => {
    const was = partId === null ? undefined : before.sheets.find((old) => old.partId === partId)?.page?.titleRows;
    const rows = page?.titleRows ?? null;
    return was?.row === rows?.row && was?.rowCount === rows?.rowCount ? [] : [{ sheet, name, rows }];
  });
}

/** Place of the sheet in front. It stays the one it was, be it one that is not shown, unless the content chose another. */
function activePlace(book: OpenedWorkbook, content: WorkbookContent, placed: PlacedSheet[]): number {
  const wasActive = book.content.sheets[book.content.activeSheet]?.partId;
  const active = content.sheets[content.activeSheet] ?? content.sheets[0]!;
  if (active.partId !== null && active.partId === wasActive) {
    const file = Number(child(book.workbook, "bookViews", "workbookView")?.attributes["activeTab"] ?? 0);
    const place = placed.findIndex(({ fileIndex }) => fileIndex === file);
    if (place >= 0) return place;
  }
  return Math.max(
    0,
    placed.findIndex((sheet) => sheet.content !== null && content.sheets[sheet.content] === active),
  );
}

/** Removes the parts that only removed sheets, tables and charts led to. */
async function removeUnreachable({ pkg, types }: PatchSession, before: Set<string>): Promise<void> {
  const after = await reachableParts(pkg);
  for (const part of before) {
    if (after.has(part)) continue;
    pkg.remove(part);
    types.remove(part);
  }
}
