import type { NameContent, PageContent } from "../content";
import { renameSheets } from "../formulas/renameSheets";
import { openTag } from "../styles/styleXml";
import { child, children, flag, type XmlElement } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { escapeText } from "../xml/xmlText";
import { isExcelsOwnName } from "../workbook/names";
import { isPrintTitles, PRINT_TITLES, withTitleRows } from "../workbook/printTitles";
import { WORKBOOK_ORDER } from "../workbook/workbookOrder";

/** Where the file's sheets went, and what they are called now. Places count all sheets of the file. */
export interface SheetMoves {
  /** New place of the sheet that stood at `fileIndex`; null where it was removed. */
  newPlace(fileIndex: number): number | null;
  /** Place in the file for a sheet of the content. */
  placeOf(contentSheet: number): number;
  /** Content sheet at a new place. */
  contentAt(place: number): number | null;
  renamed: Map<string, string>;
}

/** Other rows that a sheet of the content is to repeat on each printed page. */
export interface NewTitleRows {
  sheet: number;
  name: string;
  rows: NonNullable<PageContent["titleRows"]> | null;
}

/**
 * Patches the defined names: those of the content, the sheet numbers of those that are Excel's own, and the rows repeated in print.
 * All lists count sheets as the new content does. `toFile`: a formula in the file's words.
 */
export function patchNames(
  editor: XmlEditor,
  before: NameContent[],
  after: NameContent[],
  titles: readonly NewTitleRows[],
  moves: SheetMoves,
  toFile: (formula: string) => string,
): void {
  const container = child(editor.root, "definedNames");
  const elements = children(container, "definedName");
  const wanted = new Map(after.map((name) => [nameKey(name.name, name.sheet), name]));
  const old = new Map(before.map((name) => [nameKey(name.name, name.sheet), name]));
  const titlesLeft = new Set(titles);
  let kept = 0;
  for (const element of elements) {
    const place = element.attributes["localSheetId"];
    const newPlace = place === undefined ? null : moves.newPlace(Number(place));
    const gone = place !== undefined && newPlace === null;
    if (isExcelsOwnName(element)) {
      const own = newPlace === null ? null : moves.contentAt(newPlace);
      const title = isPrintTitles(element) ? titles.find(({ sheet }) => sheet === own) : undefined;
      if (title) titlesLeft.delete(title);
      if (gone) editor.remove(element);
      else if (title) kept += patchPrintTitles(editor, element, title, newPlace, moves.renamed);
      else kept += patchOwnName(editor, element, newPlace, moves.renamed);
      continue;
    }
    const key = nameKey(element.attributes["name"] ?? "", newPlace === null ? null : moves.contentAt(newPlace));
    const name = gone ? undefined : wanted.get(key);
    wanted.delete(key);
    if (!name) editor.remove(element);
    else {
      kept++;
      patchName(editor, element, old.get(key), name, newPlace, toFile);
    }
  }
  const added = [
    ...[...wanted.values()].map((name) => nameXml(editor.prefix, name, moves, toFile)),
    ...[...titlesLeft].map((title) => printTitlesXml(editor.prefix, title, moves)),
  ].join("");
  if (container && kept === 0 && added === "" && elements.length > 0) return removeContainer(editor, container);
  if (added === "") return;
  if (container) editor.append(container, added);
  else {
    const tag = `${editor.prefix}definedNames`;
    editor.insertInOrder(editor.root, "definedNames", `<${tag}>${added}</${tag}>`, WORKBOOK_ORDER);
  }
}

function nameKey(name: string, sheet: number | null): string {
  return `${name.toLowerCase()} ${sheet ?? ""}`;
}

function patchOwnName(
  editor: XmlEditor,
  element: XmlElement,
  place: number | null,
  renamed: Map<string, string>,
): number {
  if (place !== null) editor.setAttributes(element, { localSheetId: String(place) });
  const text = renameSheets(element.text, renamed);
  if (text !== element.text) editor.setContent(element, escapeText(text));
  return 1;
}

function patchPrintTitles(
  editor: XmlEditor,
  element: XmlElement,
  { name, rows }: NewTitleRows,
  place: number | null,
  renamed: Map<string, string>,
): number {
  const formula = withTitleRows(renameSheets(element.text, renamed), name, rows);
  if (formula === "") {
    editor.remove(element);
    return 0;
  }
  if (place !== null) editor.setAttributes(element, { localSheetId: String(place) });
  editor.setContent(element, escapeText(formula));
  return 1;
}

function printTitlesXml(prefix: string, { sheet, name, rows }: NewTitleRows, moves: SheetMoves): string {
  const formula = withTitleRows("", name, rows);
  if (formula === "") return "";
  const attributes = { name: PRINT_TITLES, localSheetId: String(moves.placeOf(sheet)) };
  const tag = `${prefix}definedName`;
  return `${openTag(tag, attributes, false)}${escapeText(formula)}</${tag}>`;
}

function patchName(
  editor: XmlEditor,
  element: XmlElement,
  old: NameContent | undefined,
  name: NameContent,
  place: number | null,
  toFile: (formula: string) => string,
): void {
  editor.setAttributes(element, {
    name: name.name,
    ...(flag(element.attributes["hidden"]) === name.hidden ? {} : { hidden: name.hidden ? "1" : null }),
    ...((element.attributes["comment"] ?? "") === name.comment
      ? {}
      : { comment: name.comment === "" ? null : name.comment }),
    ...(place === null ? {} : { localSheetId: String(place) }),
  });
  if (old?.formula !== name.formula) editor.setContent(element, escapeText(toFile(name.formula)));
}

function nameXml(prefix: string, name: NameContent, moves: SheetMoves, toFile: (formula: string) => string): string {
  const attributes: Record<string, string> = { name: name.name };
  if (name.comment !== "") attributes["comment"] = name.comment;
  if (name.sheet !== null) attributes["localSheetId"] = String(moves.placeOf(name.sheet));
  if (name.hidden) attributes["hidden"] = "1";
  const tag = `${prefix}definedName`;
  return `${openTag(tag, attributes, false)}${escapeText(toFile(name.formula))}</${tag}>`;
}

/** The list may not be empty. Its entries are already marked for removal, so only what is between and around them goes here. */
function removeContainer(editor: XmlEditor, container: XmlElement): void {
  let at = container.start;
  for (const element of container.children) {
    editor.splice(at, element.start, "");
    at = element.end;
  }
  editor.splice(at, container.end, "");
}
