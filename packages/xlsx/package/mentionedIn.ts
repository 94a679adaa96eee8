import { walkXml } from "../xml/walkXml";
import { WorkbookPackage } from "./workbookPackage";

/** The parts of a workbook in whose XML a word stands, other than in what cells, comments and labels show. */
export async function mentionedIn(bytes: Uint8Array, word: string): Promise<string[]> {
  const pkg = await WorkbookPackage.open(bytes);
  const found: string[] = [];
  const wanted = word.toLowerCase();
  for (const part of pkg.partNames()) {
    if (!/\.(xml|rels)$/i.test(part)) continue;
    const xml = await pkg.text(part);
    if (xml.toLowerCase().includes(wanted) && isMentioned(xml, part, wanted)) found.push(part);
    pkg.forget(part);
  }
  return found;
}

/** Texts stand in `<t>`, inline as well as shared; values in `<v>`. */
const SHOWN = new Set(["t", "v"]);

function isMentioned(xml: string, part: string, wanted: string): boolean {
  const path: string[] = [];
  let isFound = false;
  const look = (text: string) => (isFound ||= text.toLowerCase().includes(wanted));
  try {
    walkXml(xml, part, {
      open: (local, attributes) => {
        path.push(local);
        Object.values(attributes).forEach(look);
      },
      close: () => void path.pop(),
      text: (text) => void (SHOWN.has(path.at(-1) ?? "") || look(text)),
    });
  } catch {
    return true;
  }
  return isFound;
}
