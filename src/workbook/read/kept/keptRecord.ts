import type { Corrections } from "../../../plan/reading/planReading";
import { cellOfKey, idOfKey } from "../../../plan/reading/questions";
import { sideKinds, tableKinds, type SideKind, type TableKind } from "../../../plan/tableKinds";
import { unpacked, type Packed } from "./packed";
import type { Place } from "./place";

/** Corrections as the workbook keeps them: each with what its address pointed to. */
export interface KeptCorrections {
  version: 3;
  /** What is said of the plan as a whole. */
  plan: WholePlan;
  said: Said[];
  /** What the addresses pointed to; `Said.place` is an index. */
  places: Place[];
}

type WholePlan = Omit<Corrections, "tables" | "headings" | "carried" | "words" | "rows" | "answers">;

/** One thing that the user said of a cell, or of a table. */
export type Said = {
  /** Where it was when it was said: "Register!D6", or a table's name. */
  address: string;
  /** Null where the address was no cell of these sheets. */
  place: number | null;
} & (
  | { part: "headings"; meaning: string }
  | { part: "carried" }
  | { part: "words"; words: Record<string, string> }
  | { part: "rows"; word: "counts" | "left out" }
  | { part: "answers"; id: string; choice: string }
  | { part: "tables"; kind: TableKind | SideKind }
);

/** The fourth version is the third, packed: many rows that are left out have most of what tells them apart in common. */
export interface PackedCorrections {
  version: 4;
  packed: Packed;
}

/** What a workbook's setting holds: corrections of this version or of an older one. "newer": only a newer version of the add-in can read it. */
export function keptRecord(setting: unknown): KeptCorrections | "newer" | null {
  if (typeof setting !== "object" || setting === null) return null;
  // The first version had none.
  const { version = 1 } = setting as { version?: unknown };
  if (version === 1) return recordOf(setting, {});
  if (version === 2) {
    const { corrections, places } = setting as { corrections: Corrections; places: Record<string, Place> };
    return recordOf(corrections, places);
  }
  if (version === 4) return unpacked((setting as PackedCorrections).packed) as KeptCorrections;
  return version === 3 ? (setting as KeptCorrections) : "newer";
}

/** @param placeOf what an address points to, by the address */
export function recordOf(corrections: Corrections, placeOf: Readonly<Record<string, Place | null>>): KeptCorrections {
  const { tables, headings, carried, words, rows, answers, ...plan } = corrections;
  const places: Place[] = [];
  const indexOf = new Map<string, number>();
  const at = (address: string): Pick<Said, "address" | "place"> => {
    const place = Object.hasOwn(placeOf, address) ? placeOf[address] : null;
    if (!place) return { address, place: null };
    if (!indexOf.has(address)) indexOf.set(address, places.push(place) - 1);
    return { address, place: indexOf.get(address) ?? null };
  };
  const of = <T>(part: Record<string, T> | undefined): [string, T][] => Object.entries(part ?? {});
  const said: Said[] = [
    ...of(headings).map(([address, meaning]): Said => ({ ...at(address), part: "headings", meaning })),
    ...of(carried).map(([address]): Said => ({ ...at(address), part: "carried" })),
    ...of(words).map(([address, meant]): Said => ({ ...at(address), part: "words", words: meant })),
    ...of(rows).map(([address, word]): Said => ({ ...at(address), part: "rows", word })),
    ...of(answers).map(([key, choice]): Said => ({ ...at(cellOfKey(key)), part: "answers", id: idOfKey(key), choice })),
    ...[...tableKinds, ...sideKinds].flatMap((kind): Said[] => {
      const reference = tables?.[kind];
      return reference === undefined ? [] : [{ ...at(reference), part: "tables", kind }];
    }),
  ];
  return { version: 3, plan, said, places };
}

/** What was said in one record and then in another. */
export function together(first: KeptCorrections, then: KeptCorrections): KeptCorrections {
  const shifted = then.said.map((one): Said =>
    one.place === null ? one : { ...one, place: one.place + first.places.length },
  );
  return {
    version: 3,
    plan: { ...first.plan, ...then.plan },
    said: [...first.said, ...shifted],
    places: [...first.places, ...then.places],
  };
}

/** The record with only some of what it says, and the places of that. */
export function only(record: KeptCorrections, said: readonly Said[]): KeptCorrections {
  const used = [...new Set(said.flatMap(({ place }) => place ?? []))];
  return {
    version: 3,
    plan: {},
    said: said.map((one) => (one.place === null ? one : { ...one, place: used.indexOf(one.place) })),
    places: used.flatMap((place) => record.places[place] ?? []),
  };
}
