import { freeSheetName } from "../excel/sheetNames";
import { markerName, ownSheetsOf, type OwnSheet } from "../own/ownSheets";

/** What a write will touch, to be shown before it: "Write 5 sheets", and each sheet by name; and the sheets of earlier runs that it leaves as they are. */
export function plannedWrites(
  tables: readonly { id: string; sheetTitle: string }[],
  scenario: string,
  ownSheets: readonly OwnSheet[],
  sheetNames: readonly string[],
): { label: string; sheets: { name: string; isNew: boolean }[]; left: string[] } {
  const taken = [...sheetNames];
  const sheets = tables.map((output) => {
    const own = ownSheets.find(({ marker }) => marker === markerName(scenario, output.id));
    if (own) return { name: own.sheet, isNew: false };
    const name = freeSheetName(output.sheetTitle, taken);
    taken.push(name);
    return { name, isNew: true };
  });
  const allThere = sheets.length > 0 && sheets.every(({ isNew }) => !isNew);
  const count = sheets.length === 1 ? "1 sheet" : `${sheets.length} sheets`;
  const left = ownSheetsOf(scenario, ownSheets).filter(({ table }) => !tables.some(({ id }) => id === table));
  return { left: left.map(({ sheet }) => sheet), label: `${allThere ? "Update" : "Write"} ${count}`, sheets };
}
