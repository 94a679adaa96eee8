import type { NameContent } from "../content";
import type { CustomFunctionNames } from "../formulas/customFunctionNames";
import { formulaFromFile } from "../formulas/formulaFromFile";
import { flag, type XmlElement } from "../xml/parseXml";

/**
 * One defined name; null for those that are Excel's own business (print areas, filter ranges, macro names),
 * which stay in the file untouched. `sheetAt` turns a sheet's place in the file into its place in the content.
 */
export function readName(
  element: XmlElement,
  sheetAt: (fileIndex: number) => number | null,
  functions: CustomFunctionNames,
): NameContent | null {
  const { name = "", localSheetId, hidden, comment } = element.attributes;
  if (isExcelsOwnName(element)) return null;
  const sheet = localSheetId === undefined ? null : sheetAt(Number(localSheetId));
  if (localSheetId !== undefined && sheet === null) return null;
  const formula = formulaFromFile(element.text, functions);
  return { name, formula, sheet, hidden: flag(hidden), comment: comment ?? "" };
}

export function isExcelsOwnName({ attributes }: XmlElement): boolean {
  return (
    (attributes["name"] ?? "").toLowerCase().startsWith("_xlnm.") ||
    flag(attributes["function"]) ||
    flag(attributes["vbProcedure"]) ||
    flag(attributes["xlm"])
  );
}
