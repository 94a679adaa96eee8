import type { WorkbookContent } from "../content";
import { renameSheets } from "../formulas/renameSheets";
import { relationshipsOf } from "../package/relationships";
import type { WorkbookPackage } from "../package/workbookPackage";
import { child, children, type XmlElement } from "../xml/parseXml";
import { XmlEditor } from "../xml/xmlEditor";
import { escapeText } from "../xml/xmlText";

/**
 * Brings the list of sheets in the document's properties (docProps/app.xml, TitlesOfParts) up to date, where the file
 * has one that names its sheets. Excel does not ask for it, but file managers show it, and the name of a sheet that was
 * removed has no business there. `renamed`: new names by old name in lower case.
 */
export async function patchTitles(
  pkg: WorkbookPackage,
  before: WorkbookContent,
  after: WorkbookContent,
  renamed: Map<string, string>,
): Promise<void> {
  const part = (await relationshipsOf(pkg, "")).find(({ kind }) => PROPERTIES.has(kind))?.target;
  const [old, now] = [before, after].map(({ sheets }) => sheets.map(({ name }) => name));
  if (part === undefined || !pkg.has(part) || JSON.stringify(old) === JSON.stringify(now)) return;
  const editor = readableEditor(await pkg.text(part), part);
  if (!editor) return;
  const groups = titleGroups(editor.root);
  const vector = child(editor.root, "TitlesOfParts", "vector");
  const list = groups.find(({ titles }) => titles.some(({ text }) => old!.includes(text)));
  if (!list || !vector) return;

  const gone = before.sheets.filter(({ partId }) => !after.sheets.some((sheet) => sheet.partId === partId));
  const prefixes = gone.flatMap(({ name }) => [`${name}!`, `'${name.replace(/'/g, "''")}'!`]);
  const listed = new Set(list.titles.map(({ text }) => renamed.get(text.toLowerCase()) ?? text));
  const known = new Set(before.sheets.map(({ partId }) => partId));
  const wanted = groups.map((group) =>
    group === list
      ? after.sheets.filter((sheet) => !known.has(sheet.partId) || listed.has(sheet.name)).map(({ name }) => name)
      : group.titles
          .filter(({ text }) => !prefixes.some((prefix) => text.startsWith(prefix)))
          .map(({ text }) => (text.includes("!") ? renameSheets(text, renamed) : text)),
  );
  const tag = list.titles[0]!.name;
  const titles = wanted.flat();
  const xml = titles.map((title) => `<${tag}>${escapeText(title)}</${tag}>`).join("");
  if (xml === editor.source.slice(vector.openEnd, vector.closeStart)) return;
  editor.setContent(vector, xml);
  editor.setAttributes(vector, { size: String(titles.length) });
  groups.forEach(({ count }, index) => editor.setContent(count, String(wanted[index]!.length)));
  pkg.write(part, editor.result());
}

/** Damaged properties keep no workbook from being opened, nor do they from being saved: null. */
function readableEditor(source: string, part: string): XmlEditor | null {
  try {
    return XmlEditor.parse(source, part);
  } catch {
    return null;
  }
}

/** The relationship's name in transitional and in strict files. */
const PROPERTIES = new Set(["extended-properties", "extendedProperties"]);

/** Headings come in pairs (a name, how many titles stand under it); the titles follow one another in one list. */
function titleGroups(root: XmlElement): { count: XmlElement; titles: XmlElement[] }[] {
  const titles = child(root, "TitlesOfParts", "vector")?.children ?? [];
  const counts = children(child(root, "HeadingPairs", "vector"), "variant").flatMap(
    (variant) => child(variant, "i4") ?? [],
  );
  let from = 0;
  const groups = counts.map((count) => ({ count, titles: titles.slice(from, (from += Number(count.text))) }));
  return from === titles.length ? groups : [];
}
