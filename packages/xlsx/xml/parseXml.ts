import { brokenPart } from "../xlsxError";
import { walkXml, type XmlHandlers } from "./walkXml";

/** An element of a small part, with its positions in the part's text so that it can be patched. */
export interface XmlElement {
  /** With its prefix, as written. */
  name: string;
  local: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Text directly inside, entities resolved. */
  text: string;
  start: number;
  openEnd: number;
  /** Of "</"; equals `end` for an element without closing tag. */
  closeStart: number;
  end: number;
}

export function parseXml(text: string, part: string): XmlElement {
  const builder = treeBuilder(text, part);
  walkXml(text, part, builder);
  if (!builder.root) throw brokenPart(part, "is empty");
  return builder.root;
}

/** Handlers that build the tree; a caller may keep some events from it (the rows of a sheet). */
export function treeBuilder(source: string, part: string): XmlHandlers & { root: XmlElement | null } {
  const path: XmlElement[] = [];
  let count = 0;
  return {
    root: null,
    open(local, attributes, start, openEnd, name) {
      if (++count > MOST_ELEMENTS) throw brokenPart(part, `has more than ${MOST_ELEMENTS} elements beside cells`);
      const element = { name, local, attributes, children: [], text: "", start, openEnd, closeStart: 0, end: 0 };
      const parent = path[path.length - 1];
      if (parent) parent.children.push(element);
      else this.root = element;
      path.push(element);
    },
    close(_local, end) {
      const element = path.pop()!;
      element.end = end;
      element.closeStart = end === element.openEnd ? end : source.lastIndexOf("</", end - 1);
    },
    text(run) {
      const element = path[path.length - 1];
      if (element) element.text += run;
    },
  };
}

/** Ten times what the busiest workbooks have, and what fits in the memory of a browser's tab. */
const MOST_ELEMENTS = 2_000_000;

export function child(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = element;
  for (const local of path) found = found?.children.find((candidate) => candidate.local === local);
  return found;
}

export function children(element: XmlElement | undefined, local: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.local === local) ?? [];
}

/** Every element below with that name, in document order. */
export function descendants(element: XmlElement, local: string): XmlElement[] {
  return element.children.flatMap((candidate) => [
    ...(candidate.local === local ? [candidate] : []),
    ...descendants(candidate, local),
  ]);
}

/** The value of an attribute whatever its prefix ("r:id" for "id"). */
export function attribute(element: XmlElement | undefined, local: string): string | undefined {
  if (!element) return undefined;
  const direct = element.attributes[local];
  if (direct !== undefined) return direct;
  const name = Object.keys(element.attributes).find((candidate) => candidate.endsWith(`:${local}`));
  return name === undefined ? undefined : element.attributes[name];
}

/** An XML number; a missing attribute, or one that is no number, is `fallback`. */
export function numberOr<F>(value: string | undefined, fallback: F): number | F {
  const number = value === undefined || value.trim() === "" ? NaN : Number(value);
  return Number.isFinite(number) ? number : fallback;
}

/** An XML boolean: "1" and "true" are yes; a missing attribute is `fallback`. */
export function flag(value: string | undefined, fallback = false): boolean {
  return value === undefined ? fallback : value === "1" || value === "true" || value === "on";
}
