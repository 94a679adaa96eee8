import type { Breakdown, KindTotal, LeverResult, Subtotal } from "../../breakdown";
import { subtotalsBy } from "../../evaluation/totals/subtotals";
import { amountFormat, shareFormat } from "../numberFormats";
import type { OutputCell, OutputTable } from "../outputTable";
import { spanOf } from "../words/spanOf";
import { noteLinesOf, tableIdentity } from "../tableIdentity";
import { overlapNotAttributed } from "./overlapNotAttributed";

/**
 * The savings split in one way after the other, each down to its total; then, kind by kind, the rows of the register that save nothing. A split
 * stands there where it has more than one part.
 */
export function groupsTable(breakdown: Breakdown): OutputTable {
  const { years, summary, levers, kinds } = breakdown;
  const lastYear = years.at(-1) ?? "";
  const gap = summary.gap?.at(-1) ?? null;
  const format = amountFormat(breakdown);
  const blocks = [
    ...savingBlocks(breakdown),
    ...kinds.filter(({ kind }) => !isInBreakdown.has(kind)).map((kind) => kindBlock(kind)),
  ];
  const hasFullYear = levers.some(({ fullYearEffect, attributed }) => differs(fullYearEffect, attributed.at(-1) ?? 0));
  const columns: { heading: string; format: string; value: (row: GroupRow) => OutputCell }[] = [
    { heading: "Split by", format: "@", value: ({ by }) => by },
    { heading: "Part", format: "@", value: ({ part }) => part },
    ...years.map((year, at) => ({ heading: year, format, value: ({ amounts }: GroupRow) => amounts[at] ?? 0 })),
    ...(hasFullYear
      ? [{ heading: `Full-year effect ${lastYear}`, format, value: ({ fullYear }: GroupRow) => fullYear }]
      : []),
    ...(years.length > 1
      ? [{ heading: `Sum ${spanOf(years)}`, format, value: ({ amounts }: GroupRow) => sum(amounts) }]
      : []),
    ...(gap !== null && gap > 0
      ? [
          {
            heading: `Share of gap ${lastYear}`,
            format: shareFormat,
            value: ({ amounts, isSaving }: GroupRow) => (isSaving ? (amounts.at(-1) ?? 0) / gap : null),
          },
        ]
      : []),
  ];
  const rows = blocks.flat();
  return {
    ...tableIdentity("groups", breakdown.scenario),
    title: `Savings by group and other splits, ${breakdown.scenario}`,
    noteLines: [
      ...noteLinesOf(breakdown),
      "Sums of the levers' attributed savings; every split comes to the same total.",
    ],
    header: columns.map(({ heading }) => heading),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
    numberFormats: rows.map(() => columns.map((column) => column.format)),
    keyColumns: 2,
    totalRows: rows.flatMap(({ isTotal }, at) => (isTotal ? [at] : [])),
  };
}

interface GroupRow {
  by: string;
  part: string;
  amounts: number[];
  fullYear: number | null;
  isSaving: boolean;
  isTotal?: boolean;
}

function savingBlocks(breakdown: Breakdown): GroupRow[][] {
  const overlap = overlapNotAttributed(breakdown);
  const splits = splitsOf(breakdown);
  const saying = splits.filter(([, parts]) => parts.filter(({ name }) => name !== "Contingency").length > 1);
  // A register of one lever, or of levers that are alike in all: what they are is still said once.
  const shown = saying.length > 0 ? saying : splits.filter(([by, parts]) => by === "Type" && parts.length > 0);
  return shown.map(([by, parts]) => {
    const rows = parts.map(({ name, attributed, fullYearEffect }): GroupRow => ({
      ...{ by, part: name, amounts: attributed, fullYear: fullYearEffect, isSaving: true },
    }));
    if (overlap) rows.push({ by, part: "Overlap not attributed", amounts: overlap, fullYear: null, isSaving: true });
    return [...rows, totalOf(by, overlap ? "Combined saving" : "Total", rows)];
  });
}

function splitsOf(breakdown: Breakdown): [by: string, parts: Subtotal[]][] {
  const named = (by: string, word: (lever: LeverResult) => string): [string, Subtotal[]] => [
    by,
    subtotalsBy(breakdown.levers, (lever) => word(lever) || `No ${by}`),
  ];
  return [
    ["Group", breakdown.groups],
    ["Organisation", breakdown.organisations],
    ["Type", breakdown.types],
    ["Cash effect", breakdown.cashEffects],
    ["Efficiency type", breakdown.efficiencyTypes],
    ["Status", breakdown.statuses],
    named("RAG", ({ rag }) => rag),
    ["Recurrence", breakdown.recurrence],
  ];
}

function kindBlock({ kind, rows }: KindTotal): GroupRow[] {
  const lines = rows.map(({ name, reference, amounts }): GroupRow => ({
    ...{ by: kind, part: reference === "" ? name : `${reference} ${name}`, amounts, fullYear: null, isSaving: false },
  }));
  return [...lines, totalOf(kind, "Total", lines)];
}

function totalOf(by: string, part: string, rows: readonly GroupRow[]): GroupRow {
  const years = rows[0]?.amounts.length ?? 0;
  const fullYears = rows.map(({ fullYear }) => fullYear);
  return {
    ...{ by, part, isTotal: true, isSaving: rows.every(({ isSaving }) => isSaving) },
    amounts: Array.from({ length: years }, (_, year) => sum(rows.map(({ amounts }) => amounts[year] ?? 0))),
    fullYear: fullYears.includes(null) ? null : sum(fullYears.map(Number)),
  };
}

/** Kinds of row that stand among the levers of the Breakdown. */
const isInBreakdown: ReadonlySet<string> = new Set(["Contingency", "One-off cost"]);

function differs(one: number, other: number): boolean {
  return Math.abs(one - other) > 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
