import type { WorkbookContent } from "../content";
import type { Relationship } from "../package/relationships";
import type { WorkbookPackage } from "../package/workbookPackage";
import { XlsxError } from "../xlsxError";
import { descendants, parseXml } from "../xml/parseXml";

/**
 * Refuses to take away a table that slicers filter: Excel repairs a file whose slicers have lost their table.
 * `relationships`: the workbook's. Throws an XlsxError that names the table.
 */
export async function refuseSlicersWithoutTable(
  pkg: WorkbookPackage,
  relationships: Relationship[],
  before: WorkbookContent,
  after: WorkbookContent,
): Promise<void> {
  const kept = new Set(after.sheets.flatMap(({ tables }) => tables.map(({ partId }) => partId)));
  const gone = before.sheets.flatMap(({ tables }) => tables.filter(({ partId }) => !kept.has(partId)));
  const caches = relationships.filter(({ kind, target }) => kind === "slicerCache" && pkg.has(target));
  if (gone.length === 0 || caches.length === 0) return;
  const filtered = new Set<string | undefined>();
  for (const { target } of caches) {
    const root = parseXml(await pkg.text(target), target);
    descendants(root, "tableSlicerCache").forEach(({ attributes }) => filtered.add(attributes["tableId"]));
  }
  for (const { name, partId } of gone) {
    const { id } = parseXml(await pkg.text(partId!), partId!).attributes;
    if (id !== undefined && filtered.has(id)) {
      throw new XlsxError(
        `The table "${name}" cannot be removed while slicers filter it; remove its slicers in Excel first.`,
      );
    }
  }
}
