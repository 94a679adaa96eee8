import { addsUp, type Method } from "../../../../engine/attribution/methods";
import { countsAsSaving } from "../../../evaluation/kinds";
import type { Lever } from "../../../plan";
import type { ResultArea } from "../../outputTable";
import { categoryWorkings } from "./categoryWorkings";
import { costWorkings } from "./costWorkings";
import { f, type Formula, type Operand } from "../formulas/formula";
import { runsOf } from "../../../reading/extent/memoRows";
import { frameOf, isShare, type LeverCells, type Period, type WorkingsOptions } from "./frame";
import { leverFormulas } from "./leverFormulas";
import type { ResultSheet } from "../tables/resultSheet";
import { totalLines } from "./totalLines";

/** The figures that the written tables point at. */
export interface Workings {
  sheets: ResultSheet[];
  periods: readonly Period[];
  full: Period | null;
  planned: Period | null;
  /** What a lever is credited with in a period; all levers where none is given. */
  attributed(period: Period, lever?: number): ResultArea;
  /** In parts that sum to the combined saving, whatever the method shown. */
  parts(period: Period, lever?: number): ResultArea;
  alone(period: Period, lever?: number): ResultArea;
  least(lever: number): ResultArea;
  most(lever: number): ResultArea;
  net(period: Period, lever: number): ResultArea;
  /** What is credited in Shapley's parts, on which the position rests, whatever the method shown. */
  forPosition(period: Period, lever?: number): ResultArea;
  running(period: Period): ResultArea;
  once(period: Period): ResultArea;
  /** The year in which each saving starts. */
  starts(): ResultArea;
  /** Spend by category without pressures, and its base. */
  unpressed(year: number): ResultArea | null;
  presentValue(lever: number): Formula;
  /** A line by year: "Need", "Savings" … */
  line(name: string, year: number): ResultArea;
  hasLine(name: string): boolean;
  /** How many figures count less than their rows say, since no more can be saved than is spent; as many parts as there are formulas for it. */
  held(): Operand[];
}

export function workingsOf(options: WorkingsOptions): Workings {
  const frame = frameOf(options);
  const { plan, breakdown, inputs, needs, method, periods, yearly, sheet, levers, effects, kinds, leverBlock } = frame;
  const { anyOverlap, anyAdds, tolerance } = frame;
  const { years } = breakdown;
  const { inPlaceCell, writtenCell } = leverFormulas(frame);
  const inPlace = leverBlock(
    "In place",
    "Share of a saving that is in place: nothing before its start, its phasing from then, the first year by its months, what was reached after its end.",
    (at, period) => (levers[at]?.effect.kind === "byYear" ? null : inPlaceCell(levers[at] as Lever, at, period)),
    "0.0%",
  );
  const written = leverBlock(
    "As written",
    "What each row says of each year before delivery: amounts, or shares of the spend that it applies to.",
    (at, period) => writtenCell(levers[at] as Lever, at, period, inPlace),
  );
  const category = plan.categories ? categoryWorkings(frame, (period, at) => alone(period, at)) : null;
  const alone = leverBlock(
    "Alone",
    "What each row comes to by itself, as far as it is delivered; a saving never more than the spend that it applies to.",
    (at, period) => aloneCell(levers[at] as Lever, at, period),
  );
  const share =
    category && (anyOverlap || anyAdds)
      ? leverBlock(
          "Share of spend",
          "What each saving comes to as a share of the spend that it applies to; at most all of it.",
          (at, period) =>
            ["overlaps", "adds"].includes(kinds[at] ?? "") ? shareCell(levers[at] as Lever, at, period) : null,
          "0.00%",
        )
      : null;
  const shapleyToo = anyOverlap && method !== "shapley" && (needs.position || !addsUp(method));
  const taken = category && share ? category.attribution(share, shapleyToo) : null;
  const attributed = leverBlock(
    "Credited",
    anyOverlap
      ? "What each saving is credited with: what adds as it stands, what overlaps by the method."
      : "What each saving is credited with: amounts that add.",
    (at, period) => creditedCell(at, period, method),
  );
  const shapleyParts = shapleyToo
    ? leverBlock(
        "Credited by Shapley",
        "The same in parts that sum to what all save together, on which totals and position rest.",
        (at, period) => creditedCell(at, period, "shapley"),
      )
    : attributed;
  const parts = addsUp(method) ? attributed : shapleyParts;
  const lastPeriod = yearly.at(-1) as Period;
  const range =
    needs.range && taken
      ? {
          least: leverBlock(
            "Least",
            "The least that any order of the savings would credit.",
            (at) => rangeCell(at, "MIN"),
            undefined,
            [lastPeriod],
          ),
          most: leverBlock(
            "Most",
            "The most that any order of the savings would credit.",
            (at) => rangeCell(at, "MAX"),
            undefined,
            [lastPeriod],
          ),
        }
      : null;
  const costing = costWorkings(frame, { written, alone, attributed });
  const costs = needs.net || needs.position ? costing.costBlocks() : null;
  const lines = totalLines(frame, {
    ...{ attributed, parts, alone },
    spendRow: category?.spendRow ?? null,
    together: taken?.together ?? null,
  });
  const startRows = needs.position ? costing.putStarts() : null;

  return {
    sheets: category ? [sheet, category.sheet] : [sheet],
    periods: yearly,
    full: periods.find(({ isFull, isPlanned }) => isFull && !isPlanned) ?? null,
    planned:
      periods.find(({ isPlanned }) => isPlanned) ??
      periods.find(({ isFull, isPlanned }) => isFull && !isPlanned) ??
      null,
    attributed,
    parts,
    alone,
    least: (at) => (range && kinds[at] === "overlaps" ? range.least(lastPeriod, at) : attributed(lastPeriod, at)),
    most: (at) => (range && kinds[at] === "overlaps" ? range.most(lastPeriod, at) : attributed(lastPeriod, at)),
    net: (period, at) => costs?.net?.(period, at) ?? attributed(period, at),
    forPosition: shapleyParts,
    running: (period) => costs?.running(period) as ResultArea,
    once: (period) => costs?.once(period) as ResultArea,
    starts: () => startRows as ResultArea,
    unpressed: (year) => category?.unpressedRow(year) ?? null,
    presentValue: (at) => costing.presentValue(at, costs?.net ?? null),
    line: (name, year) => sheet.at(lines.get(name) ?? 0, years[year] ?? ""),
    hasLine: (name) => lines.has(name),
    held,
  };

  function held(): Operand[] {
    const onSpend = levers.flatMap((lever, at) =>
      ["overlaps", "adds"].includes(kinds[at] ?? "") && !isShare(lever) && lever.categories.length > 0 ? [at] : [],
    );
    const all = (block: LeverCells, from: number, rowCount: number): ResultArea => ({
      ...block(yearly[0] as Period, from),
      ...{ rowCount, columnCount: yearly.length },
    });
    const alones = runsOf(onSpend).map((run) => {
      const [says, counts] = [written, alone].map((block) => all(block, run[0] ?? 0, run.length)) as [
        ResultArea,
        ResultArea,
      ];
      return f`SUMPRODUCT(1*(${says}>${counts}+${tolerance}*ABS(${says})))`;
    });
    return [...(category ? alones : []), ...(taken?.kept ? [f`SUMPRODUCT(1*(${taken.kept}<1))`] : [])];
  }

  /** The sign that the row's kind asks for: a contingency takes off, a one-off cost costs. */
  function signed(lever: Lever, at: number, period: Period, amount: Operand): Operand {
    const wanted = lever.kind === "Contingency" ? -1 : lever.kind === "One-off cost" ? 1 : 0;
    if (wanted === 0) return amount;
    const all = period.isFull
      ? written(period, at)
      : { ...written(yearly[0] as Period, at), columnCount: yearly.length };
    return wanted < 0 ? f`${amount}*IF(SUM(${all})>0,-1,1)` : f`${amount}*IF(SUM(${all})<0,-1,1)`;
  }

  function delivery(at: number, period: Period): ResultArea | null {
    return period.isPlanned ? null : inputs.lever("Delivery", at);
  }

  function delivered(at: number, period: Period, amount: Operand): Formula {
    const own = delivery(at, period);
    if (own) return f`${amount}*${own}`;
    return f`${amount}`;
  }

  function aloneCell(lever: Lever, at: number, period: Period): Formula | number {
    const effect = effects[at];
    if (!effect) return 0;
    if (period.isPlanned && effect.isOff) return 0;
    const amount = (spend: Operand | null): Formula =>
      delivered(
        at,
        period,
        signed(lever, at, period, isShare(lever) && spend ? f`${written(period, at)}*${spend}` : written(period, at)),
      );
    if (!countsAsSaving(lever.kind)) return period.isFull ? 0 : amount(category?.unpressedUnder(at, period) ?? null);
    const spend = category && lever.categories.length > 0 ? category.spendUnder(at, period) : null;
    if (effect.isFree || !spend) return amount(spend);
    if (isShare(lever)) return f`MIN(${delivered(at, period, written(period, at))},1)*${spend}`;
    const whole = amount(null);
    return f`IF(${whole}>${spend}*(1+${tolerance}),${spend},${whole})`;
  }

  function shareCell(lever: Lever, at: number, period: Period): Formula | number {
    if (period.isPlanned && effects[at]?.isOff) return 0;
    if (isShare(lever)) return f`MIN(${delivered(at, period, written(period, at))},1)`;
    const spend = category?.spendUnder(at, period) ?? 1;
    return f`IF(${spend}=0,0,MIN(1,${alone(period, at)}/${spend}))`;
  }

  function creditedCell(at: number, period: Period, by: Method): Formula | null {
    const kind = kinds[at];
    if (kind === "none" || kind === undefined) return null;
    if (kind === "free" || !taken) return f`${alone(period, at)}`;
    return kind === "adds" ? taken.adding(at, period) : taken.overlap(at, period, by);
  }

  function rangeCell(at: number, which: "MIN" | "MAX"): Formula | null {
    return kinds[at] === "overlaps" && taken ? taken.range(at, lastPeriod, which) : null;
  }
}
