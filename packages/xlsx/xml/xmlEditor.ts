import { parseXml, type XmlElement } from "./parseXml";
import { escapeAttribute } from "./xmlText";

interface Splice {
  start: number;
  end: number;
  text: string;
  /** Order among insertions in the same place. */
  rank: number;
}

/**
 * Changes a part's text in places and leaves every other character as it was.
 * Positions and elements always refer to the text as it was opened.
 */
export class XmlEditor {
  private readonly splices: Splice[] = [];
  private readonly opened = new Map<XmlElement, { text: string; rank: number }[]>();

  constructor(
    readonly source: string,
    readonly root: XmlElement,
  ) {}

  static parse(source: string, part: string): XmlEditor {
    return new XmlEditor(source, parseXml(source, part));
  }

  get changed(): boolean {
    return this.splices.length > 0 || this.opened.size > 0;
  }

  /** The namespace prefix of the root with its colon ("x:"), which new elements of the same namespace need; mostly "". */
  get prefix(): string {
    return this.root.name.slice(0, this.root.name.length - this.root.local.length);
  }

  splice(start: number, end: number, text: string, rank = 0): void {
    this.splices.push({ start, end, text, rank });
  }

  /** Sets attributes by their written names; null removes one. Values that already stand are left alone. */
  setAttributes(element: XmlElement, values: Record<string, string | null>): void {
    const tag = this.source.slice(element.start, element.openEnd);
    for (const [name, value] of Object.entries(values)) {
      const present = element.attributes[name];
      if ((present ?? null) === value) continue;
      const at = attributeRange(tag, name);
      if (!at && value !== null) {
        const nameEnd = element.start + 1 + element.name.length;
        this.splice(nameEnd, nameEnd, ` ${name}="${escapeAttribute(value)}"`);
      } else if (at) {
        this.splice(
          element.start + at.start,
          element.start + at.end,
          value === null ? "" : ` ${name}="${escapeAttribute(value)}"`,
        );
      }
    }
  }

  remove(element: XmlElement): void {
    this.splice(element.start, element.end, "");
  }

  replace(element: XmlElement, text: string): void {
    this.splice(element.start, element.end, text);
  }

  /** Replaces everything between the opening and the closing tag. */
  setContent(element: XmlElement, text: string): void {
    if (element.closeStart === element.end) this.append(element, text);
    else this.splice(element.openEnd, element.closeStart, text);
  }

  /** Adds at the end of an element, which may have had no closing tag. */
  append(parent: XmlElement, text: string, rank = 0): void {
    if (parent.closeStart !== parent.end) {
      this.splice(parent.closeStart, parent.closeStart, text, rank);
      return;
    }
    const additions = this.opened.get(parent) ?? [];
    additions.push({ text, rank });
    this.opened.set(parent, additions);
  }

  /** Adds a child where the schema's sequence (`order`, local names) wants it. */
  insertInOrder(parent: XmlElement, local: string, text: string, order: readonly string[]): void {
    const rank = order.indexOf(local);
    const next = parent.children.find((candidate) => order.indexOf(candidate.local) > rank);
    if (next) this.splice(next.start, next.start, text, rank);
    else this.append(parent, text, rank);
  }

  result(): string {
    for (const [parent, additions] of this.opened) {
      const slash = this.source.lastIndexOf("/", parent.openEnd - 1);
      const texts = additions.sort((a, b) => a.rank - b.rank).map(({ text }) => text);
      this.splice(slash, parent.openEnd, `>${texts.join("")}</${parent.name}>`);
    }
    this.opened.clear();
    const ordered = this.splices.map((splice, index) => ({ ...splice, index }));
    ordered.sort((a, b) => a.start - b.start || a.end - b.end || a.rank - b.rank || a.index - b.index);
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text } of ordered) {
      if (start < at) throw new Error(`Two changes overlap at ${start}`);
      pieces.push(this.source.slice(at, start), text);
      at = end;
    }
    pieces.push(this.source.slice(at));
    return pieces.join("");
  }
}

/** Where an attribute stands in an opening tag, with the blank before it. */
function attributeRange(tag: string, name: string): { start: number; end: number } | null {
  for (const match of tag.matchAll(/(?<!\s)\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
    if (match[1] === name) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
