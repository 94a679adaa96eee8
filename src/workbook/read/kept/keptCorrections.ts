import { meaningName } from "../../../plan/columns/meanings";
import type { Finding } from "../../../plan/finding";
import type { Corrections } from "../../../plan/reading/planReading";
import { cellOfKey, keyOf } from "../../../plan/reading/questions";
import type { SheetGrid } from "../../../plan/reading/sheetGrid";
import { tableNames, type SideKind, type TableKind } from "../../../plan/tableKinds";
import { keptRecord, only, recordOf, together, type KeptCorrections, type Said } from "./keptRecord";
import { placeOfCell, placeOfTable, presentCell, presentTable, type Place, type TablesRead } from "./place";

/** Corrections to be used in a reading, and those whose place is not found: they are said, and kept as they are. */
export interface PresentCorrections {
  corrections: Corrections;
  lost: KeptCorrections | null;
  findings: Finding[];
}

/** The corrections with what they point to in the sheets that they were made in; and those before that were lost. */
export function keptCorrections(
  corrections: Corrections,
  sheets: TablesRead & { grids: readonly SheetGrid[]; lostCorrections: KeptCorrections | null },
): KeptCorrections | null {
  const { grids, lostCorrections: lost } = sheets;
  const { headings, carried, words, rows, answers, tables } = corrections;
  const cells = [
    ...Object.keys({ ...headings, ...carried, ...words, ...rows }),
    ...Object.keys(answers ?? {}).map(cellOfKey),
  ];
  const places = Object.fromEntries([
    ...[...new Set(cells)].map((address): [string, Place | null] => [address, placeOfCell(address, grids, sheets)]),
    ...Object.values(tables ?? {}).map((name): [string, Place | null] => [name, placeOfTable(name, grids)]),
  ]);
  const said = recordOf(corrections, places);
  const kept = lost ? together(lost, said) : said;
  return kept.said.length + Object.keys(kept.plan).length > 0 ? kept : null;
}

/** What a setting keeps, at the addresses that it points to now. Corrections of the first version are addresses alone, and taken as they are. */
export function presentCorrections(setting: unknown, grids: readonly SheetGrid[]): PresentCorrections {
  const kept = keptRecord(setting);
  if (kept === "newer") return { corrections: {}, lost: null, findings: [warning("", writtenByNewer)] };
  if (!kept) return { corrections: {}, lost: null, findings: [] };
  const corrections: Corrections = { ...kept.plan };
  const findings: Finding[] = [];
  const cells = new Map<string, string | null>();
  const cellNow = ({ address, place: index }: Said): string | null => {
    const place = index === null ? undefined : kept.places[index];
    if (!place) return address;
    const key = `${index}`;
    if (!cells.has(key)) cells.set(key, presentCell(place, grids));
    return cells.get(key) ?? null;
  };
  const lost = kept.said.filter((said) => {
    const place = said.place === null ? undefined : kept.places[said.place];
    if (said.part === "tables") {
      const found = place ? presentTable(place, said.address, grids) : { reference: said.address, isWhole: true };
      if (found) corrections.tables = { ...corrections.tables, [said.kind]: found.reference };
      if (found && !found.isWhole) findings.push(warning(found.reference, cutShort(said.kind)));
      if (!found) findings.push(warning("", notFound(said.address, said)));
      return !found;
    }
    const address = cellNow(said);
    if (address !== null) put(corrections, address, said);
    else findings.push(warning("", notFound(nameOf(place), said)));
    return address === null;
  });
  return { corrections, lost: lost.length > 0 ? only(kept, lost) : null, findings };
}

/** Said where the workbook holds corrections that this version cannot read. */
const writtenByNewer =
  "the corrections in this workbook were made with a newer version of the add-in, so they are not used here and are left as they are; update the add-in to use them";

function put(corrections: Corrections, address: string, said: Exclude<Said, { part: "tables" }>): void {
  switch (said.part) {
    case "headings":
      corrections.headings = { ...corrections.headings, [address]: said.meaning };
      return;
    case "carried":
      corrections.carried = { ...corrections.carried, [address]: true };
      return;
    case "words":
      corrections.words = { ...corrections.words, [address]: said.words };
      return;
    case "rows":
      corrections.rows = { ...corrections.rows, [address]: said.word };
      return;
    case "answers":
      corrections.answers = { ...corrections.answers, [keyOf(said.id, address)]: said.choice };
  }
}

function nameOf(place: Place | undefined): string {
  const name = place?.name ?? "";
  return `${name === "" ? "a column without a heading" : `'${name}'`} of the sheet ${place?.sheet.name ?? ""}`;
}

function notFound(what: string, said: Said): string {
  return `${what}, ${wordsOf(said)}, is not found any more; what you said was not used, and is kept`;
}

function wordsOf(said: Said): string {
  switch (said.part) {
    case "headings":
      return `to which you gave the meaning '${meaningName(null, said.meaning)}'`;
    case "carried":
      return "which you took to the Breakdown";
    case "words":
      return `whose words you explained (${Object.keys(said.words).join(", ")})`;
    case "rows":
      return said.word === "counts" ? "which you said counts" : "which you left out";
    case "answers":
      return `where you answered '${said.choice}'`;
    case "tables":
      return `which you said is the ${tableNames[said.kind]} table`;
  }
}

function cutShort(kind: TableKind | SideKind): string {
  return `the last row of the range that you gave for the ${tableNames[kind]} table is not found any more; the range was read up to the last of its rows that is, so give it anew if rows are missing`;
}

function warning(cell: string, message: string): Finding {
  return { level: "warning", cell, message };
}
