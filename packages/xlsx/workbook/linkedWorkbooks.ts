import { relationshipsOf, type Relationship } from "../package/relationships";
import type { WorkbookPackage } from "../package/workbookPackage";

/** The other workbooks that formulas lean on, as the file names them, in the order of `[1]`, `[2]`, … in its formulas. */
export async function readLinkedWorkbooks(pkg: WorkbookPackage, relationships: Relationship[]): Promise<string[]> {
  const links: string[] = [];
  for (const { kind, target } of relationships) {
    if (kind !== "externalLink" || !pkg.has(target)) continue;
    const path = (await relationshipsOf(pkg, target)).find(({ external }) => external);
    if (path) links.push(path.target);
  }
  return links;
}
