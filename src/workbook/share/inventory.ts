import type { FormulaPlace, SheetPlaces } from "./formulaPlaces";
import { linksIn, OwnFormulas, type OwnCall, type WholeReference } from "./ownFormula";

/** The add-in's functions, by which its formulas are known. */
export interface OwnFunctions {
  /** What stands before their names: "SAVINGS". */
  namespace: string;
  /** Without it: "SAVINGSGAP". */
  names: ReadonlySet<string>;
}

/** A formula that uses the add-in's functions. */
export interface OwnUse {
  place: FormulaPlace;
  calls: OwnCall[];
  /** Of its functions those that stand under a name which Excel gave them. */
  mangled: string[];
  /** Those that this version of the add-in does not have. */
  unknown: string[];
  wholes: WholeReference[];
  /** The error that the cell shows; null where it shows none. */
  error: string | null;
}

/** What of a workbook has to do with the add-in's functions, or with other workbooks. */
export interface Inventory {
  uses: OwnUse[];
  links: { book: string; places: FormulaPlace[] }[];
}

/** Pure: the same for the pane, the command line and the copies that are shared. */
export function inventoryOf(places: readonly FormulaPlace[], { namespace, names }: OwnFunctions): Inventory {
  const own = new OwnFormulas(namespace);
  const uses: OwnUse[] = [];
  const links = new Map<string, FormulaPlace[]>();
  for (const place of places) {
    const { formula } = place;
    const calls = own.callsIn(formula);
    // A function of ours that Excel takes for another workbook's is no link to it.
    for (const book of linksIn(calls.length > 0 ? own.withNamesMended(formula) : formula))
      links.set(book, [...(links.get(book) ?? []), place]);
    if (calls.length === 0) continue;
    uses.push({
      place,
      calls,
      mangled: distinct(calls.flatMap(({ name, written }) => (written === name ? [] : [written]))),
      unknown: distinct(calls.flatMap(({ name }) => (names.has(name.slice(namespace.length + 1)) ? [] : [name]))),
      wholes: own.wholesIn(formula),
      error: place.kind === "cell" ? errorOf(place.value) : null,
    });
  }
  return { uses, links: [...links].map(([book, leaning]) => ({ book, places: leaning })) };
}

/** Where a formula stands, in words: "Plan!B4", "the name Total", "the rule for Plan!B4:B9", "a conditional format of Plan". */
export function placeWords({ kind, address, name, sheet }: FormulaPlace): string {
  if (kind === "cell") return address;
  if (kind === "name") return `the name ${name}`;
  if (kind === "validation") return `the rule for what may be typed in ${address}`;
  return address === "" ? `a conditional format on ${sheet}` : `the conditional format of ${address}`;
}

export function isLocked({ sheet }: FormulaPlace, sheets: readonly SheetPlaces[]): boolean {
  return sheets.some(({ name, isProtected }) => name === sheet && isProtected);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}

/** Errors reach an add-in as their texts; a formula that answers such a text is none that we know. */
function errorOf(value: FormulaPlace["value"]): string | null {
  return typeof value === "string" && errors.has(value) ? value : null;
}

const errors = new Set(
  "#NAME? #VALUE! #REF! #DIV/0! #NUM! #N/A #NULL! #SPILL! #CALC! #CONNECT! #BLOCKED! #FIELD! #UNKNOWN! #EXTERNAL! #PYTHON! #TIMEOUT!".split(
    " ",
  ),
);
