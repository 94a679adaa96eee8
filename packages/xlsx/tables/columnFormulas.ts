import { CustomFunctionNames } from "../formulas/customFunctionNames";
import { formulaFromFile } from "../formulas/formulaFromFile";
import { formulaToFile } from "../formulas/formulaToFile";
import { WorkbookPackage } from "../package/workbookPackage";
import type { FileOptions } from "../readWorkbook";
import { descendants, type XmlElement } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";
import { decodeXstring, escapeText } from "../xml/xmlText";

/** The formula that a table puts into new rows of a column, or into its totals row. */
export interface ColumnFormula {
  table: string;
  column: string;
  kind: "new rows" | "totals row";
  /** As users type it, without "=". */
  formula: string;
}

export async function columnFormulas(bytes: Uint8Array, options: FileOptions = {}): Promise<ColumnFormula[]> {
  const files = new CustomFunctionNames(options.functionNamespaces ?? []);
  const found: ColumnFormula[] = [];
  await eachColumn(await WorkbookPackage.open(bytes), (table, column, element) => {
    for (const kind of kinds) {
      const [written] = descendants(element, elementOf[kind]);
      if (written) found.push({ table, column, kind, formula: formulaFromFile(written.text, files) });
    }
  });
  return found;
}

/** The workbook with other formulas in columns of its tables, or none (`null`); cells keep what they have. */
export async function withColumnFormulas(
  bytes: Uint8Array,
  changes: readonly (Omit<ColumnFormula, "formula"> & { formula: string | null })[],
  options: FileOptions = {},
): Promise<Uint8Array> {
  if (changes.length === 0) return bytes;
  const files = new CustomFunctionNames(options.functionNamespaces ?? []);
  const pkg = await WorkbookPackage.open(bytes);
  await eachColumn(pkg, (table, column, element, editor) => {
    for (const change of changes) {
      if (change.table !== table || change.column !== column) continue;
      const local = elementOf[change.kind];
      const [written] = descendants(element, local);
      const text = change.formula === null ? null : escapeText(formulaToFile(change.formula, files, table));
      if (written && text === null) editor.remove(written);
      else if (written && text !== null) editor.setContent(written, text);
      else if (text !== null) {
        const tag = `${editor.prefix}${local}`;
        editor.insertInOrder(element, local, `<${tag}>${text}</${tag}>`, order);
      }
      if (change.kind === "totals row" && (written === undefined) !== (text === null))
        editor.setAttributes(element, { totalsRowFunction: text === null ? null : "custom" });
    }
  });
  return pkg.save();
}

const kinds = ["new rows", "totals row"] as const;
const elementOf = { "new rows": "calculatedColumnFormula", "totals row": "totalsRowFormula" };
/** Of a column's children (ECMA-376 part 1, 18.5.1.3). */
const order = ["calculatedColumnFormula", "totalsRowFormula", "xmlColumnPr", "extLst"];

async function eachColumn(
  pkg: WorkbookPackage,
  look: (table: string, column: string, element: XmlElement, editor: XmlEditor) => void,
): Promise<void> {
  for (const part of pkg.partNames().filter((name) => /tables\/[^/]+\.xml$/i.test(name))) {
    const editor = XmlEditor.parse(await pkg.text(part), part);
    const table = editor.root.attributes["displayName"] ?? "";
    for (const element of descendants(editor.root, "tableColumn"))
      look(table, decodeXstring(element.attributes["name"] ?? ""), element, editor);
    if (editor.changed) pkg.write(part, editor.result());
  }
}
