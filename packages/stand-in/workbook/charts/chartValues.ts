import type { ChartContent, ValueContent } from "@workbooks/xlsx/content";

/** Values of a reference such as "Sheet1!$B$2:$B$5", row by row. */
type ReadValues = (reference: string) => ValueContent[];

/**
 * The numbers that an axis has to hold: of stacked series their sums, those above and those below zero apart; shares
 * where the stack is one of percents.
 */
export function axisValues(chart: ChartContent, secondary: boolean, read: ReadValues): number[] {
  const own = chart.series.filter((series) => (series.secondary ?? false) === secondary);
  const stacks = new Map<string, number[][]>();
  const values: number[] = [];
  for (const series of own) {
    const type = series.type ?? chart.type;
    const cells = read(series.values);
    const numbers = cells.map((value) => (typeof value === "number" ? value : 0));
    if (type.includes("Stacked")) stacks.set(type, [...(stacks.get(type) ?? []), numbers]);
    else values.push(...cells.filter((value) => typeof value === "number"));
  }
  for (const [type, stack] of stacks) {
    const length = Math.max(0, ...stack.map((numbers) => numbers.length));
    // Lines and areas are laid on one another whatever their sign; bars go to both sides of zero.
    const isBar = /^(Column|Bar)/.test(type);
    for (let at = 0; at < length; at++) {
      const parts = stack.map((numbers) => numbers[at] ?? 0);
      const total = type.includes("100") ? parts.reduce((sum, part) => sum + Math.abs(part), 0) || 1 : 1;
      let [above, below] = [0, 0];
      for (const part of parts) {
        if (part >= 0 || !isBar) above += part / total;
        else below += part / total;
        values.push(above, below);
      }
    }
  }
  return values;
}
