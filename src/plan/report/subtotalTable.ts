import type { Breakdown, Subtotal } from "../breakdown";
import { spanOf } from "./breakdownTable";
import { amountFormat, shareFormat } from "./numberFormats";
import type { OutputTable } from "./outputTable";
import { noteLinesOf, tableIdentity } from "./tableIdentity";

/** Sums of the levers' attributed savings by one of their columns. */
export function subtotalTable(
  breakdown: Breakdown,
  id: "groups" | "types",
  title: string,
  first: string,
  subtotals: Subtotal[],
): OutputTable {
  const { years, summary } = breakdown;
  const lastYear = years.at(-1) ?? "";
  const gap = summary.gap?.at(-1) ?? null;
  const format = amountFormat(breakdown);
  const shareOf = (amount: number): (number | null)[] => (gap === null ? [] : [gap > 0 ? amount / gap : null]);
  const rows = subtotals.map(({ name, attributed, fullYearEffect, total }) => [
    name,
    ...attributed,
    fullYearEffect,
    total,
    ...shareOf(attributed.at(-1) ?? 0),
  ]);
  const headings = [first, ...years, `Full-year effect ${lastYear}`, `Sum ${spanOf(years)}`];
  return {
    ...tableIdentity(id, breakdown.scenario),
    title: `${title}, ${breakdown.scenario}`,
    noteLines: [
      ...noteLinesOf(breakdown),
      id === "types"
        ? "Savings of type Baseline assumption exist only against the baseline."
        : "Sums of the levers' attributed savings.",
    ],
    header: [...headings, ...(gap === null ? [] : [`Share of gap ${lastYear}`])],
    rows,
    numberFormats: rows.map((row) =>
      row.map((_, at) => (at === 0 ? "@" : at < headings.length ? format : shareFormat)),
    ),
  };
}
