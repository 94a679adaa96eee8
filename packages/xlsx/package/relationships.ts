import type { WorkbookPackage } from "./workbookPackage";
import { parseXml } from "../xml/parseXml";

export interface Relationship {
  id: string;
  /** Last segment of the type's address: "worksheet", "table", "chart"; the same in transitional and strict files. */
  kind: string;
  /** Part name for internal targets, as written for external ones. */
  target: string;
  external: boolean;
}

/** Relationships of a part ("" for the package itself), in file order; none where it has no relationship part. */
export async function relationshipsOf(pkg: WorkbookPackage, part: string): Promise<Relationship[]> {
  const relsPart = relationshipPart(part);
  if (!pkg.has(relsPart)) return [];
  const root = parseXml(await pkg.text(relsPart), relsPart);
  return root.children
    .filter((child) => child.local === "Relationship")
    .map(({ attributes }) => {
      const external = attributes["TargetMode"] === "External";
      const type = attributes["Type"] ?? "";
      return {
        id: attributes["Id"] ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        target: external ? (attributes["Target"] ?? "") : resolveTarget(part, attributes["Target"] ?? ""),
        external,
      };
    });
}

export function relationshipPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A target is relative to the folder of the part that owns it, unless it begins with a slash. */
function resolveTarget(owner: string, target: string): string {
  const path = target.replace(/\\/g, "/").replace(/[?#].*$/, "");
  const segments = path.startsWith("/") ? [] : owner.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.map(decodeSegment).join("/");
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
