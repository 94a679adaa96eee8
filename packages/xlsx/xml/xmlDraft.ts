import { parseXml, type XmlElement } from "./parseXml";
import { escapeAttribute, escapeText } from "./xmlText";

/** What a maker of a draft knows of its format. */
export interface DraftFormat {
  /** Namespaces by the prefix that new elements are written with here ("c:ser"); a part may use other prefixes. */
  namespaces: Record<string, string>;
  /** Sequence of children by the local name of their parent, as the schema wants it. */
  order: Record<string, readonly string[]>;
}

/**
 * A small part whose tree may be changed: children put in, taken out and moved, attributes and texts set. What nobody
 * touched is written as it stood, byte for byte.
 */
export class XmlDraft {
  readonly root: XmlElement;
  /** The children that touched elements had when the part was opened. */
  private readonly touched = new Map<XmlElement, readonly XmlElement[]>();
  /** Elements whose opening tag or text is not the source's any more. */
  private readonly reopened = new Set<XmlElement>();

  constructor(
    private readonly source: string,
    private readonly part: string,
    private readonly format: DraftFormat,
  ) {
    this.root = parseXml(source, part);
  }

  get changed(): boolean {
    return this.touched.size > 0;
  }

  /** Sets an attribute; null removes it. */
  setAttribute(element: XmlElement, name: string, value: string | null): void {
    if ((element.attributes[name] ?? null) === value) return;
    this.touch(element);
    this.reopened.add(element);
    element.attributes = { ...element.attributes };
    if (value === null) Reflect.deleteProperty(element.attributes, name);
    else element.attributes[name] = value;
  }

  setText(element: XmlElement, text: string): void {
    if (element.text === text && element.children.length === 0) return;
    this.touch(element);
    this.reopened.add(element);
    element.text = text;
    element.children = [];
  }

  /** Another name for an element, which keeps what is in it. */
  rename(element: XmlElement, local: string): void {
    this.touch(element);
    this.reopened.add(element);
    element.name = element.name.slice(0, element.name.length - element.local.length) + local;
    element.local = local;
  }

  /** The child with that name ("c:ln"), made where there is none. */
  ensure(parent: XmlElement, ...names: string[]): XmlElement {
    let element = parent;
    for (const name of names) {
      const local = name.slice(name.indexOf(":") + 1);
      element = element.children.find((candidate) => candidate.local === local) ?? this.put(element, `<${name}/>`);
    }
    return element;
  }

  /** Puts a piece (one element, written with this format's prefixes) in the place of its namesake, or where the order wants it. */
  put(parent: XmlElement, xml: string): XmlElement {
    const element = this.made(xml);
    const at = parent.children.findIndex(({ local }) => local === element.local);
    if (at < 0) return this.insert(parent, element);
    this.touch(parent);
    parent.children = [...parent.children.slice(0, at), element, ...parent.children.slice(at + 1)];
    return element;
  }

  /** Adds a piece behind its namesakes, or before `next`. */
  add(parent: XmlElement, xml: string, next?: XmlElement): XmlElement {
    return this.insert(parent, this.made(xml), next);
  }

  /** Adds a piece right behind one of the children. */
  addBehind(parent: XmlElement, xml: string, before: XmlElement): XmlElement {
    const element = this.made(xml);
    this.touch(parent);
    const at = parent.children.indexOf(before) + 1;
    parent.children = [...parent.children.slice(0, at), element, ...parent.children.slice(at)];
    return element;
  }

  /** Adds an element, new or taken from elsewhere in the part, behind its namesakes or before `next`. */
  insert(parent: XmlElement, element: XmlElement, next?: XmlElement): XmlElement {
    this.touch(parent);
    const order = this.format.order[parent.local] ?? [];
    const rank = order.indexOf(element.local);
    const found = next
      ? parent.children.indexOf(next)
      : parent.children.findIndex(({ local }) => rank >= 0 && order.indexOf(local) > rank);
    const at = found < 0 ? parent.children.length : found;
    parent.children = [...parent.children.slice(0, at), element, ...parent.children.slice(at)];
    return element;
  }

  remove(parent: XmlElement, element: XmlElement | undefined): void {
    if (!element || !parent.children.includes(element)) return;
    this.touch(parent);
    parent.children = parent.children.filter((candidate) => candidate !== element);
  }

  /** Removes the child with that local name, if there is one. */
  drop(parent: XmlElement | undefined, local: string): void {
    if (parent)
      this.remove(
        parent,
        parent.children.find((candidate) => candidate.local === local),
      );
  }

  /** `<c:name val="…"/>`; null removes it. */
  value(parent: XmlElement, name: string, value: string | number | null): void {
    if (value === null) this.drop(parent, name.slice(name.indexOf(":") + 1));
    else this.setAttribute(this.ensure(parent, name), "val", String(value));
  }

  /** The part's text as it is now. */
  result(): string {
    return this.changed
      ? this.source.slice(0, this.root.start) + this.written(this.root) + this.source.slice(this.root.end)
      : this.source;
  }

  private touch(element: XmlElement): void {
    if (!this.touched.has(element)) this.touched.set(element, element.children);
  }

  private written(element: XmlElement): string {
    const isNew = element.start < 0;
    if (!isNew && !this.isTouched(element)) return this.source.slice(element.start, element.end);
    const before = this.touched.get(element) ?? element.children;
    const inside =
      element.children.length === 0 && (isNew || this.reopened.has(element))
        ? escapeText(element.text)
        : this.inside(element, before, isNew);
    const opening =
      isNew || this.reopened.has(element)
        ? `<${[element.name, ...Object.entries(element.attributes).map(([name, value]) => `${name}="${escapeAttribute(value)}"`)].join(" ")}`
        : this.source.slice(element.start, element.openEnd).replace(/\s*\/?>$/, "");
    return inside === "" ? `${opening}/>` : `${opening}>${inside}</${element.name}>`;
  }

  /** Children in their order; blanks and comments that stood before a child stay before it. */
  private inside(element: XmlElement, before: readonly XmlElement[], isNew: boolean): string {
    const pieces = element.children.map((child) => {
      const at = before.indexOf(child);
      const gap = isNew || at < 0 ? "" : this.source.slice(before[at - 1]?.end ?? element.openEnd, child.start);
      return gap + this.written(child);
    });
    const last = before[before.length - 1];
    const isOpen = !isNew && element.closeStart !== element.end;
    return pieces.join("") + (isOpen ? this.source.slice(last?.end ?? element.openEnd, element.closeStart) : "");
  }

  private isTouched(element: XmlElement): boolean {
    return element.start < 0 || this.touched.has(element) || element.children.some((child) => this.isTouched(child));
  }

  private made(xml: string): XmlElement {
    const element = parseXml(xml, this.part);
    const renew = (each: XmlElement): void => {
      each.start = -1;
      each.name = this.prefixed(each.name);
      each.children.forEach(renew);
    };
    renew(element);
    return element;
  }

  /** "c:ser" with the prefix that this part has for the namespace, declared at the root where it has none. */
  private prefixed(name: string): string {
    const [prefix, local] = name.includes(":") ? (name.split(":") as [string, string]) : ["", name];
    const namespace = this.format.namespaces[prefix];
    if (namespace === undefined) return name;
    const declared = Object.entries(this.root.attributes).find(
      ([key, value]) => value === namespace && (key === "xmlns" || key.startsWith("xmlns:")),
    );
    if (!declared) this.setAttribute(this.root, `xmlns:${prefix}`, namespace);
    const own = declared ? declared[0].slice("xmlns:".length) : prefix;
    return own === "" ? local : `${own}:${local}`;
  }
}
