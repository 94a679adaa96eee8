import type { Breakdown } from "../../breakdown";
import { faultsOf } from "../faults";
import { count, decimalsFor, percent, plainFigure } from "../words/figures";
import { checkLines } from "../notes/checkLines";
import type { NoteLine } from "../notes/noteLine";
import type { RunNotes } from "../outputTable";

/** What the figures rest on, a line each, the weightiest first; Notes has all of it. */
export function summaryGrounds(breakdown: Breakdown, notes: RunNotes): string[] {
  const questions = breakdown.findings.filter(({ question }) => question).length;
  const others = faultsOf(breakdown.findings.filter(({ question }) => !question)).length;
  return [
    totalsLine(notes),
    questions === 0
      ? null
      : `${count(questions, "question")} of the reading ${isAre(questions)} open; what was taken stands in Notes.`,
    answeredLine(notes),
    others === 0
      ? null
      : `${count(others, "finding")} of the reading ${isAre(others)} accepted; Notes lists ${others === 1 ? "it" : "them"}.`,
    ...checkLines(breakdown).flatMap((line) => (saysMore(line.note) ? [sentence(line)] : [])),
  ].filter((line) => line !== null);
}

function totalsLine({ sheetTotals = [] }: RunNotes): string | null {
  if (sheetTotals.length === 0) return null;
  const differing = sheetTotals.filter(
    ({ says, read }) => Math.abs(says - read) > 1e-6 * Math.max(Math.abs(says), Math.abs(read)),
  );
  const cells = (totals: readonly { cell: string }[]): string => totals.map(({ cell }) => cell).join(", ");
  return differing.length === 0
    ? `Agrees with the workbook's own totals (${cells(sheetTotals.slice(0, 3))}).`
    : `Differs from the workbook's own totals (${cells(differing.slice(0, 3))}); Notes says by how much.`;
}

function answeredLine({ answered = [], corrections = [] }: RunNotes): string | null {
  const made = answered.length + corrections.length;
  return made === 0
    ? null
    : `${count(made, "answer and correction", "answers and corrections")} of yours; Notes lists them.`;
}

/** What the sentences and figures do not say already. */
function saysMore(note: string): boolean {
  return /overlap|whose months are given|low and a high|move to another|other side of|held at the spend|capacity|target/i.test(
    note,
  );
}

/** The check with its figure, which stands in a cell of Notes. */
function sentence({ note, figure: value, format }: NoteLine): string {
  if (value === null || value === undefined) return `${note}.`;
  const style = { locale: "en-GB", unit: "" };
  if (format === "share") return `${note}: ${percent(value, style)}.`;
  return `${note}: ${plainFigure(value, format === "count" ? 0 : decimalsFor([value]), style)}.`;
}

function isAre(number: number): string {
  return number === 1 ? "is" : "are";
}
