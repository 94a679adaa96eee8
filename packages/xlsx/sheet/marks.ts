import type { AreaContent, MarkContent, RuleContent } from "../content";
import { renameSheets } from "../formulas/renameSheets";
import { children, descendants, type XmlElement } from "../xml/parseXml";
import type { XmlEditor } from "../xml/xmlEditor";
import { escapeText } from "../xml/xmlText";
import { areaReference, parseArea } from "./address";

/** Elements around the rows that stand on cells, and that are not shown. */
const MARKED = ["conditionalFormatting", "dataValidation", "hyperlink", "protectedRange", "ignoredError", "sparkline"];
/** Those that may not be empty. */
const LISTS = ["dataValidations", "hyperlinks", "protectedRanges", "ignoredErrors"];
/** What their formulas stand in. */
const FORMULAS = ["formula", "formula1", "formula2", "f"];

interface MarkElement {
  id: string;
  element: XmlElement;
  formulas: XmlElement[];
  /** The element whose text names its cells; null where an attribute does. */
  cells: XmlElement | null;
}

/** What a worksheet part says of cells around its rows; `comments.ts` reads what other parts say. */
export function readMarks(frame: XmlElement): MarkContent[] {
  return markElements(frame).map(({ id, element, formulas, cells }) => ({
    id,
    areas: areasIn(cells?.text ?? element.attributes["sqref"] ?? element.attributes["ref"] ?? ""),
    formulas: formulas.map(({ text }) => text),
    ...rulesOf(element),
  }));
}

function rulesOf(element: XmlElement): { rules?: RuleContent[] } {
  const { local } = element;
  if (local === "dataValidation") return { rules: [ruleOf(element, "validation")] };
  if (local !== "conditionalFormatting") return {};
  return { rules: children(element, "cfRule").map((rule) => ruleOf(rule, "format")) };
}

function ruleOf(element: XmlElement, kind: RuleContent["kind"]): RuleContent {
  const { type = "none", operator = null } = element.attributes;
  return { kind, type, operator, formulaCount: formulasOf(element).length };
}

function formulasOf(element: XmlElement): XmlElement[] {
  return FORMULAS.flatMap((name) => descendants(element, name));
}

/** Moves marks to where their cells are now, and takes out those whose cells are gone. Answers the formulas written anew. */
export function patchMarks(
  editor: XmlEditor,
  before: readonly MarkContent[],
  after: readonly MarkContent[],
  renamed: Map<string, string>,
): Set<XmlElement> {
  const written = new Set<XmlElement>();
  const gone = new Set<XmlElement>();
  const wanted = new Map(after.map((mark) => [mark.id, mark]));
  const were = new Map(before.map((mark) => [mark.id, mark]));
  for (const { id, element, formulas, cells } of markElements(editor.root)) {
    const [was, mark] = [were.get(id), wanted.get(id)];
    if (!was || !mark || was.areas.length === 0) continue;
    if (mark.areas.length === 0) {
      gone.add(element);
      formulas.forEach((formula) => written.add(formula));
      continue;
    }
    // What has no list of cells is at one place.
    const isOne = !cells && element.attributes["sqref"] === undefined;
    const referenceOf = ({ areas }: MarkContent) => (isOne ? areas.slice(0, 1) : areas).map(areaReference).join(" ");
    const reference = referenceOf(mark);
    if (reference !== referenceOf(was)) {
      if (cells) editor.setContent(cells, reference);
      else editor.setAttributes(element, { [isOne ? "ref" : "sqref"]: reference });
    }
    formulas.forEach((formula, index) => {
      const text = mark.formulas[index] ?? formula.text;
      if (text === was.formulas[index]) return;
      editor.setContent(formula, escapeText(renameSheets(text, renamed)));
      written.add(formula);
    });
  }
  for (const list of LISTS.flatMap((local) => descendants(editor.root, local))) {
    const left = list.children.filter((element) => !gone.has(element));
    if (left.length === list.children.length) continue;
    list.children.forEach((element) => gone.delete(element));
    if (left.length === 0) editor.remove(list);
    else {
      list.children.filter((element) => !left.includes(element)).forEach((element) => editor.remove(element));
      if (list.attributes["count"] !== undefined) editor.setAttributes(list, { count: String(left.length) });
    }
  }
  for (const element of gone) editor.remove(element);
  return written;
}

/** Whether any of them has moved. */
export function marksDiffer(before: readonly MarkContent[] = [], after: readonly MarkContent[] = []): boolean {
  return before !== after && JSON.stringify(before) !== JSON.stringify(after);
}

function markElements(root: XmlElement): MarkElement[] {
  return MARKED.flatMap((local) =>
    descendants(root, local).map((element, index) => ({
      ...{ id: `${local} ${index}`, element },
      formulas:
        local === "conditionalFormatting" ? children(element, "cfRule").flatMap(formulasOf) : formulasOf(element),
      cells: descendants(element, "sqref")[0] ?? null,
    })),
  );
}

function areasIn(reference: string): AreaContent[] {
  return reference.split(/\s+/).flatMap((one) => parseArea(one) ?? []);
}
