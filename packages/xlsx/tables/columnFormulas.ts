import { WorkbookPackage } from "../package/workbookPackage";
import { descendants } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";

/**
 * The workbook without the formulas that tables put into new rows, where a word stands in them, and the tables and columns that had them:
 * "Levers[Saving]". Cells keep what they have.
 */
export async function withoutColumnFormulas(
  bytes: Uint8Array,
  word: string,
): Promise<{ bytes: Uint8Array; columns: string[] }> {
  const pkg = await WorkbookPackage.open(bytes);
  const columns: string[] = [];
  for (const part of pkg.partNames().filter((name) => /tables\/[^/]+\.xml$/i.test(name))) {
    const text = await pkg.text(part);
    if (!text.toLowerCase().includes(word.toLowerCase())) continue;
    const editor = XmlEditor.parse(text, part);
    const table = editor.root.attributes["displayName"] ?? "";
    for (const column of descendants(editor.root, "tableColumn"))
      for (const formula of ["calculatedColumnFormula", "totalsRowFormula"].flatMap((name) =>
        descendants(column, name),
      )) {
        if (!formula.text.toLowerCase().includes(word.toLowerCase())) continue;
        editor.remove(formula);
        columns.push(`${table}[${column.attributes["name"] ?? ""}]`);
      }
    pkg.write(part, editor.result());
  }
  return { bytes: columns.length > 0 ? await pkg.save() : bytes, columns };
}
