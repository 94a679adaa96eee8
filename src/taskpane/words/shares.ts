import type { Breakdown } from "../../plan/breakdown";
import { countsAsSaving } from "../../plan/evaluation/kinds";
import type { BreakdownBy } from "../../plan/report/breakdownBy";
import { notAttributed } from "../../plan/report/bridge/bridge";
import { amountDecimals } from "../../plan/report/numberFormats";

export interface ShareRow {
  name: string;
  amount: number;
  /** Of the saving of the last year; null where nothing is saved. */
  share: number | null;
}

export interface Shares {
  year: string;
  rows: ShareRow[];
  /** The combined saving of the last year. */
  saving: number;
  /** saving − Σ rows: what the method counts twice (negative) or not at all; 0 for methods that add up. */
  overlap: number;
  decimals: number;
  /** Shown total − Σ shown rows, at these decimals: what rounding alone leaves. */
  rounding: number;
}

/** The last year's saving, split: largest first, with what rounding leaves as a line of its own. */
export function shares(breakdown: Breakdown, by: BreakdownBy): Shares {
  const parts = {
    group: breakdown.groups,
    type: breakdown.types,
    status: breakdown.statuses,
    lever: breakdown.levers.filter(({ kind }) => countsAsSaving(kind)),
  }[by];
  const saving = breakdown.summary.savings.at(-1) ?? 0;
  const rows = parts
    .map(({ name, attributed }) => ({ name, amount: attributed.at(-1) ?? 0 }))
    .map((row) => ({ ...row, share: saving === 0 ? null : row.amount / saving }))
    .sort((a, b) => b.amount - a.amount);
  const overlap = notAttributed(breakdown, rows);
  const decimals = amountDecimals(breakdown);
  const shown = [...rows.map((row) => row.amount), overlap].reduce((total, value) => total + rounded(value), 0);
  const rounding = rounded(rounded(saving) - shown);
  return { year: breakdown.years.at(-1) ?? "", rows, saving, overlap, decimals, rounding };

  function rounded(value: number): number {
    const scale = 10 ** decimals;
    return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale;
  }
}
