import type { Breakdown } from "../breakdown";

export const shareFormat = "0.0%";

/** As many decimals as the size of the plan asks for: thousands none, hundreds and tens one, less two or more. */
export function amountFormat({ summary, levers }: Breakdown): string {
  const sizes = [...(summary.need ?? summary.savings), ...levers.map(({ attributed }) => attributed.at(-1) ?? 0)].map(
    Math.abs,
  );
  const largest = Math.max(0, ...sizes);
  const decimals = largest >= 1000 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 4;
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** "Amounts in £bn, real, 2014/15 prices". */
export function unitLine({ unit, priceBasis }: Pick<Breakdown, "unit" | "priceBasis">): string {
  return unit === "" ? `Unit not stated, ${priceBasis}` : `Amounts in ${unit}, ${priceBasis}`;
}

/** Decimals that a format shows. */
export function decimalsIn(format: string): number {
  return /\.(0+)/.exec(format)?.[1]?.length ?? 0;
}
