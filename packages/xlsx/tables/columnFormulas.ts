import { WorkbookPackage } from "../package/workbookPackage";
import { descendants } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";

/**
 * The workbook without the formulas that tables put into new rows, where a word stands in them. Cells keep what they have.
 */
export async function withoutColumnFormulas(bytes: Uint8Array, word: string): Promise<Uint8Array> {
  const pkg = await WorkbookPackage.open(bytes);
  let isChanged = false;
  for (const part of pkg.partNames().filter((name) => /tables\/[^/]+\.xml$/i.test(name))) {
    const text = await pkg.text(part);
    if (!text.toLowerCase().includes(word.toLowerCase())) continue;
    const editor = XmlEditor.parse(text, part);
    for (const column of ["calculatedColumnFormula", "totalsRowFormula"].flatMap((name) =>
      descendants(editor.root, name),
    ))
      if (column.text.toLowerCase().includes(word.toLowerCase())) editor.remove(column);
    pkg.write(part, editor.result());
    isChanged = true;
  }
  return isChanged ? pkg.save() : bytes;
}
