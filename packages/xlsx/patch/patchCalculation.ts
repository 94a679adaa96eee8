import { child } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { WORKBOOK_ORDER } from "../workbook/workbookOrder";

/** Asks Excel to calculate all formulas when it opens the file. What else the file says of its calculation stays. */
export function patchCalculation(editor: XmlEditor, before: boolean, after: boolean): void {
  if (before || !after) return;
  const element = child(editor.root, "calcPr");
  if (element) editor.setAttributes(element, { fullCalcOnLoad: "1" });
  else editor.insertInOrder(editor.root, "calcPr", `<${editor.prefix}calcPr fullCalcOnLoad="1"/>`, WORKBOOK_ORDER);
}
