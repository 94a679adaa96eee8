import { cellAddress } from "../../../../cells/address";
import { kindOfRowWords } from "../../../columns/words/kindWords";
import { findWord } from "../../../columns/words/wordMap";
import type { KindOfRow } from "../../../plan";
import { withoutUnit } from "../../cells/units";
import { findYear, type YearConvention } from "../../cells/times/years";
import { firstColumnOf } from "../../extent/headerRows";
import { nameWords } from "../../extent/titles";
import type { OpenTable } from "../../openTable";
import { ask, type Asking } from "../../questions";

/**
 * Registers with what their titles, tables' or sheets' names say that the rows are: growth bids and investments on sheets of their own, under the headings of
 * the savings. Each is asked. One register alone is of savings, whatever its sheet is called.
 */
export function withNamedKinds(
  registers: readonly OpenTable[],
  convention: YearConvention,
  asking: Asking,
): OpenTable[] {
  const kinds = registers.map((table) => namedKind(table, convention));
  if (kinds.every((named) => named !== null)) return [...registers];
  return registers.map((table, index): OpenTable => {
    const named = kinds[index];
    if (!named) return table;
    const { header } = table;
    const what = kindNames[named.kind];
    const choice = ask(asking, {
      id: "kindOfRows",
      cell: cellAddress(header.grid.sheet, header.top + header.rowCount - 1, firstColumnOf(header)),
      message: `'${named.name}' stands over a register with the headings of the savings, and its rows were read as ${what}`,
      choices: { named: `${what}, which are no savings`, savings: "savings" },
      usual: "named",
    });
    if (choice === "savings") return table;
    return { ...table, kindOfRows: named.kind };
  });
}

const kindNames: Record<KindOfRow | "Target", string> = {
  Saving: "savings",
  Pressure: "pressures",
  "Undelivered brought forward": "undelivered savings brought forward",
  Contingency: "contingencies",
  Mitigation: "mitigations",
  "One-off cost": "one-off costs",
  "Funding switch": "funding switches",
  Target: "targets",
};

/** The kind that the nearest name over a table says; null where it says savings, several kinds of which one is savings, or nothing. */
function namedKind(
  { header }: OpenTable,
  convention: YearConvention,
): { kind: KindOfRow | "Target"; name: string } | null {
  const names = [...[...header.titles].reverse(), header.table?.name ?? "", header.grid.sheet];
  for (const name of names) {
    const kinds = kindsIn(name, convention);
    if (kinds.includes("Saving")) return null;
    const [kind] = kinds;
    if (kind !== undefined) return { kind, name };
  }
  return null;
}

/** The kinds in a name, where it names nothing else: "Pressures and growth 25-26 (£k)". */
function kindsIn(name: string, convention: YearConvention): (KindOfRow | "Target")[] {
  const dated = withoutUnit(name.replace(/_/g, " "));
  const words = nameWords(findYear(dated, convention)?.rest ?? dated)
    .replace(/\b(new|proposed|list|register|sheet|tab|schedule|log|summary|detail|items|schemes)\b/gi, " ")
    .replace(/[()[\]:–-]/g, " ")
    .trim();
  const whole = findWord(kindOfRowWords, words);
  if (whole !== undefined) return [whole];
  const parts = words.split(/\s*(?:&|\+|,|\/|\band\b)\s*/i).filter((part) => part !== "");
  const kinds = parts.flatMap((part) => findWord(kindOfRowWords, part) ?? []);
  return kinds.length === parts.length ? kinds : [];
}
