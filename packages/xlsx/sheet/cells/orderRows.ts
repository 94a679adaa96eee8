import type { XmlElement } from "../../xml/parseXml";
import { openTag } from "../../styles/styleXml";
import { addressOf } from "../address";
import { plainFormulaXml } from "./patchedCell";
import { scanSheet } from "../scanSheet";
import { ownFormulas } from "./sharedMasters";

/**
 * A worksheet part with its rows and cells in ascending order, each once and with its address, so that it can be
 * patched. Where a cell occurs twice the last one counts, as in reading. Shared formulas are written out for every cell,
 * because the cell that holds their text may be dropped. Needed for parts that a program wrote out of order.
 */
export function withOrderedRows(source: string, part: string): string {
  const rows = new Map<number, { attributes: Record<string, string>; cells: Map<number, string> }>();
  const prefix = /<([\w.-]+:)?worksheet[\s>]/.exec(source)?.[1] ?? "";
  const rowAt = (row: number) => {
    const known = rows.get(row) ?? { attributes: { r: String(row + 1) }, cells: new Map<number, string>() };
    rows.set(row, known);
    return known;
  };
  const ownFormula = ownFormulas(source, part, () => true);
  const frame = scanSheet(source, part, {
    row({ row, attributes }) {
      Object.assign(rowAt(row).attributes, attributes, { r: String(row + 1) });
    },
    cell(raw) {
      const { row, column, attributes, start, openEnd, end, formula } = raw;
      const address = addressOf(row, column);
      const tag = openTag(`${prefix}c`, { ...attributes, r: address }, openEnd === end);
      const own = ownFormula(raw);
      const inside =
        own !== null && formula
          ? source.slice(openEnd, formula.start) + plainFormulaXml(prefix, own) + source.slice(formula.end, end)
          : source.slice(openEnd, end);
      rowAt(row).cells.set(column, (attributes["r"] === address ? source.slice(start, openEnd) : tag) + inside);
    },
  });
  const ascending = <T>(map: Map<number, T>) => [...map].sort(([a], [b]) => a - b).map(([, value]) => value);
  const xml = ascending(rows).map(({ attributes, cells }) => {
    const { spans: _hint, ...others } = attributes;
    return `${openTag(`${prefix}row`, others, false)}${ascending(cells).join("")}</${prefix}row>`;
  });
  const data = frame.children.filter(({ local }) => local === "sheetData");
  return data.length === 0
    ? source
    : withContent(source, data, `<${prefix}sheetData>${xml.join("")}</${prefix}sheetData>`);
}

/** All rows go into the first `sheetData` element; there should be only one. */
function withContent(source: string, [first, ...others]: XmlElement[], xml: string): string {
  let text = source;
  for (const { start, end } of others.reverse()) text = text.slice(0, start) + text.slice(end);
  return text.slice(0, first!.start) + xml + text.slice(first!.end);
}
