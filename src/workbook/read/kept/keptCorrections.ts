import type { Finding } from "../../../plan/finding";
import type { Corrections } from "../../../plan/reading/planReading";
import { cellOfKey, idOfKey, keyOf } from "../../../plan/reading/questions";
import type { SheetGrid } from "../../../plan/reading/sheetGrid";
import { tableKinds, tableNames, type TableKind } from "../../../plan/tableKinds";
import { placeOfCell, placeOfTable, presentCell, presentTable, type Place, type TablesRead } from "./place";

/** Corrections as the workbook keeps them: with what each of their addresses pointed to. */
export interface KeptCorrections {
  version: 2;
  corrections: Corrections;
  /** By the address or the table's name that the corrections write. */
  places: Record<string, Place>;
}

/** Corrections to be used in a reading, and those whose place is not found: they are said, and kept as they are. */
interface PresentCorrections {
  corrections: Corrections;
  lost: KeptCorrections | null;
  findings: Finding[];
}

/** The corrections with what they point to in the sheets that they were made in; and those before that were lost. */
export function keptCorrections(
  corrections: Corrections,
  sheets: TablesRead & { grids: readonly SheetGrid[]; lostCorrections: KeptCorrections | null },
): KeptCorrections {
  const { grids, lostCorrections: lost } = sheets;
  const places = new Map(Object.entries(lost?.places ?? {}));
  const cells = [
    ...Object.keys({ ...corrections.headings, ...corrections.words, ...corrections.rows }),
    ...Object.keys(corrections.answers ?? {}).map(cellOfKey),
  ];
  const put = (address: string, place: Place | null): void => {
    if (place) places.set(address, place);
    else places.delete(address);
  };
  for (const address of cells) put(address, placeOfCell(address, grids, sheets));
  for (const reference of Object.values(corrections.tables ?? {})) put(reference, placeOfTable(reference, grids));
  return {
    version: 2,
    corrections: together(lost?.corrections ?? {}, corrections),
    places: Object.fromEntries(places),
  };
}

/** What was kept, at the addresses that it points to now. Corrections of earlier versions are addresses alone, and taken as they are. */
export function presentCorrections(
  kept: KeptCorrections | Corrections | null,
  grids: readonly SheetGrid[],
): PresentCorrections {
  if (!kept) return { corrections: {}, lost: null, findings: [] };
  if (!isKept(kept)) return { corrections: kept, lost: null, findings: [] };
  const { corrections, places } = kept;
  const findings: Finding[] = [];
  const lost: KeptCorrections = { version: 2, corrections: {}, places: {} };
  const moved = new Map<string, string | null>();
  const now = (address: string): string | null => {
    const place = places[address];
    if (!moved.has(address)) moved.set(address, place ? presentCell(place, grids) : address);
    return moved.get(address) ?? null;
  };
  const lose = (address: string, said: string): void => {
    const place = places[address];
    if (!place) return;
    lost.places[address] = place;
    const name = place.name === "" ? "a column without a heading" : `'${place.name}'`;
    const message = `${name} of the sheet ${place.sheet.name}, ${said}, is not found any more; what you said was not used, and is kept`;
    findings.push({ level: "warning", cell: "", message });
  };
  const result: Corrections = { ...corrections };
  const move = <Part extends "headings" | "words" | "rows">(part: Part, saidOf: (value: unknown) => string): void => {
    const before = corrections[part];
    if (!before) return;
    const after: Record<string, unknown> = {};
    for (const [address, value] of Object.entries(before)) {
      const present = now(address);
      if (present !== null) after[present] = value;
      else {
        lose(address, saidOf(value));
        lost.corrections[part] = { ...lost.corrections[part], [address]: value } as Corrections[Part];
      }
    }
    result[part] = after as Corrections[Part];
  };
  move("headings", (meaning) => `to which you gave the meaning '${String(meaning)}'`);
  move("words", (words) => `whose words you explained (${Object.keys(words as object).join(", ")})`);
  move("rows", (word) => (word === "counts" ? "which you said counts" : "which you left out"));
  if (corrections.answers) {
    result.answers = {};
    for (const [key, choice] of Object.entries(corrections.answers)) {
      const address = cellOfKey(key);
      const present = now(address);
      if (present !== null) result.answers[keyOf(idOfKey(key), present)] = choice;
      else {
        lose(address, `where you answered '${choice}'`);
        lost.corrections.answers = { ...lost.corrections.answers, [key]: choice };
      }
    }
  }
  if (corrections.tables) result.tables = presentTables(corrections.tables, places, grids, lost, findings);
  return { corrections: result, lost: Object.keys(lost.corrections).length > 0 ? lost : null, findings };
}

function presentTables(
  tables: NonNullable<Corrections["tables"]>,
  places: KeptCorrections["places"],
  grids: readonly SheetGrid[],
  lost: KeptCorrections,
  findings: Finding[],
): NonNullable<Corrections["tables"]> {
  const present: NonNullable<Corrections["tables"]> = {};
  for (const kind of tableKinds) {
    const reference = tables[kind];
    const place = reference === undefined ? undefined : places[reference];
    if (reference === undefined) continue;
    const found = place ? presentTable(place, reference, grids) : { reference, isWhole: true };
    if (found) {
      present[kind] = found.reference;
      if (!found.isWhole) findings.push({ level: "warning", cell: found.reference, message: cutShort(kind) });
      continue;
    }
    lost.corrections.tables = { ...lost.corrections.tables, [kind]: reference };
    if (place) lost.places[reference] = place;
    const message = `${reference}, which you said is the ${tableNames[kind]} table, is not found any more; what you said was not used, and is kept`;
    findings.push({ level: "warning", cell: "", message });
  }
  return present;
}

function cutShort(kind: TableKind): string {
  return `the last row of the range that you gave for the ${tableNames[kind]} table is not found any more; the range was read up to the last of its rows that is, so give it anew if rows are missing`;
}

/** Whether a value that was kept is of this version. */
function isKept(kept: KeptCorrections | Corrections): kept is KeptCorrections {
  return "version" in kept && "corrections" in kept;
}

/** What is said anew goes before what was lost. */
function together(lost: Corrections, said: Corrections): Corrections {
  const parts = ["headings", "words", "rows", "answers", "tables"] as const;
  const both = parts.flatMap((part) => (lost[part] || said[part] ? [[part, { ...lost[part], ...said[part] }]] : []));
  return { ...said, ...(Object.fromEntries(both) as Corrections) };
}
