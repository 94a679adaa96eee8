import { renameSheets } from "../formulas/renameSheets";
import { descendants, type XmlElement } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { escapeText } from "../xml/xmlText";

/** Elements around the rows that hold formulas: conditional formats, data validation, sparklines. */
const FORMULAS = ["formula", "formula1", "formula2", "f"];

/** Whether a worksheet part can refer to sheets outside its cells at all. */
export function refersOutsideCells(source: string): boolean {
  return source.includes("formula") || source.includes("hyperlink") || source.includes("extLst");
}

/**
 * Calls sheets by their new names in what a worksheet part says around its rows; the cells' own formulas are the
 * content's business. `renamed`: new names by old name in lower case; `written`: formulas that have them already.
 */
export function renameInSheet(editor: XmlEditor, renamed: Map<string, string>, written: ReadonlySet<XmlElement>): void {
  for (const element of FORMULAS.flatMap((local) => descendants(editor.root, local))) {
    if (written.has(element)) continue;
    const text = renameSheets(element.text, renamed);
    if (text !== element.text) editor.setContent(element, escapeText(text));
  }
  for (const link of descendants(editor.root, "hyperlink")) {
    const location = link.attributes["location"];
    if (location !== undefined) editor.setAttributes(link, { location: renameSheets(location, renamed) });
  }
}
