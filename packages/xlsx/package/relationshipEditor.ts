import { XmlEditor } from "../xml/xmlEditor";
import { escapeAttribute } from "../xml/xmlText";
import { relationshipPart, relationshipsOf, type Relationship } from "./relationships";
import type { WorkbookPackage } from "./workbookPackage";

const OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

/** Adds and removes relationships of one part; nothing is written before `save`. */
export class RelationshipEditor {
  private readonly added: { id: string; type: string; target: string }[] = [];
  private readonly removed = new Set<string>();

  private constructor(
    private readonly pkg: WorkbookPackage,
    private readonly owner: string,
    readonly present: Relationship[],
  ) {}

  static async of(pkg: WorkbookPackage, owner: string): Promise<RelationshipEditor> {
    return new RelationshipEditor(pkg, owner, await relationshipsOf(pkg, owner));
  }

  /** `type` is the last segment for kinds of Office documents, or a whole address; `part` a part name. Gives the new id. */
  add(type: string, part: string): string {
    const taken = new Set([...this.present.map(({ id }) => id), ...this.added.map(({ id }) => id)]);
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    this.added.push({ id, type: type.includes("/") ? type : OFFICE_DOCUMENT + type, target: `/${part}` });
    return id;
  }

  remove(id: string): void {
    this.removed.add(id);
  }

  target(id: string | undefined): string | undefined {
    return this.present.find((relationship) => relationship.id === id && !relationship.external)?.target;
  }

  async save(): Promise<void> {
    if (this.added.length === 0 && this.removed.size === 0) return;
    const part = relationshipPart(this.owner);
    const editor = XmlEditor.parse(this.pkg.has(part) ? await this.pkg.text(part) : EMPTY, part);
    for (const element of editor.root.children) {
      if (this.removed.has(element.attributes["Id"] ?? "")) editor.remove(element);
    }
    for (const { id, type, target } of this.added) {
      editor.append(
        editor.root,
        `<${editor.prefix}Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(relativeTarget(this.owner, target))}"/>`,
      );
    }
    this.pkg.write(part, editor.result());
  }
}

/** Targets relative to the owner's folder: what every reader understands. */
function relativeTarget(owner: string, absolute: string): string {
  const from = owner.split("/").slice(0, -1);
  const to = absolute.slice(1).split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
