import { columnRecord } from "../columns/allColumns";
import type { Corrections, PlanReading } from "../reading/planReading";

/** What the user corrected, a line each, in the sheet's words; `textAt` is what stands in a cell. */
export function correctionLines(
  corrections: Corrections,
  reading: Pick<PlanReading, "spending" | "funding" | "registers">,
  textAt: (address: string) => string,
): string[] {
  const tables = [...reading.registers, reading.spending, reading.funding].flatMap((table) => table ?? []);
  const columns = tables.flatMap((table) => table.columns.map((column) => ({ ...column, kind: table.kind })));
  const nameOf = (address: string): string => {
    const text = columns.find((column) => column.address === address)?.heading ?? textAt(address);
    return text === "" ? address : `'${text}' (${address})`;
  };
  const meaningOf = (address: string, meaning: string): string => {
    const kind = columns.find((column) => column.address === address)?.kind ?? "levers";
    const [id = "", label] = [meaning.split(":")[0], meaning.split(":").slice(1).join(":")];
    const name = columnRecord(kind, id)?.name ?? id;
    return label === "" ? name : `${name} of ${label}`;
  };
  const of = <T>(part: Record<string, T> | undefined): [string, T][] => Object.entries(part ?? {});
  return [
    ...of(corrections.tables).map(([kind, reference]) => `${reference} is the table of ${kind}`),
    ...of(corrections.headings).map(([address, meaning]) =>
      meaning === "ignored"
        ? `${nameOf(address)} takes no part`
        : `${nameOf(address)} is ${meaningOf(address, meaning)}`,
    ),
    ...of(corrections.words).flatMap(([address, words]) =>
      of(words).map(([word, ours]) => `'${word}' in ${nameOf(address)} is ${ours}`),
    ),
    ...of(corrections.rows).map(
      ([address, word]) => `the row ${nameOf(address)} ${word === "counts" ? "counts" : "is left out"}`,
    ),
  ];
}
