import { relationshipPart, relationshipsOf } from "./relationships";
import type { WorkbookPackage } from "./workbookPackage";

/** Every part that relationships lead to from the package's own, with the relationship parts themselves. */
export async function reachableParts(pkg: WorkbookPackage): Promise<Set<string>> {
  const reached = new Set<string>();
  const waiting = [""];
  for (let owner = waiting.pop(); owner !== undefined; owner = waiting.pop()) {
    if (reached.has(owner)) continue;
    reached.add(owner);
    if (pkg.has(relationshipPart(owner))) reached.add(relationshipPart(owner));
    for (const { target, external } of await relationshipsOf(pkg, owner)) {
      if (!external && pkg.has(target)) waiting.push(target);
    }
  }
  reached.delete("");
  return reached;
}
