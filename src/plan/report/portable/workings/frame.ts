import type { Method } from "../../../../engine/attribution/methods";
import type { Breakdown } from "../../../breakdown";
import { counterfactualOf } from "../../../evaluation/counterfactual";
import { countsAsSaving } from "../../../evaluation/kinds";
import { leverEffects, type LeverEffect } from "../../../evaluation/levers/leverEffects";
import type { Lever, Plan } from "../../../plan";
import type { Scenario } from "../../../scenario";
import type { ResultArea } from "../../outputTable";
import type { Formula } from "../formulas/formula";
import type { Inputs } from "../inputs/inputs";
import { ResultSheet } from "../tables/resultSheet";

/** A column of the workings: a year, or the last year had every lever run all twelve months of it, as the scenario has it or as planned. */
export interface Period {
  heading: string;
  /** Of the years, from 0. */
  year: number;
  isFull: boolean;
  isPlanned: boolean;
}

export interface WorkingsOptions {
  plan: Plan;
  scenario: Scenario;
  breakdown: Breakdown;
  inputs: Inputs;
  format: string;
  needs: { fullYear: boolean; planned: boolean; range: boolean; net: boolean; position: boolean };
}

/** The cell of a lever in a period, or those of all levers. */
export type LeverCells = (period: Period, lever?: number) => ResultArea;

/** How a lever meets the others: what adds to no spend, what adds or overlaps on one, what is no saving. */
type Meeting = "free" | "overlaps" | "adds" | "none";

/** What all blocks of the workings rest on. */
export interface Frame extends WorkingsOptions {
  method: Method;
  periods: readonly Period[];
  /** Those that are years. */
  yearly: readonly Period[];
  sheet: ResultSheet;
  levers: readonly Lever[];
  effects: readonly LeverEffect[];
  kinds: readonly Meeting[];
  anyOverlap: boolean;
  anyAdds: boolean;
  tolerance: ResultArea;
  /** Which year of the plan a period is of. */
  yearOf(period: Period): ResultArea;
  /** A block with a row for each lever; blank where there is nothing to say. */
  leverBlock(
    part: string,
    sentence: string,
    cell: (at: number, period: Period) => Formula | number | null,
    blockFormat?: string,
    shown?: readonly Period[],
  ): LeverCells;
}

/** Whether what a lever saves is a share of the spend that it applies to. */
export function isShare({ effect }: Lever): boolean {
  return effect.kind === "level" || effect.kind === "yearlyEfficiency";
}

export function frameOf(options: WorkingsOptions): Frame {
  const { plan, scenario, breakdown, inputs, format, needs } = options;
  const { years } = breakdown;
  const method = breakdown.method as Method;
  const last = years.length - 1;
  const lastYear = years[last] ?? "";
  const periods: Period[] = [
    ...years.map((heading, year) => ({ heading, year, isFull: false, isPlanned: false })),
    ...(needs.fullYear ? [{ heading: `Full year ${lastYear}`, year: last, isFull: true, isPlanned: false }] : []),
    ...(needs.planned
      ? [{ heading: `Full year ${lastYear} as planned`, year: last, isFull: true, isPlanned: true }]
      : []),
  ];
  const yearly = periods.filter(({ isFull }) => !isFull);
  const sheet = new ResultSheet("workings", ["Part", "Line", ...periods.map(({ heading }) => heading)], format);
  const effects = leverEffects(plan, scenario, counterfactualOf(plan, scenario));
  const levers = plan.levers;
  const tolerance = inputs.constant("Tolerance");
  const kindOf = (at: number): Meeting => {
    const effect = effects[at];
    if (!effect || !countsAsSaving(effect.lever.kind)) return "none";
    return effect.isFree ? "free" : effect.overlaps ? "overlaps" : "adds";
  };
  const kinds = levers.map((_, at) => kindOf(at));
  kinds.forEach((kind, at) =>
    inputs.splits.set(inputs.lever("Adds", at).row, "Adds", Number(kind === "free" || kind === "adds")),
  );
  const anyOverlap = kinds.includes("overlaps");
  const anyAdds = kinds.includes("adds");

  const leverBlock: Frame["leverBlock"] = (part, sentence, cell, blockFormat, shown = periods) => {
    sheet.block(part, sentence);
    const first = sheet.rowCount;
    levers.forEach(({ name }, at) => {
      const cells = shown.flatMap((period) => {
        const value = cell(at, period);
        return value === null ? [] : [[period.heading, value] as const];
      });
      sheet.add(part, name, Object.fromEntries(cells), blockFormat);
    });
    return (period, lever) =>
      lever === undefined
        ? sheet.at(first, period.heading, { row: first + levers.length - 1 })
        : sheet.at(first + lever, period.heading);
  };

  sheet.block("Years", "Which year of the plan each column is of.");
  const yearRow = sheet.add(
    "Years",
    "Year of the plan",
    Object.fromEntries(periods.map(({ heading, year }) => [heading, year + 1])),
    "0",
  );
  const yearOf = (period: Period): ResultArea => sheet.at(yearRow, period.heading);

  return {
    ...options,
    ...{ method, periods, yearly, sheet, levers, effects, kinds, anyOverlap, anyAdds, tolerance, yearOf, leverBlock },
  };
}
