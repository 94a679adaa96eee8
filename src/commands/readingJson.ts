import type { AnsweredQuestion, Finding, Question } from "../plan/finding";
import type { PlanReading, SideReading, TableReading } from "../plan/reading/planReading";

/** How the tables were read, as `savings run --json` and `--findings` print it. */
export interface ReadingJson {
  /** Several registers that count as one. */
  register: TableJson[];
  spending: TableJson | null;
  funding: TableJson | null;
  position: SideJson | null;
  prices: SideJson | null;
  /** Savings required by year; the cell is "" where the command line gave them. */
  target: PlanReading["target"];
  /** Questions that were answered. */
  answered: AnsweredQuestion[];
}

/** A table beside the plan's. */
interface SideJson {
  sheet: string;
  area: string;
  /** "−4 in 2024/25, −13 goes on". */
  summary: string;
}

interface TableJson {
  sheet: string;
  /** Header row to last data row: "Register!B6:P31". */
  area: string;
  /** Rows that count. */
  rows: number;
  totals: string[];
  sections: string[];
  leftOut: { cell: string; why: string }[];
  columns: { cell: string; heading: string; meaning: string; year: string | null; sure: boolean }[];
}

/** A finding in which nothing is left out. */
export interface FindingJson extends Required<Omit<Finding, "about" | "cells" | "question" | "option">> {
  question: Question | null;
  option: string | null;
}

export function readingJson({ registers, spending, funding, side, target, answered }: PlanReading): ReadingJson {
  return {
    register: registers.map(tableJson),
    spending: spending && tableJson(spending),
    funding: funding && tableJson(funding),
    position: sideJson(side?.position),
    prices: sideJson(side?.prices),
    target,
    answered,
  };
}

export function findingJson({ level, cell, count, message, question, option }: Finding): FindingJson {
  return { level, cell, count: count ?? 1, message, question: question ?? null, option: option ?? null };
}

function sideJson(read: SideReading | undefined): SideJson | null {
  return read ? { sheet: read.sheet, area: read.address, summary: read.summary } : null;
}

function tableJson({ sheet, address, rowCount, totals, sections, leftOut, columns }: TableReading): TableJson {
  return {
    sheet,
    area: address,
    rows: rowCount,
    totals,
    sections,
    leftOut,
    columns: columns.map(({ address: cell, heading, meaning, year, sureness }) => ({
      cell,
      heading,
      meaning,
      year,
      sure: sureness !== "unsure",
    })),
  };
}
