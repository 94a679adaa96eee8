import type { TableContent } from "../content";
import { parseArea } from "../sheet/address";
import { brokenPart } from "../xlsxError";
import { child, children, flag, numberOr, type XmlElement } from "../xml/parseXml";
import { decodeXstring } from "../xml/xmlText";

/** A table part; `root` is its `<table>`. */
export function readTable(root: XmlElement, part: string): TableContent {
  const area = parseArea(root.attributes["ref"] ?? "");
  if (root.local !== "table" || !area) throw brokenPart(part, "describes no table");
  const style = child(root, "tableStyleInfo");
  const filter = child(root, "autoFilter");
  return {
    ...area,
    partId: part,
    name: root.attributes["displayName"] ?? root.attributes["name"] ?? "",
    columns: children(child(root, "tableColumns"), "tableColumn").map((column) =>
      decodeXstring(column.attributes["name"] ?? ""),
    ),
    hasHeaderRow: root.attributes["headerRowCount"] !== "0",
    hasTotalsRow: numberOr(root.attributes["totalsRowCount"], 0) > 0,
    style: style?.attributes["name"] ?? null,
    showBandedRows: flag(style?.attributes["showRowStripes"]),
    showFilterButton: filter !== undefined,
    ...(filter && child(filter, "filterColumn") ? { isFiltered: true } : {}),
  };
}
