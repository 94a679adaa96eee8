import type { TableContent } from "../content";
import { areaReference } from "../sheet/address";
import { openTag } from "../styles/styleXml";
import { child, children, numberOr, type XmlElement } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { encodeXstring, escapeAttribute, escapeText } from "../xml/xmlText";

/** A cell of a totals row as Excel keeps it beside its column: a text, or a formula without its "=". */
export interface TotalCell {
  label?: string;
  formula?: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const ORDER = "autoFilter sortState tableColumns tableStyleInfo extLst".split(" ");

/** The part of a new table; `id` is unique in the workbook, `totals` what the cells of its totals row hold, column by column. */
export function tableXml(table: TableContent, id: number, totals: readonly TotalCell[] = []): string {
  const attributes: Record<string, string> = {
    xmlns: MAIN,
    id: String(id),
    name: table.name,
    displayName: table.name,
    ref: areaReference(table),
    ...rowCounts(table),
  };
  const columns = table.columns
    .map((name, index) => columnXml("", { id: String(index + 1), name: encodedName(name) }, totals[index]))
    .join("");
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${openTag("table", attributes, false)}` +
    filterXml("", table) +
    `<tableColumns count="${table.columns.length}">${columns}</tableColumns>${styleXml("", table)}</table>`
  );
}

/** Patches a table part; column formulas and totals of columns that keep their name stay. */
export function patchTable(
  editor: XmlEditor,
  before: TableContent,
  after: TableContent,
  totals: readonly TotalCell[] = [],
): void {
  const { prefix, root } = editor;
  const counts: Record<string, string> = rowCounts(after);
  editor.setAttributes(root, {
    ref: areaReference(after),
    ...(before.name === after.name ? {} : { name: after.name, displayName: after.name }),
    ...(before.hasHeaderRow === after.hasHeaderRow ? {} : { headerRowCount: counts["headerRowCount"] ?? null }),
    ...(before.hasTotalsRow === after.hasTotalsRow
      ? {}
      : { totalsRowCount: counts["totalsRowCount"] ?? null, totalsRowShown: counts["totalsRowShown"] ?? null }),
  });
  patchFilter(editor, before, after);
  const hasNewTotals = after.hasTotalsRow && !before.hasTotalsRow;
  if (hasNewTotals || JSON.stringify(before.columns) !== JSON.stringify(after.columns))
    patchColumns(editor, after.columns, totals, hasNewTotals);
  if (before.style === after.style && before.showBandedRows === after.showBandedRows) return;
  const style = child(root, "tableStyleInfo");
  if (style) editor.setAttributes(style, { name: after.style, showRowStripes: after.showBandedRows ? "1" : "0" });
  else editor.insertInOrder(root, "tableStyleInfo", styleXml(prefix, after), ORDER);
}

/** Whether a table part has to change. */
export function tableDiffers(before: TableContent, after: TableContent): boolean {
  const key = ({ row, column, rowCount, columnCount, name, columns, ...rest }: TableContent) =>
    JSON.stringify([
      row,
      column,
      rowCount,
      columnCount,
      name,
      columns,
      rest.hasHeaderRow,
      rest.hasTotalsRow,
      rest.style,
      rest.showBandedRows,
      rest.showFilterButton,
    ]);
  return key(before) !== key(after);
}

function rowCounts(table: TableContent): Record<string, string> {
  return {
    ...(table.hasHeaderRow ? {} : { headerRowCount: "0" }),
    ...(table.hasTotalsRow ? { totalsRowCount: "1" } : { totalsRowShown: "0" }),
  };
}

/** The filter spans header and data, not the totals row. */
function filterReference(table: TableContent): string {
  return areaReference({ ...table, rowCount: table.rowCount - (table.hasTotalsRow ? 1 : 0) });
}

function filterXml(prefix: string, table: TableContent): string {
  return table.showFilterButton && table.hasHeaderRow ? `<${prefix}autoFilter ref="${filterReference(table)}"/>` : "";
}

function patchFilter(editor: XmlEditor, before: TableContent, after: TableContent): void {
  const filter = child(editor.root, "autoFilter");
  const wanted = filterXml(editor.prefix, after);
  if (filter && wanted === "") editor.remove(filter);
  else if (filter && filterReference(before) !== filterReference(after))
    editor.setAttributes(filter, { ref: filterReference(after) });
  else if (!filter && wanted !== "") editor.insertInOrder(editor.root, "autoFilter", wanted, ORDER);
}

function patchColumns(editor: XmlEditor, names: string[], totals: readonly TotalCell[], hasNewTotals: boolean): void {
  const { prefix, root, source } = editor;
  const container = child(root, "tableColumns");
  if (!container) return;
  const old = children(container, "tableColumn");
  const nameOf = (column: XmlElement) => column.attributes["name"] ?? "";
  const sameNumber = old.length === names.length;
  const kept = new Set<XmlElement>();
  let lastId = Math.max(0, ...old.map(({ attributes }) => numberOr(attributes["id"], 0)));
  const written = names.map((name, index) => {
    const encoded = encodedName(name);
    const named = old.find((column) => nameOf(column).toLowerCase() === encoded.toLowerCase() && !kept.has(column));
    const renamed = sameNumber && !names.includes(nameOf(old[index]!)) ? old[index] : undefined;
    const column = named ?? renamed;
    if (!column) return columnXml(prefix, { id: String(++lastId), name: encoded }, totals[index]);
    kept.add(column);
    if (hasNewTotals && column.openEnd === column.end)
      return columnXml(prefix, { ...column.attributes, name: encoded }, totals[index]);
    const tag = openTag(column.name, { ...column.attributes, name: encoded }, column.openEnd === column.end);
    return nameOf(column) === encoded
      ? source.slice(column.start, column.end)
      : tag + source.slice(column.openEnd, column.end);
  });
  editor.setAttributes(container, { count: String(names.length) });
  editor.setContent(container, written.join(""));
}

function columnXml(prefix: string, attributes: Record<string, string>, total: TotalCell = {}): string {
  const { label, formula } = total;
  const tag = `${prefix}tableColumn`;
  if (formula !== undefined && !isSum.test(formula)) {
    const own = openTag(tag, { ...attributes, totalsRowFunction: "custom" }, false);
    return `${own}<${prefix}totalsRowFormula>${escapeText(formula)}</${prefix}totalsRowFormula></${tag}>`;
  }
  const totals: Record<string, string> = formula ? { totalsRowFunction: "sum" } : {};
  return openTag(tag, { ...attributes, ...totals, ...(label && { totalsRowLabel: encodeXstring(label) }) }, true);
}

/** What Excel calls a column's sum in the totals row. */
const isSum = /^SUBTOTAL\(109,[^()]*\[[^()]*\]\)$/;

function encodedName(name: string): string {
  return encodeXstring(name).replace(/\n/g, "_x000a_");
}

function styleXml(prefix: string, table: TableContent): string {
  const name = table.style === null ? "" : ` name="${escapeAttribute(table.style)}"`;
  const stripes = table.showBandedRows ? "1" : "0";
  return `<${prefix}tableStyleInfo${name} showFirstColumn="0" showLastColumn="0" showRowStripes="${stripes}" showColumnStripes="0"/>`;
}
