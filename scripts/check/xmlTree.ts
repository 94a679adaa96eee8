import { SaxesParser } from "saxes";

/** An element of an XML file, with where it stands. Names are without their namespace prefix. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
  line: number;
}

/** @throws with line and column where the text is not well-formed XML */
export function parseXml(text: string): Element {
  const parser = new SaxesParser({ position: true });
  const top: Element = { name: "", attributes: {}, text: "", children: [], line: 0 };
  const open = [top];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [local(name), value]));
    const element: Element = { name: local(tag.name), attributes, text: "", children: [], line: parser.line };
    open[open.length - 1]?.children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    const element = open[open.length - 1];
    if (element) element.text += piece;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  const [root] = top.children;
  if (!root) throw new Error("There is no element in it.");
  return root;
}

/** The element itself and everything in it, in document order. */
export function allElements(element: Element): Element[] {
  return [element, ...element.children.flatMap(allElements)];
}

export function elementsNamed(root: Element, name: string): Element[] {
  return allElements(root).filter((element) => element.name === name);
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
