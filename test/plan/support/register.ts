import type { Question } from "../../../src/plan/finding";
import type { Effect } from "../../../src/plan/plan";
import type { PlanReading, ReadOptions } from "../../../src/plan/reading/planReading";
import { readTables } from "../../../src/plan/reading/readTables";
import { grid, type CellText, type FormattedCell } from "./grid";
import { asLine } from "./sheets";

/** Reads a register alone, from A1 of the sheet Register. */
export function readAlone(
  rows: CellText[][],
  options: ReadOptions = {},
  sheet: Parameters<typeof grid>[2] = {},
): PlanReading {
  return readTables([grid("Register", rows, sheet)], options);
}

/** A day as Excel counts it, shown as a date: 45748 is 1 April 2025. */
export function date(serial: number, format = "dd/mm/yyyy"): FormattedCell {
  return { value: serial, format };
}

export const monthNames = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];

/** What each lever saves, by name, without the months and the base year beside it; fails with the findings where there is no plan. */
export function effects(reading: PlanReading): Record<string, Effect> {
  return Object.fromEntries(
    leversOf(reading).map(({ name, effect }) => {
      if (effect.kind !== "byYear") return [name, effect];
      const { base: _, months: __, ...whole } = effect;
      return [name, whole];
    }),
  );
}

export function leversOf({ plan, findings }: PlanReading) {
  if (!plan) throw new Error(findings.map(asLine).join("\n"));
  return plan.levers;
}

/** "error Levers!D7: …" for each finding. */
export function lines({ findings }: PlanReading): string[] {
  return findings.map(asLine);
}

/** The questions with their cells and levels. */
export function questions({ findings }: PlanReading): [level: string, cell: string, question: Question][] {
  return findings.flatMap(({ level, cell, question }) =>
    question ? [[level, cell, question] as [string, string, Question]] : [],
  );
}

export function byYear(amounts: number[], fullYear: number, asWritten = fullYear): Effect {
  return { kind: "byYear", amounts, fullYear, asWritten };
}

export function amount(value: number): Effect {
  return { kind: "amount", amount: value };
}
