import type { WorkbookContent } from "@workbooks/xlsx/content";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { WorkbookPackage } from "@workbooks/xlsx/package/workbookPackage";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { SHEET_ORDER } from "@workbooks/xlsx/sheet/sheetOrder";
import { child } from "@workbooks/xlsx/xml/parseXml";
import { XmlEditor } from "@workbooks/xlsx/xml/xmlEditor";
import { escapeText } from "@workbooks/xlsx/xml/xmlText";
import { namespace } from "../../src/functions/catalogue";
import { addressOf, type ColorRule, type PrintSetup, type SheetWriter, type Styles } from "./sheetWriter";

/** The bytes of a workbook with these sheets: a blank workbook, whose only sheet becomes the first of them. */
export async function fileOf(
  sheets: readonly SheetWriter[],
  styles: Styles,
  customXml: WorkbookContent["customXml"] = [],
): Promise<Uint8Array> {
  const blank = newWorkbook();
  const [only] = (await readWorkbook(blank)).sheets;
  const content = sheets.map((sheet) => sheet.content);
  if (only && content[0]) content[0].partId = only.partId;
  const file = await patchWorkbook(
    blank,
    { sheets: content, names: [], styles: styles.list, customXml, settings: {}, activeSheet: 0, notShown: [] },
    { functionNamespaces: [namespace] },
  );
  return sheets.some(({ print, colorRules }) => print || colorRules.length > 0) ? furnished(file, sheets) : file;
}

/** Adds what a WorkbookContent does not speak of: page set-up, titles on every page, colours by value. */
async function furnished(file: Uint8Array, sheets: readonly SheetWriter[]): Promise<Uint8Array> {
  const pkg = await WorkbookPackage.open(file);
  const looks: string[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    const editor = XmlEditor.parse(await pkg.text(part), part);
    if (sheet.print) setUpPage(editor, sheet.print);
    sheet.colorRules.forEach((rule) => {
      const xml = colorRuleXml(rule, looks.push(lookXml(rule)) - 1);
      editor.insertInOrder(editor.root, "conditionalFormatting", xml, SHEET_ORDER);
    });
    pkg.write(part, editor.result());
  }

  const styles = XmlEditor.parse(await pkg.text("xl/styles.xml"), "xl/styles.xml");
  const list = child(styles.root, "dxfs");
  if (!list) throw new Error("The blank workbook has no list of conditional looks.");
  styles.replace(list, `<dxfs count="${looks.length}">${looks.join("")}</dxfs>`);
  pkg.write("xl/styles.xml", styles.result());

  const names = sheets.flatMap((sheet, index) => printNames(sheet, index)).join("");
  const workbook = XmlEditor.parse(await pkg.text("xl/workbook.xml"), "xl/workbook.xml");
  workbook.insertInOrder(workbook.root, "definedNames", `<definedNames>${names}</definedNames>`, WORKBOOK_ORDER);
  pkg.write("xl/workbook.xml", workbook.result());
  return pkg.save();
}

const WORKBOOK_ORDER = ["workbookPr", "bookViews", "sheets", "definedNames", "calcPr"];

/** A4, as wide as the page, as many pages long as it takes. */
function setUpPage(editor: XmlEditor, { orientation, footer }: PrintSetup): void {
  const properties = child(editor.root, "sheetPr");
  if (!properties) throw new Error("A sheet without a tab colour has no properties to add to.");
  editor.append(properties, `<pageSetUpPr fitToPage="1"/>`);
  const pageSetup = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`;
  editor.insertInOrder(editor.root, "pageSetup", pageSetup, SHEET_ORDER);
  const footers = `<oddFooter>&amp;L${escapeText(footer)}&amp;C&amp;A&amp;RPage &amp;P of &amp;N</oddFooter>`;
  editor.insertInOrder(editor.root, "headerFooter", `<headerFooter>${footers}</headerFooter>`, SHEET_ORDER);
}

function printNames({ content, print }: SheetWriter, index: number): string[] {
  if (!print) return [];
  const sheet = `'${content.name}'`;
  const name = (kind: string, reference: string): string =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}">${escapeText(`${sheet}!${reference}`)}</definedName>`;
  const { rowCount, columnCount } = print.area;
  const last = addressOf({ row: rowCount - 1, column: columnCount - 1 }).replace(/^([A-Z]+)/, "$$$1$$");
  const area = name("Print_Area", `$A$1:${last}`);
  return print.titleRows > 0 ? [area, name("Print_Titles", `$1:$${print.titleRows}`)] : [area];
}

function lookXml({ fontColor, fillColor }: ColorRule): string {
  const fill = fillColor ? `<fill><patternFill><bgColor rgb="FF${fillColor.slice(1)}"/></patternFill></fill>` : "";
  return `<dxf><font><color rgb="FF${fontColor.slice(1)}"/></font>${fill}</dxf>`;
}

function colorRuleXml({ area, when }: ColorRule, look: number): string {
  const { row, column, rowCount, columnCount } = area;
  const last = addressOf({ row: row + rowCount - 1, column: column + columnCount - 1 });
  const [operator, formula] = when === "negative" ? ["lessThan", "0"] : ["equal", `"${when.equals}"`];
  return (
    `<conditionalFormatting sqref="${addressOf(area)}:${last}"><cfRule type="cellIs" dxfId="${look}" priority="${look + 1}" ` +
    `operator="${operator}"><formula>${escapeText(formula)}</formula></cfRule></conditionalFormatting>`
  );
}
