import type { Breakdown } from "../breakdown";
import type { NoteLine } from "./notes/noteLine";
import { decimalsFor, isNothing } from "./words/figures";

/** Shares of a whole, to the pane's digit. */
export const shareFormat = "0%";

/** Rates of a year, where a tenth counts. */
export const rateFormat = "0.0%";

/** The format of a figure that stands beside a sentence; without a kind, an amount of the plan. */
export function noteFormat(kind: NoteLine["format"], breakdown: Breakdown): string {
  return kind === undefined ? amountFormat(breakdown) : { share: rateFormat, ratio: "0.0", count: "#,##0" }[kind];
}

/** The amounts of sheet and pane, to the same digit: "#,##0.0". */
export function amountFormat(breakdown: Breakdown): string {
  const decimals = amountDecimals(breakdown);
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** Three significant digits of the last year's largest amount, and up to two decimals more where a lever would show as nothing. */
export function amountDecimals({ summary, levers }: Breakdown): number {
  const amounts = levers.map(({ attributed }) => attributed.at(-1) ?? 0);
  const usual = decimalsFor([summary.savings.at(-1) ?? 0, ...amounts]);
  const vanishes = (decimals: number) => amounts.some((amount) => amount !== 0 && isNothing(amount, decimals));
  return [usual, usual + 1, usual + 2].find((decimals) => !vanishes(decimals)) ?? usual + 2;
}

/** "Amounts in £bn, real, 2014/15 prices". */
export function unitLine({ unit, priceBasis }: Pick<Breakdown, "unit" | "priceBasis">): string {
  return unit === "" ? `Unit not stated, ${priceBasis}` : `Amounts in ${unit}, ${priceBasis}`;
}

/** Decimals that a format shows. */
export function decimalsIn(format: string): number {
  return /\.(0+)/.exec(format)?.[1]?.length ?? 0;
}
