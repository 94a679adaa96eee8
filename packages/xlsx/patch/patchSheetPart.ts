import { patchDrawing } from "../charts/drawing/patchDrawing";
import type { SheetContent, TableContent } from "../content";
import { formulaToFile } from "../formulas/formulaToFile";
import { RelationshipEditor } from "../package/relationshipEditor";
import { relationshipsOf } from "../package/relationships";
import { changedCells, changedRows, formulasChanged } from "../sheet/cells/cellChanges";
import { patchCells } from "../sheet/cells/patchCells";
import type { CellWriter } from "../sheet/cells/patchedCell";
import { patchComments } from "../sheet/comments";
import { marksDiffer, patchMarks } from "../sheet/marks";
import { frameDiffers, patchSheetFrame } from "../sheet/patchSheetFrame";
import { refersOutsideCells, renameInSheet } from "../sheet/renameInSheet";
import { withOrderedRows } from "../sheet/cells/orderRows";
import { SHEET_ORDER } from "../sheet/sheetOrder";
import { withTableHeadings } from "../tables/tableHeadings";
import { patchTable, tableDiffers, tableXml, type TotalCell } from "../tables/writeTable";
import { attribute, child, children, type XmlElement } from "../xml/parseXml";
import { relationshipAttribute } from "../xml/relationshipAttribute";
import { XmlEditor } from "../xml/xmlEditor";
import type { PatchSession } from "./patchSession";

/** Brings one worksheet part, its tables and its drawing from `before` to `wanted`; writes only parts that differ. */
export async function patchSheetPart(
  session: PatchSession,
  part: string,
  before: SheetContent,
  wanted: SheetContent,
  selected: boolean | null,
): Promise<void> {
  const { pkg, styles } = session;
  const after = withTableHeadings(before, wanted);
  const changes = changedCells(before.cells, after.cells, (file, content) => styles.looksAs(file, content));
  if (formulasChanged(before.cells, changes)) session.calculationChanged = true;
  const relationships = await RelationshipEditor.of(pkg, part);
  const newTables = after.tables.filter(
    ({ partId }) => partId === null || !before.tables.some((old) => old.partId === partId),
  );
  const goneTables = before.tables.filter(({ partId }) => !after.tables.some((table) => table.partId === partId));
  for (const table of after.tables) {
    const old = before.tables.find(({ partId }) => partId !== null && partId === table.partId);
    if (old && tableDiffers(old, table)) {
      const editor = XmlEditor.parse(await pkg.text(old.partId!), old.partId!);
      patchTable(editor, old, table, totalCells(session, after, table));
      pkg.write(old.partId!, editor.result());
    }
  }
  const drawing = await patchDrawing(session, relationships, before, after, await pkg.text(part), part);

  const untouched =
    changes.size === 0 &&
    changedRows(before.rows, after.rows).length === 0 &&
    !frameDiffers(before, after, styles) &&
    newTables.length + goneTables.length === 0 &&
    drawing === null &&
    selected === null &&
    (session.renamed.size === 0 || !refersOutsideCells(await pkg.text(part)));
  if (untouched) return;

  const writer: CellWriter = {
    styleIndex: (style, had) => styles.indexOf(style, had),
    looksAs: (file, content) => styles.looksAs(file, content),
    dynamicMark: () => session.dynamicMarks.index(),
    formulaToFile: (formula, row, column) =>
      formulaToFile(formula, session.customFunctions, tableAt(after, row, column)),
  };
  const source = session.disordered.has(part) ? withOrderedRows(await pkg.text(part), part) : await pkg.text(part);
  const editor = patchCells(source, part, before, after, changes, writer);
  patchSheetFrame(editor, before, after, styles);
  const moved = marksDiffer(before.marks, after.marks);
  const written = moved
    ? patchMarks(editor, before.marks ?? [], after.marks ?? [], session.renamed)
    : new Set<XmlElement>();
  if (moved) await patchComments(pkg, await relationshipsOf(pkg, part), after.marks ?? []);
  if (session.renamed.size > 0) renameInSheet(editor, session.renamed, written);
  if (selected !== null) patchSelected(editor, selected);
  patchTableList(
    session,
    editor,
    relationships,
    newTables.map((table) => ({ table, totals: totalCells(session, after, table) })),
    goneTables.map(({ partId }) => partId!),
  );
  if (drawing?.removed) editor.remove(child(editor.root, "drawing")!);
  if (drawing?.addedId) {
    const xml = `<${editor.prefix}drawing${relationshipAttribute(editor.root, drawing.addedId)}/>`;
    editor.insertInOrder(editor.root, "drawing", xml, SHEET_ORDER);
  }
  if (editor.changed) pkg.write(part, editor.result());
  await relationships.save();
}

function tableAt(sheet: SheetContent, row: number, column: number): string | undefined {
  return sheet.tables.find(
    (table) =>
      row >= table.row &&
      row < table.row + table.rowCount &&
      column >= table.column &&
      column < table.column + table.columnCount,
  )?.name;
}

/** Several selected sheets would be edited together, so only the active one is. */
function patchSelected(editor: XmlEditor, selected: boolean): void {
  const view = child(editor.root, "sheetViews", "sheetView");
  if (view) editor.setAttributes(view, { tabSelected: selected ? "1" : null });
}

/** What the cells of a table's totals row hold, column by column. */
function totalCells(
  { customFunctions }: PatchSession,
  { cells }: SheetContent,
  { name, row, rowCount, column, columns, hasTotalsRow }: TableContent,
): TotalCell[] {
  if (!hasTotalsRow) return [];
  return columns.map((_, index) => {
    const { value, formula } = cells.get(row + rowCount - 1)?.get(column + index) ?? {};
    if (formula !== undefined) return { formula: formulaToFile(formula, customFunctions, name) };
    return (typeof value === "string" && value !== "") || typeof value === "number" ? { label: String(value) } : {};
  });
}

function patchTableList(
  session: PatchSession,
  editor: XmlEditor,
  relationships: RelationshipEditor,
  added: { table: TableContent; totals: TotalCell[] }[],
  goneParts: string[],
): void {
  if (added.length === 0 && goneParts.length === 0) return;
  const { pkg, types } = session;
  const list = child(editor.root, "tableParts");
  const kept: string[] = [];
  for (const reference of children(list, "tablePart")) {
    const id = attribute(reference, "id") ?? "";
    if (goneParts.includes(relationships.target(id) ?? "")) relationships.remove(id);
    else kept.push(editor.source.slice(reference.start, reference.end));
  }
  for (const { table, totals } of added) {
    const part = pkg.freeName("xl/tables/table", ".xml");
    pkg.write(part, tableXml(table, session.nextTableId(), totals));
    types.add(part, "table");
    kept.push(`<${editor.prefix}tablePart${relationshipAttribute(editor.root, relationships.add("table", part))}/>`);
  }
  const tag = `${editor.prefix}tableParts`;
  const xml = kept.length === 0 ? "" : `<${tag} count="${kept.length}">${kept.join("")}</${tag}>`;
  if (list) editor.replace(list, xml);
  else editor.insertInOrder(editor.root, "tableParts", xml, SHEET_ORDER);
}
