import { WorkbookPackage } from "./workbookPackage";

/** The parts of a workbook in whose XML a word stands, texts of cells aside. */
export async function mentionedIn(bytes: Uint8Array, word: string): Promise<string[]> {
  const pkg = await WorkbookPackage.open(bytes);
  const found: string[] = [];
  for (const part of pkg.partNames()) {
    if (!/\.(xml|rels)$/i.test(part) || /sharedStrings\.xml$/i.test(part)) continue;
    if ((await pkg.text(part)).toLowerCase().includes(word.toLowerCase())) found.push(part);
    pkg.forget(part);
  }
  return found;
}
