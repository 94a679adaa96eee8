import { addsUp } from "../../../../engine/attribution/methods";
import { addsToNeed } from "../../../evaluation/kinds";
import type { ResultArea } from "../../outputTable";
import { f, joined, type Formula, type Operand } from "../formulas/formula";
import type { Frame, LeverCells, Period } from "./frame";

/** What all rows come to together, year by year, a row each: by name the row of the workings. */
export function totalLines(
  { inputs, sheet, levers, breakdown, scenario, method, yearly, kinds, yearOf }: Frame,
  {
    attributed,
    parts,
    alone,
    spendRow,
    together,
  }: {
    attributed: LeverCells;
    parts: LeverCells;
    alone: LeverCells;
    /** Null where there is no spending, or nothing overlaps or adds on it. */
    spendRow: ((period: Period) => ResultArea) | null;
    together: ((period: Period) => ResultArea) | null;
  },
): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  putLines();
  return lines;

  function putLines(): void {
    const part = "Totals";
    sheet.block(part, "What all rows come to together, year by year.");
    const put = (name: string, cell: (period: Period) => Formula | null): void => {
      // Known before its cells are: a year may point at the one before it.
      lines.set(name, sheet.rowCount);
      const cells = yearly.flatMap((period) => {
        const value = cell(period);
        return value === null ? [] : [[period.heading, value] as const];
      });
      sheet.add(part, name, Object.fromEntries(cells));
    };
    const line = (name: string, period: Period): ResultArea => sheet.at(lines.get(name) ?? 0, period.heading);
    const pressures = levers.flatMap(({ kind, categories: own }, at) =>
      addsToNeed(kind) && own.length === 0 ? [at] : [],
    );
    const switches = levers.flatMap(({ kind }, at) => (kind === "Funding switch" ? [at] : []));
    const { summary } = breakdown;
    if (spendRow)
      put("Need", (period) => joined([f`SUM(${spendRow(period)})`, ...pressures.map((at) => alone(period, at))], "+"));
    if (summary.funding) {
      if (scenario.fundingChange)
        put("Funding, with the points on its growth", (period) => {
          const points = inputs.constant("Points on funding growth");
          const now = inputs.funding(period.year);
          const [before, changed] =
            period.year === 0
              ? [inputs.fundingBase(), inputs.fundingBase()]
              : [
                  inputs.funding(period.year - 1),
                  line("Funding, with the points on its growth", yearly[period.year - 1] as Period),
                ];
          return f`IF(${before}=0,${now}*(1+${points}),${changed}*MAX(0,${now}/${before}+${points}))`;
        });
      put("Funding", (period) => {
        const own: Operand = scenario.fundingChange
          ? line("Funding, with the points on its growth", period)
          : inputs.funding(period.year);
        const extra = inputs.hasConstant("Amount on funding") ? [inputs.constant("Amount on funding")] : [];
        return joined([priced(own, period), ...extra, ...switches.map((at) => alone(period, at))], "+");
      });
    }
    if (summary.target)
      put("Target", (period) =>
        summary.target?.[period.year] === null ? null : priced(inputs.target(period.year), period),
      );
    if (summary.gap)
      put("Gap", (period) => {
        if (summary.target) return summary.gap?.[period.year] === null ? null : f`${line("Target", period)}`;
        return f`${line("Need", period)}-${line("Funding", period)}`;
      });
    put("Savings", (period) => {
      const adding = kinds.flatMap((kind, at) => (kind === "free" || kind === "adds" ? [at] : []));
      if (adding.length === kinds.length || !together) return f`SUM(${attributed(period)})`;
      const overlapping = f`SUM(${together(period)})`;
      if (adding.length === 0) return overlapping;
      return f`${overlapping}+SUMPRODUCT(${attributed(period)}*${inputs.lever("Adds")})`;
    });
    const where = (heading: string, period: Period): Formula =>
      f`SUMPRODUCT(${inputs.lever(heading)}*${parts(period)})`;
    put("Not identified", (period) => where("Not identified", period));
    put("Identified", (period) => f`${line("Savings", period)}-${line("Not identified", period)}`);
    const base = summary.baseYearSavings;
    put("New in year", (period) =>
      period.year === 0
        ? f`${line("Savings", period)}-${base ?? 0}`
        : f`${line("Savings", period)}-${line("Savings", yearly[period.year - 1] as Period)}`,
    );
    if (summary.gap)
      put("Remaining gap", (period) =>
        summary.gap?.[period.year] === null ? null : f`${line("Gap", period)}-${line("Savings", period)}`,
      );
    put("Only against the baseline", (period) => where("Baseline only", period));
    if (summary.gap)
      put("Gap without baseline assumptions", (period) =>
        summary.gap?.[period.year] === null
          ? null
          : f`${line("Gap", period)}-${line("Only against the baseline", period)}`,
      );
    put("Contingency", (period) => where("Contingency", period));
    put("Recurrent savings", (period) => where("Recurrent", period));
    if (summary.need && summary.funding)
      put("Required rate", (period) =>
        summary.requiredRate?.[period.year] === null
          ? null
          : f`1-(${line("Funding", period)}/${line("Need", period)})^(1/${yearOf(period)})`,
      );
    put("Check: credited less saved", (period) =>
      addsUp(method) ? f`SUM(${parts(period)})-${line("Savings", period)}` : null,
    );
  }

  function priced(amount: Operand, period: Period): Formula {
    const price = inputs.price(period.year);
    return price ? f`${amount}*${price}` : f`${amount}`;
  }
}
